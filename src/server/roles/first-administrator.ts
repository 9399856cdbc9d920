import { linkHours } from '#domain/access/role-offer.ts';
import { someAdministrators } from '../access/administrators.ts';
import { appendAudit } from '../audit/audit-log.ts';
import type { Database, Writer } from '../db/client.ts';
import { dropSystemOffers, issueOffer, waitingOffers } from './role-offers.ts';
import { scopeOf, systemActor } from './role-store.ts';

type Needs = { readonly database: Database; readonly now: Date; readonly newId: () => string };

/** At the start of the site: it has its administrator, a link waits, or this is the token of a new one. */
export type FirstAdministrator = 'present' | 'attendu' | { readonly token: string };

/**
 * Offers the role of administrator to whoever starts a site that has none: no default password exists. Told once; a
 * link already given is not given again.
 */
export const offerFirstAdministrator = (needs: Needs): Promise<FirstAdministrator> =>
  needs.database.write(async (tx) => {
    if ((await someAdministrators(tx)).length > 0) return 'present';
    const { links } = await waitingOffers(tx, needs.now);
    return links.some(({ by }) => by === systemActor) ? 'attendu' : { token: await issueSystemLink(tx, needs) };
  });

/** A new link for an administrator, asked for on the machine itself; the former ones become void. */
export const renewAdministratorLink = (needs: Needs): Promise<{ readonly token: string }> =>
  needs.database.write(async (tx) => {
    await dropSystemOffers(tx);
    return { token: await issueSystemLink(tx, needs) };
  });

/** A link without an address: whoever reads the console of the machine is the one it is for (decision 0022). */
async function issueSystemLink(tx: Writer, { now, newId }: Needs): Promise<string> {
  const id = newId();
  const grant = { role: 'association-admin', region: null } as const;
  const token = await issueOffer(tx, now, { id, grant, email: null, by: systemActor, hours: linkHours.command });
  const detail = { role: grant.role, portee: scopeOf(grant) };
  const object = { type: 'lien-role', id };
  await appendAudit(tx, { at: now, actor: systemActor, verb: 'proposer-role', object, detail });
  return token;
}
