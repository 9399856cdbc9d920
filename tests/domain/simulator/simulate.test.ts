import { expect, test } from 'vitest';
import { codeOf } from '#domain/indemnities/decision.ts';
import { simulate } from '#domain/simulator/simulate.ts';
import { type SimulationInput, simulationSchema } from '#domain/simulator/simulation.schema.ts';
import { paysDeLaLoire, readPlan } from '../indemnities/team.ts';

const example = readPlan('tests/data/plans/exemple.json');

const liberal = (id: string, profession: SimulationInput['membres'][number]['profession']) => ({
  id,
  profession,
  exercice: 'liberal' as const,
});
const pair = [liberal('MG', 'medecin-generaliste'), liberal('IDE', 'infirmier')];

const year = (actions: SimulationInput['actions'], changes: Partial<SimulationInput> = {}, plan = paysDeLaLoire) =>
  simulate(plan, simulationSchema.parse({ plan: plan.id, annee: 2027, membres: pair, actions, ...changes }));

const everyCap: SimulationInput['actions'] = [
  { type: 'rcp-avec-patient', nombre: 12 },
  { type: 'rcp-sans-patient', nombre: 10 },
  { type: 'protocole-complexe', nombre: 8 },
];

/** « 9 ACCEPTED 15000, 3 PENDING ENVELOPPE_DEPASSEE 15000 »: the answers that a group of actions gets. */
const answers = (group: ReturnType<typeof year>['groups'][number]) =>
  group.outcomes
    .map(({ decision, count }) =>
      [count, decision.decision, decision.reason && codeOf(decision.reason), decision.totalCents]
        .filter((part) => part !== null)
        .join(' '),
    )
    .join(', ');

test('a GP and a nurse who use every cap earn 8,570 € before PPS and STAFF', () => {
  const { total, groups, people, envelope } = year(everyCap);
  expect(total).toEqual({ knownCents: 857_000, waitingCents: 0, toFix: 0 });
  expect(groups.map(answers)).toEqual(['12 ACCEPTED 13500', '10 ACCEPTED 13500', '8 ACCEPTED 70000']);
  expect(people.map(({ memberId, tally }) => [memberId, tally.knownCents])).toEqual([
    ['MG', 445_000],
    ['IDE', 412_000],
  ]);
  expect(envelope).toEqual({ envelopeCents: 1_000_000, engagedCents: 857_000, leftCents: 143_000 });
});

test('after that, 9 of 12 PPS fit in the envelope and 3 wait', () => {
  const { total, groups, envelope, people } = year([...everyCap, { type: 'pps', nombre: 12, referent: 'IDE' }]);
  expect(answers(groups[3]!)).toBe('9 ACCEPTED 15000, 3 PENDING ENVELOPPE_DEPASSEE 15000');
  expect(total).toEqual({ knownCents: 992_000, waitingCents: 45_000, toFix: 0 });
  expect(envelope.leftCents).toBe(8_000);
  expect(people.map(({ tally }) => [tally.knownCents, tally.waitingCents])).toEqual([
    [499_000, 18_000],
    [493_000, 27_000],
  ]);
});

test('the 12 STAFF count, and their amount is unknown, never zero', () => {
  const { total, caps, people, groups } = year([{ type: 'staff', nombre: 13 }]);
  expect(answers(groups[0]!)).toBe('12 PENDING BAREME_INCOMPLET, 1 REFUSED PLAFOND_ANNUEL_ATTEINT');
  expect(total).toEqual({ knownCents: 0, waitingCents: 0, toFix: 12 });
  expect(people.map(({ tally, attended }) => [tally.toFix, attended])).toEqual([
    [12, 12],
    [12, 12],
  ]);
  expect(caps.find(({ cap }) => cap.nom === 'STAFF')).toMatchObject({ used: 12, left: 0 });
});

test('with a supposed STAFF rate of 75 € and 60 €, the same 12 bring 1,620 €', () => {
  const { total } = year([{ type: 'staff', nombre: 12 }], { reglages: { tarifStaffCentimes: { A: 7_500, B: 6_000 } } });
  expect(total).toEqual({ knownCents: 162_000, waitingCents: 0, toFix: 0 });
});

test('a PPS among four leaves four amounts open for people, and one for the year', () => {
  const membres = [...pair, liberal('PHA', 'pharmacien'), liberal('KINE', 'masseur-kinesitherapeute')];
  const { total, people } = year([{ type: 'pps', nombre: 1, referent: 'MG' }], { membres });
  expect(total.toFix).toBe(1);
  expect(people.map(({ tally }) => tally.toFix)).toEqual([1, 1, 1, 1]);
});

test('a paediatrician without a rate: his amount is open, the GP’s 75 € wait with it', () => {
  const { total, people } = year([{ type: 'rcp-sans-patient', nombre: 2 }], {
    membres: [pair[0]!, liberal('PED', 'autre-medecin')],
  });
  expect(total).toEqual({ knownCents: 0, waitingCents: 0, toFix: 2 });
  expect(people.map(({ tally }) => tally)).toEqual([
    { knownCents: 0, waitingCents: 15_000, toFix: 0 },
    { knownCents: 0, waitingCents: 0, toFix: 2 },
  ]);
});

const eight = [
  ...pair,
  liberal('PHA', 'pharmacien'),
  liberal('SF', 'sage-femme'),
  liberal('DENT', 'chirurgien-dentiste'),
  liberal('KINE', 'masseur-kinesitherapeute'),
  liberal('POD', 'pedicure-podologue'),
  liberal('ORT', 'orthophoniste'),
];

test('eight people at 540 € a meeting pass 10,000 € at the 19th', () => {
  const { groups, total } = year(
    [
      { type: 'rcp-avec-patient', nombre: 12 },
      { type: 'rcp-sans-patient', nombre: 10 },
    ],
    { membres: eight },
  );
  expect(groups.map(answers)).toEqual(['12 ACCEPTED 54000', '6 ACCEPTED 54000, 4 PENDING ENVELOPPE_DEPASSEE 54000']);
  expect(total).toEqual({ knownCents: 972_000, waitingCents: 216_000, toFix: 0 });
});

test('waiting actions fill the caps, refused ones do not', () => {
  const { caps } = year(
    [
      { type: 'rcp-avec-patient', nombre: 12, participants: ['IDE'] },
      { type: 'rcp-sans-patient', nombre: 10 },
    ],
    { engageCentimes: 1_000_000 },
  );
  const used = Object.fromEntries(caps.map(({ cap, used }) => [cap.nom, used]));
  expect(used).toMatchObject({ 'RCP avec patient': 0, 'RCP sans patient': 10 });
});

test('the writing is paid once to each, out of the envelope', () => {
  const { groups, envelope, writingCents, total, people } = year([{ type: 'redaction-projet', nombre: 2 }]);
  expect(answers(groups[0]!)).toBe('1 ACCEPTED 100000, 1 REFUSED REDACTION_DEJA_INDEMNISEE:IDE');
  expect([writingCents, total.knownCents, envelope.engagedCents]).toEqual([100_000, 100_000, 0]);
  expect(people.map((person) => person.writingCents)).toEqual([50_000, 50_000]);
});

test('what is already declared and engaged counts', () => {
  const { groups, envelope } = year([{ type: 'rcp-sans-patient', nombre: 3 }], {
    dejaDeclarees: { '2027': { 'rcp-sans-patient': 8 }, '2026': { 'rcp-sans-patient': 10 } },
    engageCentimes: 500_000,
  });
  expect(answers(groups[0]!)).toBe('2 ACCEPTED 13500, 1 REFUSED PLAFOND_ANNUEL_ATTEINT');
  expect(envelope.engagedCents).toBe(527_000);
});

test('an employee takes part without pay, a psychologist is not in the table', () => {
  const membres = [
    ...pair,
    { ...liberal('ASALEE', 'infirmier'), exercice: 'salarie' as const },
    liberal('PSY', 'psychologue'),
  ];
  const { people } = year([{ type: 'rcp-sans-patient', nombre: 3 }], { membres });
  expect(people.map(({ memberId, attended, unpaid, tally }) => [memberId, attended, unpaid, tally.knownCents])).toEqual(
    [
      ['MG', 3, 0, 22_500],
      ['IDE', 3, 0, 18_000],
      ['ASALEE', 3, 3, 0],
    ],
  );
});

test('someone who joined in September or left in March is of the year, someone of another year is not', () => {
  const of = (du: string | null, au: string | null) =>
    answers(
      year([{ type: 'rcp-sans-patient', nombre: 1, participants: ['MG', 'IDE'] }], {
        membres: [pair[0]!, { ...pair[1]!, du, au }],
      }).groups[0]!,
    );
  expect([of('2027-09-01', null), of(null, '2027-03-31')]).toEqual(['1 ACCEPTED 13500', '1 ACCEPTED 13500']);
  expect([of('2028-01-01', null), of(null, '2026-12-31')]).toEqual([
    '1 REFUSED PARTICIPANT_NON_MEMBRE:IDE',
    '1 REFUSED PARTICIPANT_NON_MEMBRE:IDE',
  ]);
});

test('the same year under the plan of another day: 130 € a meeting in 2025, 135 € in 2026', () => {
  const membres = [...pair, liberal('KINE', 'masseur-kinesitherapeute')];
  const under = (datePlan?: string) =>
    year([{ type: 'rcp-sans-patient', nombre: 6 }], { membres, datePlan }, example).groups.map(answers);
  expect(under('2025-06-01')).toEqual(['6 ACCEPTED 13000']);
  expect(under()).toEqual(['4 ACCEPTED 13500, 2 REFUSED PLAFOND_ANNUEL_ATTEINT']);
  expect(under('2024-06-01')).toEqual(['6 REFUSED PLAN_ABSENT']);
});

const left = (result: ReturnType<typeof year>) =>
  Object.fromEntries(
    result.leftovers.map(({ type, unitCents, possible, limit }) => [type, [unitCents, possible, limit]]),
  );

test('what is left of a year, kind by kind', () => {
  expect(left(year([...everyCap.slice(0, 1), { type: 'rcp-sans-patient', nombre: 4 }]))).toEqual({
    pps: [15_000, 52, 'envelope'], // 10,000 − 16 × 135 = 7,840 €
    'rcp-avec-patient': [null, 0, 'cap'],
    'rcp-sans-patient': [13_500, 6, 'cap'],
    staff: [null, 12, 'cap'],
    'protocole-simple': [40_000, 8, 'cap'],
    'protocole-complexe': [70_000, 8, 'cap'],
  });
});

test('without envelope, PPS have no limit; with 80 € left, none fits', () => {
  expect(left(year([], { reglages: { enveloppeAnnuelleCentimes: null } })).pps).toEqual([15_000, null, null]);
  expect(left(year([], { engageCentimes: 992_000 })).pps).toEqual([15_000, 0, 'envelope']);
});

test('a team of nurses alone can hold none of them, and the answer says which rule stops it', () => {
  const { leftovers } = year([], { membres: [liberal('A', 'infirmier'), liberal('B', 'infirmier')] });
  expect(new Set(leftovers.map(({ next, possible }) => `${next.reason?.code} ${possible}`))).toEqual(
    new Set(['EFFECTIF_INSUFFISANT null']),
  );
});

test('a year of 10 people takes a few milliseconds at most', () => {
  const membres = [...eight, liberal('ERG', 'ergotherapeute'), liberal('DIET', 'dieteticien')];
  const actions = [
    ...everyCap,
    { type: 'staff', nombre: 12 },
    { type: 'pps', nombre: 30, referent: 'MG', participants: ['MG', 'IDE', 'PHA'] },
    { type: 'redaction-projet', nombre: 1 },
  ];
  const once = () => {
    const start = performance.now();
    year(actions, { membres });
    return performance.now() - start;
  };
  // The best of many: the machine that tests may be busy.
  expect(Math.min(...Array.from({ length: 50 }, once))).toBeLessThan(5);
});
