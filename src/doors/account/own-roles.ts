import { isOnlyAdministrator } from '#server/access/administrators.ts';
import { claimsOf } from '#server/roles/role-offers.ts';
import { actorOf, type Visit } from '../visit.ts';

/** The roles that who is signed in asked for: what waits, and what was refused lately. */
export const ownClaims = (visit: Visit) => claimsOf(visit.services.database.db, actorOf(visit).compte, visit.now);

/** Whether the site would be without administrator if this account went. */
export const isLastAdministrator = (visit: Visit) =>
  isOnlyAdministrator(visit.services.database.db, actorOf(visit).compte);
