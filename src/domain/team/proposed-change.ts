import { z } from 'zod';
import { healthProfessions } from '#domain/people/profession.ts';
import type { Member } from './member.schema.ts';

/** Who someone is and what she attests: of a member who joined, a référent changes none of it without her yes. */
const guardedFields = ['prenom', 'nom', 'profession', 'attestation'] as const;
export type GuardedField = (typeof guardedFields)[number];

/** A change that waits for the yes of the member, field by field; `attestation` says whether she would attest. */
export const proposedChangeSchema = z
  .strictObject({
    prenom: z.string(),
    nom: z.string(),
    profession: z.enum(healthProfessions),
    attestation: z.boolean(),
  })
  .partial();
export type ProposedChange = Readonly<z.infer<typeof proposedChangeSchema>>;

type Known = Pick<Member, GuardedField>;

/** What a correction of someone who joined would change of who she is; null when it changes nothing of that. */
export function proposalIn(before: Known, after: Known): ProposedChange | null {
  const change: ProposedChange = {
    ...(after.prenom !== before.prenom && { prenom: after.prenom }),
    ...(after.nom !== before.nom && { nom: after.nom }),
    ...(after.profession !== before.profession && { profession: after.profession }),
    ...((after.attestation === null) !== (before.attestation === null) && { attestation: after.attestation !== null }),
  };
  return proposedFields(change).length === 0 ? null : change;
}

/** The same correction without what waits. */
export const withoutGuarded = <Changed extends Known>(before: Known, after: Changed): Changed => ({
  ...after,
  prenom: before.prenom,
  nom: before.nom,
  profession: before.profession,
  attestation: before.attestation,
});

/** What is still to be said yes to: she may have changed some of it herself meanwhile. Null when nothing is. */
export const stillProposed = (change: ProposedChange, now: Known): ProposedChange | null =>
  proposalIn(now, withChange(now, change, now.attestation ?? 'today'));

/** The row once she said yes: what she attests counts from this day. */
export function withChange<Changed extends Known>(before: Changed, change: ProposedChange, today: string): Changed {
  const { attestation, ...words } = change;
  const attested = attestation === undefined ? before.attestation : attestation ? (before.attestation ?? today) : null;
  return { ...before, ...words, attestation: attested };
}

export const proposedFields = (change: ProposedChange): GuardedField[] =>
  guardedFields.filter((field) => change[field] !== undefined);

/** Why a proposed change is neither answered nor withdrawn. */
export type ChangeRefusal =
  /** It was answered, withdrawn or replaced by another meanwhile. */
  { readonly code: 'CHANGEMENT_CLOS' };
