import { afterEach, beforeEach, expect, test } from 'vitest';
import { confirmEmailChange, requestEmailChange } from '../../../src/server/accounts/change-email.ts';
import { changePassphrase } from '../../../src/server/accounts/change-passphrase.ts';
import { deleteAccount } from '../../../src/server/accounts/delete-account.ts';
import { requestReset } from '../../../src/server/accounts/request-reset.ts';
import { resetPassphrase } from '../../../src/server/accounts/reset-passphrase.ts';
import { signIn } from '../../../src/server/accounts/sign-in.ts';
import { signUp } from '../../../src/server/accounts/sign-up.ts';
import { verifyEmail } from '../../../src/server/accounts/verify-email.ts';
import { firstBrokenLink } from '../../../src/server/audit/audit-log.ts';
import { openSession, readSession } from '../../../src/server/auth/session.ts';
import { purgeAccounts } from '../../../src/server/jobs/purge-accounts.ts';
import { exportAccount } from '../../../src/server/personal-data/export-account.ts';
import { after, goodPhrase, noon, openWorld, otherPhrase, type World } from './account-world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const anne = 'anne.morel@exemple.fr';
const signInAs = (email: string, passphrase: string, more = {}) =>
  signIn(world.needs(more), { email, passphrase, device: 'Firefox' });
const sessionOf = (id: string) => ({ account: { id }, secondFactorAt: null, openedAt: noon.toISOString() });
const refusalOf = (result: { ok: true } | { ok: false; refusal: { code: string } }) =>
  result.ok ? 'accepted' : result.refusal.code;

test('a sign-up makes no account before its link is followed with the passphrase', async () => {
  await signUp(world.needs(), { email: anne, name: 'Anne Morel', passphrase: goodPhrase });
  expect(await world.rows('select * from compte')).toEqual([]);
  expect(refusalOf(await signInAs(anne, goodPhrase))).toBe('IDENTIFIANTS_REFUSES');
  const token = world.lastToken();
  const stranger = await verifyEmail(world.needs(), { token, passphrase: otherPhrase, device: 'x' });
  expect(refusalOf(stranger)).toBe('PHRASE_ACTUELLE_FAUSSE');
  const opened = await verifyEmail(world.needs(), { token, passphrase: goodPhrase, device: 'Firefox' });
  expect(opened.ok).toBe(true);
  expect(await world.rows('select email, nom, second_facteur_requis from compte')).toEqual([
    { email: anne, nom: 'Anne Morel', second_facteur_requis: 0 },
  ]);
  const again = await verifyEmail(world.needs(), { token, passphrase: goodPhrase, device: 'x' });
  expect(refusalOf(again)).toBe('LIEN_INUTILISABLE');
});

test('a link of sign-up followed 25 hours later opens nothing', async () => {
  await signUp(world.needs(), { email: anne, name: 'Anne Morel', passphrase: goodPhrase });
  const late = world.needs({ now: after(25) });
  const opened = await verifyEmail(late, { token: world.lastToken(), passphrase: goodPhrase, device: 'x' });
  expect(refusalOf(opened)).toBe('LIEN_INUTILISABLE');
});

test('an address with an account and one without get the same answers; only their mails differ', async () => {
  await world.openAccount(anne);
  world.mails.length = 0;
  const nobody = 'personne@exemple.fr';
  const asked = { name: 'X', passphrase: goodPhrase };
  expect(await signUp(world.needs(), { email: anne, ...asked })).toEqual(
    await signUp(world.needs(), { email: nobody, ...asked }),
  );
  expect(await requestReset(world.needs(), { email: anne })).toEqual(
    await requestReset(world.needs(), { email: nobody }),
  );
  expect(await signInAs(anne, otherPhrase)).toEqual(await signInAs(nobody, otherPhrase));
  expect(world.mails.map(({ type, to }) => [type, to])).toEqual([
    ['deja-inscrit', anne],
    ['confirmer-inscription', nobody],
    ['reinitialiser', anne],
    ['adresse-inconnue', nobody],
  ]);
});

test('a sign-in to no account takes as long as one with a wrong passphrase, within a factor of three', async () => {
  await world.openAccount(anne);
  const timed = async (email: string, hour: number) => {
    const start = performance.now();
    await signInAs(email, otherPhrase, { now: after(hour), address: `203.0.113.${hour}` });
    return performance.now() - start;
  };
  await timed('personne@exemple.fr', 0);
  const ratios: number[] = [];
  for (let i = 1; i < 10; i++) ratios.push((await timed(anne, i)) / (await timed('autre@exemple.fr', i)));
  const median = ratios.sort((a, b) => a - b)[4];
  expect(median).toBeGreaterThan(1 / 3);
  expect(median).toBeLessThan(3);
});

test('no token of a link or a session is in the database, only their hashes of 64 characters', async () => {
  await world.openAccount(anne);
  const signedIn = await signInAs(anne, goodPhrase);
  await requestReset(world.needs(), { email: anne });
  if (!signedIn.ok) throw new Error('not signed in');
  const everything = JSON.stringify([
    await world.rows('select * from compte'),
    await world.rows('select * from session'),
    await world.rows('select * from jeton'),
    await world.rows('select * from journal'),
    await world.rows('select * from tentative'),
  ]);
  expect(everything).not.toContain(signedIn.value.sessionToken);
  expect(everything).not.toContain(world.lastToken());
  expect(everything).not.toContain(goodPhrase);
  expect(everything).not.toContain('192.0.2.10');
  for (const { id } of await world.rows('select id from session union select id from jeton')) {
    expect(id).toMatch(/^[0-9a-f]{64}$/);
  }
});

test('signing in ends the session that the browser came with', async () => {
  await world.openAccount(anne);
  const first = await signInAs(anne, goodPhrase);
  const formerToken = first.ok ? first.value.sessionToken : '';
  await signIn(world.needs(), { email: anne, passphrase: goodPhrase, device: 'Firefox', formerToken });
  expect(await readSession({ database: world.database, now: noon }, formerToken)).toBeNull();
});

test('confirming a sign-up ends the session that the browser came with', async () => {
  await world.openAccount(anne);
  const first = await signInAs(anne, goodPhrase);
  const formerToken = first.ok ? first.value.sessionToken : '';
  await signUp(world.needs(), { email: 'bea.test@exemple.fr', name: 'Béa Test', passphrase: goodPhrase });
  const proof = { token: world.lastToken(), passphrase: goodPhrase, device: 'Firefox', formerToken };
  expect((await verifyEmail(world.needs(), proof)).ok).toBe(true);
  expect(await readSession({ database: world.database, now: noon }, formerToken)).toBeNull();
});

test('a stranger who asks for mails to an address keeps nobody signed in from having one sent there', async () => {
  const accountId = await world.openAccount(anne);
  const wanted = 'anne.neuve@exemple.fr';
  const asked = () => requestReset(world.needs({ address: '198.51.100.7' }), { email: wanted });
  for (let time = 0; time < 5; time += 1) expect((await asked()).ok).toBe(true);
  expect(await asked()).toMatchObject({ refusal: { code: 'TROP_DE_COURRIELS' } });
  const change = { session: sessionOf(accountId), passphrase: goodPhrase, email: wanted };
  expect(await requestEmailChange(world.needs(), change)).toEqual({ ok: true, value: undefined });
});

test('a reset link serves once, ends every session, opens none and leaves the second factor required', async () => {
  const id = await world.openAccount(anne);
  await world.database.client.execute('update compte set second_facteur_requis = 1');
  await requestReset(world.needs(), { email: anne });
  const token = world.lastToken();
  const both = await Promise.all([
    resetPassphrase(world.needs(), { token, passphrase: otherPhrase }),
    resetPassphrase(world.needs(), { token, passphrase: otherPhrase }),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await world.rows('select * from session')).toEqual([]);
  expect(await world.rows('select id, second_facteur_requis from compte')).toEqual([{ id, second_facteur_requis: 1 }]);
  expect(refusalOf(await signInAs(anne, goodPhrase))).toBe('IDENTIFIANTS_REFUSES');
  const signedIn = await signInAs(anne, otherPhrase);
  expect(signedIn).toMatchObject({ ok: true, value: { secondFactorExpected: true } });
  const sessionToken = signedIn.ok ? signedIn.value.sessionToken : '';
  expect(await readSession({ database: world.database, now: noon }, sessionToken)).toMatchObject({
    state: 'second-facteur-attendu',
  });
});

test('a second reset asked for leaves the first link good, and a link is dead after 61 minutes', async () => {
  await world.openAccount(anne);
  await requestReset(world.needs(), { email: anne });
  const first = world.lastToken();
  await requestReset(world.needs(), { email: anne });
  const late = await resetPassphrase(world.needs({ now: after(61 / 60) }), { token: first, passphrase: otherPhrase });
  expect(refusalOf(late)).toBe('LIEN_INUTILISABLE');
  expect(refusalOf(await resetPassphrase(world.needs(), { token: first, passphrase: otherPhrase }))).toBe('accepted');
});

test('a change of address needs both links, in any order', async () => {
  const id = await world.openAccount(anne);
  world.mails.length = 0;
  const email = 'anne@autre.fr';
  const wrong = await requestEmailChange(world.needs(), { session: sessionOf(id), passphrase: otherPhrase, email });
  expect(refusalOf(wrong)).toBe('PHRASE_ACTUELLE_FAUSSE');
  await requestEmailChange(world.needs(), { session: sessionOf(id), passphrase: goodPhrase, email });
  const tokens = Object.fromEntries(world.mails.map((mail) => [mail.to, 'token' in mail ? mail.token : '']));
  expect(await confirmEmailChange(world.needs(), { token: tokens[email] as string })).toEqual({
    ok: true,
    value: 'en-attente',
  });
  expect(await world.rows('select email from compte')).toEqual([{ email: anne }]);
  expect(await confirmEmailChange(world.needs(), { token: tokens[anne] as string })).toEqual({
    ok: true,
    value: 'changee',
  });
  expect(await world.rows('select email, email_cle from compte')).toEqual([{ email, email_cle: email }]);
  expect(world.mails.at(-1)).toEqual({ type: 'email-change', to: anne, newEmail: email });
});

test('a change to an address that has an account answers alike, and never happens', async () => {
  const id = await world.openAccount(anne);
  await world.openAccount('paul@exemple.fr', 'Paul Roux');
  world.mails.length = 0;
  const asked = { session: sessionOf(id), passphrase: goodPhrase, email: 'paul@exemple.fr' };
  expect(await requestEmailChange(world.needs(), asked)).toEqual({ ok: true, value: undefined });
  expect(world.mails.map(({ type, to }) => [type, to])).toEqual([
    ['confirmer-email-ancien', anne],
    ['email-deja-pris', 'paul@exemple.fr'],
  ]);
  expect(await confirmEmailChange(world.needs(), { token: world.lastToken() })).toEqual({
    ok: true,
    value: 'en-attente',
  });
  expect(await world.rows('select email from compte order by email')).toEqual([
    { email: anne },
    { email: 'paul@exemple.fr' },
  ]);
});

test('an export holds the account, its sessions and its actions, and no hash', async () => {
  const id = await world.openAccount(anne);
  const exported = await exportAccount(world.needs(), id);
  expect(exported).toMatchObject({
    ok: true,
    value: {
      format: 'coordonnees-compte@1',
      compte: { id, email: anne, nom: 'Anne Morel' },
      sessions: [{ appareil: 'Firefox', ouverteLe: '2026-11-23T12:00:00.000Z' }],
      journal: [{ verbe: 'ouvrir-compte' }, { verbe: 'exporter-compte' }],
    },
  });
  expect(JSON.stringify(exported)).not.toMatch(/argon2|[0-9a-f]{64}/);
});

test('a deleted account leaves no name and no address anywhere, and a log that holds', async () => {
  const id = await world.openAccount(anne);
  const wrong = await deleteAccount(world.needs(), { session: sessionOf(id), passphrase: otherPhrase });
  expect(refusalOf(wrong)).toBe('PHRASE_ACTUELLE_FAUSSE');
  const deleted = await deleteAccount(world.needs(), { session: sessionOf(id), passphrase: goodPhrase });
  expect(deleted).toEqual({ ok: true, value: { kept: ['journal', 'equipes'] } });
  expect(JSON.stringify(await world.rows('select * from jeton'))).not.toMatch(/anne|morel/i);
  await purgeAccounts({ database: world.database, now: after(25) });
  for (const table of ['compte', 'session', 'jeton']) expect(await world.rows(`select * from ${table}`)).toEqual([]);
  expect(JSON.stringify(await world.rows('select * from journal'))).not.toMatch(/anne|morel/i);
  expect(await firstBrokenLink(world.database.db)).toBeNull();
});

test('without a passphrase, an account is deleted within ten minutes of its last proof, and not after', async () => {
  const id = await world.openAccount(anne);
  await world.database.client.execute('update compte set empreinte = null');
  const deletion = { session: { ...sessionOf(id), openedAt: after(-2).toISOString() }, passphrase: '' };
  expect(refusalOf(await deleteAccount(world.needs(), deletion))).toBe('PREUVE_PERIMEE');
  const recent = { ...deletion.session, secondFactorAt: after(-10 / 60).toISOString() };
  expect(refusalOf(await deleteAccount(world.needs(), { ...deletion, session: recent }))).toBe('accepted');
  expect(await world.rows('select * from compte')).toEqual([]);
});

test('an account without a passphrase takes its first one within ten minutes of its second factor, and keeps one session', async () => {
  const id = await world.openAccount(anne);
  await world.database.client.execute('update compte set empreinte = null');
  const token = await world.database.write((tx) =>
    openSession(tx, { now: noon }, { accountId: id, device: 'Safari', secondFactorGiven: true }),
  );
  const change = async (hours: number) => {
    const now = after(hours);
    const session = await readSession({ database: world.database, now }, token);
    if (!session) throw new Error('The session is gone.');
    return changePassphrase(world.needs({ now }), { session, sessionToken: token, current: '', wanted: otherPhrase });
  };
  expect(refusalOf(await change(0.2))).toBe('PREUVE_PERIMEE');
  expect(refusalOf(await change(0.1))).toBe('accepted');
  expect(await world.rows('select appareil from session')).toEqual([{ appareil: 'Safari' }]);
  expect(await readSession({ database: world.database, now: after(0.1) }, token)).toBeNull();
  expect(refusalOf(await signInAs(anne, otherPhrase))).toBe('accepted');
});
