import { describe, expect, test } from 'vitest';
import { comparedPeriods } from '#domain/indemnities/compared-periods.ts';
import { everyCap, teamOfFive } from '#domain/simulator/presets.ts';
import { readSimulator, type SimulatorReading, simulatorAddress } from '#domain/simulator/query.ts';
import { simulationOf } from '#domain/simulator/request.ts';
import { simulate } from '#domain/simulator/simulate.ts';
import { teamText } from '#domain/simulator/team.ts';
import { amountInWords, capsInWords, totalNotes } from '../../../src/messages/indemnities/simulated-year.ts';
import { errorSentence, leftOutSentence, periodSentence } from '../../../src/messages/indemnities/simulator.ts';
import { paysDeLaLoire, readPlan } from '../indemnities/team.ts';

const exemple = readPlan('tests/data/plans/exemple.json');
const plans = new Map([paysDeLaLoire, exemple].map((plan) => [plan.id, plan]));

const read = (query: string): SimulatorReading =>
  readSimulator(new URLSearchParams(query), { plans, currentYear: 2026 });
const yearOf = (query: string) => {
  const { query: asked, errors } = read(query);
  expect(errors).toEqual([]);
  return simulate(asked.plan, simulationOf(asked, 2));
};
const addressOf = (query: string) => simulatorAddress(read(query).query);
const errorsOf = (query: string) => read(query).errors.map((error) => `${error.champ} : ${error.code}`);
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const duo = 'equipe=medecin-generaliste:1,infirmier:1';

describe('the address', () => {
  test('an empty one is a general practitioner and a nurse in a modest year of 2026', () => {
    expect(addressOf('')).toBe(`${duo}&pps-2=4&rcp-avec-patient=3&rcp-sans-patient=4&protocole-simple=1&annee=2026`);
  });

  test('a team without actions gets the modest year, which the wizard counts on', () => {
    expect(addressOf('equipe=medecin-generaliste:1,pharmacien:2')).toBe(
      'equipe=medecin-generaliste:1,pharmacien:2&pps-2=4&rcp-avec-patient=3&rcp-sans-patient=4&protocole-simple=1&annee=2026',
    );
  });

  test('one action named, even zero times, is the whole year', () => {
    expect(addressOf(`${duo}&rcp-sans-patient=10`)).toBe(`${duo}&rcp-sans-patient=10&annee=2026`);
    expect(addressOf(`${duo}&staff=0`)).toBe(`${duo}&pps-2=0&annee=2026`);
  });

  test('reading an address again gives the same address', () => {
    for (const query of [
      '',
      teamOfFive,
      'equipe=infirmier.centre-a:4,medecin-generaliste:1&designes=infirmier.centre-a-3,infirmier.centre-a-4&staff=2',
      'equipe=medecin-generaliste:1,infirmier:2&pps-2=1&pps-2.avec=medecin-generaliste-1,infirmier-2&pps-2.referent=infirmier-2',
      'equipe=medecin-generaliste:1,infirmier:2&rcp-sans-patient=3&rcp-sans-patient.sans=infirmier-2&annee=2027&au=2025-06-30',
      'plan=exemple&equipe=pharmacien:3&rcp-sans-patient=2',
    ]) {
      expect(addressOf(addressOf(query))).toBe(addressOf(query));
    }
  });

  test('people who practise alike are one row, in the order of their first one', () => {
    const { query, people } = read('equipe=infirmier:1,medecin-generaliste:1,infirmier:2,infirmier.salarie:1');
    expect(teamText(query.equipe)).toBe('infirmier:3,medecin-generaliste:1,infirmier.salarie:1');
    expect(people.map(({ id }) => id)).toEqual([
      'infirmier-1',
      'infirmier-2',
      'infirmier-3',
      'medecin-generaliste-1',
      'infirmier.salarie-1',
    ]);
  });

  test('a date is read as 2025-06-30 and as 30/06/2025', () => {
    expect(read('au=30/06/2025').query.au).toBe('2025-06-30');
    expect(read('au=2025-06-30').query.au).toBe('2025-06-30');
  });

  test('names that mean nothing here are told, not obeyed', () => {
    expect(read(`${duo}&pps-9=4&utm_source=x&rcp-sans-patient=1`).unknown).toEqual(['pps-9', 'utm_source']);
  });
});

describe('the form', () => {
  const form = 'equipe=medecin-generaliste:1,infirmier:1&profession=medecin-generaliste&exercice=liberal&nombre=1';

  test('gives its lines in order, without the empty one that adds', () => {
    expect(
      addressOf(`${form}&profession=infirmier&exercice=salarie&nombre=2&profession=&exercice=liberal&nombre=1`),
    ).toBe('equipe=medecin-generaliste:1,infirmier.salarie:2&pps-2=0&annee=2026');
  });

  test('takes away the line whose button was pressed, and the line of zero', () => {
    const two = `${form}&profession=infirmier&exercice=liberal&nombre=1`;
    expect(addressOf(`${two}&retirer=0&staff=1`)).toBe('equipe=infirmier:1&staff=1&annee=2026');
    expect(addressOf(`${form}&profession=infirmier&exercice=liberal&nombre=0&staff=1`)).toBe(
      'equipe=medecin-generaliste:1&staff=1&annee=2026',
    );
  });

  test('a usual choice follows the team: a nurse replaced by a pharmacist shares the care plan in her place', () => {
    const swapped = `${form}&profession=pharmacien&exercice=liberal&nombre=1&pps-2=3`;
    const usual = '&pps-2.avec=medecin-generaliste-1&pps-2.avec=infirmier-1&pps-2.referent=medecin-generaliste-1';
    expect(addressOf(swapped + usual)).toBe('equipe=medecin-generaliste:1,pharmacien:1&pps-2=3&annee=2026');
  });

  test('a choice of one’s own stays: the nurse remains the referent', () => {
    const own = `${form}&profession=infirmier&exercice=liberal&nombre=1&pps-2=3&pps-2.referent=infirmier-1`;
    expect(addressOf(own)).toBe(`${duo}&pps-2=3&pps-2.referent=infirmier-1&annee=2026`);
  });
});

describe('bad values', () => {
  test.each([
    ['equipe=', 'equipe : nobody'],
    ['equipe=magicien:1', 'equipe : unknown-profession'],
    ['equipe=infirmier.plage:1', 'equipe : unknown-practice'],
    ['equipe=infirmier:deux', 'nombre-0 : not-a-number'],
    ['equipe=medecin-generaliste:1,infirmier:-1', 'nombre-1 : not-a-number'],
    ['equipe=infirmier:31', 'nombre-0 : too-many'],
    ['equipe=infirmier:16,pharmacien:15', 'equipe : too-many-people'],
    ['staff=100', 'staff : too-many'],
    ['redaction-projet=2', 'redaction-projet : too-many'],
    ['rcp-sans-patient=2,5', 'rcp-sans-patient : not-a-number'],
    ['rcp-sans-patient=１０', 'rcp-sans-patient : not-a-number'],
    ['annee=1999', 'annee : not-a-year'],
    ['annee=2101', 'annee : not-a-year'],
    ['au=2026-02-30', 'au : not-a-day'],
    ['au=31/04/2026', 'au : not-a-day'],
    ['plan=atlantide', 'plan : unknown-plan'],
    ['plan=exemple&au=2024-12-31', 'au : no-plan-that-day'],
    ['plan=exemple&annee=2024', 'annee : no-plan-that-day'],
    [
      'equipe=infirmier.centre-a:4&designes=infirmier.centre-a-1,infirmier.centre-a-2,infirmier.centre-a-3',
      'designes : too-many-designated',
    ],
  ])('%s is refused at its field: %s', (query, error) => {
    expect(errorsOf(query)).toEqual([error]);
  });

  test('what was typed is kept, beside an error in French', () => {
    const { typed, errors } = read('equipe=infirmier:deux&staff=mille&au=hier');
    expect(typed.lignes).toEqual([{ profession: 'infirmier', exercice: 'liberal', nombre: 'deux' }]);
    expect(typed.nombres.get('staff')).toBe('mille');
    expect(typed.au).toBe('hier');
    expect(errors.map((error) => plain(errorSentence(error)))).toEqual([
      '« hier » n’est pas une date qui existe. Écrivez-la comme 30/06/2026.',
      '« deux » n’est pas un nombre entier. Écrivez des chiffres, sans virgule ni signe.',
      '« mille » n’est pas un nombre entier. Écrivez des chiffres, sans virgule ni signe.',
    ]);
  });

  test('thirty people and 99 of every action are the most, and are accepted', () => {
    expect(errorsOf('equipe=medecin-generaliste:1,infirmier:29&pps-2=99&rcp-sans-patient=99&staff=99')).toEqual([]);
  });

  test('no address, however strange, throws', () => {
    for (const query of [
      'equipe=:::,,,...',
      'equipe=.:',
      'nombre=1',
      'profession=',
      'designes=,,',
      'pps-2.avec=,',
      '=',
      '&&&',
    ]) {
      expect(() => addressOf(query)).not.toThrow();
    }
  });
});

describe('the year', () => {
  test('a GP and a nurse at every cap earn 12 × 135 + 10 × 135 + 8 × 700 = 8 570 €, and 12 STAFF remain to fix', () => {
    const query = everyCap(paysDeLaLoire.periodes[0]!, read(duo).query.equipe);
    expect(query).toBe(`${duo}&rcp-avec-patient=12&rcp-sans-patient=10&staff=12&protocole-complexe=8`);
    const year = yearOf(query);
    expect(year.total).toEqual({ knownCents: 857_000, waitingCents: 0, toFix: 12 });
    expect(plain(amountInWords(year.total))).toBe('au moins 8 570 €');
    expect(totalNotes(year, String)).toEqual(['Sans compter 12 actions dont l’association doit fixer le montant.']);
  });

  test('the modest year of the first screen is 4 × 150 + 3 × 135 + 4 × 135 + 400 = 1 945 €', () => {
    expect(yearOf('').total).toEqual({ knownCents: 194_500, waitingCents: 0, toFix: 0 });
  });

  test('the team of five earns 10 × 150 + 12 × 330 + 400 + 700 = 6 560 €, and 4 STAFF remain to fix', () => {
    expect(yearOf(teamOfFive).total).toEqual({ knownCents: 656_000, waitingCents: 0, toFix: 4 });
  });

  test('a care plan among two is shared by the GP, referent, and the first nurse: 110 € and 40 €', () => {
    const year = yearOf('equipe=infirmier:2,medecin-generaliste:1&pps-2=1');
    expect(year.people.map(({ memberId, tally }) => [memberId, tally.knownCents])).toEqual([
      ['infirmier-1', 4_000],
      ['infirmier-2', 0],
      ['medecin-generaliste-1', 11_000],
    ]);
  });

  test('a care plan among three takes three professions before two nurses', () => {
    const year = yearOf('equipe=medecin-generaliste:1,infirmier:2,pharmacien:1&pps-3=1');
    expect(year.people.map(({ tally }) => tally.knownCents)).toEqual([9_000, 3_000, 0, 3_000]);
  });

  test('care plans among four, or without a GP, are to fix: never zero', () => {
    const four = yearOf('equipe=medecin-generaliste:1,infirmier:2,pharmacien:1&pps-4=3');
    expect(amountInWords(four.total)).toBe('à fixer par l’association');
    expect(four.groups[0]?.outcomes[0]?.decision.reason?.code).toBe('PPS_REPARTITION_NON_PREVUE');
    const none = yearOf('equipe=infirmier:1,pharmacien:1&pps-2=1');
    expect(none.groups[0]?.outcomes[0]?.decision.reason?.code).toBe('PPS_SANS_MG_NON_PREVU');
    expect(amountInWords(none.total)).toBe('à fixer par l’association');
  });

  test('care plans among three that a pair plans are left out, and it says so', () => {
    const { query, period, people } = read(`${duo}&pps-3=4`);
    expect(yearOf(`${duo}&pps-3=4`).groups).toEqual([]);
    const planned = query.actions.find(({ row }) => row.key === 'pps-3')!;
    expect(leftOutSentence(planned, period, people)).toBe(
      'PPS à 3 professionnels (4) : l’équipe n’a que 2 personnes à indemniser, ces actions ne sont pas comptées.',
    );
  });

  test('of three nurses of a centre, the first two are paid, or those who are named', () => {
    const team = 'equipe=medecin-generaliste:1,infirmier.centre-a:3&rcp-sans-patient=1';
    const cents = (query: string) => yearOf(query).people.map(({ tally }) => tally.knownCents);
    expect(cents(team)).toEqual([7_500, 6_000, 6_000, 0]);
    expect(cents(`${team}&designes=infirmier.centre-a-3`)).toEqual([7_500, 6_000, 0, 6_000]);
  });

  test('an employed nurse takes part and receives nothing', () => {
    const year = yearOf(`${duo},infirmier.salarie:1&rcp-sans-patient=10`);
    expect(year.people.map(({ attended, unpaid, tally }) => [attended, unpaid, tally.knownCents])).toEqual([
      [10, 0, 75_000],
      [10, 0, 60_000],
      [10, 10, 0],
    ]);
  });

  test('the nurse who stays away is not counted', () => {
    const year = yearOf(
      'equipe=medecin-generaliste:1,infirmier:2&rcp-sans-patient=2&rcp-sans-patient.sans=infirmier-2',
    );
    expect(year.total.knownCents).toBe(27_000);
  });

  test('writing pays 500 € to each of two, outside the envelope', () => {
    const year = yearOf(`${duo}&redaction-projet=1`);
    expect([year.total.knownCents, year.writingCents, year.envelope.engagedCents]).toEqual([100_000, 100_000, 0]);
  });

  test('a big team passes the envelope: what goes beyond waits, nothing is cut', () => {
    // Four A and four B: 540 € a meeting. 18 of them make 9 720 €; the 19th and the 20th would pass 10 000 €.
    const team = 'medecin-generaliste:1,pharmacien:2,sage-femme:1,infirmier:2,orthophoniste:2';
    const year = yearOf(`equipe=${team}&rcp-avec-patient=12&rcp-sans-patient=8`);
    expect(year.total).toEqual({ knownCents: 972_000, waitingCents: 108_000, toFix: 0 });
    expect(totalNotes(year, String).map(plain)).toEqual([
      '1 080 € de plus sont en attente (2 actions) : ils dépassent l’enveloppe de 10 000 € de 2026, en comptant dans l’ordre de la liste. Rien n’est coupé, l’association décidera.',
    ]);
  });

  test('meetings beyond the cap are refused with their reason, and drawn beyond the line', () => {
    const year = yearOf(`${duo}&rcp-sans-patient=12`);
    expect(year.total.knownCents).toBe(135_000);
    expect(capsInWords(year).find(({ nom }) => nom === 'RCP sans patient')).toEqual({
      nom: 'RCP sans patient',
      counted: 10,
      beyond: 2,
      maximum: 10,
      phrase: '10 sur 10, plafond atteint, 2 de trop',
    });
    expect(totalNotes(year, String)).toEqual([
      '2 actions ne seraient pas indemnisées. Votre équipe a déjà déclaré 10 actions de ce type en 2026. Le plafond est de 10. Vous pouvez garder cette action sans indemnité.',
    ]);
  });

  test('a nurse alone is told why her meetings are not paid', () => {
    expect(totalNotes(yearOf('equipe=infirmier:1&rcp-sans-patient=1'), String)).toEqual([
      '1 action ne serait pas indemnisée. Une action réunit au moins 2 professionnels de santé.',
    ]);
  });
});

describe('another day', () => {
  // The example plan pays doctors and pharmacists 50 € a meeting in 2025 and 55 € from 2026, others 40 €, for three people or more.
  const team = 'plan=exemple&equipe=medecin-generaliste:1,pharmacien:1,infirmier:1&rcp-sans-patient=1';

  test('the same simulation is worth 150 € under the plan of 2026 and 140 € under that of 2025', () => {
    expect(yearOf(team).total.knownCents).toBe(15_000);
    expect(yearOf(`${team}&au=2025-12-31`).total.knownCents).toBe(14_000);
  });

  test('what the plan of that day does not pay is not proposed', () => {
    expect(read(`${team}&au=2026-01-01`).query.actions.map(({ row }) => row.key)).toEqual([
      'rcp-sans-patient',
      'staff',
      'protocole-simple',
    ]);
    expect(read(`${team}&au=2025-12-31`).query.actions.map(({ row }) => row.key)).toEqual([
      'rcp-sans-patient',
      'protocole-simple',
    ]);
  });

  test('a plan with one undated period says so, one with several says which', () => {
    expect(periodSentence(paysDeLaLoire, paysDeLaLoire.periodes[0]!)).toBe(
      'Nous ne connaissons qu’une version de ce plan : à toute date, le résultat est le même. La source ne dit pas depuis quand ces montants s’appliquent, ni jusqu’à quand.',
    );
    expect(periodSentence(exemple, exemple.periodes[0]!)).toBe(
      'Version du plan : du 1er janvier 2025 au 31 décembre 2025.',
    );
  });

  test('two periods are compared, the last two unless told otherwise; one period is compared to nothing', () => {
    const compared = (plan: typeof exemple, query: string) => comparedPeriods(plan, new URLSearchParams(query));
    expect(compared(exemple, '')).toEqual({ ok: true, value: { avant: 1, apres: 2 } });
    expect(compared(exemple, 'avant=2&apres=1')).toEqual({ ok: true, value: { avant: 2, apres: 1 } });
    expect(compared(paysDeLaLoire, '')).toEqual({ ok: true, value: null });
    expect(compared(exemple, 'avant=3')).toEqual({ ok: false, refusal: { champ: 'avant', texte: '3', last: 2 } });
    expect(compared(exemple, 'apres=0')).toEqual({ ok: false, refusal: { champ: 'apres', texte: '0', last: 2 } });
  });
});
