import { eq } from 'drizzle-orm';
import { accept, refuse } from '#domain/shared/result.ts';
import { type ErasureRefusal, mayDeleteTeam } from '#domain/team/erasure.ts';
import { teamObject } from '../access/find-object.ts';
import { appendAudit } from '../audit/audit-log.ts';
import { equipe } from '../db/schema/teams.ts';
import { erasable, eraseRow } from './erase-member.ts';
import { eraseProjectsOf } from './erase-projects.ts';
import { membersOf, readTeam, type TeamNeeds, type TeamResult, teamInLog } from './team-store.ts';

/** Erases a team that nobody but who asks is or was in. The log keeps that it was, by its number. */
export const deleteTeam = (
  needs: TeamNeeds,
  { teamId }: { readonly teamId: string },
): TeamResult<void, ErasureRefusal> =>
  needs.database.write(async (tx) => {
    const { now, actor, permit } = needs;
    const permitted = await permit(tx, 'supprimer', await teamObject(tx, 'equipe', teamId));
    if (!permitted.ok) return permitted;
    const team = await readTeam(tx, teamId);
    if (!team) return refuse({ code: 'INTROUVABLE' } as const);
    const members = await membersOf(tx, teamId);
    const own = members.filter(({ compteId }) => compteId === actor).map(({ id }) => id);
    const allowed = mayDeleteTeam(members.map(erasable), { own, isHanded: team.transmiseLe !== null });
    if (!allowed.ok) return allowed;
    await eraseProjectsOf(tx, teamId);
    for (const row of members) await eraseRow(tx, needs, row);
    await tx.delete(equipe).where(eq(equipe.id, teamId));
    await appendAudit(tx, { at: now, actor, verb: 'supprimer-equipe', object: teamInLog(teamId) });
    return accept(undefined);
  });
