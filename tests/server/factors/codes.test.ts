import { afterEach, beforeEach, expect, test } from 'vitest';
import { seal, unseal } from '../../../src/server/auth/sealed.ts';
import { readSession } from '../../../src/server/auth/session.ts';
import { confirmApplication, prepareApplication, removeApplication } from '../../../src/server/factors/application.ts';
import { giveCode, giveRecoveryCode, renewRecoveryCodes } from '../../../src/server/factors/give-code.ts';
import type { Bearer } from '../../../src/server/factors/needs.ts';
import { recoveryCodesLeft } from '../../../src/server/factors/recovery-codes.ts';
import { goodPhrase, noon, otherPhrase } from '../accounts/account-world.ts';
import { anne, codeAt, codeOf, type FactorWorld, openFactorWorld } from './factor-world.ts';

let world: FactorWorld;
let id: string;
beforeEach(async () => {
  world = await openFactorWorld();
  id = await world.openAccount(anne);
});
afterEach(() => world.close());

const later = (seconds: number): Date => new Date(noon.getTime() + seconds * 1000);
const factors = (seconds = 0) => world.factors({ now: later(seconds) });
const stateOf = async ({ token }: { token: string }, now = noon) =>
  (await readSession({ database: world.accounts.database, now }, token))?.state;

async function signedInHalfway(): Promise<{ secret: string; codes: readonly string[]; bearer: Bearer }> {
  const { secret, codes } = await world.withApplication(await world.enter());
  return { secret, codes, bearer: await world.enter() };
}

test('an application that was not confirmed asks nothing of the next sign-in', async () => {
  const bearer = await world.enter();
  expect(codeOf(await prepareApplication(factors(), bearer, otherPhrase))).toBe('PHRASE_ACTUELLE_FAUSSE');
  expect(codeOf(await prepareApplication(factors(), bearer, goodPhrase))).toBe('accepted');
  expect(await world.rows('select * from code_totp')).toEqual([]);
  expect((await world.enter()).session.state).toBe('ouverte');
});

test('the first factor comes with ten recovery codes, ends the other sessions, and leaves this one open', async () => {
  const elsewhere = await world.enter();
  const { codes, bearer } = await world.withApplication(await world.enter());
  expect(codes).toHaveLength(10);
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}$/);
  expect(await stateOf(elsewhere)).toBeUndefined();
  expect(bearer.session).toMatchObject({ state: 'ouverte', secondFactorGiven: true });
  expect(world.notices).toEqual([{ type: 'second-facteur-change', to: anne }]);
  expect((await world.enter()).session.state).toBe('second-facteur-attendu');
});

test('the code of now opens a session that waits, under a new token', async () => {
  const { secret, bearer } = await signedInHalfway();
  const given = await giveCode(factors(30), bearer, codeAt(secret, later(30)));
  if (!given.ok) throw new Error(given.refusal.code);
  expect(await stateOf(bearer, later(30))).toBeUndefined();
  expect(await stateOf({ token: given.value }, later(30))).toBe('ouverte');
});

test('the codes of the step before and of the one after count, those two steps away do not', async () => {
  const { secret } = await signedInHalfway();
  const at = async (now: number, code: number) => {
    const bearer = await world.enter(anne, later(now));
    return codeOf(await giveCode(factors(now), bearer, codeAt(secret, later(code))));
  };
  expect(await at(300, 240)).toBe('CODE_REFUSE');
  expect(await at(300, 360)).toBe('CODE_REFUSE');
  expect(await at(300, 270)).toBe('accepted');
  expect(await at(300, 330)).toBe('accepted');
});

test('a code serves once, and none of an earlier step serves after it', async () => {
  const { secret, bearer } = await signedInHalfway();
  const code = codeAt(secret, later(60));
  expect(codeOf(await giveCode(factors(60), bearer, code))).toBe('accepted');
  const again = await world.enter(anne, later(60));
  expect(codeOf(await giveCode(factors(60), again, code))).toBe('CODE_REFUSE');
  expect(codeOf(await giveCode(factors(60), again, codeAt(secret, later(30))))).toBe('CODE_REFUSE');
});

test('the code that confirmed the application does not open a session too', async () => {
  const { secret, bearer } = await signedInHalfway();
  expect(codeOf(await giveCode(factors(), bearer, codeAt(secret, noon)))).toBe('CODE_REFUSE');
});

test('of two uses of one code at the same time, one is refused', async () => {
  const { secret, bearer } = await signedInHalfway();
  const other = await world.enter();
  const code = codeAt(secret, later(30));
  const both = await Promise.all([giveCode(factors(30), bearer, code), giveCode(factors(30), other, code)]);
  expect(both.map(codeOf).sort()).toEqual(['CODE_REFUSE', 'accepted']);
});

test('a secret moved to another account opens nothing there', async () => {
  const { secret } = await signedInHalfway();
  await world.openAccount('paul@exemple.fr', 'Paul Roux');
  const paul = await world.enter('paul@exemple.fr');
  const paulId = paul.session.account.id;
  await world.run(`insert into code_totp (compte_id, secret_chiffre, confirme_le, dernier_pas)
    select '${paulId}', secret_chiffre, confirme_le, 0 from code_totp where compte_id = '${id}'`);
  expect(codeOf(await giveCode(factors(60), paul, codeAt(secret, later(60))))).toBe('CODE_REFUSE');
});

test('what is sealed for one owner opens for no other, nor under another key, nor changed by one letter', () => {
  const key = Buffer.alloc(32, 9);
  const sealed = seal(key, 'anne', Buffer.from('secret'));
  expect(sealed).toMatch(/^v1\.[\w-]{16}\.[\w-]{8}\.[\w-]{22}$/);
  expect(unseal(key, 'anne', sealed)?.toString()).toBe('secret');
  expect(unseal(key, 'paul', sealed)).toBeNull();
  expect(unseal(Buffer.alloc(32, 8), 'anne', sealed)).toBeNull();
  const [version, iv, , tag] = sealed.split('.');
  expect(unseal(key, 'anne', [version, iv, Buffer.from('secreT').toString('base64url'), tag].join('.'))).toBeNull();
  expect(unseal(key, 'anne', 'v1.a.b.c')).toBeNull();
});

test('after five wrong codes the sixth waits, the right one too, also after a restart', async () => {
  const { secret, bearer } = await signedInHalfway();
  for (let i = 0; i < 5; i++) expect(codeOf(await giveCode(factors(60), bearer, '000000'))).toBe('CODE_REFUSE');
  await world.accounts.reopen();
  const waiting = await giveCode(factors(60), bearer, codeAt(secret, later(60)));
  expect(waiting).toEqual({ ok: false, refusal: { code: 'TROP_DE_CODES', attendreSecondes: 1 } });
  expect(codeOf(await giveRecoveryCode(factors(60), bearer, 'ABCDE-FGHJK'))).toBe('TROP_DE_CODES');
  expect(codeOf(await giveCode(factors(62), bearer, codeAt(secret, later(62))))).toBe('accepted');
});

test('a right code forgets the wrong ones before it', async () => {
  const { secret, bearer } = await signedInHalfway();
  for (let i = 0; i < 4; i++) await giveCode(factors(60), bearer, '000000');
  expect(codeOf(await giveCode(factors(60), bearer, codeAt(secret, later(60))))).toBe('accepted');
  const again = await world.enter(anne, later(60));
  for (let i = 0; i < 5; i++) expect(codeOf(await giveCode(factors(61), again, '000000'))).toBe('CODE_REFUSE');
});

test('a recovery code opens once, however it is typed, and tells the owner', async () => {
  const { codes, bearer } = await signedInHalfway();
  const [first = '', second = ''] = codes;
  const typed = ` ${first.toLowerCase().replace('-', ' – ')} `;
  expect(codeOf(await giveRecoveryCode(factors(), bearer, typed))).toBe('accepted');
  expect(world.notices.at(-1)).toEqual({ type: 'code-secours-utilise', to: anne });
  expect(await recoveryCodesLeft(world.accounts.database.db, id)).toBe(9);
  const again = await world.enter();
  expect(codeOf(await giveRecoveryCode(factors(), again, first))).toBe('CODE_REFUSE');
  const other = await world.enter();
  const both = await Promise.all([
    giveRecoveryCode(factors(), again, second),
    giveRecoveryCode(factors(), other, second),
  ]);
  expect(both.map(codeOf).sort()).toEqual(['CODE_REFUSE', 'accepted']);
});

test('a recovery code of someone else opens nothing', async () => {
  const { codes } = await signedInHalfway();
  await world.openAccount('paul@exemple.fr', 'Paul Roux');
  const paul = await world.enter('paul@exemple.fr');
  expect(codeOf(await giveRecoveryCode(factors(), paul, codes[0] ?? ''))).toBe('CODE_REFUSE');
});

test('new recovery codes void the former, and are kept as hashes alone', async () => {
  const { codes, bearer } = await world.withApplication(await world.enter());
  const wrong = await renewRecoveryCodes(factors(), bearer, otherPhrase);
  expect(codeOf(wrong)).toBe('PHRASE_ACTUELLE_FAUSSE');
  const renewed = await renewRecoveryCodes(factors(), bearer, goodPhrase);
  const fresh = renewed.ok ? (renewed.value.codes ?? []) : [];
  expect(fresh).toHaveLength(10);
  const waiting = await world.enter();
  expect(codeOf(await giveRecoveryCode(factors(), waiting, codes[0] ?? ''))).toBe('CODE_REFUSE');
  expect(codeOf(await giveRecoveryCode(factors(), waiting, fresh[0] ?? ''))).toBe('accepted');
  const kept = await world.rows('select id from code_secours');
  expect(kept).toHaveLength(10);
  for (const row of kept) expect(row.id).toMatch(/^[0-9a-f]{64}$/);
});

test('an account without a factor gets no recovery codes', async () => {
  expect(codeOf(await renewRecoveryCodes(factors(), await world.enter(), goodPhrase))).toBe('AUCUN_FACTEUR');
});

test('without the last factor the next sign-in asks for none, and the recovery codes are gone', async () => {
  const { bearer } = await world.withApplication(await world.enter());
  expect(codeOf(await removeApplication(factors(), bearer, otherPhrase))).toBe('PHRASE_ACTUELLE_FAUSSE');
  expect(codeOf(await removeApplication(factors(), bearer, goodPhrase))).toBe('accepted');
  expect((await world.enter()).session.state).toBe('ouverte');
  expect(await world.rows('select * from code_secours')).toEqual([]);
});

test('who holds a role does not take the last factor away, and may replace it', async () => {
  const { bearer } = await world.withApplication(await world.enter());
  await world.run(`insert into habilitation (compte_id, role, portee, accorde_le, accorde_par)
    values ('${id}', 'ars', 'pays-de-la-loire', '2026-11-23T12:00:00.000Z', 'systeme')`);
  expect(codeOf(await removeApplication(factors(), bearer, goodPhrase))).toBe('DERNIER_FACTEUR');
  const { secret, bearer: after } = await world.withApplication(bearer, later(60));
  const waiting = await world.enter(anne, later(90));
  expect(codeOf(await giveCode(factors(90), waiting, codeAt(secret, later(90))))).toBe('accepted');
  expect(after.session.state).toBe('ouverte');
});

test('a session that waits sets a factor up only if its account has none at all', async () => {
  await world.run('update compte set second_facteur_requis = 1');
  const first = await world.enter();
  expect(first.session.state).toBe('second-facteur-attendu');
  const { bearer } = await world.withApplication(first);
  expect(bearer.session.state).toBe('ouverte');
  const second = await world.enter();
  expect(codeOf(await prepareApplication(factors(), second, goodPhrase))).toBe('FACTEUR_A_DONNER');
});

test('a preparation made before another factor came does not get round it', async () => {
  await world.run('update compte set second_facteur_requis = 1');
  const waiting = await world.enter();
  const prepared = await prepareApplication(factors(), waiting, goodPhrase);
  if (!prepared.ok) throw new Error(prepared.refusal.code);
  await world.run(`insert into cle_acces (id, compte_id, cle_publique, compteur, transports, nom, cree_le)
    values ('k', '${id}', 'x', 0, '[]', 'Téléphone', '2026-11-23T12:00:00.000Z')`);
  const { sealed, secret } = prepared.value;
  const confirmed = await confirmApplication(factors(), waiting, { sealed, code: codeAt(secret, noon) });
  expect(codeOf(confirmed)).toBe('FACTEUR_A_DONNER');
});

test('a preparation serves once, for thirty minutes, for its account alone', async () => {
  const bearer = await world.enter();
  const prepared = await prepareApplication(factors(), bearer, goodPhrase);
  if (!prepared.ok) throw new Error(prepared.refusal.code);
  const { sealed, secret } = prepared.value;
  const confirm = (seconds: number, by = bearer) =>
    confirmApplication(factors(seconds), by, { sealed, code: codeAt(secret, later(seconds)) });
  expect(codeOf(await confirm(31 * 60))).toBe('PREPARATION_PERIMEE');
  await world.openAccount('paul@exemple.fr', 'Paul Roux');
  expect(codeOf(await confirm(0, await world.enter('paul@exemple.fr')))).toBe('PREPARATION_PERIMEE');
  const confirmed = await confirm(0);
  if (!confirmed.ok) throw new Error(confirmed.refusal.code);
  const after = await world.bearerOf(confirmed.value.token);
  expect(codeOf(await removeApplication(factors(), after, goodPhrase))).toBe('accepted');
  expect(codeOf(await confirm(60, await world.enter(anne, later(60))))).toBe('PREPARATION_PERIMEE');
});

test('no secret and no code is in the database', async () => {
  const { secret, codes } = await signedInHalfway();
  const tables = ['compte', 'session', 'code_totp', 'code_secours', 'journal', 'defi_utilise', 'tentative'];
  const everything = JSON.stringify(await Promise.all(tables.map((table) => world.rows(`select * from ${table}`))));
  expect(everything).not.toContain(secret);
  for (const code of codes) expect(everything).not.toContain(code.replace('-', ''));
});
