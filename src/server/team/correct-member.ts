import { isDeepStrictEqual } from 'node:util';
import { eq } from 'drizzle-orm';
import { accept, refuse } from '#domain/shared/result.ts';
import type { Member } from '#domain/team/member.schema.ts';
import type { TeamRefusal } from '#domain/team/team-refusal.ts';
import { appendAudit } from '../audit/audit-log.ts';
import { membre } from '../db/schema/teams.ts';
import { noPlaceFor } from './member-place.ts';
import { noConsent } from './record-consent.ts';
import { memberOf, membersOf, type TeamNeeds, type TeamResult, teamInLog } from './team-store.ts';

type Correction = {
  readonly teamId: string;
  readonly memberId: string;
  /** The version that the form was filled on. */
  readonly version: number;
  readonly member: Omit<Member, 'sortie'>;
};

/** Corrects what the team knows of a member. The last day has a verb of its own. */
export const correctMember = (
  { database, now, today, actor }: TeamNeeds,
  { teamId, memberId, version, member }: Correction,
): TeamResult<void, TeamRefusal> =>
  database.write(async (tx) => {
    const members = await membersOf(tx, teamId);
    const row = members.find(({ id }) => id === memberId);
    if (!row) return refuse({ code: 'INTROUVABLE' } as const);
    const before = memberOf(row) as Record<string, unknown>;
    const changed = Object.entries(member).filter(([field, value]) => !isDeepStrictEqual(before[field], value));
    if (changed.length === 0) return accept(undefined);
    if (row.version !== version) return refuse({ code: 'VERSION_DEPASSEE' } as const);
    if (row.sortie !== null && row.sortie < member.entree) return refuse({ code: 'SORTIE_AVANT_ENTREE' } as const);
    if (row.compteId !== null && row.entree <= today && member.entree > today) {
      return refuse({ code: 'ARRIVEE_APRES_COUP' } as const);
    }
    const refused = noPlaceFor(members, { ...row, ...member }, today);
    if (refused) return refused;
    // What the association recorded was said of someone of this name, of this profession.
    const isAnother = changed.some(([field]) => ['nom', 'prenom', 'profession'].includes(field));
    await tx
      .update(membre)
      .set({ ...member, ...(isAnother && noConsent), version: version + 1 })
      .where(eq(membre.id, memberId));
    const detail = { membre: memberId, champs: changed.map(([field]) => field).join(' ') };
    await appendAudit(tx, { at: now, actor, verb: 'corriger-membre', object: teamInLog(teamId), detail });
    return accept(undefined);
  });
