import { and, eq } from 'drizzle-orm';
import { accept, refuse } from '#domain/shared/result.ts';
import {
  type ChangeRefusal,
  type ProposedChange,
  proposedChangeSchema,
  proposedFields,
  stillProposed,
  withChange,
} from '#domain/team/proposed-change.ts';
import { memberObject } from '../access/find-object.ts';
import { appendAudit } from '../audit/audit-log.ts';
import type { Reader, Writer } from '../db/client.ts';
import { changementMembre, membre } from '../db/schema/teams.ts';
import { type MemberRow, memberOf, type TeamNeeds, type TeamResult, teamInLog } from './team-store.ts';
import { memberPath, tellMember, tellReferents } from './tell-team.ts';

type Read = Pick<Reader | Writer, 'select'>;

/** A change that waits for the yes of a member: its id, what it changes, the account that proposed it. */
export type OpenChange = {
  readonly id: string;
  readonly change: ProposedChange;
  readonly proposePar: string;
  readonly proposeLe: string;
};

/** The change that waits for the yes of a member; null when none does, or when nothing of it is left to change. */
export async function openChangeOf(db: Read, row: MemberRow): Promise<OpenChange | null> {
  if (row.compteId === null) return null;
  const [kept] = await db.select().from(changementMembre).where(eq(changementMembre.membreId, row.id)).limit(1);
  if (!kept) return null;
  const { id, proposePar, proposeLe } = kept;
  const change = stillProposed(proposedChangeSchema.parse(JSON.parse(kept.champs)), memberOf(row));
  return change && { id, change, proposePar, proposeLe };
}

/**
 * Keeps what a référent proposes in place of what was proposed before, and tells the member: she alone answers. Part of
 * the transaction of a correction.
 */
export async function propose(tx: Writer, needs: TeamNeeds, row: MemberRow, change: ProposedChange): Promise<void> {
  const { now, actor, newId } = needs;
  const [id, at] = [newId(), now.toISOString()];
  await dropChangeOf(tx, row.id);
  const champs = JSON.stringify(change);
  await tx
    .insert(changementMembre)
    .values({ id, equipeId: row.equipeId, membreId: row.id, proposePar: actor, proposeLe: at, champs });
  await log(tx, needs, row, { verb: 'proposer-changement', change });
  const path = memberPath(row.equipeId, row.id);
  await tellMember(tx, needs, { memberId: row.id, type: 'changement-propose', path, event: `changement:${id}` });
}

export const dropChangeOf = async (tx: Writer, memberId: string): Promise<void> => {
  await tx.delete(changementMembre).where(eq(changementMembre.membreId, memberId));
};

type OfChange = { readonly teamId: string; readonly memberId: string; readonly changeId: string };

/** The member says yes or no to what a référent proposed; the référents are told. */
export const answerChange = (
  needs: TeamNeeds,
  { says, ...asked }: OfChange & { readonly says: 'oui' | 'non' },
): TeamResult<void, ChangeRefusal> =>
  needs.database.write(async (tx) => {
    const { today, actor } = needs;
    const object = await memberObject(tx, asked.teamId, asked.memberId);
    const permitted = await needs.permit(tx, 'repondre-changement', object);
    if (!permitted.ok) return permitted;
    const row = await memberOfTeam(tx, asked);
    if (row?.compteId !== actor) return refuse({ code: 'INTROUVABLE' } as const);
    const open = await openChangeOf(tx, row);
    if (open?.id !== asked.changeId) return refuse({ code: 'CHANGEMENT_CLOS' } as const);
    await dropChangeOf(tx, row.id);
    if (says === 'oui') {
      const { prenom, nom, profession, attestation } = withChange(row, open.change, today);
      await tx
        .update(membre)
        .set({ prenom, nom, profession, attestation, version: row.version + 1 })
        .where(eq(membre.id, row.id));
    }
    const verb = says === 'oui' ? 'accepter-changement' : 'refuser-changement';
    await log(tx, needs, row, { verb, change: open.change });
    const notice = { type: 'changement-repondu', event: `changement:${open.id}:${says}` } as const;
    await tellReferents(tx, needs, { teamId: row.equipeId, path: memberPath(row.equipeId, row.id), ...notice });
    return accept(undefined);
  });

/** A référent takes back what was proposed and not answered. */
export const withdrawChange = (needs: TeamNeeds, asked: OfChange): TeamResult<void, ChangeRefusal> =>
  needs.database.write(async (tx) => {
    const object = await memberObject(tx, asked.teamId, asked.memberId);
    const permitted = await needs.permit(tx, 'retirer-changement', object);
    if (!permitted.ok) return permitted;
    const row = await memberOfTeam(tx, asked);
    if (!row) return refuse({ code: 'INTROUVABLE' } as const);
    const open = await openChangeOf(tx, row);
    if (open?.id !== asked.changeId) return refuse({ code: 'CHANGEMENT_CLOS' } as const);
    await dropChangeOf(tx, row.id);
    await log(tx, needs, row, { verb: 'retirer-changement', change: open.change });
    return accept(undefined);
  });

type Line = {
  readonly verb: 'proposer-changement' | 'accepter-changement' | 'refuser-changement' | 'retirer-changement';
  readonly change: ProposedChange;
};

/** Which fields, never what they hold. */
const log = (tx: Writer, { now, actor }: TeamNeeds, { id, equipeId }: MemberRow, { verb, change }: Line) =>
  appendAudit(tx, {
    at: now,
    actor,
    verb,
    object: teamInLog(equipeId),
    detail: { membre: id, champs: proposedFields(change).join(' ') },
  });

async function memberOfTeam(tx: Writer, { teamId, memberId }: OfChange): Promise<MemberRow | null> {
  const ofTeam = and(eq(membre.id, memberId), eq(membre.equipeId, teamId));
  return (await tx.select().from(membre).where(ofTeam).limit(1))[0] ?? null;
}
