import { and, eq } from 'drizzle-orm';
import { issueLink } from '../accounts/links.ts';
import { appendAudit } from '../audit/audit-log.ts';
import type { Database, Writer } from '../db/client.ts';
import { jeton } from '../db/schema/accounts.ts';
import { isRoleLink, pendingRoleLinks } from './role-links.ts';
import { hasAdministrator, systemActor } from './role-store.ts';

type Needs = { readonly database: Database; readonly now: Date; readonly newId: () => string };

/** How long a link printed by a command waits to be taken up. */
export const systemLinkHours = 24;

/** At the start of the site: it has its administrator, a link waits, or this is the token of a new one. */
export type FirstAdministrator = 'present' | 'attendu' | { readonly token: string };

/**
 * Offers the role of administrator to whoever starts a site that has none: no default password exists. Told once; a
 * link already given is not given again.
 */
export const offerFirstAdministrator = (needs: Needs): Promise<FirstAdministrator> =>
  needs.database.write(async (tx) => {
    if (await hasAdministrator(tx)) return 'present';
    const waiting = await pendingRoleLinks(tx, needs.now);
    return waiting.some(({ by }) => by === systemActor) ? 'attendu' : { token: await issueSystemLink(tx, needs) };
  });

/** A new link for an administrator, asked for on the machine itself; the former ones become void. */
export const renewAdministratorLink = (needs: Needs): Promise<{ readonly token: string }> =>
  needs.database.write(async (tx) => {
    await tx.delete(jeton).where(and(isRoleLink, eq(jeton.accordePar, systemActor)));
    return { token: await issueSystemLink(tx, needs) };
  });

async function issueSystemLink(tx: Writer, { now, newId }: Needs): Promise<string> {
  const demande = newId();
  const offered = { role: 'association-admin', portee: 'portail', accordePar: systemActor } as const;
  const token = await issueLink(tx, now, { type: 'role', demande, hours: systemLinkHours, ...offered });
  const object = { type: 'lien-role', id: demande };
  const detail = { role: offered.role, portee: offered.portee };
  await appendAudit(tx, { at: now, actor: systemActor, verb: 'proposer-role', object, detail });
  return token;
}
