import { and, asc, eq, or } from 'drizzle-orm';
import { accept, refuse } from '#domain/shared/result.ts';
import { accountById } from '../accounts/find-account.ts';
import type { AccountNeeds, AccountResult } from '../accounts/needs.ts';
import { appendAudit } from '../audit/audit-log.ts';
import { habilitation, jeton, session } from '../db/schema/accounts.ts';
import { journal } from '../db/schema/audit.ts';
import { offreRole } from '../db/schema/roles.ts';
import { readProtection } from '../factors/read-protection.ts';
import { identitiesOf } from '../identity/identity-rows.ts';

export type AccountExport = {
  readonly format: 'coordonnees-compte@1';
  readonly exporteLe: string;
  readonly compte: { id: string; email: string | null; nom: string; secondFacteurRequis: boolean; creeLe: string };
  readonly sessions: readonly { ouverteLe: string; expireLe: string; appareil: string }[];
  readonly identites: readonly {
    fournisseur: string;
    emetteur: string;
    sujet: string;
    identifiantNational: string | null;
    rpps: string | null;
    declare: unknown;
    lieeLe: string;
    vueLe: string;
  }[];
  readonly liens: readonly { type: string; email: string | null; expireLe: string; utiliseLe: string | null }[];
  readonly roles: readonly { role: string; portee: string; accordeLe: string }[];
  /** Roles asked for or taken up by a link, as long as it is known. */
  readonly rolesDemandes: readonly { role: string; portee: string; etat: string; depuis: string }[];
  readonly clesAcces: readonly { nom: string; creeLe: string; utiliseeLe: string | null }[];
  /** Whether codes are set up, and how many recovery codes are left. */
  readonly codes: { applicationDepuis: string | null; codesSecoursRestants: number };
  readonly journal: readonly { quand: string; verbe: string; objetType: string; objetId: string }[];
};

/** Everything kept about a person, for herself (RGPD, art. 15 and 20). No hash: they help nobody but a thief. */
export function exportAccount(
  { database, now }: Pick<AccountNeeds, 'database' | 'now'>,
  accountId: string,
): AccountResult<AccountExport> {
  return database.write(async (tx) => {
    const account = await accountById(tx, accountId);
    if (!account) return refuse({ code: 'LIEN_INUTILISABLE' } as const);
    const object = { type: 'compte', id: accountId };
    await appendAudit(tx, { at: now, actor: accountId, verb: 'exporter-compte', object });
    const { id, email, nom, secondFacteurRequis, creeLe } = account;
    const protection = await readProtection(tx, accountId);
    return accept({
      format: 'coordonnees-compte@1' as const,
      exporteLe: now.toISOString(),
      compte: { id, email, nom, secondFacteurRequis, creeLe },
      sessions: await tx
        .select({ ouverteLe: session.ouverteLe, expireLe: session.expireLe, appareil: session.appareil })
        .from(session)
        .where(eq(session.compteId, accountId)),
      identites: (await identitiesOf(tx, accountId)).map(({ compteId: _, declare, ...row }) => ({
        ...row,
        declare: JSON.parse(declare) as unknown,
      })),
      liens: await tx
        .select({ type: jeton.type, email: jeton.email, expireLe: jeton.expireLe, utiliseLe: jeton.utiliseLe })
        .from(jeton)
        .where(eq(jeton.compteId, accountId)),
      roles: await tx
        .select({ role: habilitation.role, portee: habilitation.portee, accordeLe: habilitation.accordeLe })
        .from(habilitation)
        .where(eq(habilitation.compteId, accountId)),
      rolesDemandes: await tx
        .select({ role: offreRole.role, portee: offreRole.portee, etat: offreRole.etat, depuis: offreRole.depuis })
        .from(offreRole)
        .where(eq(offreRole.compteId, accountId)),
      clesAcces: protection.keys.map(({ name, addedAt, usedAt }) => ({
        nom: name,
        creeLe: addedAt,
        utiliseeLe: usedAt,
      })),
      codes: {
        applicationDepuis: protection.applicationSince,
        codesSecoursRestants: protection.recoveryCodesLeft,
      },
      journal: await tx
        .select({
          quand: journal.quand,
          verbe: journal.verbe,
          objetType: journal.objetType,
          objetId: journal.objetId,
        })
        .from(journal)
        .where(or(eq(journal.acteur, accountId), and(eq(journal.objetType, 'compte'), eq(journal.objetId, accountId))))
        .orderBy(asc(journal.numero)),
    });
  });
}
