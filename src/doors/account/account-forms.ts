import { confirmEmailChange, requestEmailChange } from '#server/accounts/change-email.ts';
import { changePassphrase } from '#server/accounts/change-passphrase.ts';
import { deleteAccount } from '#server/accounts/delete-account.ts';
import { signOutElsewhere, signOutOf } from '#server/accounts/end-sessions.ts';
import { renameAccount } from '#server/accounts/rename-account.ts';
import { deletionForm, nameForm, newAddressForm, passphraseForm } from '../../messages/account/account-forms.ts';
import { form } from '../form.ts';
import { formFacts } from '../form-facts.ts';
import { complete, readForm } from '../read-form.ts';
import { actorOf, type Visit } from '../visit.ts';
import { accountNeeds, dropSession, keepSession, refusedAccount } from './account-needs.ts';
import { bearerOf, ownProtection } from './factor-needs.ts';

/** One's own account: what a visitor is signed in to, and nothing that a form could name. */
export const ownAccount = ({ actor }: Visit) =>
  actor ? ({ kind: 'compte', compte: actor.compte } as const) : ({ kind: 'compte', absent: true } as const);

const own = { kind: 'compte', object: ownAccount } as const;

export const nameForms = {
  renommer: form({
    ...own,
    verb: 'modifier',
    async run(visit, typed) {
      const read = complete(readForm(nameForm, typed, formFacts(visit)));
      if (!read.ok) return { errors: read.refusal };
      const asked = { accountId: actorOf(visit).compte, name: read.value.nom };
      const renamed = await renameAccount(accountNeeds(visit), asked);
      if (!renamed.ok) return refusedAccount(renamed.refusal, { NOM_INVALIDE: 'nom' });
      return { to: '/espace/compte?fait=nom-change' };
    },
  }),
};

export const addressForms = {
  'changer-adresse': form({
    ...own,
    verb: 'modifier',
    async run(visit, typed) {
      const { hasPassphrase } = await ownProtection(visit);
      const read = complete(readForm(newAddressForm(hasPassphrase), typed, formFacts(visit)));
      if (!read.ok) return { errors: read.refusal };
      const asked = await requestEmailChange(accountNeeds(visit), {
        session: bearerOf(visit).session,
        passphrase: read.value.phrase ?? '',
        email: read.value.email,
      });
      return asked.ok
        ? { to: '/espace/compte/adresse?envoye=1' }
        : refusedAccount(asked.refusal, {
            EMAIL_INVALIDE: 'email',
            EMAIL_TROP_LONG: 'email',
            PHRASE_ACTUELLE_FAUSSE: 'phrase',
          });
    },
  }),
};

export const addressLinkForms = {
  // Whoever holds a link of this change, at the old address or at the new, signed in or not.
  'confirmer-adresse': form({
    kind: 'portail',
    verb: 'consulter',
    object: () => ({ kind: 'portail' }),
    async run(visit, typed) {
      const confirmed = await confirmEmailChange(accountNeeds(visit), { token: typed.get('jeton') ?? '' });
      if (!confirmed.ok) return refusedAccount(confirmed.refusal);
      return { to: `/espace/changer-adresse?etape=${confirmed.value}` };
    },
  }),
};

export const passphraseForms = {
  'changer-phrase': form({
    ...own,
    verb: 'modifier',
    async run(visit, typed) {
      const { hasPassphrase } = await ownProtection(visit);
      const read = complete(readForm(passphraseForm(hasPassphrase), typed, formFacts(visit)));
      if (!read.ok) return { errors: read.refusal };
      const changed = await changePassphrase(accountNeeds(visit), {
        session: bearerOf(visit).session,
        sessionToken: visit.sessionToken ?? '',
        current: read.value.actuelle ?? '',
        wanted: read.value.phrase,
      });
      if (!changed.ok) {
        return refusedAccount(changed.refusal, {
          PHRASE_ACTUELLE_FAUSSE: 'actuelle',
          PHRASE_TROP_COURTE: 'phrase',
          PHRASE_TROP_LONGUE: 'phrase',
          PHRASE_PREVISIBLE: 'phrase',
        });
      }
      keepSession(visit, changed.value);
      return { to: '/espace/compte?fait=phrase-changee' };
    },
  }),
};

export const sessionForms = {
  fermer: form({
    ...own,
    verb: 'fermer-sessions',
    async run(visit, typed) {
      const closed = await signOutOf(accountNeeds(visit), bearerOf(visit).session, typed.get('session') ?? '');
      return closed.ok ? { to: '/espace/compte/sessions?fait=session-fermee' } : refusedAccount(closed.refusal);
    },
  }),
  'fermer-les-autres': form({
    ...own,
    verb: 'fermer-sessions',
    async run(visit) {
      const { session, token } = bearerOf(visit);
      const closed = await signOutElsewhere(accountNeeds(visit), session, token);
      return closed.ok ? { to: '/espace/compte/sessions?fait=sessions-fermees' } : refusedAccount(closed.refusal);
    },
  }),
};

export const deletionForms = {
  supprimer: form({
    ...own,
    verb: 'supprimer',
    async run(visit, typed) {
      const { hasPassphrase } = await ownProtection(visit);
      const read = complete(readForm(deletionForm(hasPassphrase), typed, formFacts(visit)));
      if (!read.ok) return { errors: read.refusal };
      const deleted = await deleteAccount(accountNeeds(visit), {
        session: bearerOf(visit).session,
        passphrase: read.value.phrase ?? '',
      });
      if (!deleted.ok) return refusedAccount(deleted.refusal, { PHRASE_ACTUELLE_FAUSSE: 'phrase' });
      dropSession(visit);
      return { to: '/espace/connexion?fait=compte-supprime' };
    },
  }),
};
