import { expect, test } from 'vitest';
import { cast, decisionOn, inOneLine, member, paysDeLaLoire, type RequestChanges, readPlan } from './team.ts';

/**
 * One request that breaks every rule at once; each row repairs one more thing, and the next refusal shows.
 * Order R01 to R11 of the scheme.
 */
const elsewhere = member('P4', 'masseur-kinesitherapeute', { mspOuCdsPluri: true });
const nurses = ['N1', 'N2', 'N3'].map((id) => member(id, 'infirmier', { exercice: 'centre-mono', centre: 'C1' }));
const team = [...cast.filter(({ id }) => id !== 'P4'), elsewhere, ...nurses];

const repairs: [expected: string, changes: RequestChanges][] = [
  ['ACTION_HORS_BAREME', { action: { type: 'etp' } }],
  ['DATE_FUTURE', { action: { type: 'protocole-complexe' } }],
  ['CONVENTION_ABSENTE', { action: { date: '2026-06-10' } }],
  ['ACTION_AVANT_CONVENTION', { convention: { signeeLe: '2026-06-11', finLe: '2026-06-30' } }],
  ['CONVENTION_RESILIEE', { convention: { signeeLe: '2026-01-15', finLe: '2026-06-09' } }],
  ['ACTION_NON_PREVUE_AU_PROJET', { convention: { signeeLe: '2026-01-15' } }],
  ['AUCUN_PARTICIPANT', { actionsPrevues: ['protocole-complexe'] }],
  ['PARTICIPANT_EN_DOUBLE', { action: { participants: ['P4', 'P4', 'stranger'] } }],
  ['PARTICIPANT_NON_MEMBRE:stranger', { action: { participants: ['P4', 'stranger'] } }],
  ['PARTICIPANT_EN_MSP_OU_CDS:P4', { action: { participants: ['P4'] } }],
  ['EFFECTIF_INSUFFISANT', { action: { participants: ['N1'] } }],
  ['PLURIPRO_REQUIS', { action: { participants: ['N1', 'N2', 'N3'] } }],
  ['PROTOCOLE_HORS_NOMENCLATURE_NON_JUSTIFIE', { action: { participants: ['N1', 'N2', 'N3', 'P1'] } }],
  ['PROTOCOLE_DEJA_INDEMNISE', { action: { horsNomenclature: ['temps d’éducation'] } }],
  ['CENTRE_DESIGNATION_REQUISE', { protocolesIndemnises: [] }],
  ['PLAFOND_ANNUEL_ATTEINT', { action: { designes: ['N1', 'N3'] } }],
  ['ENVELOPPE_DEPASSEE · N1 23334 ; N2 0 CENTRE_PLAFOND_2 ; N3 23333 ; P1 23333 · 70000', { dejaDeclarees: {} }],
  ['N1 23334 ; N2 0 CENTRE_PLAFOND_2 ; N3 23333 ; P1 23333 · 70000', { engageCentimes: 930_000 }],
];

const everythingWrong: RequestChanges = {
  reglages: {},
  membres: team,
  convention: null,
  actionsPrevues: ['pps'],
  dejaDeclarees: { '2026': { 'protocole-simple': 8 } },
  engageCentimes: 930_001,
  protocolesIndemnises: ['plaies'],
  action: { type: 'etp', date: '2026-11-23', participants: [], protocole: 'plaies' },
};

function upTo(row: number): RequestChanges {
  let request = everythingWrong;
  for (const [, { action, ...changes }] of repairs.slice(0, row + 1)) {
    request = { ...request, ...changes, action: { ...request.action, ...action } };
  }
  return request;
}

test.each(repairs.map(([expected], row): [number, string] => [row, expected]))(
  'repair %i leaves %s',
  (row, expected) => {
    expect(inOneLine(decisionOn(upTo(row))).replace(/^\w+ · /, '')).toBe(expected);
  },
);

const example = readPlan('tests/data/plans/exemple.json');

test('the kind of action is asked before the plan of the day', () => {
  const before = { date: '2024-12-31' };
  expect(inOneLine(decisionOn({ action: { ...before, type: 'etp' } }, '2026-11-22', example))).toBe(
    'REFUSED · ACTION_HORS_BAREME',
  );
  expect(inOneLine(decisionOn({ action: before }, '2026-11-22', example))).toBe('REFUSED · PLAN_ABSENT');
});

test('an action today is not in the future, and one on the day of the signature counts', () => {
  expect(decisionOn({ action: { date: '2026-11-22' } }).decision).toBe('ACCEPTED');
  expect(decisionOn({ action: { date: '2026-01-15' } }).decision).toBe('ACCEPTED');
  expect(decisionOn({ convention: { signeeLe: '2026-01-15', finLe: '2026-06-10' } }).decision).toBe('ACCEPTED');
});

test('a plan may leave out the days of the signature and of the leaving', () => {
  const three = { action: { date: '2026-06-10', participants: ['P1', 'P2', 'P3'] } };
  expect(inOneLine(decisionOn({ ...three, convention: { signeeLe: '2026-06-10' } }, '2026-06-11', example))).toBe(
    'REFUSED · ACTION_AVANT_CONVENTION',
  );
  const leaving = { membres: cast.map((one) => ({ ...one, au: '2026-06-10' })) };
  expect(inOneLine(decisionOn({ ...three, ...leaving }, '2026-06-11', example))).toBe(
    'REFUSED · PARTICIPANT_NON_MEMBRE:P1',
  );
  expect(decisionOn({ ...three, ...leaving }).decision).toBe('ACCEPTED');
});

test('a member of the same day is in the team, one of the next day is not', () => {
  const arriving = (du: string) => ({
    membres: [...cast, member('P8', 'infirmier', { du })],
    action: { participants: ['P1', 'P8'] },
  });
  expect(decisionOn(arriving('2026-06-10')).decision).toBe('ACCEPTED');
  expect(inOneLine(decisionOn(arriving('2026-06-11')))).toBe('REFUSED · PARTICIPANT_NON_MEMBRE:P8');
});

test('the writing needs a convention but comes before it, needs no place in the project, and no second person', () => {
  const writing = { type: 'redaction-projet', date: '2025-12-01', participants: ['P2'] };
  expect(inOneLine(decisionOn({ convention: null, action: writing }))).toBe('REFUSED · CONVENTION_ABSENTE');
  expect(inOneLine(decisionOn({ actionsPrevues: [], action: writing }))).toBe('ACCEPTED · P2 50000 · 50000');
  expect(decisionOn({ convention: { signeeLe: '2025-01-01', finLe: '2025-02-01' }, action: writing }).decision).toBe(
    'ACCEPTED',
  );
});

test('the writing leaves the envelope alone', () => {
  const writing = { type: 'redaction-projet', participants: ['P1', 'P2', 'P3'] };
  expect(inOneLine(decisionOn({ reglages: {}, engageCentimes: 1_000_000, action: writing }))).toBe(
    'ACCEPTED · P1 50000 ; P2 50000 ; P3 50000 · 150000',
  );
});

test('an envelope filled to the cent is not passed; a null total is not compared', () => {
  const rcp = (engageCentimes: number) => decisionOn({ reglages: {}, engageCentimes });
  expect(rcp(986_500).decision).toBe('ACCEPTED');
  expect(inOneLine(rcp(986_501))).toBe('PENDING · ENVELOPPE_DEPASSEE · P1 7500 ; P2 6000 · 13500');
  expect(inOneLine(decisionOn({ reglages: {}, engageCentimes: 2_000_000, action: { type: 'staff' } }))).toBe(
    'PENDING · BAREME_INCOMPLET · P1 ? ; P2 ?',
  );
});

test('the request may suppose another envelope, none, or no STAFF rate', () => {
  const of = (reglages: RequestChanges['reglages']) => decisionOn({ reglages, engageCentimes: 990_000 }).decision;
  expect([of({}), of({ enveloppeAnnuelleCentimes: 1_003_500 }), of({ enveloppeAnnuelleCentimes: null })]).toEqual([
    'PENDING',
    'ACCEPTED',
    'ACCEPTED',
  ]);
  const staff = (tarifStaffCentimes: { A: number; B: number } | null) =>
    inOneLine(decisionOn({ reglages: { tarifStaffCentimes }, action: { type: 'staff' } }));
  expect(staff({ A: 100, B: 1 })).toBe('ACCEPTED · P1 100 ; P2 1 · 101');
  expect(staff(null)).toBe('PENDING · BAREME_INCOMPLET · P1 ? ; P2 ?');
});

test('the action types that the project foresees are asked for, and absent means all', () => {
  expect(inOneLine(decisionOn({ actionsPrevues: [] }))).toBe('REFUSED · ACTION_NON_PREVUE_AU_PROJET');
  expect(decisionOn({ actionsPrevues: ['rcp-sans-patient', 'prevention'] }).decision).toBe('ACCEPTED');
});

test('the 12th RCP with the patient and the 8th protocol are paid, the 13th and the 9th are not', () => {
  const withPatient = (already: number) =>
    decisionOn({
      dejaDeclarees: { '2026': { 'rcp-avec-patient': already } },
      action: { type: 'rcp-avec-patient', patientPresent: true },
    }).decision;
  expect([withPatient(11), withPatient(12)]).toEqual(['ACCEPTED', 'REFUSED']);
  const protocol = (already: number) =>
    decisionOn({ dejaDeclarees: { '2026': { 'protocole-complexe': already } }, action: { type: 'protocole-simple' } })
      .decision;
  expect([protocol(7), protocol(8)]).toEqual(['ACCEPTED', 'REFUSED']);
});

test('a presence that nobody stated is not a presence', () => {
  expect(inOneLine(decisionOn({ action: { type: 'rcp-avec-patient', patientPresent: null } }))).toBe(
    'REFUSED · RCP_PATIENT_ABSENT',
  );
});

test('the period that decided comes with the decision, refused or not', () => {
  expect(decisionOn({ action: { type: 'etp' } }).period).toBe(paysDeLaLoire.periodes[0]);
  expect(decisionOn({ action: { date: '2024-12-31' } }, '2026-11-22', example).period).toBeNull();
});
