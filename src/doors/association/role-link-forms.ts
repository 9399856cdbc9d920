import { takeUpRole } from '#server/roles/take-up-role.ts';
import { keepSession } from '../account/account-needs.ts';
import { form } from '../form.ts';
import { refusedRole, roleNeeds, roomOf } from './role-needs.ts';

/**
 * Whoever holds the link of a role follows it with an account: the one whose address was written to takes the role up,
 * any other asks for it.
 */
export const roleLinkForms = {
  'prendre-role': form({
    kind: 'portail',
    verb: 'ouvrir-espace',
    object: () => ({ kind: 'portail' }),
    async run(visit, typed) {
      const token = typed.get('jeton') ?? '';
      const followed = await takeUpRole(roleNeeds(visit), { token, sessionToken: visit.sessionToken ?? '' });
      if (!followed.ok) return refusedRole(followed.refusal);
      if (followed.value.became === 'demandee') {
        return { to: `/espace/role?${new URLSearchParams({ jeton: token, fait: 'role-demande' })}` };
      }
      keepSession(visit, followed.value.sessionToken);
      const room = `${roomOf(followed.value.grant)}?fait=role-pris`;
      if (visit.session?.secondFactorGiven) return { to: room };
      return { to: `/espace/second-facteur?${new URLSearchParams({ suite: room })}` };
    },
  }),
};
