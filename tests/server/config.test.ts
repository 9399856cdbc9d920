import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '#server/config.ts';

test('without any variable, the site listens on 127.0.0.1:4321 with its embedded database', () => {
  expect(readConfig({})).toEqual({
    host: '127.0.0.1',
    port: 4321,
    databaseUrl: 'file:.data/coordonnees.db',
    siteUrl: 'http://127.0.0.1:4321',
    trustProxy: false,
    behindTls: false,
    planIgn: false,
    accessLog: true,
    apiRequestsPerMinute: 600,
  });
});

test('an empty variable counts as absent, and a slash at the end of the public address is taken away', () => {
  expect(readConfig({ PORT: '', SITE_URL: 'https://coordonnees.example/' })).toMatchObject({
    port: 4321,
    siteUrl: 'https://coordonnees.example',
  });
});

test.each([
  ['PORT', 'abc', 'entre 0 et 65535'],
  ['PORT', '70000', 'entre 0 et 65535'],
  ['PORT', '-1', 'entre 0 et 65535'],
  ['PORT', '43.21', 'entre 0 et 65535'],
  ['HOST', 'a b', 'une adresse de cette machine'],
  ['DATABASE_URL', 'postgres://a', 'doit commencer par file:'],
  ['SITE_URL', 'coordonnees.example', 'l’adresse publique du site'],
  ['SITE_URL', 'https://coordonnees.example/chemin', 'sans chemin'],
  ['SITE_URL', 'ftp://coordonnees.example', 'l’adresse publique du site'],
  ['PLAN_IGN', 'oui', '0 (non) ou 1 (oui)'],
  ['BEHIND_TLS', 'true', '0 (non) ou 1 (oui)'],
  ['API_REQUESTS_PER_MINUTE', 'beaucoup', 'un nombre entier'],
])('%s=%s is refused, and the sentence names the variable, the value and what is expected', (name, value, expected) => {
  expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
  expect(() => readConfig({ [name]: value })).toThrow(expected);
  expect(() => readConfig({ [name]: value })).toThrow(name);
  expect(() => readConfig({ [name]: value })).toThrow(value);
});

test('two wrong values are told at once', () => {
  expect(() => readConfig({ PORT: 'a', PLAN_IGN: 'b' })).toThrow(/PORT.*\n.*PLAN_IGN/);
});
