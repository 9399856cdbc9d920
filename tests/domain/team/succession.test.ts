import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  appoint,
  isDecided,
  leave,
  leavesNobodyToLead,
  type Seat,
  stepDown,
  support,
} from '#domain/team/succession.ts';

const seat = (id: string, changes: Partial<Seat> = {}): Seat => ({
  id,
  compte: `compte-${id}`,
  role: 'membre',
  entree: '2026-01-01',
  sortie: null,
  ...changes,
});
const lead = seat('R', { role: 'referent' });
const today = '2026-11-22';
const outcome = <Value>(result: { ok: true; value: Value } | { ok: false; refusal: unknown }) =>
  result.ok ? result.value : result.refusal;

test('the last référent does not leave, and those who could take over are named', () => {
  const team = [lead, seat('A'), seat('invited', { compte: null }), seat('gone', { sortie: '2026-10-01' })];
  expect(outcome(leave(team, 'R', today))).toEqual({ code: 'DERNIER_REFERENT', candidats: ['A'] });
  expect(outcome(stepDown(team, 'R', today))).toEqual({ code: 'DERNIER_REFERENT', candidats: ['A'] });
});

test('with a second référent she leaves, and her row keeps her last day', () => {
  const team = [lead, seat('A', { role: 'referent' })];
  expect(outcome(leave(team, 'R', today))).toEqual({ ...lead, sortie: today });
  expect(outcome(stepDown(team, 'R', today))).toEqual({ ...lead, role: 'membre' });
});

test.each([
  ['who leaves the same day', { sortie: today }],
  ['who has not come yet', { entree: '2026-11-23' }],
  ['without an account', { compte: null }],
])('a second référent %s is no successor', (_, changes) => {
  expect(leave([lead, seat('A', { role: 'referent', ...changes })], 'R', today).ok).toBe(false);
});

test('a member who is not référent leaves freely; a stranger has nothing to leave', () => {
  expect(leave([lead, seat('A')], 'A', today).ok).toBe(true);
  expect(outcome(leave([lead], 'X', today))).toEqual({ code: 'PAS_MEMBRE_A_CETTE_DATE' });
  expect(outcome(stepDown([lead, seat('A')], 'A', today))).toEqual({ code: 'PAS_REFERENT' });
});

test('a référent names a member who has an account, and a team may have several', () => {
  const team = [lead, seat('A'), seat('invited', { compte: null })];
  expect(outcome(appoint(team, 'A', today))).toEqual({ ...seat('A'), role: 'referent' });
  expect(outcome(appoint(team, 'invited', today))).toEqual({ code: 'SUCCESSEUR_SANS_COMPTE' });
  expect(outcome(appoint(team, 'R', today))).toEqual({ code: 'DEJA_REFERENT' });
  expect(outcome(appoint(team, 'X', today))).toEqual({ code: 'PAS_MEMBRE_A_CETTE_DATE' });
});

test('two members decide, the successor being one of them; one alone does not', () => {
  const team = [lead, seat('A'), seat('B')];
  const opened = support(team, { successeur: 'A', voix: [] }, 'A', today);
  expect(outcome(opened)).toEqual({ successeur: 'A', voix: ['A'] });
  expect(isDecided(team, { successeur: 'A', voix: ['A'] }, today)).toBe(false);
  expect(outcome(support(team, { successeur: 'A', voix: ['A'] }, 'A', today))).toEqual({ code: 'DEJA_SOUTENU' });
  expect(outcome(support(team, { successeur: 'A', voix: ['A'] }, 'B', today))).toEqual({
    successeur: 'A',
    voix: ['A', 'B'],
  });
  expect(isDecided(team, { successeur: 'A', voix: ['A', 'B'] }, today)).toBe(true);
});

test('the voice of someone who has left, or of the same account twice, does not count', () => {
  const left = [lead, seat('A'), seat('B', { sortie: '2026-11-21' })];
  expect(isDecided(left, { successeur: 'A', voix: ['A', 'B'] }, today)).toBe(false);
  const twice = [lead, seat('A'), seat('A2', { compte: 'compte-A' })];
  expect(isDecided(twice, { successeur: 'A', voix: ['A', 'A2'] }, today)).toBe(false);
});

test('someone outside the team supports nobody, and nobody becomes référent without an account', () => {
  const team = [lead, seat('A'), seat('invited', { compte: null })];
  expect(outcome(support(team, { successeur: 'A', voix: [] }, 'X', today))).toEqual({
    code: 'PAS_MEMBRE_A_CETTE_DATE',
  });
  expect(outcome(support(team, { successeur: 'invited', voix: [] }, 'A', today))).toEqual({
    code: 'SUCCESSEUR_SANS_COMPTE',
  });
});

test('in whatever order people leave or step down, a team that has a référent keeps one', () => {
  const anySeat = fc.record({
    compte: fc.boolean(),
    role: fc.constantFrom('membre' as const, 'referent' as const),
  });
  const act = fc.record({ leaves: fc.boolean(), who: fc.nat(4), day: fc.integer({ min: 1, max: 28 }) });
  fc.assert(
    fc.property(fc.array(anySeat, { minLength: 1, maxLength: 5 }), fc.array(act, { maxLength: 12 }), (some, acts) => {
      let team = [
        lead,
        ...some.map(({ compte, role }, index) => seat(`S${index}`, { role, ...(compte ? {} : { compte: null }) })),
      ];
      for (const { leaves, who, day } of acts.toSorted((one, other) => one.day - other.day)) {
        const id = team[who % team.length]!.id;
        const moved = (leaves ? leave : stepDown)(team, id, `2026-11-${String(day).padStart(2, '0')}`);
        if (moved.ok) team = team.map((one) => (one.id === id ? moved.value : one));
      }
      const leading = team.filter(({ role, compte, sortie }) => role === 'referent' && compte && sortie === null);
      expect(leading.length).toBeGreaterThan(0);
    }),
  );
});

test('two référents do not count on each other: someone leads on every day to come, or neither stops for good', () => {
  const leaving = seat('A', { role: 'referent', sortie: '2027-01-31' });
  expect(leavesNobodyToLead([lead, leaving], 'R')).toMatchObject({ code: 'DERNIER_REFERENT' });
  expect(leavesNobodyToLead([{ ...lead, sortie: '2026-12-31' }, leaving], 'A')).toMatchObject({
    code: 'DERNIER_REFERENT',
  });
  expect(leavesNobodyToLead([lead, seat('A', { role: 'referent' })], 'R')).toBeNull();
  expect(leavesNobodyToLead([lead, seat('A')], 'A')).toBeNull();
});
