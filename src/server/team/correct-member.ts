import { isDeepStrictEqual } from 'node:util';
import { eq } from 'drizzle-orm';
import { accept, type Result, refuse } from '#domain/shared/result.ts';
import type { Member } from '#domain/team/member.schema.ts';
import { proposalIn, withoutGuarded } from '#domain/team/proposed-change.ts';
import type { TeamRefusal } from '#domain/team/team-refusal.ts';
import { memberObject, teamObject } from '../access/find-object.ts';
import { appendAudit } from '../audit/audit-log.ts';
import { admit } from '../auth/throttle.ts';
import type { Writer } from '../db/client.ts';
import { membre } from '../db/schema/teams.ts';
import type { InvitationNeeds } from './invitation-store.ts';
import { noPlaceFor } from './member-place.ts';
import { dropChangeOf, openChangeOf, propose } from './proposed-changes.ts';
import { noConsent } from './record-consent.ts';
import { type MemberRow, memberOf, membersOf, type TeamNeeds, type TeamResult, teamInLog } from './team-store.ts';

type Facts = Omit<Member, 'sortie'>;
type Correction = {
  readonly teamId: string;
  readonly memberId: string;
  /** The version that the form was filled on. */
  readonly version: number;
  readonly member: Facts;
};
type Corrected = {
  /** Part of it waits for the yes of the member. */
  readonly isProposed: boolean;
};
type Needs = TeamNeeds & Pick<InvitationNeeds, 'throttleKey'>;

/**
 * Corrects what the team knows of a member; the last day has a verb of its own. Of someone who joined, another than
 * herself only proposes who she is and what she attests: what counts until she says yes is what was there.
 */
export const correctMember = (
  needs: Needs,
  { teamId, memberId, version, member }: Correction,
): TeamResult<Corrected, TeamRefusal> =>
  needs.database.write(async (tx) => {
    const permitted = await needs.permit(tx, 'modifier', await memberObject(tx, teamId, memberId));
    if (!permitted.ok) return permitted;
    const members = await membersOf(tx, teamId);
    const row = members.find(({ id }) => id === memberId);
    if (!row) return refuse({ code: 'INTROUVABLE' } as const);
    const before = memberOf(row);
    const asksHer = row.compteId !== null && row.compteId !== needs.actor;
    const proposal = asksHer ? proposalIn(before, member) : null;
    const change = asksHer ? withoutGuarded(before, member) : member;
    const fields = changedFields(before, change);
    const isChanged = fields.length > 0;
    if (fields.includes('entree')) {
      // The day of arrival is for who leads the team to say, in one’s own row too.
      const leads = await needs.permit(tx, 'modifier', await teamObject(tx, 'equipe', teamId));
      if (!leads.ok) return leads;
    }
    const isNew = proposal !== null && !isDeepStrictEqual((await openChangeOf(tx, row))?.change, proposal);
    if (!isChanged && !isNew) return accept({ isProposed: proposal !== null });
    if (row.version !== version) return refuse({ code: 'VERSION_DEPASSEE' } as const);
    const refused = refusalOf(members, row, member, needs.today) ?? (isNew ? await tooMany(tx, needs, row) : null);
    if (refused) return refused;

    if (isChanged) await write(tx, needs, row, change);
    if (isNew) await propose(tx, needs, row, proposal);
    if (row.compteId === null) await dropChangeOf(tx, memberId);
    return accept({ isProposed: proposal !== null });
  });

function changedFields(before: Facts, after: Facts): string[] {
  const known = before as Readonly<Record<string, unknown>>;
  return Object.entries(after).flatMap(([field, value]) => (isDeepStrictEqual(known[field], value) ? [] : [field]));
}

function refusalOf(
  members: readonly MemberRow[],
  row: MemberRow,
  member: Facts,
  today: string,
): Result<never, TeamRefusal> | null {
  if (row.sortie !== null && row.sortie < member.entree) return refuse({ code: 'SORTIE_AVANT_ENTREE' });
  if (row.compteId !== null && row.entree <= today && member.entree > today) {
    return refuse({ code: 'ARRIVEE_APRES_COUP' });
  }
  return noPlaceFor(members, { ...row, ...member }, today);
}

/** Each proposal writes to the member. */
async function tooMany(tx: Writer, { throttleKey, actor, now }: Needs, { id }: MemberRow) {
  const wait = await admit(tx, throttleKey, [{ kind: 'courriel', of: ['changement', id, actor] }], now);
  return wait > 0 ? refuse({ code: 'TROP_DE_COURRIELS', attendreSecondes: wait } as const) : null;
}

async function write(tx: Writer, { now, actor }: Needs, row: MemberRow, member: Facts): Promise<void> {
  const changed = changedFields(memberOf(row), member);
  // What the association recorded was said of someone of this name, of this profession.
  const isAnother = changed.some((field) => ['nom', 'prenom', 'profession'].includes(field));
  await tx
    .update(membre)
    .set({ ...member, ...(isAnother && noConsent), version: row.version + 1 })
    .where(eq(membre.id, row.id));
  const detail = { membre: row.id, champs: changed.join(' ') };
  await appendAudit(tx, { at: now, actor, verb: 'corriger-membre', object: teamInLog(row.equipeId), detail });
}
