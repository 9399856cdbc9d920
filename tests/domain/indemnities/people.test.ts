import { expect, test } from 'vitest';
import { compareByCodePoint, inStableOrder } from '#domain/indemnities/stable-order.ts';
import { cast, decisionOn, inOneLine, member, type RequestChanges, readPlan } from './team.ts';

const employee = (id: string, profession: Parameters<typeof member>[1]) =>
  member(id, profession, { exercice: 'salarie' });
const pps = (membres: RequestChanges['membres'], participants: string[], referent: string) =>
  inOneLine(decisionOn({ membres: [...cast, ...(membres ?? [])], action: { type: 'pps', participants, referent } }));

test('the number of people who share a PPS is asked before their general practitioners', () => {
  expect(pps([member('P8', 'medecin-generaliste')], ['P1', 'P2', 'P3', 'P8'], 'P1')).toBe(
    'PENDING · PPS_REPARTITION_NON_PREVUE',
  );
  expect(pps([], ['P2', 'P3', 'P4', 'P5'], 'P2')).toBe('PENDING · PPS_REPARTITION_NON_PREVUE');
  expect(pps([member('P8', 'medecin-generaliste')], ['P1', 'P2', 'P8'], 'P1')).toBe(
    'PENDING · PPS_PLUSIEURS_MG_NON_PREVU',
  );
});

test('only those who may be paid share a PPS: one payable person out of two is not foreseen', () => {
  expect(pps([employee('P9', 'infirmier')], ['P1', 'P9'], 'P1')).toBe('PENDING · PPS_REPARTITION_NON_PREVUE');
  expect(pps([employee('P9', 'medecin-generaliste')], ['P2', 'P3', 'P9'], 'P2')).toBe(
    'PENDING · PPS_SANS_MG_NON_PREVU',
  );
  expect(pps([employee('P9', 'medecin-generaliste')], ['P1', 'P2', 'P9'], 'P2')).toBe(
    'ACCEPTED · P1 6000 ; P2 9000 ; P9 0 SALARIE_NON_INDEMNISE · 15000',
  );
});

test('the 50 € of an employed referent are not redistributed', () => {
  expect(pps([employee('P9', 'infirmier')], ['P1', 'P3', 'P9'], 'P9')).toBe(
    'ACCEPTED · P1 6000 ; P3 4000 ; P9 0 SALARIE_NON_INDEMNISE · 10000',
  );
});

test('a PPS and a protocol need no rate: a paediatrician takes a share', () => {
  const doctor = member('P9', 'autre-medecin');
  expect(pps([doctor], ['P1', 'P9'], 'P1')).toBe('ACCEPTED · P1 11000 ; P9 4000 · 15000');
  expect(
    inOneLine(
      decisionOn({ membres: [...cast, doctor], action: { type: 'protocole-simple', participants: ['P1', 'P9'] } }),
    ),
  ).toBe('ACCEPTED · P1 20000 ; P9 20000 · 40000');
});

test('an employee without a rate costs nothing and leaves nothing open', () => {
  expect(
    inOneLine(
      decisionOn({ membres: [...cast, employee('P9', 'aide-soignant')], action: { participants: ['P1', 'P2', 'P9'] } }),
    ),
  ).toBe('ACCEPTED · P1 7500 ; P2 6000 ; P9 0 SALARIE_NON_INDEMNISE · 13500');
});

test('an employed general practitioner makes a STAFF possible', () => {
  const changes = {
    reglages: { tarifStaffCentimes: { A: 7500, B: 6000 } },
    membres: [...cast, employee('P9', 'medecin-generaliste')],
    action: { type: 'staff', participants: ['P2', 'P9'] },
  };
  expect(inOneLine(decisionOn(changes))).toBe('ACCEPTED · P2 6000 ; P9 0 SALARIE_NON_INDEMNISE · 6000');
});

test('a protocol of employees alone is accepted for nothing', () => {
  const membres = [employee('P8', 'medecin-generaliste'), employee('P9', 'infirmier')];
  expect(inOneLine(decisionOn({ membres, action: { type: 'protocole-simple', participants: ['P8', 'P9'] } }))).toBe(
    'ACCEPTED · P8 0 SALARIE_NON_INDEMNISE ; P9 0 SALARIE_NON_INDEMNISE · 0',
  );
});

const centre = (ids: string[], name = 'C1') =>
  ids.map((id) => member(id, 'infirmier', { exercice: 'centre-mono', centre: name }));
const withCentre = (designes: string[], more: RequestChanges = {}) =>
  inOneLine(
    decisionOn({
      membres: [...cast, ...centre(['N1', 'N2', 'N3'])],
      ...more,
      action: { participants: ['P1', 'N1', 'N2', 'N3'], designes, ...more.action },
    }),
  );

test('of three professionals of a centre, the two designated are paid', () => {
  expect(withCentre(['N3', 'N1'])).toBe('ACCEPTED · N1 6000 ; N2 0 CENTRE_PLAFOND_2 ; N3 6000 ; P1 7500 · 19500');
});

test.each([[[]], [['N1']], [['N1', 'N2', 'N3']], [['N1', 'P1']], [['N1', 'absent']]])(
  'designating %j of a centre of three is not designating two',
  (designes) => {
    expect(withCentre(designes)).toBe('REFUSED · CENTRE_DESIGNATION_REQUISE');
  },
);

test('each centre has its own two: three of one and two of another, two designated', () => {
  const membres = [...cast, ...centre(['N1', 'N2', 'N3']), ...centre(['K1', 'K2'], 'C2')];
  const action = { participants: ['P1', 'N1', 'N2', 'N3', 'K1', 'K2'] };
  expect(withCentre(['N1', 'N2'], { membres, action })).toBe(
    'ACCEPTED · K1 6000 ; K2 6000 ; N1 6000 ; N2 6000 ; N3 0 CENTRE_PLAFOND_2 ; P1 7500 · 31500',
  );
});

test('a psychologist is not counted, has no line and stops nothing, wherever he works', () => {
  const psychologist = member('Y1', 'psychologue', { mspOuCdsPluri: true, au: '2025-12-31' });
  const membres = [...cast, psychologist];
  expect(inOneLine(decisionOn({ membres, action: { participants: ['P1', 'Y1'] } }))).toBe(
    'REFUSED · EFFECTIF_INSUFFISANT',
  );
  expect(inOneLine(decisionOn({ membres, action: { participants: ['P1', 'Y1', 'P2'] } }))).toBe(
    'ACCEPTED · P1 7500 ; P2 6000 · 13500',
  );
  expect(
    inOneLine(decisionOn({ membres, action: { type: 'pps', participants: ['P1', 'P2', 'Y1'], referent: 'Y1' } })),
  ).toBe('REFUSED · PPS_REFERENT_NON_PARTICIPANT');
});

test('of several people at fault, the first in the stable order is named', () => {
  const membres = ['Z9', 'A2', 'A10'].map((id) => member(id, 'infirmier', { mspOuCdsPluri: true }));
  expect(inOneLine(decisionOn({ membres, action: { participants: ['Z9', 'A2', 'A10'] } }))).toBe(
    'REFUSED · PARTICIPANT_EN_MSP_OU_CDS:A10',
  );
  expect(inOneLine(decisionOn({ action: { participants: ['z', 'P1', 'Q', 'É'] } }))).toBe(
    'REFUSED · PARTICIPANT_NON_MEMBRE:Q',
  );
  expect(
    inOneLine(
      decisionOn({
        redactionsIndemnisees: ['P3', 'P2'],
        action: { type: 'redaction-projet', participants: ['P3', 'P2', 'P1'] },
      }),
    ),
  ).toBe('REFUSED · REDACTION_DEJA_INDEMNISEE:P2');
});

test('where all have an RPPS, it decides who gets the odd cent', () => {
  const rpps = { P1: '10000000003', P2: '10000000001', P3: '10000000002' } as Record<string, string>;
  const membres = cast.map((one) => ({ ...one, rpps: rpps[one.id] ?? null }));
  const three = { type: 'protocole-simple', participants: ['P1', 'P2', 'P3'] };
  expect(inOneLine(decisionOn({ membres, action: three }))).toBe('ACCEPTED · P2 13334 ; P3 13333 ; P1 13333 · 40000');
  const one = membres.map((person) => (person.id === 'P3' ? { ...person, rpps: null } : person));
  expect(inOneLine(decisionOn({ membres: one, action: three }))).toBe(
    'ACCEPTED · P1 13334 ; P2 13333 ; P3 13333 · 40000',
  );
});

test('an employee without an RPPS does not move the odd cent of the others', () => {
  const rpps = { P1: '10000000003', P2: '10000000001', P3: '10000000002' } as Record<string, string>;
  const membres = [...cast.map((one) => ({ ...one, rpps: rpps[one.id] ?? null })), employee('P9', 'infirmier')];
  const action = { type: 'protocole-simple', participants: ['P1', 'P2', 'P3', 'P9'] };
  expect(inOneLine(decisionOn({ membres, action }))).toBe(
    'ACCEPTED · P1 13333 ; P2 13334 ; P3 13333 ; P9 0 SALARIE_NON_INDEMNISE · 40000',
  );
});

test('700 € among six: four people get the odd cents', () => {
  const action = {
    type: 'protocole-complexe',
    horsNomenclature: ['x'],
    participants: ['P6', 'P5', 'P4', 'P3', 'P2', 'P1'],
  };
  expect(inOneLine(decisionOn({ action }))).toBe(
    'ACCEPTED · P1 11667 ; P2 11667 ; P3 11667 ; P4 11667 ; P5 11666 ; P6 11666 · 70000',
  );
});

test('the order is by code point, not by UTF-16 unit nor by the alphabet', () => {
  expect(['é', 'z', 'Z', '𝒜', 'ﬁ', '10', '9', ''].toSorted(compareByCodePoint)).toEqual([
    '',
    '10',
    '9',
    'Z',
    'z',
    'é',
    'ﬁ',
    '𝒜',
  ]);
  expect(
    inStableOrder([
      { id: 'b', rpps: '00000000001' },
      { id: 'a', rpps: null },
    ]).map(({ id }) => id),
  ).toEqual(['a', 'b']);
});

const codes = (changes: RequestChanges, today?: string) =>
  decisionOn(changes, today).warnings.map((warning) => warning.code);

test('the same professional, day and kind in another team deserve a second look', () => {
  const other = (type: string, date: string) => ({ autresEquipes: [{ membre: 'P2', type, date }] });
  expect(codes(other('rcp-sans-patient', '2026-06-10'))).toEqual(['W_DOUBLON_POSSIBLE']);
  expect(codes(other('rcp-sans-patient', '2026-06-11'))).toEqual([]);
  expect(codes(other('pps', '2026-06-10'))).toEqual([]);
});

test('a meeting that belongs to a protocol may be paid twice, a STAFF is not asked about', () => {
  expect(codes({ action: { protocole: 'plaies' } })).toEqual(['W_CUMUL_A_VERIFIER']);
  expect(codes({ action: { type: 'pps', referent: 'P1', protocole: 'plaies' } })).toEqual(['W_CUMUL_A_VERIFIER']);
  expect(codes({ action: { type: 'staff', protocole: 'plaies' } })).toEqual([]);
});

test('nothing is late where no deadline is written', () => expect(codes({}, '2030-01-01')).toEqual([]));

test('a plan with a deadline of 60 days warns from the 61st', () => {
  const example = readPlan('tests/data/plans/exemple.json');
  const three = { action: { date: '2026-06-10', participants: ['P1', 'P2', 'P3'] } };
  expect(decisionOn(three, '2026-08-09', example).warnings).toEqual([]);
  expect(decisionOn(three, '2026-08-10', example).warnings).toEqual([
    { code: 'W_DECLARATION_TARDIVE', jours: 61, delai: 60 },
  ]);
});
