import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ProvenIdentity } from '#domain/identity/proven-identity.ts';
import { confirmEmailChange } from '../../../src/server/accounts/change-email.ts';
import { deleteAccount } from '../../../src/server/accounts/delete-account.ts';
import { proveAgain } from '../../../src/server/accounts/prove-again.ts';
import { firstBrokenLink } from '../../../src/server/audit/audit-log.ts';
import { openSession, readSession } from '../../../src/server/auth/session.ts';
import { addEmail } from '../../../src/server/identity/add-email.ts';
import { leave, takeDeparture } from '../../../src/server/identity/departures.ts';
import { linkIdentity } from '../../../src/server/identity/link-identity.ts';
import { openAccountWith } from '../../../src/server/identity/open-account-with.ts';
import { createProviderClient } from '../../../src/server/identity/provider-client.ts';
import { signInWith } from '../../../src/server/identity/sign-in-with.ts';
import { unlinkIdentity } from '../../../src/server/identity/unlink-identity.ts';
import { exportAccount } from '../../../src/server/personal-data/export-account.ts';
import { after, goodPhrase, noon, openWorld, type World } from '../accounts/account-world.ts';
import { clientId, clientSecret, openLocalProvider } from './local-provider.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(async () => {
  // Whatever a test did, the log still holds together.
  expect(await firstBrokenLink(world.database.db)).toBeNull();
  await world.close();
});

const nurse: ProvenIdentity = {
  provider: 'pro-sante-connect',
  issuer: 'https://psc.exemple.fr',
  subject: 'a',
  nationalId: '810100000008',
  rpps: '10100000008',
  secondFactor: true,
  declared: { prenom: 'Anne', nom: 'Morel', exercices: [{ profession: '60', lieux: [] }] },
};
const agent: ProvenIdentity = {
  provider: 'proconnect',
  issuer: 'https://proconnect.exemple.fr',
  subject: 'b',
  nationalId: null,
  rpps: null,
  secondFactor: false,
  declared: { prenom: 'Anne', nom: 'Morel', email: 'anne@exemple.fr', exercices: [] },
};
const issuers = [nurse.issuer, agent.issuer];
const browser = { device: 'Firefox', formerToken: null };

async function openWith(identity: ProvenIdentity) {
  const opened = await openAccountWith(world.needs(), identity, { name: 'Anne Morel' }, browser);
  if (!opened.ok) throw new Error(opened.refusal.code);
  return here(opened.value.sessionToken);
}

async function here(sessionToken: string, now = noon) {
  const session = await readSession({ database: world.database, now }, sessionToken);
  if (!session) throw new Error('No session.');
  return { session, sessionToken, accountId: session.account.id };
}

async function signedInByPassphrase(email: string) {
  const accountId = await world.openAccount(email);
  return here(await world.database.write((tx) => openSession(tx, { now: noon }, { accountId, device: 'Firefox' })));
}

const verbs = () => world.rows('select verbe, detail from journal order by numero');

test('an identity without an account opens none by itself', async () => {
  expect(await signInWith(world.needs(), nurse, browser)).toBeNull();
  expect(await world.rows('select id from compte')).toEqual([]);
});

test('an account opened with Pro Santé Connect has no address and no passphrase, and its session two factors', async () => {
  const { session } = await openWith(nurse);
  expect(session).toMatchObject({ account: { email: null, name: 'Anne Morel' }, secondFactorGiven: true });
  expect(await world.rows('select email, email_cle, empreinte from compte')).toEqual([
    { email: null, email_cle: null, empreinte: null },
  ]);
  expect(await world.rows('select emetteur, sujet, identifiant_national, rpps from identite')).toEqual([
    {
      emetteur: 'https://psc.exemple.fr',
      sujet: 'a',
      identifiant_national: '810100000008',
      rpps: '10100000008',
    },
  ]);
  expect(await verbs()).toEqual([{ verbe: 'ouvrir-compte', detail: '{"par":"pro-sante-connect"}' }]);
});

test('the same identity opens one account only, even twice at once', async () => {
  const twice = await Promise.all([1, 2].map(() => openAccountWith(world.needs(), nurse, { name: 'Anne' }, browser)));
  expect(twice.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(await world.rows('select count(*) as n from compte')).toEqual([{ n: 1 }]);
});

test('coming back signs in to that account, ends the session before, and keeps what is said today', async () => {
  const first = await openWith(nurse);
  const today = { ...nurse, declared: { prenom: 'Anne', nom: 'Petit', exercices: [] } };
  const entered = await signInWith(world.needs({ now: after(1) }), today, {
    ...browser,
    formerToken: first.sessionToken,
  });
  expect(entered?.secondFactorExpected).toBe(false);
  expect(await readSession({ database: world.database, now: after(1) }, first.sessionToken)).toBeNull();
  expect((await here(entered?.sessionToken ?? '', after(1))).accountId).toBe(first.accountId);
  expect(await world.rows('select declare, vue_le from identite')).toEqual([
    { declare: '{"prenom":"Anne","nom":"Petit","exercices":[]}', vue_le: after(1).toISOString() },
  ]);
});

test('ProConnect without two factors leaves the second one to be given', async () => {
  await openWith(agent);
  await world.database.client.execute('update compte set second_facteur_requis = 1');
  expect(await signInWith(world.needs(), agent, browser)).toMatchObject({ secondFactorExpected: true });
  expect(await signInWith(world.needs(), { ...agent, secondFactor: true }, browser)).toMatchObject({
    secondFactorExpected: false,
  });
});

test('the same subject at another issuer is someone else', async () => {
  await openWith(nurse);
  expect(await signInWith(world.needs(), { ...nurse, issuer: 'https://ailleurs.exemple.fr' }, browser)).toBeNull();
});

test('an address that an account has is never a link to it', async () => {
  await world.openAccount('anne@exemple.fr');
  expect(await signInWith(world.needs(), agent, browser)).toBeNull();
});

test('an identity is linked to an account that is signed in: new token, a mail, a line in the log', async () => {
  const person = await signedInByPassphrase('anne@exemple.fr');
  const linked = await linkIdentity(world.needs(), nurse, person);
  expect(linked.ok && linked.value).not.toBe(person.sessionToken);
  expect(await readSession({ database: world.database, now: noon }, person.sessionToken)).toBeNull();
  expect(world.mails.at(-1)).toEqual({ type: 'identite-liee', to: 'anne@exemple.fr', provider: 'pro-sante-connect' });
  expect((await verbs()).at(-1)).toEqual({ verbe: 'lier-identite', detail: '{"fournisseur":"pro-sante-connect"}' });
  const entered = await signInWith(world.needs(), nurse, browser);
  expect((await here(entered?.sessionToken ?? '')).accountId).toBe(person.accountId);
});

test('an identity that belongs to someone else is not taken over', async () => {
  const owner = await openWith(nurse);
  const person = await signedInByPassphrase('paul@exemple.fr');
  expect(await linkIdentity(world.needs(), nurse, person)).toEqual({
    ok: false,
    refusal: { code: 'IDENTITE_D_UN_AUTRE' },
  });
  expect(await world.rows('select compte_id from identite')).toEqual([{ compte_id: owner.accountId }]);
});

test('an account has one identity of each provider', async () => {
  const person = await openWith(nurse);
  expect(await linkIdentity(world.needs(), { ...nurse, subject: 'autre' }, person)).toEqual({
    ok: false,
    refusal: { code: 'FOURNISSEUR_DEJA_LIE' },
  });
  expect(await linkIdentity(world.needs(), agent, person)).toMatchObject({ ok: true });
});

test('a session that ended links nothing', async () => {
  const person = await openWith(nurse);
  expect(await linkIdentity(world.needs(), agent, { ...person, sessionToken: 'x' })).toEqual({
    ok: false,
    refusal: { code: 'AUTRE_SESSION' },
  });
  expect(await world.rows('select count(*) as n from identite')).toEqual([{ n: 1 }]);
});

test('the last way in is not taken off', async () => {
  const person = await openWith(nurse);
  const leaving = { provider: 'pro-sante-connect', issuers } as const;
  expect(await unlinkIdentity(world.needs(), leaving, person)).toEqual({
    ok: false,
    refusal: { code: 'DERNIER_ACCES' },
  });
});

test('an identity is taken off once another one, a passkey or a passphrase with its address remains', async () => {
  const leaving = { provider: 'pro-sante-connect', issuers } as const;
  const one = await openWith(nurse);
  const linked = await linkIdentity(world.needs(), agent, one);
  const token = linked.ok ? linked.value : '';
  // ProConnect is not set up any more: its identity opens nothing.
  const offline = { provider: 'pro-sante-connect', issuers: [nurse.issuer] } as const;
  expect(await unlinkIdentity(world.needs(), offline, { ...one, sessionToken: token })).toMatchObject({ ok: false });
  expect(await unlinkIdentity(world.needs(), leaving, { ...one, sessionToken: token })).toMatchObject({ ok: true });
  expect(await world.rows('select fournisseur from identite')).toEqual([{ fournisseur: 'proconnect' }]);
  expect((await verbs()).at(-1)?.verbe).toBe('delier-identite');

  const two = await signedInByPassphrase('anne@exemple.fr');
  const second = await linkIdentity(world.needs(), nurse, two);
  const after = { ...two, sessionToken: second.ok ? second.value : '' };
  expect(await unlinkIdentity(world.needs(), leaving, after)).toMatchObject({ ok: true });
  expect(world.mails.at(-1)?.type).toBe('identite-deliee');

  const three = await openWith({ ...nurse, subject: 'c' });
  await world.database.client.execute({
    sql: "insert into cle_acces (id, compte_id, cle_publique, compteur, transports, nom, cree_le) values ('k', ?, 'p', 0, '[]', 'Clé', ?)",
    args: [three.accountId, noon.toISOString()],
  });
  expect(await unlinkIdentity(world.needs(), leaving, three)).toMatchObject({ ok: true });
});

test('what an account does not have cannot be taken off', async () => {
  const person = await signedInByPassphrase('anne@exemple.fr');
  expect(await unlinkIdentity(world.needs(), { provider: 'proconnect', issuers }, person)).toEqual({
    ok: false,
    refusal: { code: 'IDENTITE_ABSENTE' },
  });
});

test('without a passphrase, a session just opened is the proof; with one, the passphrase is', async () => {
  const { session } = await openWith(nurse);
  expect(await proveAgain(world.needs({ now: new Date(noon.getTime() + 600_000) }), session, '')).toMatchObject({
    ok: true,
  });
  expect(await proveAgain(world.needs({ now: new Date(noon.getTime() + 600_001) }), session, '')).toEqual({
    ok: false,
    refusal: { code: 'PREUVE_PERIMEE' },
  });
  const person = await signedInByPassphrase('anne@exemple.fr');
  expect(await proveAgain(world.needs(), person.session, 'une autre phrase de passe')).toEqual({
    ok: false,
    refusal: { code: 'PHRASE_ACTUELLE_FAUSSE' },
  });
  expect(await proveAgain(world.needs(), person.session, goodPhrase)).toMatchObject({ ok: true });
});

test('an account without an address gets its first one by a link to that address alone', async () => {
  const { session, accountId } = await openWith(nurse);
  expect(await addEmail(world.needs(), session, 'anne@exemple.fr')).toEqual({ ok: true, value: undefined });
  expect(world.mails).toEqual([{ type: 'confirmer-premier-email', to: 'anne@exemple.fr', token: expect.any(String) }]);
  expect(await world.rows('select email from compte')).toEqual([{ email: null }]);
  expect(await confirmEmailChange(world.needs(), { token: world.lastToken() })).toEqual({ ok: true, value: 'changee' });
  expect(await world.rows('select id, email from compte')).toEqual([{ id: accountId, email: 'anne@exemple.fr' }]);
  // Once there is one, it is changed with the agreement of both.
  expect(await addEmail(world.needs(), session, 'autre@exemple.fr')).toMatchObject({ ok: false });
});

test('an address that is taken gets the same answer on screen; its owner alone is told', async () => {
  await world.openAccount('anne@exemple.fr');
  const { session } = await openWith(nurse);
  expect(await addEmail(world.needs(), session, 'Anne@exemple.fr')).toEqual({ ok: true, value: undefined });
  expect(world.mails.at(-1)).toEqual({ type: 'email-deja-pris', to: 'Anne@exemple.fr' });
});

test('the export says which identities are kept, and the deletion of the account erases them', async () => {
  const person = await signedInByPassphrase('anne@exemple.fr');
  await linkIdentity(world.needs(), nurse, person);
  const exported = await exportAccount(world.needs(), person.accountId);
  expect(exported.ok && exported.value.identites).toEqual([
    {
      fournisseur: 'pro-sante-connect',
      emetteur: 'https://psc.exemple.fr',
      sujet: 'a',
      identifiantNational: '810100000008',
      rpps: '10100000008',
      declare: nurse.declared,
      lieeLe: noon.toISOString(),
      vueLe: noon.toISOString(),
    },
  ]);
  const session = { account: { id: person.accountId }, secondFactorAt: null, openedAt: noon.toISOString() };
  await deleteAccount(world.needs(), { session, passphrase: goodPhrase });
  expect(await world.rows('select * from identite')).toEqual([]);
});

test('a departure comes back once, within ten minutes, to the browser that left', async () => {
  const site = 'http://127.0.0.1:1';
  const psc = await openLocalProvider('pro-sante-connect', site);
  const settings = { provider: 'pro-sante-connect', issuer: psc.issuer, clientId, clientSecret } as const;
  const client = createProviderClient(settings);
  const depart = async () => {
    const redirectUri = `${site}/espace/retour/pro-sante-connect`;
    const leaving = await leave(world.needs(), client, { linkTo: null, next: '/espace/equipes', redirectUri });
    if (!leaving.ok) throw new Error(leaving.refusal.code);
    const { url, browserToken } = leaving.value;
    return { state: url.searchParams.get('state') ?? '', browserToken };
  };
  const minutes = (count: number) => ({ database: world.database, now: new Date(noon.getTime() + count * 60_000) });

  const one = await depart();
  // Neither the state nor the cookie can be read in the database.
  const kept = JSON.stringify(await world.rows('select * from depart_oidc'));
  expect(kept).not.toContain(one.state);
  expect(kept).not.toContain(one.browserToken);

  expect(await takeDeparture(minutes(1), client, { ...one, browserToken: 'un-autre-navigateur' })).toBeNull();
  expect(await takeDeparture(minutes(1), client, { ...one, state: 'un-autre-etat' })).toBeNull();
  expect(await takeDeparture(minutes(1), { provider: 'proconnect' }, one)).toBeNull();
  const both = await Promise.all([1, 2].map(() => takeDeparture(minutes(9), client, one)));
  expect(both.filter(Boolean)).toEqual([
    {
      secrets: { state: one.state, nonce: expect.any(String), verifier: expect.any(String) },
      linkTo: null,
      next: '/espace/equipes',
    },
  ]);
  expect(await takeDeparture(minutes(10), client, await depart())).toBeNull();
  await psc.close();
});

test('leaving again and again from one place must wait, and coming back in takes the count back', async () => {
  const psc = await openLocalProvider('pro-sante-connect', 'http://127.0.0.1:1');
  const settings = { provider: 'pro-sante-connect', issuer: psc.issuer, clientId, clientSecret } as const;
  const client = createProviderClient(settings);
  const depart = () =>
    leave(world.needs(), client, { linkTo: null, next: '/espace', redirectUri: 'http://127.0.0.1:1/r' });
  for (let count = 0; count < 50; count += 1) await depart();
  expect(await depart()).toMatchObject({ ok: false, refusal: { code: 'TROP_DE_TENTATIVES' } });
  await signInWith(world.needs(), nurse, browser);
  expect(await depart()).toMatchObject({ ok: true });
  await psc.close();
});
