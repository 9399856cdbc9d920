import { accountObject } from '#server/access/find-object.ts';
import { confirmClaim, refuseClaim } from '#server/roles/decide-claim.ts';
import { offerById } from '#server/roles/role-offers.ts';
import { form, type Typed } from '../form.ts';
import type { Visit } from '../visit.ts';
import { refusedRole, roleNeeds } from './role-needs.ts';

/** The account that asks for a role: nobody answers his own claim. */
async function claimingAccount({ services: { database } }: Visit, typed: Typed) {
  const offer = await offerById(database.db, typed.get('demande') ?? '');
  return accountObject(database.db, offer?.compte ?? '');
}

const ofClaim = { kind: 'compte', verb: 'habiliter', object: claimingAccount } as const;

/** What an administrator answers to who claims a role with another address than the one that was written to. */
export const claimForms = {
  'confirmer-demande': form({
    ...ofClaim,
    async run(visit, typed) {
      const confirmed = await confirmClaim(roleNeeds(visit), typed.get('demande') ?? '');
      return confirmed.ok ? { to: '/association/comptes?fait=demande-confirmee' } : refusedRole(confirmed.refusal);
    },
  }),
  'refuser-demande': form({
    ...ofClaim,
    async run(visit, typed) {
      const refused = await refuseClaim(roleNeeds(visit), typed.get('demande') ?? '');
      return refused.ok ? { to: '/association/comptes?fait=demande-refusee' } : refusedRole(refused.refusal);
    },
  }),
};
