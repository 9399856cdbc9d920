import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Departure, type DepartureParty, decideLastDay, mayTakeBack } from '#domain/team/departure.ts';

const today = '2026-11-27';
const decide = (
  departure: Departure | null,
  by: DepartureParty,
  lastDay: string | null,
  { isBound = true, day = today } = {},
) => {
  const decided = decideLastDay(departure, { lastDay, by, today: day, isBound });
  return decided.ok ? decided.value : decided.refusal.code;
};
const leaves = (dernierJour: string, par: Departure['par'], decideLe = '2026-11-20'): Departure => ({
  dernierJour,
  par,
  decideLe,
});

test('a last day is kept with who decided it, and when', () => {
  expect(decide(null, 'membre', '2026-12-31')).toEqual(leaves('2026-12-31', 'membre', today));
  expect(decide(null, 'referent', '2026-06-30')).toEqual(leaves('2026-06-30', 'referent', today));
});

test('nobody leaves by herself before today; a référent may write that someone is gone', () => {
  expect(decide(null, 'membre', '2026-11-26')).toBe('SORTIE_PASSEE');
  expect(decide(null, 'membre', today)).toEqual(leaves(today, 'membre', today));
  expect(decide(leaves('2026-12-31', 'membre'), 'membre', '2026-11-26')).toBe('SORTIE_PASSEE');
});

test('a person put out neither takes it back nor puts it off', () => {
  const putOut = leaves('2026-12-31', 'referent');
  expect(decide(putOut, 'membre', null)).toBe('DEPART_DECIDE_PAR_L_AUTRE');
  expect(decide(putOut, 'membre', '2027-01-31')).toBe('DEPART_DECIDE_PAR_L_AUTRE');
  expect(decide(putOut, 'referent', null)).toBeNull();
  expect(decide(putOut, 'referent', '2027-01-31')).toEqual(leaves('2027-01-31', 'referent', today));
});

test('a référent neither puts back nor keeps someone who leaves; she may change her mind until her last day', () => {
  const leaving = leaves('2026-12-31', 'membre');
  expect(decide(leaving, 'referent', null)).toBe('DEPART_DECIDE_PAR_L_AUTRE');
  expect(decide(leaving, 'referent', '2027-01-31')).toBe('DEPART_DECIDE_PAR_L_AUTRE');
  expect(decide(leaving, 'membre', null)).toBeNull();
  expect(decide(leaves(today, 'membre'), 'membre', null)).toBeNull();
});

test('an earlier day is the wish of both, and neither alone takes it back', () => {
  const both = leaves('2026-11-30', 'les-deux', today);
  expect(decide(leaves('2026-12-31', 'referent'), 'membre', '2026-11-30')).toEqual(both);
  expect(decide(leaves('2026-12-31', 'membre'), 'referent', '2026-11-30')).toEqual(both);
  for (const by of ['membre', 'referent'] as const) {
    expect(decide(both, by, null)).toBe('DEPART_DECIDE_PAR_L_AUTRE');
    expect(decide(both, by, '2026-12-31')).toBe('DEPART_DECIDE_PAR_L_AUTRE');
    expect(decide(both, by, '2026-11-28')).toEqual(leaves('2026-11-28', 'les-deux', today));
  }
});

test('who is gone comes back by an invitation; a day mistyped today is corrected today; a past day stays correctable', () => {
  const gone = leaves('2026-06-30', 'referent', '2026-07-02');
  expect(decide(gone, 'referent', null)).toBe('RETOUR_PAR_INVITATION');
  expect(decide(gone, 'referent', today)).toBe('RETOUR_PAR_INVITATION');
  expect(decide(gone, 'referent', '2026-07-31')).toEqual(leaves('2026-07-31', 'referent', today));
  expect(decide(leaves('2025-12-31', 'referent', today), 'referent', '2026-12-31')).toEqual(
    leaves('2026-12-31', 'referent', today),
  );
});

test('a row that nobody joined is the référents’ alone, whenever its last day was', () => {
  expect(decide(leaves('2026-06-30', 'referent', '2026-07-02'), 'referent', null, { isBound: false })).toBeNull();
});

test('the same day again changes nothing, not even who decided it', () => {
  const departure = leaves('2026-12-31', 'membre');
  expect(decide(departure, 'referent', '2026-12-31')).toEqual(departure);
});

test('what a page offers is what the rule lets pass', () => {
  const asked = { today, isBound: true };
  expect(mayTakeBack(leaves('2026-12-31', 'referent'), { ...asked, by: 'membre' })).toBe(false);
  expect(mayTakeBack(leaves('2026-12-31', 'referent'), { ...asked, by: 'referent' })).toBe(true);
});

test('whatever the two ask one after the other, nobody undoes alone what the other wanted', () => {
  const days = ['2026-11-27', '2026-12-15', '2026-12-31', '2027-01-31'];
  const step = fc.record({
    by: fc.constantFrom<DepartureParty>('membre', 'referent'),
    lastDay: fc.option(fc.constantFrom(...days), { nil: null }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let departure: Departure | null = null;
      for (const { by, lastDay } of steps) {
        const before: Departure | null = departure;
        const decided = decideLastDay(before, { lastDay, by, today, isBound: true });
        if (!decided.ok) continue;
        departure = decided.value;
        const isLater = before !== null && (departure === null || departure.dernierJour > before.dernierJour);
        if (isLater) expect(before?.par).toBe(by);
      }
    }),
  );
});
