import { expect, test } from 'vitest';
import { evaluationSchema } from '#domain/indemnities/evaluation.schema.ts';
import { reasonSentences } from '../../../src/messages/indemnities/indemnities.ts';
import { planChanges, planSummary } from '../../../src/messages/indemnities/plan.ts';
import { decidedAnswer, evaluationAnswer, namesOf } from '../../../src/pages/api/v1/indemnites/_evaluation-answer.ts';
import { cast, decisionOn, member, paysDeLaLoire, type RequestChanges, readPlan, request } from './team.ts';

/** Spaces of French typography read as plain spaces: these tests are about words. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

const phraseOf = (changes: RequestChanges) => {
  const input = evaluationSchema.parse(request(changes));
  return plain(evaluationAnswer('pays-de-la-loire', input, decisionOn(changes)).phrase);
};

test.each<[string, RequestChanges, string]>([
  [
    'the cap',
    { dejaDeclarees: { '2026': { 'rcp-sans-patient': 10 } } },
    'Votre équipe a déjà déclaré 10 actions de ce type en 2026. Le plafond est de 10. Vous pouvez garder cette action sans indemnité.',
  ],
  [
    'a STAFF without GP',
    { action: { type: 'staff', participants: ['P2', 'P3'] } },
    'La présence d’un médecin généraliste est obligatoire pour un STAFF.',
  ],
  [
    'someone known who had left',
    {
      membres: [cast[0]!, member('P4', 'masseur-kinesitherapeute', { au: '2026-05-31' })],
      action: { participants: ['P1', 'P4'] },
    },
    'P4 (masseur-kinésithérapeute) ne faisait pas partie de l’équipe à cette date.',
  ],
  ['someone unknown', { action: { participants: ['P1', 'P8'] } }, 'P8 ne faisait pas partie de l’équipe à cette date.'],
  [
    'an MSP',
    { membres: [cast[0]!, member('P4', 'infirmier', { mspOuCdsPluri: true })], action: { participants: ['P1', 'P4'] } },
    'P4 (infirmier) exerce en MSP ou en centre de santé pluriprofessionnel : ce n’est pas compatible avec une ESP CLAP.',
  ],
  [
    'an action before the convention',
    { action: { date: '2026-01-01' } },
    'Cette action a eu lieu avant la signature de la convention (15 janvier 2026).',
  ],
  [
    'a missing rate',
    { action: { type: 'staff' } },
    'Le tarif de cette action n’est pas publié. L’association vous répondra.',
  ],
  [
    'a PPS among four',
    { action: { type: 'pps', referent: 'P1', participants: ['P1', 'P2', 'P3', 'P4'] } },
    'Le barème prévoit 2 ou 3 professionnels. L’association doit décider de la répartition.',
  ],
  [
    'a centre of three',
    {
      membres: [
        cast[0]!,
        ...['a', 'b', 'c'].map((id) => member(id, 'infirmier', { exercice: 'centre-mono', centre: 'C1' })),
      ],
      action: { participants: ['P1', 'a', 'b', 'c'] },
    },
    'Indiquez les deux professionnels du centre qui seront indemnisés (C1).',
  ],
  [
    'prevention',
    { action: { type: 'prevention' } },
    'Le plan ne prévoit pas d’indemnité pour cette action. La prévention se finance par l’appel à projets de l’ARS ; l’équipe se constitue alors en association loi 1901.',
  ],
  ['an indemnified meeting', {}, 'Action indemnisée : 135 € en tout.'],
])('the sentence for %s', (_name, changes, expected) => expect(phraseOf(changes)).toBe(expected));

test('every code of the scheme has a sentence', () => {
  expect(Object.keys(reasonSentences)).toHaveLength(22 + 6 + 3);
});

test('every euro of an uneven protocol is explained', () => {
  const changes = {
    membres: [...cast, member('P9', 'infirmier', { exercice: 'salarie' })],
    reglages: {},
    engageCentimes: 100_000,
    dejaDeclarees: { '2026': { 'protocole-complexe': 2 } },
    action: { type: 'protocole-simple', participants: ['P3', 'P9', 'P2', 'P1'] },
  };
  const { explication } = decidedAnswer(decisionOn(changes), namesOf(evaluationSchema.parse(request(changes)).membres));
  expect(explication.map(plain)).toEqual([
    'Protocoles, cas 1 et cas 2 ensemble : action n° 3 de 2026, 8 au plus.',
    'Forfait de 400 €, à partager entre les participants à indemniser : 3.',
    'P1 (médecin généraliste) : 133,34 €, une part égale et un centime du reste, qui va aux premiers dans l’ordre des numéros RPPS (sinon des identifiants).',
    'P2 (infirmier) : 133,33 €, une part égale.',
    'P3 (pharmacien) : 133,33 €, une part égale.',
    'P9 (infirmier) : 0 €, un professionnel salarié participe sans être indemnisé.',
    'Total : 133,34 € + 133,33 € + 133,33 € + 0 € = 400 €.',
    'Enveloppe de l’année : 1 000 € engagés avant cette action, 1 400 € avec elle, sur 10 000 €.',
  ]);
});

test('a refusal says whether its rule is written, read or proposed', () => {
  const origin = (changes: RequestChanges) => plain(decidedAnswer(decisionOn(changes), (id) => id).explication.at(-1)!);
  expect(origin({ action: { type: 'staff', participants: ['P2', 'P3'] } })).toBe(
    'Cette règle est écrite dans la source du plan (S0).',
  );
  expect(origin({ action: { participants: ['P1'] } })).toBe(
    'Aucune source ne le dit : nous proposons cette règle, à confirmer par l’association.',
  );
});

const period = paysDeLaLoire.periodes[0]!;

test('the seven kinds of action, with cap and amounts in words', () => {
  const rows = planSummary(period).map(({ type, plafond, plafondPhrase, montants }) => [
    type,
    plafond,
    plain(plafondPhrase),
    ...montants.map(plain),
  ]);
  expect(rows).toEqual([
    [
      'pps',
      null,
      'aucun plafond écrit',
      '150 € par plan, dont 50 € pour le référent',
      'à 2 professionnels : 60 € pour le médecin généraliste, 40 € pour l’autre',
      'à 3 professionnels : 40 € pour le médecin généraliste, 30 € pour chacun des autres',
      'à tout autre nombre : répartition à fixer par l’association',
    ],
    [
      'rcp-avec-patient',
      12,
      '12 par an au plus',
      '75 € : professions médicales et de la pharmacie',
      '60 € : professions paramédicales',
    ],
    [
      'rcp-sans-patient',
      10,
      '10 par an au plus',
      '75 € : professions médicales et de la pharmacie',
      '60 € : professions paramédicales',
    ],
    ['staff', 12, '12 par an au plus', 'à fixer par l’association'],
    ['protocole-simple', 8, '8 par an au plus, tous cas confondus', '400 €, à parts égales entre les participants'],
    ['protocole-complexe', 8, '8 par an au plus, tous cas confondus', '700 €, à parts égales entre les participants'],
    ['redaction-projet', null, 'une fois par professionnel et par projet', '500 € par professionnel'],
  ]);
  expect(
    planSummary(period)
      .filter(({ aFixer }) => aFixer)
      .map(({ type }) => type),
  ).toEqual(['staff']);
  expect(planSummary(period).every(({ source, luLe }) => source === 'S0' && luLe === '2026-11-22')).toBe(true);
});

test('what changed between two periods reads as a list', () => {
  const [before, after] = readPlan('tests/data/plans/exemple.json').periodes;
  const lines = planChanges(before!, after!).map(({ chemin, avant, apres }) =>
    plain(`${chemin} : ${avant} → ${apres}`),
  );
  expect(lines).toEqual([
    'Actions › réunion › tarif › médecins et pharmaciens : 50 € → 55 €',
    'Plafond annuel › réunion : 6 → 4',
    'Enveloppe annuelle de l’équipe : aucun montant donné → 2 000 €',
    'Règles › part d’un participant qui ne peut pas être indemnisé : elle revient aux autres → elle n’est pas versée',
    'Règles › jour de la signature compris : oui → non',
    'Règles › jour du départ compris : oui → non',
    'Règles › délai de déclaration : aucun délai écrit → 60 jours',
    'Actions › réunion sur des cas : absent de ce plan → forfait à partager',
    'Actions › réunion sur des cas › forfait : absent de ce plan → 90 €',
    'Plafond annuel › réunion sur des cas : absent de ce plan → 2',
  ]);
  expect(planChanges(after!, after!)).toEqual([]);
});

test('no path of a plan is left in the words of the file', () => {
  const empty = { ...period, actions: {}, plafonds: [], categories: [], regles: {} } as unknown as typeof period;
  const paths = planChanges(empty, period).map(({ chemin }) => chemin);
  expect(paths.length).toBeGreaterThan(50);
  expect(paths.filter((path) => /[a-z][A-Z]|[a-z]-[a-z]+-[a-z]|\w_\w/.test(path))).toEqual([]);
});
