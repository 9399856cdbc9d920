import { eq } from 'drizzle-orm';
import type { Email } from '#domain/account/email.ts';
import { accept } from '#domain/shared/result.ts';
import type { AddressRefusal } from '#domain/team/invitation-refusal.ts';
import type { Member } from '#domain/team/member.schema.ts';
import type { TeamRefusal } from '#domain/team/team-refusal.ts';
import { teamObject } from '../access/find-object.ts';
import { appendAudit } from '../audit/audit-log.ts';
import type { Writer } from '../db/client.ts';
import { membre } from '../db/schema/teams.ts';
import { admitAddress, sendFirstInvitation } from './first-invitation.ts';
import type { InvitationNeeds } from './invitation-store.ts';
import { noPlaceFor } from './member-place.ts';
import { membersOf, type TeamNeeds, type TeamResult, teamInLog } from './team-store.ts';

type NewMember = {
  readonly teamId: string;
  /** Made for each showing of the form: the same form sent twice adds one member. Becomes the id of the row. */
  readonly formId: string;
  readonly member: Member;
  /** Where to invite her at once; null when that is for later. */
  readonly email: Email | null;
};

/**
 * Adds someone, or someone who comes back, and invites her: a new row, while the former one keeps its days. Nobody is
 * added when the address cannot be written to, so that the form comes back whole.
 */
export const addMember = (
  needs: InvitationNeeds,
  { teamId, formId, member, email }: NewMember,
): TeamResult<{ readonly memberId: string }, TeamRefusal | AddressRefusal> =>
  needs.database.write(async (tx) => {
    const { today, newId, permit } = needs;
    const permitted = await permit(tx, 'ajouter-membre', await teamObject(tx, 'equipe', teamId));
    if (!permitted.ok) return permitted;
    const members = await membersOf(tx, teamId);
    if (members.some(({ id }) => id === formId)) return accept({ memberId: formId });
    const refused = noPlaceFor(members, { ...member, id: null }, today);
    if (refused) return refused;
    const isTaken = (await tx.select({ id: membre.id }).from(membre).where(eq(membre.id, formId))).length > 0;
    const admitted = email && (await admitAddress(tx, needs, teamId, email));
    if (admitted && !admitted.ok) return admitted;
    const memberId = isTaken ? newId() : formId;
    await insertMember(tx, needs, { teamId, memberId, member });
    if (email) await sendFirstInvitation(tx, needs, { teamId, memberId, email });
    return accept({ memberId });
  });

/** Writes a row down, with its line in the log. Part of the transaction of who asks. */
export async function insertMember(
  tx: Writer,
  { now, actor }: Pick<TeamNeeds, 'now' | 'actor'>,
  { teamId, memberId, member }: { readonly teamId: string; readonly memberId: string; readonly member: Member },
): Promise<string> {
  await tx.insert(membre).values({ ...member, id: memberId, equipeId: teamId, creeLe: now.toISOString() });
  const object = teamInLog(teamId);
  await appendAudit(tx, { at: now, actor, verb: 'ajouter-membre', object, detail: { membre: memberId } });
  return memberId;
}
