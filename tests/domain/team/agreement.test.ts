import { expect, test } from 'vitest';
import { agreementOf, hasAgreed } from '#domain/team/agreement.ts';
import { readComposition, rulesToCome } from '#domain/team/composition.ts';
import type { TeamMember } from '#domain/team/membership.ts';
import { compositionHeadline, expectedHeadline } from '../../../src/messages/team/composition.ts';
import { doctor, member } from './people.ts';

const read = (team: readonly TeamMember[]) => readComposition(team, { day: '2026-06-10', paidPerCentre: 2 });
const lacks = (team: readonly TeamMember[]) =>
  read(team)
    .today.rules.filter(({ kind, satisfied }) => kind === 'condition' && !satisfied)
    .map(({ code }) => code);

test.each([
  [true, false, null, 'compte'],
  [true, true, 'declinee', 'compte'],
  [false, true, null, 'association'],
  [false, true, 'envoyee', 'association'],
  [false, false, 'envoyee', 'attendu'],
  [false, false, 'renvoyee', 'attendu'],
  [false, false, 'declinee', 'decline'],
  [false, false, 'expiree', 'sans-compte'],
  [false, false, 'retiree', 'sans-compte'],
  [false, false, null, 'sans-compte'],
] as const)('bound %s, consent recorded %s, invitation %s: %s', (isBound, hasConsent, invitation, expected) => {
  expect(agreementOf({ isBound, hasConsent, invitation })).toBe(expected);
});

test('who joined and whose consent the association recorded have agreed, nobody else', () => {
  expect((['compte', 'association', 'attendu', 'decline', 'sans-compte'] as const).filter(hasAgreed)).toEqual([
    'compte',
    'association',
  ]);
});

test('a general practitioner who declined, is awaited or was never asked satisfies nothing today', () => {
  for (const accord of ['decline', 'attendu', 'sans-compte'] as const) {
    expect(lacks([member('IDE'), member('KINE'), doctor('MG', { accord })])).toEqual(['MEDECIN_GENERALISTE']);
  }
  expect(lacks([member('IDE'), doctor('MG', { accord: 'association' })])).toEqual([]);
});

test('a team is read a second time with those who are awaited, and with nobody who declined or was never asked', () => {
  const team = [
    member('IDE'),
    doctor('MG', { accord: 'attendu' }),
    doctor('MG2', { accord: 'decline' }),
    member('KINE', { accord: 'sans-compte' }),
    doctor('gone', { accord: 'attendu', sortie: '2026-05-31' }),
  ];
  const reading = read(team);
  expect(reading).toMatchObject({ agreed: ['IDE'], awaited: ['MG'], declined: ['MG2'], unasked: ['KINE'] });
  expect([reading.today.isMet, reading.expected?.isMet]).toEqual([false, true]);
  expect(reading.expected?.rules.find(({ code }) => code === 'MEDECIN_GENERALISTE')).toMatchObject({
    medecins: ['MG'],
  });
  expect(read([member('IDE'), doctor('MG2', { accord: 'decline' })]).expected).toBeNull();
});

test('of the second reading, only what it says otherwise is told', () => {
  const team = [member('IDE', { rpps: '10001234565' }), doctor('MG', { accord: 'attendu', attestation: null })];
  expect(rulesToCome(read(team)).map(({ code, satisfied }) => `${code} ${satisfied}`)).toEqual([
    'MEDECIN_GENERALISTE true',
    'SECOND_PROFESSIONNEL true',
    'HORS_MSP_ET_CDS false',
    'DEUX_PROFESSIONS true',
    'INDEMNISATION true',
    'RPPS_A_COMPLETER false',
  ]);
  expect(rulesToCome(read([member('IDE')]))).toEqual([]);
});

test('what a team reads of today, and of the day when who is awaited has said yes', () => {
  const say = (team: readonly TeamMember[]) => [
    compositionHeadline(read(team).today),
    expectedHeadline(read(team), (id) => id),
  ];
  expect(say([member('IDE'), doctor('Dr A', { accord: 'attendu' })])).toEqual([
    'Pour réunir les conditions d’une ESP CLAP, il manque un médecin généraliste et un second professionnel de santé.',
    'Quand Dr A aura accepté, les conditions seront réunies.',
  ]);
  expect(
    say([
      member('IDE'),
      doctor('Dr A', { accord: 'attendu', attestation: null }),
      member('K', { accord: 'attendu' }),
    ])[1],
  ).toBe('Quand Dr A et K auront accepté, il manquera encore une attestation.');
  expect(say([member('IDE'), doctor('MG'), member('K', { accord: 'attendu' })])).toEqual([
    'Les conditions sur les membres d’une ESP CLAP sont réunies.',
    'Quand K aura accepté, elles le resteront.',
  ]);
  const many = ['A', 'B', 'C', 'D'].map((id) => member(id, { accord: 'attendu' }));
  expect(say([doctor('MG'), ...many])[1]).toBe(
    'Quand les 4 personnes attendues auront accepté, les conditions seront réunies.',
  );
  expect(say([doctor('MG'), member('IDE')])[1]).toBeNull();
});
