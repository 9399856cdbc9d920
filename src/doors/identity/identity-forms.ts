import { isIdentityProvider } from '#domain/identity/provider.ts';
import { proveAgain } from '#server/accounts/prove-again.ts';
import { addEmail } from '#server/identity/add-email.ts';
import { linkIdentity } from '#server/identity/link-identity.ts';
import { openAccountWith } from '#server/identity/open-account-with.ts';
import { unlinkIdentity } from '#server/identity/unlink-identity.ts';
import { firstAddressForm, nameForm } from '../../messages/account/account-forms.ts';
import { accountFormErrors } from '../../messages/account/form-errors.ts';
import { ownAccount } from '../account/account-forms.ts';
import { accountNeeds, keepSession } from '../account/account-needs.ts';
import { form, type Outcome } from '../form.ts';
import { formFacts } from '../form-facts.ts';
import { complete, readForm } from '../read-form.ts';
import { nextPage } from '../refusal.ts';
import { actorOf, type Visit } from '../visit.ts';
import { enter, leaveFor, refusedIdentity } from './identities.ts';
import { dropPendingIdentity, pendingIdentity } from './identity-cookies.ts';

/** Forms that anybody may send: they lead to an account. */
const open = { kind: 'portail', verb: 'consulter', object: () => ({ kind: 'portail' as const }) } as const;
const own = { kind: 'compte', verb: 'modifier', object: ownAccount } as const;

const noSuchProvider: Outcome = { errors: { '': accountFormErrors.FOURNISSEUR_ABSENT } };
const tooLate: Outcome = { to: '/espace/connexion' };

export const departureForms = {
  partir: form({
    ...open,
    async run(visit, typed) {
      const client = visit.services.identities.find(typed.get('fournisseur') ?? '');
      return client ? leaveFor(visit, client, { next: nextPage(typed.get('suite')) }) : noSuchProvider;
    },
  }),
};

export const firstVisitForms = {
  'ouvrir-compte': form({
    ...open,
    async run(visit, typed) {
      const identity = pendingIdentity(visit);
      if (!identity) return tooLate;
      const browser = { device: visit.device, formerToken: visit.sessionToken };
      const read = complete(readForm(nameForm, typed, formFacts(visit)));
      if (!read.ok) return { errors: read.refusal };
      const opened = await openAccountWith(accountNeeds(visit), identity, { name: read.value.nom }, browser);
      if (!opened.ok) return refusedIdentity(opened.refusal, identity.provider, { NOM_INVALIDE: 'nom' });
      dropPendingIdentity(visit);
      return { to: enter(visit, opened.value, '/espace/adresse?fait=compte-ouvert') };
    },
  }),
};

export const identityForms = {
  /** Goes to the provider, and links what comes back. */
  lier: form({
    ...own,
    async run(visit, typed) {
      const client = visit.services.identities.find(typed.get('fournisseur') ?? '');
      if (!client || !visit.session) return noSuchProvider;
      const proved = await proveAgain(accountNeeds(visit), visit.session, typed.get('phrase') ?? '');
      if (!proved.ok) return refusedIdentity(proved.refusal, client.provider, passphraseField);
      return leaveFor(visit, client, { linkTo: actorOf(visit).compte, next: '/espace/compte/identites' });
    },
  }),
  /** Links the identity that waits in this browser since a first visit. */
  'lier-attente': form({
    ...own,
    async run(visit, typed) {
      const identity = pendingIdentity(visit);
      if (!identity || !visit.session) return tooLate;
      const proved = await proveAgain(accountNeeds(visit), visit.session, typed.get('phrase') ?? '');
      if (!proved.ok) return refusedIdentity(proved.refusal, identity.provider, passphraseField);
      const linked = await linkIdentity(accountNeeds(visit), identity, browserOf(visit));
      if (!linked.ok) return refusedIdentity(linked.refusal, identity.provider);
      dropPendingIdentity(visit);
      keepSession(visit, linked.value);
      return { to: '/espace/compte/identites?fait=identite-liee' };
    },
  }),
  'oublier-attente': form({
    ...own,
    async run(visit) {
      dropPendingIdentity(visit);
      return { to: '/espace/compte/identites' };
    },
  }),
  delier: form({
    ...own,
    async run(visit, typed) {
      const provider = typed.get('fournisseur') ?? '';
      if (!isIdentityProvider(provider) || !visit.session) return noSuchProvider;
      const proved = await proveAgain(accountNeeds(visit), visit.session, typed.get('phrase') ?? '');
      if (!proved.ok) return refusedIdentity(proved.refusal, provider, passphraseField);
      const issuers = visit.services.identities.available.map(({ issuer }) => issuer);
      const unlinked = await unlinkIdentity(accountNeeds(visit), { provider, issuers }, browserOf(visit));
      if (!unlinked.ok) return refusedIdentity(unlinked.refusal, provider);
      keepSession(visit, unlinked.value);
      return { to: '/espace/compte/identites?fait=identite-retiree' };
    },
  }),
};

export const firstAddressForms = {
  'donner-adresse': form({
    ...own,
    async run(visit, typed) {
      if (!visit.session) return tooLate;
      const read = complete(readForm(firstAddressForm, typed, formFacts(visit)));
      if (!read.ok) return { errors: read.refusal };
      const asked = await addEmail(accountNeeds(visit), visit.session, read.value.email);
      return asked.ok
        ? { to: '/espace/adresse?envoye=1' }
        : refusedIdentity(asked.refusal, 'pro-sante-connect', { EMAIL_INVALIDE: 'email', EMAIL_TROP_LONG: 'email' });
    },
  }),
};

const browserOf = (visit: Visit) => ({ accountId: actorOf(visit).compte, sessionToken: visit.sessionToken ?? '' });

const passphraseField = { PHRASE_ACTUELLE_FAUSSE: 'phrase' } as const;
