import { linkToFollow } from '#domain/account/link-to-follow.ts';
import { requestReset } from '#server/accounts/request-reset.ts';
import { resetPassphrase } from '#server/accounts/reset-passphrase.ts';
import { signIn } from '#server/accounts/sign-in.ts';
import { signUp, signUpRefusals } from '#server/accounts/sign-up.ts';
import { verifyEmail } from '#server/accounts/verify-email.ts';
import { confirmForm, forgottenForm, resetForm, signInForm, signUpForm } from '../../messages/account/account-forms.ts';
import { form } from '../form.ts';
import { formFacts } from '../form-facts.ts';
import { complete, errorsOf, inOrder, readForm } from '../read-form.ts';
import { nextPage } from '../refusal.ts';
import { accountErrors, accountNeeds, keepSession, refusedAccount } from './account-needs.ts';

/** Forms that anybody may send: they lead to an account, or back to one. */
const open = {
  kind: 'portail',
  verb: 'consulter',
  object: () => ({ kind: 'portail' as const }),
} as const;

export const signInForms = {
  'se-connecter': form({
    ...open,
    async run(visit, typed) {
      const read = complete(readForm(signInForm, typed, formFacts(visit)));
      if (!read.ok) return { errors: read.refusal };
      const signedIn = await signIn(accountNeeds(visit), {
        email: read.value.email,
        passphrase: read.value.phrase,
        device: visit.device,
        ...(visit.sessionToken && { formerToken: visit.sessionToken }),
      });
      if (!signedIn.ok) return refusedAccount(signedIn.refusal);
      keepSession(visit, signedIn.value.sessionToken);
      const next = nextPage(typed.get('suite'));
      const before = `/espace/second-facteur?${new URLSearchParams({ suite: next })}`;
      return { to: signedIn.value.secondFactorExpected ? before : next };
    },
  }),
};

export const signUpForms = {
  's-inscrire': form({
    ...open,
    async run(visit, typed) {
      const { values, refusals: wrong } = readForm(signUpForm, typed, formFacts(visit));
      const { nom, email, phrase } = values;
      const wanted = { email: email ?? '', name: nom ?? '', passphrase: phrase ?? '', next: typed.get('suite') };
      const refusals = signUpRefusals(wanted, visit.services.commonWords);
      const errors = { ...accountErrors(refusals, passphraseFields), ...errorsOf(wrong) };
      if (Object.keys(errors).length > 0) return { errors: inOrder(signUpForm, errors) };
      const asked = await signUp(accountNeeds(visit), wanted);
      return asked.ok ? { to: '/espace/inscription?envoye=1' } : refusedAccount(asked.refusal, passphraseFields);
    },
  }),
};

export const confirmForms = {
  confirmer: form({
    ...open,
    async run(visit, typed) {
      const read = complete(readForm(confirmForm, typed, formFacts(visit)));
      if (!read.ok) return { errors: read.refusal };
      const opened = await verifyEmail(accountNeeds(visit), {
        token: typed.get('jeton') ?? '',
        passphrase: read.value.phrase,
        device: visit.device,
        ...(visit.sessionToken && { formerToken: visit.sessionToken }),
      });
      if (!opened.ok) return refusedAccount(opened.refusal, { PHRASE_ACTUELLE_FAUSSE: 'phrase' });
      keepSession(visit, opened.value.sessionToken);
      return { to: linkToFollow(typed.get('suite')) ?? '/espace?fait=compte-ouvert' };
    },
  }),
};

export const forgottenForms = {
  'demander-lien': form({
    ...open,
    async run(visit, typed) {
      const read = complete(readForm(forgottenForm, typed, formFacts(visit)));
      if (!read.ok) return { errors: read.refusal };
      const asked = await requestReset(accountNeeds(visit), { email: read.value.email });
      return asked.ok ? { to: '/espace/phrase-oubliee?envoye=1' } : refusedAccount(asked.refusal, passphraseFields);
    },
  }),
};

export const resetForms = {
  'choisir-phrase': form({
    ...open,
    async run(visit, typed) {
      const read = complete(readForm(resetForm, typed, formFacts(visit)));
      if (!read.ok) return { errors: read.refusal };
      const asked = { token: typed.get('jeton') ?? '', passphrase: read.value.phrase };
      const chosen = await resetPassphrase(accountNeeds(visit), asked);
      return chosen.ok
        ? { to: '/espace/connexion?fait=phrase-choisie' }
        : refusedAccount(chosen.refusal, passphraseFields);
    },
  }),
};

const passphraseFields = {
  EMAIL_INVALIDE: 'email',
  EMAIL_TROP_LONG: 'email',
  NOM_INVALIDE: 'nom',
  PHRASE_TROP_COURTE: 'phrase',
  PHRASE_TROP_LONGUE: 'phrase',
  PHRASE_PREVISIBLE: 'phrase',
} as const;
