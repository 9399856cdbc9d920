/**
 * The link that brought someone here to open an account, an invitation or a role, so that she comes back to it once the
 * account is open. It goes through a mail: nothing but our own two addresses and the form of our tokens is let in.
 */
export const linkToFollow = (wanted: string | null | undefined): string | null =>
  wanted && /^\/espace\/(?:invitation|role)\?jeton=[\w-]{43}$/.test(wanted) ? wanted : null;
