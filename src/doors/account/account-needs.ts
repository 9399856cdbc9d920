import type { AccountRefusal } from '#domain/account/account-refusal.ts';
import { noSessionCookie, sessionCookie } from '#server/auth/session-cookie.ts';
import type { IdentityNeeds } from '#server/identity/needs.ts';
import { enqueueMail } from '#server/mail/enqueue-mail.ts';
import type { Services } from '#server/services.ts';
import { accountRefusalSentence } from '../../messages/account/account.ts';
import { accountMailWords } from '../../messages/account/account-mails.ts';
import { setCookie } from '../cookies.ts';
import type { FieldErrors, Outcome } from '../form.ts';
import type { Visit } from '../visit.ts';

/** What the verbs of accounts and of identities need of the outside, for one request. */
export const accountNeeds = ({ services, now, address }: Visit): IdentityNeeds => ({
  database: services.database,
  now,
  newId: services.newId,
  send: accountMails(services, now),
  throttleKey: services.secrets.attempts,
  commonWords: services.commonWords,
  address,
});

/** Each mail under a key of its own, which holds no part of the link that the mail carries. */
const accountMails =
  ({ config, newId }: Services, at: Date): IdentityNeeds['send'] =>
  (tx, mail) =>
    enqueueMail(tx, {
      key: `compte:${mail.type}:${newId()}`,
      to: mail.to,
      ...accountMailWords(mail, config.siteUrl),
      at,
    });

/** The browser holds this session from now on. */
export const keepSession = (visit: Visit, token: string): void =>
  setCookie(visit, sessionCookie(visit.services.config, token));

/** The browser forgets its session. */
export const dropSession = (visit: Visit): void => setCookie(visit, noSessionCookie(visit.services.config));

/** A refusal beside the field that it speaks of, or at the head of the form. */
export const refusedAccount = (refusal: AccountRefusal, fields: FieldsOf = {}): Outcome => ({
  errors: accountErrors([refusal], fields),
  status: statuses[refusal.code] ?? 400,
});

export const accountErrors = (refusals: readonly AccountRefusal[], fields: FieldsOf): FieldErrors =>
  Object.fromEntries(refusals.map((refusal) => [fields[refusal.code] ?? '', accountRefusalSentence(refusal)]));

type FieldsOf = { readonly [Code in AccountRefusal['code']]?: string };

const statuses: { readonly [Code in AccountRefusal['code']]?: number } = {
  TROP_DE_TENTATIVES: 429,
  TROP_DE_COURRIELS: 429,
  TROP_DE_CODES: 429,
  SERVEUR_OCCUPE: 503,
};
