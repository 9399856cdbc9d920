import { eq } from 'drizzle-orm';
import { accept } from '#domain/shared/result.ts';
import type { Member } from '#domain/team/member.schema.ts';
import type { TeamRefusal } from '#domain/team/team-refusal.ts';
import { teamObject } from '../access/find-object.ts';
import { appendAudit } from '../audit/audit-log.ts';
import { membre } from '../db/schema/teams.ts';
import { noPlaceFor } from './member-place.ts';
import { membersOf, type TeamNeeds, type TeamResult, teamInLog } from './team-store.ts';

type NewMember = {
  readonly teamId: string;
  /** Made for each showing of the form: the same form sent twice adds one member. Becomes the id of the row. */
  readonly formId: string;
  readonly member: Member;
};

/** Adds someone, or someone who comes back: a new row, while the former one keeps its days. */
export const addMember = (
  { database, now, today, newId, actor, permit }: TeamNeeds,
  { teamId, formId, member }: NewMember,
): TeamResult<{ readonly memberId: string }, TeamRefusal> =>
  database.write(async (tx) => {
    const permitted = await permit(tx, 'ajouter-membre', await teamObject(tx, 'equipe', teamId));
    if (!permitted.ok) return permitted;
    const members = await membersOf(tx, teamId);
    if (members.some(({ id }) => id === formId)) return accept({ memberId: formId });
    const refused = noPlaceFor(members, { ...member, id: null }, today);
    if (refused) return refused;
    const isTaken = (await tx.select({ id: membre.id }).from(membre).where(eq(membre.id, formId))).length > 0;
    const memberId = isTaken ? newId() : formId;
    await tx.insert(membre).values({ ...member, id: memberId, equipeId: teamId, creeLe: now.toISOString() });
    const object = teamInLog(teamId);
    await appendAudit(tx, { at: now, actor, verb: 'ajouter-membre', object, detail: { membre: memberId } });
    return accept({ memberId });
  });
