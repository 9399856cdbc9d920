import { eq } from 'drizzle-orm';
import type { RegionSlug } from '#domain/shared/region.ts';
import { accept, refuse } from '#domain/shared/result.ts';
import { type Team, teamNameKey } from '#domain/team/team.schema.ts';
import type { TeamRefusal } from '#domain/team/team-refusal.ts';
import { teamObject } from '../access/find-object.ts';
import { appendAudit } from '../audit/audit-log.ts';
import { equipe } from '../db/schema/teams.ts';
import { teamNamed } from './create-team.ts';
import { readTeam, type TeamNeeds, type TeamResult, teamInLog } from './team-store.ts';

type TeamChange = {
  readonly teamId: string;
  /** The version that the form was filled on. */
  readonly version: number;
  readonly region: RegionSlug;
  readonly team: Team;
};

/** Changes the name and the départements. A team stays in its region, whose plan pays it. */
export const changeTeam = (
  { database, now, actor, permit }: TeamNeeds,
  { teamId, version, region, team }: TeamChange,
): TeamResult<void, TeamRefusal> =>
  database.write(async (tx) => {
    const permitted = await permit(tx, 'modifier', await teamObject(tx, 'equipe', teamId));
    if (!permitted.ok) return permitted;
    const row = await readTeam(tx, teamId);
    if (!row || row.region !== region) return refuse({ code: 'INTROUVABLE' } as const);
    const names = row.nom !== team.nom;
    const moves = row.departements.join() !== team.departements.join();
    if (!names && !moves) return accept(undefined);
    if (row.version !== version) return refuse({ code: 'VERSION_DEPASSEE' } as const);
    const namesake = await teamNamed(tx, region, team.nom);
    if (namesake && namesake.id !== teamId) return refuse({ code: 'NOM_PRIS' } as const);
    const changed = { ...team, nomCle: teamNameKey(team.nom), version: version + 1 };
    await tx.update(equipe).set(changed).where(eq(equipe.id, teamId));
    const detail = { nom: names, departements: moves };
    await appendAudit(tx, { at: now, actor, verb: 'modifier-equipe', object: teamInLog(teamId), detail });
    return accept(undefined);
  });
