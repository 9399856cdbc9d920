import { expect, test } from 'vitest';
import { nextPage } from '../../src/doors/refusal.ts';

test('who asks for no page, for the room of all, or for a page that is not behind a sign-in, is led to her own room', () => {
  for (const wanted of [
    null,
    '',
    '/espace',
    '/',
    '/dac',
    'https://ailleurs.example/espace',
    '//ailleurs',
    '/espace\\x',
  ])
    expect(nextPage(wanted)).toBe('/espace/accueil');
});

test('a page that was asked for comes back, with what its address says', () => {
  for (const wanted of [
    '/espace/compte',
    '/espace?fait=compte-ouvert',
    '/association/comptes#demandes',
    '/ars?fait=role-pris',
  ])
    expect(nextPage(wanted)).toBe(wanted);
});
