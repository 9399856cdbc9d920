import type { AccountRefusal } from '#domain/account/account-refusal.ts';
import { type Denied, permitFor } from '#server/access/permit.ts';
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
export const accountNeeds = (visit: Visit): IdentityNeeds => ({
  database: visit.services.database,
  now: visit.now,
  newId: visit.services.newId,
  send: accountMails(visit.services, visit.now),
  throttleKey: visit.services.secrets.attempts,
  commonWords: visit.services.commonWords,
  address: visit.address,
  permit: permitFor(visit),
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
export const refusedAccount = (refusal: AccountRefusal | Denied, fields: FieldsOf = {}): Outcome =>
  refusal.code === 'DROIT_PERDU'
    ? { denied: refusal.acces }
    : { errors: accountErrors([refusal], fields), status: statuses[refusal.code] ?? 400 };

export const accountErrors = (refusals: readonly AccountRefusal[], fields: FieldsOf): FieldErrors =>
  Object.fromEntries(refusals.map((refusal) => [fields[refusal.code] ?? '', accountRefusalSentence(refusal)]));

type FieldsOf = { readonly [Code in AccountRefusal['code']]?: string };

const statuses: { readonly [Code in AccountRefusal['code']]?: number } = {
  TROP_DE_TENTATIVES: 429,
  TROP_DE_COURRIELS: 429,
  TROP_DE_CODES: 429,
  SERVEUR_OCCUPE: 503,
};
