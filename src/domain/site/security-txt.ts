/** RFC 9116 asks for a date less than a year away, so that an abandoned file is not believed. */
const validDays = 180;

/**
 * The text of `/.well-known/security.txt` (RFC 9116), or null while there is no contact: the RFC requires one, and a
 * made-up address would lose reports.
 */
export function securityTxt(contact: string | null, siteUrl: string, now: Date): string | null {
  if (contact === null) return null;
  const expires = new Date(now.getTime() + validDays * 24 * 3600 * 1000);
  return [
    `Contact: ${contact}`,
    `Expires: ${expires.toISOString().slice(0, 10)}T00:00:00Z`,
    'Preferred-Languages: fr, en',
    `Canonical: ${siteUrl}/.well-known/security.txt`,
    '',
  ].join('\n');
}
