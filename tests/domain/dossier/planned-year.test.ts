import { expect, test } from 'vitest';
import { type DraftRow, draftValues } from '#domain/dossier/draft.ts';
import { projectBudget } from '#domain/dossier/planned-year.ts';
import { notesOf } from '#domain/dossier/project-notes.ts';
import type { TeamMember } from '#domain/team/membership.ts';
import { paysDeLaLoire } from '../indemnities/team.ts';
import { draftWith, form, member, pair, wholeDraft } from './whole-project.ts';

const budget = (rows: readonly DraftRow[], team: readonly TeamMember[] = pair) =>
  projectBudget(paysDeLaLoire, draftValues(form, rows), team, '2026-11-28');

test('a year is worth its care plans, its meetings and the writing, which is outside of the envelope', () => {
  const year = budget(wholeDraft);
  // 10 PPS at 150 €; 10 meetings at 75 € for the doctor and 60 € for the nurse.
  const engaged = 10 * 150_00 + 10 * 135_00;
  expect(year?.year).toBe(2027);
  expect(year?.envelope).toEqual({
    envelopeCents: 10_000_00,
    engagedCents: engaged,
    leftCents: 10_000_00 - engaged,
  });
  expect(year && year.total.knownCents - year.writingCents).toBe(engaged);
  expect(year?.total.toFix).toBe(0);
});

test('the amount of a care plan does not depend on how large the team is', () => {
  const five = [...pair, member('c', { profession: 'pharmacien' }), member('d'), member('e')];
  const ofCarePlans = (team: readonly TeamMember[]) =>
    budget(wholeDraft, team)?.groups.find(({ planned }) => planned.type === 'pps')?.tally.knownCents;
  expect(ofCarePlans(pair)).toBe(150_000);
  expect(ofCarePlans(five)).toBe(150_000);
});

test('without a team there is no budget', () => {
  expect(budget(wholeDraft, [])).toBeNull();
});

test('STAFF has no amount, and a year past the envelope is said to be', () => {
  const values = (rows: readonly DraftRow[]) => draftValues(form, rows);
  expect(notesOf(values(wholeDraft), budget(wholeDraft))).toEqual([]);
  const staff = draftWith({ champ: 'nombre-staff', valeur: 3 });
  expect(notesOf(values(staff), budget(staff))).toEqual([{ code: 'MONTANTS_A_FIXER', nombre: 3 }]);
  const full = draftWith({ champ: 'nombre-pps', valeur: 99 });
  expect(notesOf(values(full), budget(full))).toEqual([
    { code: 'ENVELOPPE_DEPASSEE', envelopeCents: 1_000_000, plannedCents: 99 * 15_000 + 10 * 13_500 },
  ]);
});

test('prevention without an association is told, and stops nothing', () => {
  const wish = { champ: 'souhaits', valeur: ['prevention'] };
  const said = (...rows: DraftRow[]) => notesOf(draftValues(form, draftWith(wish, ...rows)), null);
  expect(said()).toEqual([{ code: 'ASSOCIATION_A_PREVOIR' }]);
  expect(said({ champ: 'association', valeur: 'projet' })).toEqual([]);
});
