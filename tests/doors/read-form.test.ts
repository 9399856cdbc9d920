import { describe, expect, test } from 'vitest';
import { complete, readForm } from '../../src/doors/read-form.ts';
import { exampleForm, facts, typedWith } from './example-form.ts';

const asReferent = { roles: ['referent'], kept: {} };
const read = (changes: Parameters<typeof typedWith>[0] = {}) =>
  readForm(exampleForm, typedWith({ priorite: '2', ...changes }), facts, asReferent);
const errorsWith = (changes: Parameters<typeof typedWith>[0]) => {
  const result = complete(read(changes));
  return result.ok ? {} : result.refusal;
};

describe('a form of every kind of field', () => {
  test('gives its answers, tidied, each of its own type', () => {
    const { values, refusals } = read();
    expect(refusals).toEqual([]);
    expect(values).toEqual({
      intitule: 'Suivre les plaies',
      besoin: 'Des plaies suivies par trois personnes\nsans lien entre elles.',
      theme: 'autre',
      'autre-theme': 'Douleur',
      frequence: 'mois',
      'demi-journee': null,
      publics: ['ages', 'proches'],
      rencontres: 10,
      budget: 1250.5,
      debut: '2027-01-15',
      lieu: '53107',
      participants: ['m1', 'm2'],
      animateur: ['m2'],
      'a-distance': true,
      outil: 'Visioconférence de la messagerie',
      code: ' 12 34 ',
      // The second line was left empty.
      etapes: [
        { nom: 'Se réunir', jour: '2027-02-03', ou: '53107', patients: false, accueil: null },
        { nom: 'Faire le point', jour: null, ou: null, patients: true, accueil: 'Dans la salle du bas.' },
      ],
      courriel: 'ada@exemple.fr',
      rappel: true,
      telephone: '02 43 00 00 00',
      page: 'https://www.exemple.fr/equipe',
      priorite: 2,
      accord: true,
    });
  });

  test('sent empty, names all that is missing, in the order of the page', () => {
    const result = complete(readForm(exampleForm, new URLSearchParams(), facts, asReferent));
    expect(result.ok ? null : Object.entries(result.refusal)).toEqual([
      ['intitule', 'Indiquez l’intitulé.'],
      ['besoin', 'Indiquez le besoin.'],
      ['theme', 'Choisissez un thème.'],
      ['publics', 'Choisissez une réponse pour « Pour qui\u202f? ».'],
      ['rencontres', 'Indiquez le nombre de rencontres.'],
      ['debut', 'Indiquez la date de début.'],
      ['lieu', 'Écrivez la commune des réunions, ou son code postal.'],
      ['participants', 'Choisissez les membres qui participent.'],
      ['a-distance', 'Répondez par oui ou par non à « Des réunions à distance\u202f? ».'],
      ['etapes', 'Remplissez une ligne au moins pour les étapes.'],
      ['courriel', 'Indiquez l’adresse électronique.'],
      ['priorite', 'Indiquez la priorité.'],
      ['accord', 'Demandez leur accord aux membres cités, puis cochez cette case.'],
    ]);
  });

  test.each([
    [{ intitule: 'ab' }, 'intitule', 'Écrivez l’intitulé en 3 caractères au moins.'],
    [{ intitule: '---' }, 'intitule', 'Écrivez l’intitulé avec des lettres ou des chiffres.'],
    [{ intitule: 'é'.repeat(81) }, 'intitule', 'Écrivez l’intitulé en 80 caractères au plus.'],
    [{ besoin: 'é'.repeat(1200) }, 'besoin', 'Écrivez le besoin en 500 caractères au plus : il y en a 1\u00a0200.'],
    [{ theme: 'Plaies' }, 'theme', 'Choisissez un thème dans la liste.'],
    [{ publics: ['ages', 'enfants', 'proches'] }, 'publics', 'Choisissez 2 réponses au plus pour « Pour qui\u202f? ».'],
    [{ rencontres: 'douze' }, 'rencontres', 'Écrivez le nombre de rencontres en chiffres.'],
    [{ rencontres: '2,5' }, 'rencontres', 'Écrivez le nombre de rencontres en nombre entier, sans virgule.'],
    [{ rencontres: '13' }, 'rencontres', 'Écrivez pour le nombre de rencontres un nombre de 12 au plus.'],
    [{ rencontres: '-1' }, 'rencontres', 'Écrivez pour le nombre de rencontres un nombre de 0 au moins.'],
    [{ budget: '12,345' }, 'budget', 'Écrivez le budget avec 2 chiffres au plus après la virgule.'],
    [{ budget: '' }, 'budget', 'Indiquez le budget.'],
    [{ debut: '2027-02-30' }, 'debut', 'Écrivez pour la date de début une date qui existe, jour, mois et année.'],
    [{ debut: '2025-12-31' }, 'debut', 'Écrivez pour la date de début une date à partir du 1er janvier 2026.'],
    [{ debut: '2028-11-28' }, 'debut', 'Écrivez pour la date de début une date jusqu’au 27 novembre 2028.'],
    [
      { lieu: 'Xyzzyx' },
      'lieu',
      'Nous ne trouvons pas cette commune. Vérifiez l’orthographe, ou essayez le code postal.',
    ],
    [{ lieu: 'Saint-Denis' }, 'lieu', 'Plusieurs communes répondent à ce texte. Choisissez la bonne.'],
    [{ participants: 'm1' }, 'participants', 'Choisissez 2 réponses au moins pour les membres qui participent.'],
    [
      { participants: ['m1', 'm9'] },
      'participants',
      'Choisissez les membres qui participent parmi les personnes de la liste.',
    ],
    [{ animateur: ['m1', 'm2'] }, 'animateur', 'Choisissez une seule réponse pour le membre qui anime.'],
    [{ outil: '' }, 'outil', 'Indiquez l’outil.'],
    [{ 'etapes-3-nom': '' }, 'etapes-3-nom', 'Étape 3 : indiquez le nom de l’étape.'],
    [{ 'etapes-3-accueil': ' ' }, 'etapes-3-accueil', 'Étape 3 : indiquez l’accueil.'],
    [{ 'etapes-2-ou': 'Saint-Denis' }, 'etapes-2-nom', 'Étape 2 : indiquez le nom de l’étape.'],
    [{ courriel: 'ada' }, 'courriel', 'Écrivez une adresse électronique entière. Exemple : prenom.nom@exemple.fr.'],
    [{ telephone: '' }, 'telephone', 'Indiquez le numéro de téléphone.'],
    [{ telephone: '12' }, 'telephone', 'Écrivez un numéro de téléphone à dix chiffres, ou avec son indicatif (+33…).'],
    [
      { page: 'javascript:alert(1)' },
      'page',
      'Écrivez l’adresse entière de la page, par exemple https://www.exemple.fr/contact.',
    ],
  ])('%o: an error at « %s »', (changes, name, sentence) => {
    const errors = errorsWith(changes);
    expect(errors[name]).toBe(sentence);
    expect(Object.keys(errors)[0]).toBe(name);
  });

  test('what is wrong is left out of the answers, and the rest is there', () => {
    const { values, refusals } = read({ intitule: 'ab', 'etapes-3-nom': 'é'.repeat(61) });
    expect(values.intitule).toBeNull();
    expect(values.besoin).toMatch(/^Des plaies/);
    expect((values.etapes as unknown as { nom: string | null }[]).map(({ nom }) => nom)).toEqual(['Se réunir', null]);
    expect(refusals.map(({ nom }) => nom)).toEqual(['intitule', 'etapes-3-nom']);
  });

  test('a place chosen among several is kept, and a text changed since is looked up anew', () => {
    expect(read({ lieu: 'Saint-Denis', 'lieu-choix': '93066' }).values.lieu).toBe('93066');
    expect(read({ lieu: 'Gorron', 'lieu-lu': 'Gorron', 'lieu-code': '53107' }).values.lieu).toBe('53107');
    expect(read({ lieu: 'Ernée', 'lieu-lu': 'Gorron', 'lieu-code': '53107' }).values.lieu).toBe('53096');
    expect(read({ lieu: 'Gorron', 'lieu-lu': 'Gorron', 'lieu-code': '99999' }).values.lieu).toBe('53107');
  });
});

describe('a field that is shown when', () => {
  test('is empty while it is not, whatever was sent', () => {
    const { values, refusals } = read({ theme: 'plaies', 'a-distance': 'non', 'etapes-3-patients': null });
    expect(refusals).toEqual([]);
    expect([values['autre-theme'], values.outil, values.code]).toEqual([null, null, null]);
    expect((values.etapes as unknown as { accueil: string | null }[])[1]?.accueil).toBeNull();
  });

  test('is not asked for while the answer that decides is missing', () => {
    expect(errorsWith({ theme: '', 'autre-theme': '' })).toEqual({ theme: 'Choisissez un thème.' });
  });

  test('is mandatory from the number that its rule names', () => {
    expect(errorsWith({ budget: '', rencontres: '5' })).toEqual({});
    expect(Object.keys(errorsWith({ budget: '', rencontres: '6' }))).toEqual(['budget']);
  });
});

describe('a field that not everyone may change', () => {
  const kept = { priorite: 4 };
  test('keeps its answer, whatever was sent and whatever is missing', () => {
    const typed = typedWith({ priorite: '1' });
    for (const typist of [{ roles: [], kept }, { roles: ['membre'], kept }, undefined]) {
      const { values, refusals } = readForm(exampleForm, typed, facts, typist);
      expect(values.priorite).toBe(typist ? 4 : null);
      expect(refusals).toEqual([]);
    }
  });
  test('changes for who may', () => {
    expect(
      readForm(exampleForm, typedWith({ priorite: '1' }), facts, { roles: ['referent'], kept }).values.priorite,
    ).toBe(1);
  });
});

describe('hostile forms', () => {
  const names = [
    ...exampleForm.sections.flatMap(({ champs }) => champs.map(({ cle }) => cle)),
    ...['nom', 'jour', 'ou', 'patients', 'accueil'].map((key) => `etapes-1-${key}`),
  ];

  test('100,000 characters in each field are refused, or are nothing, without a fault and in little time', () => {
    const startedAt = performance.now();
    for (const text of ['é'.repeat(100_000), ' '.repeat(100_000), '9'.repeat(100_000), `${'a-'.repeat(50_000)}@b.fr`])
      for (const name of names) {
        const { values } = read({ [name]: text });
        expect(JSON.stringify(values).length, name).toBeLessThan(5_000);
      }
    expect(performance.now() - startedAt).toBeLessThan(20_000);
  });

  test.each([
    ['NUL', 'Suivre\0 les plaies'],
    ['a control character', 'Suivre\u0007 les plaies'],
    ['a mark of direction', 'Suivre \u202eseialp sel'],
    ['half of a character', 'Suivre \ud83d les\u200b plaies'],
  ])('%s is refused in a line and falls out of a long text', (_, text) => {
    expect(errorsWith({ intitule: text })).toEqual({ intitule: 'Écrivez l’intitulé sans caractère invisible.' });
    const { values } = read({ besoin: `Un besoin de l’équipe : ${text}` });
    expect(values.besoin).not.toMatch(/\p{C}/u);
    expect(values.besoin).toMatch(/^Un besoin de l’équipe : Suivre/);
  });

  test('a line does not become several', () => {
    expect(errorsWith({ intitule: 'Suivre\nBcc: tous' })).toEqual({
      intitule: 'Écrivez l’intitulé sur une seule ligne.',
    });
  });

  test('a long text keeps its emoji and its paragraphs', () => {
    const text = 'Une équipe 👩‍⚕️ de soin.\u2028\u00adUn second\rparagraphe.';
    expect(read({ besoin: text }).values.besoin).toBe('Une équipe 👩‍⚕️ de soin.\nUn second\nparagraphe.');
  });

  test('names that the form does not know, and those of objects, change nothing', () => {
    const strange = { iban: 'FR76', constructor: 'x', ['__proto__']: 'x', toString: 'x', 'etapes-1-iban': 'FR76' };
    const { values } = read(strange);
    expect(values).toEqual(read().values);
    expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
  });

  test('a field sent twice counts once, the first time; the same box ticked twice is one', () => {
    const { values, refusals } = read({
      intitule: ['Premier', 'Second'],
      publics: ['ages', 'ages'],
      accord: ['oui', ''],
    });
    expect([values.intitule, values.publics, values.accord]).toEqual(['Premier', ['ages'], true]);
    expect(refusals).toEqual([]);
  });

  test.each(['1e9', '-5', 'NaN', '', '99999999999999999999', '2.7', 'constructor'])(
    '« %s » lines are never more than the three that the form has',
    (count) => {
      const lines = Object.fromEntries(
        Array.from({ length: 60 }, (_, index) => [`etapes-${index}-nom`, `n° ${index}`]),
      );
      const { values } = read({ ...lines, 'etapes-lignes': count });
      expect((values.etapes as unknown as object[]).length).toBeLessThanOrEqual(3);
      expect((values.etapes as unknown as object[]).length).toBeGreaterThanOrEqual(1);
    },
  );

  test.each([
    ['theme', 'constructor'],
    ['frequence', '__proto__'],
    ['participants', 'toString'],
    ['a-distance', 'true'],
    ['rencontres', '0x10'],
    ['rencontres', '1e1'],
    ['rencontres', 'Infinity'],
    ['debut', '2027-1-15'],
    ['debut', '20270115'],
    ['debut', '+002027-01-15'],
  ])('%s=%s is not an answer', (name, text) => {
    expect(Object.keys(errorsWith({ [name]: text }))).toContain(name);
  });
});
