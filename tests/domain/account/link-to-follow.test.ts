import { expect, test } from 'vitest';
import { linkToFollow } from '#domain/account/link-to-follow.ts';

const token = 'XcXW8aa571gW4yaH3upaPqzFkW0d47TgSLFnUNMB78E';

test.each([`/espace/invitation?jeton=${token}`, `/espace/role?jeton=${token}`])('%s is followed', (link) => {
  expect(linkToFollow(link)).toBe(link);
});

test.each([
  null,
  '',
  '/espace',
  `/espace/invitation?jeton=${token}&mot=appelez`,
  `/espace/invitation?jeton=${token.slice(1)}`,
  '/espace/invitation?jeton=Votre%20compte%20est%20bloqu%C3%A9%20appelez%20le%2012',
  `https://autre.example/espace/invitation?jeton=${token}`,
  `//autre.example/espace/role?jeton=${token}`,
  `/espace/invitation?jeton=${token}\n`,
])('%j is not: nobody has the site mail his own words', (wanted) => {
  expect(linkToFollow(wanted)).toBeNull();
});
