import { readRoleOffer, takeUpRole } from '#server/roles/role-links.ts';
import { keepSession } from '../account/account-needs.ts';
import { form } from '../form.ts';
import type { Visit } from '../visit.ts';
import { refusedRole, roleNeeds, roomOf } from './role-needs.ts';

/** What the link of a role offers, or null when it serves no more. */
export const roleOffer = ({ services, now }: Visit, token: string) => readRoleOffer(services.database.db, token, now);

/** Whoever holds the link of a role takes it up with his account, whose address is verified. */
export const roleLinkForms = {
  'prendre-role': form({
    kind: 'portail',
    verb: 'ouvrir-espace',
    object: () => ({ kind: 'portail' }),
    async run(visit, typed) {
      const token = typed.get('jeton') ?? '';
      const taken = await takeUpRole(roleNeeds(visit), { token, sessionToken: visit.sessionToken ?? '' });
      if (!taken.ok) return refusedRole(taken.refusal);
      keepSession(visit, taken.value.sessionToken);
      const room = `${roomOf(taken.value.grant)}?fait=role-pris`;
      if (visit.session?.secondFactorGiven) return { to: room };
      return { to: `/espace/second-facteur?${new URLSearchParams({ suite: room })}` };
    },
  }),
};
