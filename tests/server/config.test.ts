import { expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { StartError } from '#server/start-error.ts';
import { startWords } from '../../src/messages/site/start.ts';

/** Reads it, and tells a refusal as the person who starts the site reads it. */
function start(environment: Readonly<Record<string, string>>) {
  try {
    return readConfig(environment);
  } catch (error) {
    if (error instanceof StartError) error.message = startWords(error.refusal);
    throw error;
  }
}

test('without any variable, the site listens on 127.0.0.1:4321 with its embedded database', () => {
  expect(readConfig({})).toEqual({
    host: '127.0.0.1',
    port: 4321,
    databaseUrl: 'file:.data/coordonnees.db',
    secretKeyFile: '.data/coordonnees.db.key',
    siteUrl: 'http://127.0.0.1:4321',
    trustProxy: false,
    behindTls: false,
    planIgn: false,
    accessLog: true,
    demo: false,
    apiRequestsPerMinute: 600,
    mail: null,
    identityProviders: [],
  });
});

test('the key of secrets stands beside the database file, in .data for a server, or where it is said', () => {
  expect(readConfig({ DATABASE_URL: 'file:/srv/site.db' }).secretKeyFile).toBe('/srv/site.db.key');
  expect(readConfig({ DATABASE_URL: 'http://db.example' }).secretKeyFile).toBe('.data/coordonnees.db.key');
  expect(readConfig({ SECRET_KEY_FILE: '/etc/cle' }).secretKeyFile).toBe('/etc/cle');
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
  expect(() => start({ [name]: value })).toThrow(StartError);
  expect(() => start({ [name]: value })).toThrow(expected);
  expect(() => start({ [name]: value })).toThrow(name);
  expect(() => start({ [name]: value })).toThrow(value);
});

test('a demonstration sends no mail, whatever the relay', () => {
  const relay = { SMTP_URL: 'smtps://relais.example', MAIL_FROM: 'site@exemple.fr' };
  expect(readConfig(relay).mail).not.toBeNull();
  expect(readConfig({ ...relay, DEMO: '1' })).toMatchObject({ demo: true, mail: null });
});

test('two wrong values are told at once', () => {
  expect(() => start({ PORT: 'a', PLAN_IGN: 'b' })).toThrow(/PORT.*\n.*PLAN_IGN/);
});

test('a relay away from this machine: STARTTLS on 587, the password decoded, the sender with its name', () => {
  const { mail } = readConfig({
    SMTP_URL: 'smtp://portail:p%40sse@smtp.exemple.fr',
    MAIL_FROM: 'Coordonnées <ne-pas-repondre@exemple.fr>',
  });
  expect(mail).toEqual({
    smtp: { host: 'smtp.exemple.fr', port: 587, tls: 'starttls', auth: { user: 'portail', pass: 'p@sse' } },
    from: { name: 'Coordonnées', address: 'ne-pas-repondre@exemple.fr' },
  });
});

test.each([
  ['smtps://smtp.exemple.fr', 465, 'implicite'],
  ['smtps://smtp.exemple.fr:8465/', 8465, 'implicite'],
  ['smtp://127.0.0.1:25', 25, 'aucun'],
  ['smtp://localhost:25', 25, 'aucun'],
  ['smtp://[::1]:25', 25, 'aucun'],
  ['smtp://127.exemple.fr', 587, 'starttls'],
])('SMTP_URL=%s means port %i and TLS %s', (url, port, tls) => {
  expect(readConfig({ SMTP_URL: url, MAIL_FROM: 'a@exemple.fr' }).mail?.smtp).toMatchObject({ port, tls, auth: null });
});

test.each([
  'smtp.exemple.fr',
  'http://u:secret@smtp.exemple.fr',
  'smtp://u:secret@smtp.exemple.fr?tls.rejectUnauthorized=false',
  'smtp://u:secret@smtp.exemple.fr/chemin',
  'smtp://u:secret@',
  'smtp://u@smtp.exemple.fr',
  'smtp://u:secret%@smtp.exemple.fr',
])('SMTP_URL=%s is refused in a sentence that does not repeat it', (url) => {
  const attempt = () => start({ SMTP_URL: url, MAIL_FROM: 'a@exemple.fr' });
  expect(attempt).toThrow(StartError);
  expect(attempt).toThrow(/SMTP_URL doit avoir la forme smtp:\/\/utilisateur:motdepasse@serveur:587/);
  expect(attempt).not.toThrow(url);
  expect(attempt).not.toThrow('secret');
  expect(() => readConfig({ SMTP_URL: url, MAIL_FROM: 'a@exemple.fr' })).not.toThrow('secret');
});

test.each(['Coordonnées', 'a@b@c', 'A <a@exemple.fr>, B <b@exemple.fr>', 'a@exemple.fr\r\nBcc: b@exemple.fr'])(
  'MAIL_FROM=%j is refused',
  (from) => {
    expect(() => start({ MAIL_FROM: from })).toThrow('MAIL_FROM doit être une adresse, par exemple');
  },
);

test('a relay without a sender is refused, and the sentence says which variable is missing', () => {
  expect(() => start({ SMTP_URL: 'smtp://127.0.0.1:25' })).toThrow(
    'MAIL_FROM est nécessaire avec SMTP_URL : c’est l’adresse d’où partent les courriels.',
  );
});

const psc = {
  PSC_ISSUER: 'https://auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet',
  PSC_CLIENT_ID: 'coordonnees',
  PSC_CLIENT_SECRET: 'secret-de-psc',
};
const proConnect = {
  PROCONNECT_ISSUER: 'https://fca.integ01.dev-agentconnect.fr/api/v2',
  PROCONNECT_CLIENT_ID: 'coordonnees',
  PROCONNECT_CLIENT_SECRET: 'secret-de-proconnect',
  ARS_SIRETS: '12345678900015, 987 654 321 00015',
};

test('both providers are set up by their issuer, client and secret; ProConnect by its employers too', () => {
  expect(readConfig({ ...psc, ...proConnect }).identityProviders).toEqual([
    {
      provider: 'pro-sante-connect',
      issuer: 'https://auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet',
      clientId: 'coordonnees',
      clientSecret: 'secret-de-psc',
    },
    {
      provider: 'proconnect',
      issuer: 'https://fca.integ01.dev-agentconnect.fr/api/v2',
      clientId: 'coordonnees',
      clientSecret: 'secret-de-proconnect',
      pkce: false,
      level: 'eidas2',
      employers: ['12345678900015', '98765432100015'],
    },
  ]);
});

test('the demonstration has no provider', () => {
  expect(readConfig({ ...psc, DEMO: '1' }).identityProviders).toEqual([]);
});

test.each(Object.keys(psc))('Pro Santé Connect without %s is refused, and the sentence names it', (name) => {
  const attempt = () => start({ ...psc, [name]: '' });
  expect(attempt).toThrow(StartError);
  expect(attempt).toThrow(`${name} est nécessaire pour Pro Santé Connect, dont 2 réglages sur 3 sont donnés.`);
});

test.each(Object.keys(proConnect))('ProConnect without %s is refused, and the sentence names it', (name) => {
  const attempt = () => start({ ...proConnect, [name]: '' });
  expect(attempt).toThrow(`${name} est nécessaire pour ProConnect, dont 3 réglages sur 4 sont donnés.`);
});

test.each([
  ['PSC_ISSUER', 'http://auth.exemple.fr', 'en https'],
  ['PSC_ISSUER', `${psc.PSC_ISSUER}/`, 'sans barre à la fin'],
  ['PSC_ISSUER', `${psc.PSC_ISSUER}/.well-known/openid-configuration`, 'ni « .well-known »'],
  ['PROCONNECT_PKCE', 'oui', '0 (non) ou 1 (oui)'],
  ['PROCONNECT_ACR', 'eidas1', 'eidas2 ou eidas3'],
  ['ARS_SIRETS', '12345678900015,12345678900016', 'la clé de l’un d’eux est fausse'],
  ['ARS_SIRETS', '123456789', '14 chiffres'],
])('%s=%s is refused: %s', (name, value, expected) => {
  expect(() => start({ ...psc, ...proConnect, [name]: value })).toThrow(`${name} `);
  expect(() => start({ ...psc, ...proConnect, [name]: value })).toThrow(expected);
});

test('the secret of a client is never repeated, even when it is wrong', () => {
  const long = `tres-secret${'x'.repeat(500)}`;
  expect(() => start({ ...psc, PSC_CLIENT_SECRET: long })).toThrow('PSC_CLIENT_SECRET est trop long');
  expect(() => start({ ...psc, PSC_CLIENT_SECRET: long })).not.toThrow('tres-secret');
  expect(() => readConfig({ ...psc, PSC_CLIENT_SECRET: long })).not.toThrow('tres-secret');
});
