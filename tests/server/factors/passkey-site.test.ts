import { expect, test } from 'vitest';
import { passkeyAddress, passkeySite } from '../../../src/server/factors/passkey-site.ts';

test('keys are bound to the name of the site, whatever host a request claims', () => {
  const site = { rpId: 'coordonnees.example', origin: 'https://coordonnees.example' };
  expect(passkeySite('https://coordonnees.example', 'coordonnees.example')).toEqual(site);
  expect(passkeySite('https://coordonnees.example', 'localhost:443')).toEqual(site);
});

test('an IP address has no keys; on one’s own machine its name localhost has, on the same port', () => {
  expect(passkeySite('http://127.0.0.1:4321', '127.0.0.1:4321')).toBeNull();
  expect(passkeySite('http://127.0.0.1:4321', 'localhost:9999')).toBeNull();
  expect(passkeySite('https://192.0.2.1', 'localhost')).toBeNull();
  expect(passkeySite('http://127.0.0.1:4321', 'localhost:4321')).toEqual({
    rpId: 'localhost',
    origin: 'http://localhost:4321',
  });
  expect(passkeyAddress('http://127.0.0.1:4321')).toBe('http://localhost:4321');
  expect(passkeyAddress('https://coordonnees.example')).toBeNull();
});

test('over plain http no other name than localhost has keys', () => {
  expect(passkeySite('http://coordonnees.example', null)).toBeNull();
  expect(passkeySite('http://localhost:4321', 'localhost:4321')).toEqual({
    rpId: 'localhost',
    origin: 'http://localhost:4321',
  });
});
