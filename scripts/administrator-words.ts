import { linkHours } from '#domain/access/role-offer.ts';
import type { FirstAdministrator } from '#server/roles/first-administrator.ts';
import { roleLink } from '../src/messages/account/roles.ts';

/** True for an address that opens the site on this machine alone. */
export const isLocalAddress = (siteUrl: string): boolean =>
  /^(?:127\.\d+\.\d+\.\d+|localhost|0\.0\.0\.0|\[::1?\])$/.test(new URL(siteUrl).hostname);

/** What whoever starts the site reads about its administrator; null once there is one. */
export function firstAdministratorWords(state: FirstAdministrator, origin: string): string | null {
  if (state === 'present') return null;
  if (state === 'attendu')
    return 'Le site n’a pas encore d’administrateur : un lien a été donné à un démarrage précédent. Pour en obtenir un autre : npm run admin';
  return `Le site n’a pas encore d’administrateur. ${linkWords(state.token, origin)}`;
}

/** A link to become administrator, for the person in front of the console and for no file. */
export const linkWords = (token: string, origin: string): string =>
  `Pour le devenir, ouvrez ce lien, qui sert une fois, pendant ${linkHours.command} heures, à la personne qui l’ouvre la première : ne le faites pas suivre.\n  ${roleLink(origin, token)}`;
