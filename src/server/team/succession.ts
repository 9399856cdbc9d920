import { and, asc, eq } from 'drizzle-orm';
import { accept, refuse } from '#domain/shared/result.ts';
import type { ReferentRefusal } from '#domain/team/referent-refusal.ts';
import { isDecided, type Proposal, support } from '#domain/team/succession.ts';
import { teamObject } from '../access/find-object.ts';
import { appendAudit } from '../audit/audit-log.ts';
import { admit } from '../auth/throttle.ts';
import type { Reader, Writer } from '../db/client.ts';
import { succession, successionVoix } from '../db/schema/teams.ts';
import { writeRole } from './change-role.ts';
import type { InvitationNeeds } from './invitation-store.ts';
import { membersOf, seatOf, type TeamNeeds, type TeamResult, teamInLog } from './team-store.ts';
import { referentsPath, tellTeam } from './tell-team.ts';

/** A succession that waits for a second voice, and the members who agreed so far. */
export type OpenSuccession = Proposal & { readonly id: string; readonly ouverteLe: string };

type Voice = {
  readonly teamId: string;
  /** The place of who acts. */
  readonly memberId: string;
  readonly successorId: string;
};
type Supported = { readonly opened: boolean; readonly decided: boolean };

/**
 * A member proposes that someone becomes référent, or agrees to the proposal that is open. The second voice decides;
 * the others of the team are told of both.
 */
export const supportSuccession = (
  needs: TeamNeeds & Pick<InvitationNeeds, 'throttleKey'>,
  { teamId, memberId, successorId }: Voice,
): TeamResult<Supported, ReferentRefusal> =>
  needs.database.write(async (tx) => {
    const { now, today, newId, actor, permit, throttleKey } = needs;
    const permitted = await permit(tx, 'soutenir-succession', await teamObject(tx, 'equipe', teamId));
    if (!permitted.ok) return permitted;
    const members = await membersOf(tx, teamId);
    const seats = members.map(seatOf);
    const successor = members.find(({ id }) => id === successorId);
    const isOwn = members.some(({ id, compteId }) => id === memberId && compteId === actor);
    if (!successor || !isOwn) return refuse({ code: 'INTROUVABLE' } as const);
    const open = await openSuccessionOf(tx, successorId);
    const supported = support(seats, open ?? { successeur: successorId, voix: [] }, memberId, today);
    if (!supported.ok) return supported;
    const decided = isDecided(seats, supported.value, today);

    if (!open) {
      const wait = await admit(tx, throttleKey, [{ kind: 'courriel', of: ['succession', teamId, actor] }], now);
      if (wait > 0) return refuse({ code: 'TROP_DE_COURRIELS', attendreSecondes: wait } as const);
    }
    const id = open?.id ?? newId();
    const at = now.toISOString();
    if (!open) {
      await tx
        .insert(succession)
        .values({ id, equipeId: teamId, successeurId: successorId, etat: 'ouverte', ouverteLe: at });
    }
    await tx.insert(successionVoix).values({ successionId: id, membreId: memberId, donneeLe: at });
    const line = { at: now, actor, object: teamInLog(teamId), detail: { succession: id, membre: successorId } };
    await appendAudit(tx, { ...line, verb: open ? 'soutenir-succession' : 'proposer-succession' });
    if (decided) {
      await tx.update(succession).set({ etat: 'aboutie' }).where(eq(succession.id, id));
      await writeRole(tx, successor, 'referent');
      await appendAudit(tx, { ...line, verb: 'aboutir-succession' });
    }
    const step = decided ? 'aboutie' : `voix-${memberId}`;
    await tellTeam(tx, needs, { teamId, path: referentsPath(teamId), event: `succession:${id}:${step}` });
    return accept({ opened: open === null, decided });
  });

/** Whoever agreed takes the proposal back before a second voice decides: none is then left to count. */
export const abandonSuccession = (
  { database, now, actor, permit }: TeamNeeds,
  { teamId, memberId, successionId }: Pick<Voice, 'teamId' | 'memberId'> & { readonly successionId: string },
): TeamResult<void, ReferentRefusal> =>
  database.write(async (tx) => {
    const permitted = await permit(tx, 'soutenir-succession', await teamObject(tx, 'equipe', teamId));
    if (!permitted.ok) return permitted;
    const ofTeam = and(eq(succession.id, successionId), eq(succession.equipeId, teamId));
    const [row] = await tx.select().from(succession).where(ofTeam).limit(1);
    if (!row) return refuse({ code: 'INTROUVABLE' } as const);
    if (row.etat !== 'ouverte') return refuse({ code: 'SUCCESSION_CLOSE' } as const);
    if (!(await voicesOf(tx, successionId)).includes(memberId)) return refuse({ code: 'PAS_SOUTENU' } as const);
    await tx.update(succession).set({ etat: 'abandonnee' }).where(eq(succession.id, successionId));
    const detail = { succession: successionId, membre: row.successeurId };
    await appendAudit(tx, { at: now, actor, verb: 'abandonner-succession', object: teamInLog(teamId), detail });
    return accept(undefined);
  });

/** The successions of a team that wait for a voice, the oldest first. */
export async function openSuccessionsOf(db: Read, teamId: string): Promise<OpenSuccession[]> {
  const rows = await db
    .select()
    .from(succession)
    .where(and(eq(succession.equipeId, teamId), eq(succession.etat, 'ouverte')))
    .orderBy(asc(succession.ouverteLe), asc(succession.id));
  const open = [];
  for (const row of rows) open.push(await withVoices(db, row));
  return open;
}

async function openSuccessionOf(db: Read, successorId: string): Promise<OpenSuccession | null> {
  const ofSuccessor = and(eq(succession.successeurId, successorId), eq(succession.etat, 'ouverte'));
  const [row] = await db.select().from(succession).where(ofSuccessor).limit(1);
  return row ? withVoices(db, row) : null;
}

const withVoices = async (
  db: Read,
  { id, successeurId, ouverteLe }: typeof succession.$inferSelect,
): Promise<OpenSuccession> => ({ id, successeur: successeurId, ouverteLe, voix: await voicesOf(db, id) });

async function voicesOf(db: Read, successionId: string): Promise<string[]> {
  const rows = await db
    .select({ id: successionVoix.membreId })
    .from(successionVoix)
    .where(eq(successionVoix.successionId, successionId))
    .orderBy(asc(successionVoix.donneeLe));
  return rows.map(({ id }) => id);
}

type Read = Pick<Reader | Writer, 'select'>;
