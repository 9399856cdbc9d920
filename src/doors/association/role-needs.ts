import type { RoleRefusal } from '#domain/access/role-grant.ts';
import type { Grant } from '#domain/access/roles.ts';
import { type Denied, permitFor } from '#server/access/permit.ts';
import { enqueueMail } from '#server/mail/enqueue-mail.ts';
import type { RoleMail, RoleNeeds } from '#server/roles/role-store.ts';
import type { Services } from '#server/services.ts';
import { type NoticeMail, noticeWords } from '../../messages/account/notice-mails.ts';
import { roleLink, roleSentence } from '../../messages/account/roles.ts';
import type { FieldErrors, Outcome } from '../form.ts';
import { actorOf, type Visit } from '../visit.ts';

/** What the verbs of roles need of the outside, for one request of someone signed in. */
export const roleNeeds = (visit: Visit): RoleNeeds => ({
  database: visit.services.database,
  now: visit.now,
  newId: visit.services.newId,
  actor: actorOf(visit).compte,
  permit: permitFor(visit),
  send: roleMails(visit.services, visit.now),
});

const roleMails =
  ({ config: { siteUrl } }: Pick<Services, 'config'>, at: Date): RoleNeeds['send'] =>
  (tx, mail: RoleMail) => {
    const link = mail.type === 'role-propose' ? roleLink(siteUrl, mail.token) : `${siteUrl}${mail.path}`;
    return enqueueMail(tx, { key: mail.key, to: mail.to, ...noticeWords(mail.type satisfies NoticeMail, link), at });
  };

/** A refusal beside the field that it speaks of, or at the head of the form. */
export function refusedRole(refusal: RoleRefusal | Denied, fields: FieldsOf = {}): Outcome {
  return refusal.code === 'DROIT_PERDU' ? { denied: refusal.acces } : { errors: roleErrors([refusal], fields) };
}

export const roleErrors = (refusals: readonly RoleRefusal[], fields: FieldsOf): FieldErrors =>
  Object.fromEntries(refusals.map((refusal) => [fields[refusal.code] ?? '', roleSentence(refusal)]));

type FieldsOf = { readonly [Code in RoleRefusal['code']]?: string };

/** The room that a role opens. */
export const roomOf = ({ role }: Grant): string => (role === 'ars' ? '/ars' : '/association');
