import type { Values } from '#domain/form/values.ts';
import type { SimulatedYear } from '#domain/simulator/simulate.ts';

/** What a team is told of its project, and that stops nothing. */
export type ProjectNote =
  /** Prevention and education are paid in other frameworks, to an association (N1 of the wizard). */
  | { readonly code: 'ASSOCIATION_A_PREVOIR' }
  | { readonly code: 'ENVELOPPE_DEPASSEE'; readonly envelopeCents: number; readonly plannedCents: number }
  /** So many planned actions have no known amount, such as STAFF. */
  | { readonly code: 'MONTANTS_A_FIXER'; readonly nombre: number };

/** @param budget what `projectBudget` says; null without a plan or a team. */
export function notesOf(values: Values, budget: SimulatedYear | null): ProjectNote[] {
  const wishes = (values.souhaits ?? []) as readonly string[];
  const needsAssociation = wishes.some((wish) => wish === 'prevention' || wish === 'etp');
  const hasOne = values.association === 'existe' || values.association === 'projet';
  return [...(needsAssociation && !hasOne ? [{ code: 'ASSOCIATION_A_PREVOIR' } as const] : []), ...budgetNotes(budget)];
}

function budgetNotes(budget: SimulatedYear | null): ProjectNote[] {
  if (!budget) return [];
  const { envelope, total, writingCents } = budget;
  // The writing of the project stands outside of the envelope.
  const plannedCents = total.knownCents + total.waitingCents - writingCents;
  const { envelopeCents } = envelope;
  const exceeds = envelopeCents !== null && plannedCents > envelopeCents;
  return [
    ...(exceeds ? [{ code: 'ENVELOPPE_DEPASSEE', envelopeCents, plannedCents } as const] : []),
    ...(total.toFix > 0 ? [{ code: 'MONTANTS_A_FIXER', nombre: total.toFix } as const] : []),
  ];
}
