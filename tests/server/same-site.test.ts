import { expect, test } from 'vitest';
import { isFromAnotherSite } from '../../src/server/http/same-site.ts';

const ours = ['https://coordonnees.example'];
const refused = (method: string, headers: Record<string, string>) =>
  isFromAnotherSite(new Request('https://coordonnees.example/espace', { method, headers }), ours);

test.each([
  ['a form of ours', 'POST', { origin: ours[0]! }, false],
  ['a form of ours, in a browser of today', 'POST', { origin: ours[0]!, 'sec-fetch-site': 'same-origin' }, false],
  ['a form of a page whose address is kept secret', 'POST', { origin: 'null', 'sec-fetch-site': 'same-origin' }, false],
  ['a form of another site', 'POST', { origin: 'https://autre.example' }, true],
  ['a form of another site that hides its origin', 'POST', { origin: 'null', 'sec-fetch-site': 'cross-site' }, true],
  ['a form of a neighbour domain', 'POST', { origin: ours[0]!, 'sec-fetch-site': 'same-site' }, true],
  [
    'an origin that contradicts the browser',
    'POST',
    { origin: 'https://autre.example', 'sec-fetch-site': 'same-origin' },
    true,
  ],
  ['JSON of another site', 'POST', { origin: 'https://autre.example', 'content-type': 'application/json' }, true],
  ['no origin at all', 'POST', {}, true],
  ['a hidden origin, in an old browser', 'POST', { origin: 'null' }, true],
  ['another method', 'DELETE', { origin: 'https://autre.example' }, true],
  [
    'a link followed from another site',
    'GET',
    { origin: 'https://autre.example', 'sec-fetch-site': 'cross-site' },
    false,
  ],
] as const)('%s', (_, method, headers, expected) => {
  expect(refused(method, headers)).toBe(expected);
});
