import { and, eq } from 'drizzle-orm';
import { accept, refuse } from '#domain/shared/result.ts';
import { type ConsentRefusal, parseGround } from '#domain/team/consent.ts';
import { memberObject } from '../access/find-object.ts';
import { appendAudit } from '../audit/audit-log.ts';
import type { Writer } from '../db/client.ts';
import { membre } from '../db/schema/teams.ts';
import { type MemberRow, type TeamNeeds, type TeamResult, teamInLog } from './team-store.ts';
import { memberPath, tellReferents } from './tell-team.ts';

type OfMember = { readonly teamId: string; readonly memberId: string };

/**
 * The association records that someone agreed to be in a team without an account, and why it may say so: she counts
 * from then on, until she joins, declines, or the row becomes another person’s. The référents are told; the reason
 * stays in the row and is not in the log.
 */
export async function recordConsent(
  needs: TeamNeeds,
  { teamId, memberId, ground }: OfMember & { readonly ground: string },
): TeamResult<void, ConsentRefusal> {
  const parsed = parseGround(ground);
  if (!parsed.ok) return parsed;
  return needs.database.write(async (tx) => {
    const { today, actor, permit } = needs;
    const permitted = await permit(tx, 'enregistrer-consentement', await memberObject(tx, teamId, memberId));
    if (!permitted.ok) return permitted;
    const row = await memberOfTeam(tx, { teamId, memberId });
    if (!row) return refuse({ code: 'INTROUVABLE' } as const);
    if (row.compteId !== null) return refuse({ code: 'MEMBRE_A_UN_COMPTE' } as const);
    if (row.sortie !== null && row.sortie < today) return refuse({ code: 'MEMBRE_PARTI', sortie: row.sortie } as const);
    if (row.consentiLe !== null) return refuse({ code: 'CONSENTEMENT_DEJA_ENREGISTRE' } as const);
    const consent = { consentiLe: today, consentiPar: actor, consentementMotif: parsed.value };
    await write(tx, needs, row, { verb: 'enregistrer-consentement', consent });
    return accept(undefined);
  });
}

/** The association takes back what it recorded by mistake. */
export const withdrawConsent = (needs: TeamNeeds, asked: OfMember): TeamResult<void, ConsentRefusal> =>
  needs.database.write(async (tx) => {
    const object = await memberObject(tx, asked.teamId, asked.memberId);
    const permitted = await needs.permit(tx, 'enregistrer-consentement', object);
    if (!permitted.ok) return permitted;
    const row = await memberOfTeam(tx, asked);
    if (!row) return refuse({ code: 'INTROUVABLE' } as const);
    if (row.consentiLe === null) return refuse({ code: 'PAS_DE_CONSENTEMENT' } as const);
    await write(tx, needs, row, { verb: 'retirer-consentement', consent: noConsent });
    return accept(undefined);
  });

/** What a row holds when the association recorded nothing, or when what it recorded holds no more. */
export const noConsent = { consentiLe: null, consentiPar: null, consentementMotif: null } as const;

type Change = {
  readonly verb: 'enregistrer-consentement' | 'retirer-consentement';
  readonly consent: Pick<MemberRow, 'consentiLe' | 'consentiPar' | 'consentementMotif'>;
};

async function write(tx: Writer, needs: TeamNeeds, row: MemberRow, { verb, consent }: Change): Promise<void> {
  const { id, equipeId, version } = row;
  await tx
    .update(membre)
    .set({ ...consent, version: version + 1 })
    .where(eq(membre.id, id));
  const { now, actor } = needs;
  await appendAudit(tx, { at: now, actor, verb, object: teamInLog(equipeId), detail: { membre: id } });
  const notice = { type: 'attente', path: memberPath(equipeId, id), event: `accord:${id}:${version + 1}` } as const;
  await tellReferents(tx, needs, { teamId: equipeId, ...notice });
}

async function memberOfTeam(tx: Writer, { teamId, memberId }: OfMember): Promise<MemberRow | null> {
  const ofTeam = and(eq(membre.id, memberId), eq(membre.equipeId, teamId));
  return (await tx.select().from(membre).where(ofTeam).limit(1))[0] ?? null;
}
