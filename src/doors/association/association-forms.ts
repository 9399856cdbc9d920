import { parseGrant, type RoleRefusal } from '#domain/access/role-grant.ts';
import { type Grant, type StaffRole, staffRoles } from '#domain/access/roles.ts';
import { parseEmail } from '#domain/account/email.ts';
import type { Result } from '#domain/shared/result.ts';
import { accountObject } from '#server/access/find-object.ts';
import { checkChain } from '#server/audit/audit-log.ts';
import { closeSessionsOf } from '#server/roles/close-sessions.ts';
import { grantRole, withdrawRole } from '#server/roles/grant-role.ts';
import { inviteAgent, withdrawRoleLink } from '#server/roles/invite-agent.ts';
import { form, type Outcome, type Typed } from '../form.ts';
import type { Visit } from '../visit.ts';
import { refusedRole, roleErrors, roleNeeds } from './role-needs.ts';

const portal = () => ({ kind: 'portail' }) as const;

/** Links by which someone takes up a role. */
export const agentForms = {
  'inviter-agent': form({
    kind: 'portail',
    verb: 'inviter-agent',
    object: portal,
    async run(visit, typed) {
      const grant = grantIn(typed);
      const email = typed.get('email') ?? '';
      const address = parseEmail(email);
      if (!grant.ok || !address.ok) {
        // Both at once: nobody corrects one to be told of the other.
        const refusals: RoleRefusal[] = [
          ...(address.ok ? [] : [{ code: address.refusal }]),
          ...(grant.ok ? [] : [grant.refusal]),
        ];
        return { errors: roleErrors(refusals, grantFields) };
      }
      const sent = await inviteAgent(roleNeeds(visit), { email, grant: grant.value });
      return sent.ok ? { to: '/association/comptes?fait=role-propose' } : refusedRole(sent.refusal, grantFields);
    },
  }),
  'retirer-lien': form({
    kind: 'portail',
    verb: 'inviter-agent',
    object: portal,
    async run(visit, typed) {
      const withdrawn = await withdrawRoleLink(roleNeeds(visit), typed.get('lien') ?? '');
      return withdrawn.ok ? { to: '/association/comptes?fait=lien-retire' } : refusedRole(withdrawn.refusal);
    },
  }),
};

/** The account that a page is about, by its address. */
export const accountInAddress = ({ services, context }: Visit) =>
  accountObject(services.database.db, context.params.compte ?? '');

const ofAccount = { kind: 'compte', object: accountInAddress } as const;
const accountId = ({ context }: Visit): string => context.params.compte ?? '';

/** Roles and sessions of someone else’s account. */
export const holderForms = {
  'accorder-role': form({
    ...ofAccount,
    verb: 'habiliter',
    run: (visit, typed) => changeRole(visit, typed, grantRole, 'role-accorde'),
  }),
  'retirer-role': form({
    ...ofAccount,
    verb: 'habiliter',
    run: (visit, typed) => changeRole(visit, typed, withdrawRole, 'role-retire'),
  }),
  'fermer-sessions': form({
    ...ofAccount,
    verb: 'fermer-sessions',
    async run(visit) {
      const closed = await closeSessionsOf(roleNeeds(visit), accountId(visit));
      if (!closed.ok) return refusedRole(closed.refusal);
      return { to: `/association/comptes/${accountId(visit)}?fait=sessions-du-compte-fermees` };
    },
  }),
};

async function changeRole(
  visit: Visit,
  typed: Typed,
  change: typeof grantRole,
  done: 'role-accorde' | 'role-retire',
): Promise<Outcome> {
  const grant = grantIn(typed);
  if (!grant.ok) return refusedRole(grant.refusal, grantFields);
  const changed = await change(roleNeeds(visit), { accountId: accountId(visit), grant: grant.value });
  if (!changed.ok) return refusedRole(changed.refusal, grantFields);
  return { to: `/association/comptes/${accountId(visit)}?fait=${done}` };
}

const grantIn = (typed: Typed): Result<Grant, RoleRefusal> =>
  parseGrant(typed.get('role') ?? '', typed.get('portee') ?? '');

const grantFields = {
  EMAIL_INVALIDE: 'email',
  EMAIL_TROP_LONG: 'email',
  ROLE_INCONNU: 'role',
  PORTEE_IMPOSSIBLE: 'portee',
  DEJA_HABILITE: 'role',
} as const;

export const isStaffRole = (text: string): text is StaffRole => (staffRoles as readonly string[]).includes(text);

/** The outcome of a check of the log, with the time that it took. */
export type LogCheck = Awaited<ReturnType<typeof checkChain>> & { readonly milliseconds: number };

export const logForms = {
  verifier: form({
    kind: 'journal',
    verb: 'verifier',
    writesNothing: true,
    object: () => ({ kind: 'journal' }),
    async run({ services }) {
      const start = performance.now();
      const check = await checkChain(services.database.db);
      return { shown: { ...check, milliseconds: Math.round(performance.now() - start) } satisfies LogCheck };
    },
  }),
};
