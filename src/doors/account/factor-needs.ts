import type { FactorRefusal } from '#domain/account/factor-refusal.ts';
import type { Bearer, FactorNeeds } from '#server/factors/needs.ts';
import { passkeySite } from '#server/factors/passkey-site.ts';
import { readProtection } from '#server/factors/read-protection.ts';
import { enqueueMail } from '#server/mail/enqueue-mail.ts';
import { accountPaths } from '../../messages/account/account-mails.ts';
import { noticeWords } from '../../messages/account/notice-mails.ts';
import type { Visit } from '../visit.ts';
import { accountNeeds } from './account-needs.ts';

/** What the verbs of second factors need of the outside, for one request. */
export const factorNeeds = (visit: Visit): FactorNeeds => {
  const { services, context, now } = visit;
  const { siteUrl } = services.config;
  return {
    ...accountNeeds(visit),
    secrets: services.secrets,
    site: passkeySite(siteUrl, context.request.headers.get('host')),
    notify: (tx, { type, to }) => {
      // Who changed them knew the passphrase: a new one is what takes the account back.
      const words = noticeWords(type, `${siteUrl}${accountPaths.oubli}`);
      return enqueueMail(tx, { key: `compte:${type}:${services.newId()}`, to, ...words, at: now });
    },
  };
};

/** The session of a visit, open or waiting. @throws Error when there is none. */
export function bearerOf({ session, sessionToken }: Visit): Bearer {
  if (!session || !sessionToken) throw new Error('A page forgot to ask who comes.');
  return { session, token: sessionToken };
}

/** What protects the account of who comes, whose session may still wait for its second factor. */
export const ownProtection = (visit: Visit) =>
  readProtection(visit.services.database.db, bearerOf(visit).session.account.id);

/** Fields of the forms that change factors, by the refusal that speaks of them. */
export const factorFields = {
  key: { NOM_DE_CLE_INVALIDE: 'nom-cle', PHRASE_ACTUELLE_FAUSSE: 'phrase-cle' },
  application: { PHRASE_ACTUELLE_FAUSSE: 'phrase-application', CODE_REFUSE: 'code-application' },
  recovery: { PHRASE_ACTUELLE_FAUSSE: 'phrase-secours' },
  removal: { PHRASE_ACTUELLE_FAUSSE: 'phrase-retrait' },
} as const satisfies Record<string, { readonly [Code in FactorRefusal['code'] | 'PHRASE_ACTUELLE_FAUSSE']?: string }>;
