import { removeApplication } from '#server/factors/application.ts';
import { giveCode, giveRecoveryCode, renewRecoveryCodes } from '#server/factors/give-code.ts';
import { giveKey, signInWithKey } from '#server/factors/give-key.ts';
import { removeKey, renameKey } from '#server/factors/manage-key.ts';
import { form, type Typed } from '../form.ts';
import { nextPage } from '../refusal.ts';
import { actorOf, type Visit } from '../visit.ts';
import { ownAccount } from './account-forms.ts';
import { keepSession, refusedAccount } from './account-needs.ts';
import { added, enrolment } from './enrolment.ts';
import { bearerOf, factorFields, factorNeeds } from './factor-needs.ts';

const protection = '/espace/compte/protection';
const nextOf = (typed: Typed): string => nextPage(typed.get('suite'));

/**
 * A session that waits makes nobody an actor, so that no right could be asked of it. These forms act on the account of
 * the session that the request itself bears, and on nothing that a field could name; the page lets nobody through
 * without such a session, and the server lets one that waits set a factor up only if its account has none.
 */
const ofSession = {
  kind: 'portail',
  verb: 'consulter',
  object: () => ({ kind: 'portail' as const }),
} as const;

export const secondFactorForms = {
  'donner-code': form({
    ...ofSession,
    async run(visit, typed) {
      const given = await giveCode(factorNeeds(visit), bearerOf(visit), typed.get('code') ?? '');
      if (!given.ok) return refusedAccount(given.refusal, { CODE_REFUSE: 'code' });
      keepSession(visit, given.value);
      return { to: nextOf(typed) };
    },
  }),
  'donner-cle': form({
    ...ofSession,
    async run(visit, typed) {
      const given = await giveKey(factorNeeds(visit), bearerOf(visit), typed.get('reponse') ?? '');
      if (!given.ok) return refusedAccount(given.refusal);
      keepSession(visit, given.value);
      return { to: nextOf(typed) };
    },
  }),
  'donner-code-secours': form({
    ...ofSession,
    async run(visit, typed) {
      const given = await giveRecoveryCode(factorNeeds(visit), bearerOf(visit), typed.get('code-secours') ?? '');
      if (!given.ok) return refusedAccount(given.refusal, { CODE_REFUSE: 'code-secours' });
      keepSession(visit, given.value);
      return { to: `${protection}?fait=code-secours-utilise` };
    },
  }),
  'preparer-cle': form({ ...ofSession, run: enrolment.prepareKey }),
  'ajouter-cle': form({ ...ofSession, run: (visit, typed) => enrolment.addKey(visit, typed, nextOf(typed)) }),
  'preparer-application': form({ ...ofSession, run: enrolment.prepareApplication }),
  'confirmer-application': form({
    ...ofSession,
    run: (visit, typed) => enrolment.confirmApplication(visit, typed, nextOf(typed)),
  }),
};

const own = { kind: 'compte', verb: 'modifier', object: ownAccount } as const;

export const protectionForms = {
  'preparer-cle': form({ ...own, run: enrolment.prepareKey }),
  'ajouter-cle': form({
    ...own,
    run: (visit, typed) => enrolment.addKey(visit, typed, `${protection}?fait=cle-ajoutee`),
  }),
  'preparer-application': form({ ...own, run: enrolment.prepareApplication }),
  'confirmer-application': form({
    ...own,
    run: (visit, typed) => enrolment.confirmApplication(visit, typed, `${protection}?fait=application-ajoutee`),
  }),
  'retirer-application': form({
    ...own,
    run: (visit, typed) => {
      const removed = removeApplication(factorNeeds(visit), bearerOf(visit), typed.get('phrase-retrait') ?? '');
      return added(visit, removed, `${protection}?fait=application-retiree`, factorFields.removal);
    },
  }),
  'renouveler-codes': form({
    ...own,
    run: (visit, typed) => {
      const renewed = renewRecoveryCodes(factorNeeds(visit), bearerOf(visit), typed.get('phrase-secours') ?? '');
      return added(visit, renewed, protection, factorFields.recovery);
    },
  }),
};

export const keyForms = {
  'renommer-cle': form({
    ...own,
    async run(visit, typed) {
      const fields = { keyId: keyIdOf(visit), name: typed.get('nom-cle') ?? '' };
      const renamed = await renameKey(factorNeeds(visit), actorOf(visit).compte, fields);
      return renamed.ok ? { to: `${protection}?fait=cle-renommee` } : refusedAccount(renamed.refusal, factorFields.key);
    },
  }),
  'retirer-cle': form({
    ...own,
    run: (visit, typed) => {
      const fields = { keyId: keyIdOf(visit), passphrase: typed.get('phrase-retrait') ?? '' };
      const removed = removeKey(factorNeeds(visit), bearerOf(visit), fields);
      return added(visit, removed, `${protection}?fait=cle-retiree`, factorFields.removal);
    },
  }),
};

/** Which key the page is about; the server looks for it among those of the account alone. */
export const keyIdOf = ({ context }: Visit): string => context.url.searchParams.get('cle') ?? '';

export const keySignInForms = {
  // Open to all: it is a way in.
  'entrer-par-cle': form({
    ...ofSession,
    async run(visit, typed) {
      const opened = await signInWithKey(factorNeeds(visit), {
        answer: typed.get('reponse') ?? '',
        device: visit.device,
        ...(visit.sessionToken && { formerToken: visit.sessionToken }),
      });
      if (!opened.ok) return refusedAccount(opened.refusal);
      keepSession(visit, opened.value);
      return { to: nextOf(typed) };
    },
  }),
};
