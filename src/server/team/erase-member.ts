import { eq } from 'drizzle-orm';
import { accept, refuse } from '#domain/shared/result.ts';
import { type ErasableRow, type ErasureRefusal, mayEraseMember } from '#domain/team/erasure.ts';
import { memberObject } from '../access/find-object.ts';
import { appendAudit } from '../audit/audit-log.ts';
import type { Writer } from '../db/client.ts';
import { changementMembre, invitation, membre, succession, successionVoix } from '../db/schema/teams.ts';
import { withdrawInvitationsOf } from './invitation-store.ts';
import { type MemberRow, membersOf, type TeamNeeds, type TeamResult, teamInLog } from './team-store.ts';

/** Removes a line made by mistake, with its invitations; who was in the team is not removed, she leaves it. */
export const eraseMember = (
  needs: TeamNeeds,
  { teamId, memberId }: { readonly teamId: string; readonly memberId: string },
): TeamResult<void, ErasureRefusal> =>
  needs.database.write(async (tx) => {
    const permitted = await needs.permit(tx, 'effacer', await memberObject(tx, teamId, memberId));
    if (!permitted.ok) return permitted;
    const row = (await membersOf(tx, teamId)).find(({ id }) => id === memberId);
    if (!row) return refuse({ code: 'INTROUVABLE' } as const);
    const allowed = mayEraseMember(erasable(row));
    if (!allowed.ok) return allowed;
    await eraseRow(tx, needs, row);
    const { now, actor } = needs;
    const detail = { membre: memberId };
    await appendAudit(tx, { at: now, actor, verb: 'effacer-membre', object: teamInLog(teamId), detail });
    return accept(undefined);
  });

export const erasable = ({ id, compteId, rejointLe, consentiLe }: MemberRow): ErasableRow => ({
  id,
  hasJoined: compteId !== null || rejointLe !== null,
  hasConsent: consentiLe !== null,
});

/** Erases a row and all that points to it; what was sent and not answered is withdrawn first, as the log tells. */
export async function eraseRow(tx: Writer, needs: TeamNeeds, { id }: MemberRow): Promise<void> {
  await withdrawInvitationsOf(tx, needs, id);
  await tx.delete(invitation).where(eq(invitation.membreId, id));
  await tx.delete(changementMembre).where(eq(changementMembre.membreId, id));
  for (const { id: proposal } of await tx
    .select({ id: succession.id })
    .from(succession)
    .where(eq(succession.successeurId, id)))
    await tx.delete(successionVoix).where(eq(successionVoix.successionId, proposal));
  await tx.delete(successionVoix).where(eq(successionVoix.membreId, id));
  await tx.delete(succession).where(eq(succession.successeurId, id));
  await tx.delete(membre).where(eq(membre.id, id));
}
