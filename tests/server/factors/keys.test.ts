import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstBrokenLink } from '../../../src/server/audit/audit-log.ts';
import { openSession, readSession } from '../../../src/server/auth/session.ts';
import { addKey, prepareKey } from '../../../src/server/factors/add-key.ts';
import { issueChallenge } from '../../../src/server/factors/challenge.ts';
import { giveKey, keyOptions, signInWithKey } from '../../../src/server/factors/give-key.ts';
import { removeKey, renameKey } from '../../../src/server/factors/manage-key.ts';
import type { Bearer } from '../../../src/server/factors/needs.ts';
import { purgeAccounts } from '../../../src/server/jobs/purge-accounts.ts';
import { exportAccount } from '../../../src/server/personal-data/export-account.ts';
import { after, goodPhrase, noon, otherPhrase } from '../accounts/account-world.ts';
import { anne, codeOf, type FactorWorld, openFactorWorld } from './factor-world.ts';
import { softKey } from './soft-key.ts';

let world: FactorWorld;
let id: string;
beforeEach(async () => {
  world = await openFactorWorld();
  id = await world.openAccount(anne);
});
afterEach(() => world.close());

const later = (minutes: number): Date => after(minutes / 60);
const factors = (minutes = 0) => world.factors({ now: later(minutes) });
const toEnter = { for: 'entrer', accountId: null } as const;
const asSecond = () => ({ for: 'second-facteur', accountId: id }) as const;
const challengeFor = async (purpose: Parameters<typeof keyOptions>[1], minutes = 0) => {
  const options = await keyOptions(factors(minutes), purpose);
  if (!options) throw new Error('no options');
  return options.challenge;
};
const enterWith = (answer: string, minutes = 0) => signInWithKey(factors(minutes), { answer, device: 'Firefox' });

async function anneWithKey() {
  const { key } = await world.withKey(await world.enter());
  return { key, waiting: await world.enter() };
}
async function paul(): Promise<Bearer> {
  await world.openAccount('paul@exemple.fr', 'Paul Roux');
  return world.enter('paul@exemple.fr');
}

test('a key is added after the passphrase, with ten recovery codes, and is asked for from then on', async () => {
  const bearer = await world.enter();
  const wrong = await prepareKey(factors(), bearer, { name: 'Téléphone', passphrase: otherPhrase });
  expect(codeOf(wrong)).toBe('PHRASE_ACTUELLE_FAUSSE');
  const added = await world.withKey(bearer);
  expect(added.codes).toHaveLength(10);
  expect(added.bearer.session).toMatchObject({ state: 'ouverte', secondFactorGiven: true });
  expect(await world.rows('select id, nom, compteur, transports, utilisee_le from cle_acces')).toEqual([
    { id: added.key.id, nom: 'Téléphone', compteur: 0, transports: '["internal"]', utilisee_le: null },
  ]);
  expect((await world.enter()).session.state).toBe('second-facteur-attendu');
  expect(world.notices).toEqual([{ type: 'second-facteur-change', to: anne }]);
});

test('a key asks its owner who she is, is kept on the device, and says nothing of its maker', async () => {
  const { bearer, key } = await world.withKey(await world.enter());
  const prepared = await prepareKey(factors(), bearer, { name: 'Clé USB', passphrase: goodPhrase });
  expect(prepared).toMatchObject({
    ok: true,
    value: {
      options: {
        rp: { id: 'localhost', name: 'Coordonnées' },
        attestation: 'none',
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        excludeCredentials: [{ id: key.id, transports: ['internal'] }],
      },
    },
  });
});

test.each(['', '   ', 'x'.repeat(61), 'a\u0000b'])('a key is not named « %s »', async (name) => {
  const prepared = await prepareKey(factors(), await world.enter(), { name, passphrase: goodPhrase });
  expect(codeOf(prepared)).toBe('NOM_DE_CLE_INVALIDE');
});

test('the eleventh key is refused', async () => {
  let { bearer } = await world.withKey(await world.enter());
  for (let i = 2; i <= 10; i++) bearer = (await world.withKey(bearer, `Clé ${i}`)).bearer;
  const eleventh = await prepareKey(factors(), bearer, { name: 'Clé 11', passphrase: goodPhrase });
  expect(eleventh).toEqual({ ok: false, refusal: { code: 'TROP_DE_CLES', maximum: 10 } });
});

test('a key alone opens a session that waits for nothing', async () => {
  const { key } = await anneWithKey();
  const opened = await enterWith(key.get({ challenge: await challengeFor(toEnter) }));
  if (!opened.ok) throw new Error(opened.refusal.code);
  expect(await readSession({ database: world.accounts.database, now: noon }, opened.value)).toMatchObject({
    account: { id },
    state: 'ouverte',
    secondFactorGiven: true,
  });
  expect(await world.rows('select utilisee_le from cle_acces')).toEqual([{ utilisee_le: '2026-11-23T12:00:00.000Z' }]);
});

test('a key given after the passphrase opens the session that waits', async () => {
  const { key, waiting } = await anneWithKey();
  const given = await giveKey(factors(), waiting, key.get({ challenge: await challengeFor(asSecond()) }));
  expect(given.ok && (await world.bearerOf(given.value)).session.state).toBe('ouverte');
});

test('a challenge serves once, even in two answers at the same time', async () => {
  const { key } = await anneWithKey();
  const challenge = await challengeFor(toEnter);
  const answer = key.get({ challenge });
  const both = await Promise.all([enterWith(answer), enterWith(answer)]);
  expect(both.map(codeOf).sort()).toEqual(['CLE_REFUSEE', 'accepted']);
  expect(codeOf(await enterWith(key.get({ challenge }), 1))).toBe('CLE_REFUSEE');
});

test('a challenge is good for ten minutes, and not before its time', async () => {
  const { key } = await anneWithKey();
  const challenge = await challengeFor(toEnter);
  const other = await challengeFor(toEnter);
  expect(codeOf(await enterWith(key.get({ challenge }), -1))).toBe('CLE_REFUSEE');
  expect(codeOf(await enterWith(key.get({ challenge }), 10))).toBe('accepted');
  expect(codeOf(await enterWith(key.get({ challenge: other }), 10.1))).toBe('CLE_REFUSEE');
});

test('a challenge of another purpose, of another account or of nobody is refused', async () => {
  const { key, waiting } = await anneWithKey();
  const ofPaul = { for: 'second-facteur', accountId: (await paul()).session.account.id } as const;
  const secrets = factors().secrets;
  const give = async (challenge: string) => codeOf(await giveKey(factors(), waiting, key.get({ challenge })));
  expect(await give(await challengeFor(toEnter))).toBe('CLE_REFUSEE');
  expect(await give(issueChallenge(secrets.challenges, { for: 'ajouter-cle', accountId: id }, noon))).toBe(
    'CLE_REFUSEE',
  );
  expect(await give(issueChallenge(secrets.challenges, ofPaul, noon))).toBe('CLE_REFUSEE');
  expect(await give(issueChallenge(Buffer.alloc(32, 99), asSecond(), noon))).toBe('CLE_REFUSEE');
  expect(await give('AAAA')).toBe('CLE_REFUSEE');
  const second = key.get({ challenge: await challengeFor(asSecond()) });
  expect(codeOf(await enterWith(second))).toBe('CLE_REFUSEE');
});

test('a key of someone else does not open the session that waits', async () => {
  const { waiting } = await anneWithKey();
  const { key } = await world.withKey(await paul());
  const answer = key.get({ challenge: await challengeFor(asSecond()) });
  expect(codeOf(await giveKey(factors(), waiting, answer))).toBe('CLE_REFUSEE');
});

test('a counter that goes back or stays is refused and logged; one that moves on is kept', async () => {
  const { key } = await anneWithKey();
  const enterAt = async (counter: number) => {
    key.setCounter(counter);
    return codeOf(await enterWith(key.get({ challenge: await challengeFor(toEnter) })));
  };
  expect(await enterAt(5)).toBe('accepted');
  expect(await enterAt(5)).toBe('CLE_REFUSEE');
  expect(await enterAt(4)).toBe('CLE_REFUSEE');
  expect(await enterAt(6)).toBe('accepted');
  expect(await world.rows("select objet_id, detail from journal where verbe = 'refuser-cle'")).toEqual([
    { objet_id: id, detail: '{"raison":"compteur","lu":5,"attendu":6}' },
    { objet_id: id, detail: '{"raison":"compteur","lu":4,"attendu":6}' },
  ]);
  expect(await firstBrokenLink(world.accounts.database.db)).toBeNull();
});

test('who cannot sign logs nothing, whatever counter he writes', async () => {
  const { key } = await anneWithKey();
  const thief = softKey();
  const answer = JSON.parse(thief.get({ challenge: await challengeFor(toEnter) }));
  const forged = JSON.stringify({ ...answer, id: key.id, rawId: key.id });
  expect(codeOf(await enterWith(forged))).toBe('CLE_REFUSEE');
  expect(await world.rows("select * from journal where verbe = 'refuser-cle'")).toEqual([]);
});

test('an answer of another origin, for another site, or without asking its owner is refused', async () => {
  const { key } = await anneWithKey();
  const challenge = await challengeFor(toEnter);
  expect(codeOf(await enterWith(key.get({ challenge, origin: 'http://localhost:9999' })))).toBe('CLE_REFUSEE');
  expect(codeOf(await enterWith(key.get({ challenge, verifiesUser: false })))).toBe('CLE_REFUSEE');
  const elsewhere = world.factors({ site: { rpId: 'exemple.fr', origin: 'http://localhost:4321' } });
  const answer = key.get({ challenge });
  expect(codeOf(await signInWithKey(elsewhere, { answer, device: 'x' }))).toBe('CLE_REFUSEE');
});

test.each(['', '{', '[]', '{"id":"x"}', 'null'])(
  'what is no answer is refused like an unknown key: %s',
  async (field) => {
    const unknown = softKey().get({ challenge: await challengeFor(toEnter) });
    expect(await enterWith(field)).toEqual(await enterWith(unknown));
  },
);

test('from one address, the fifty-first wrong key waits', async () => {
  for (let i = 0; i < 50; i++) expect(codeOf(await enterWith('{}'))).toBe('CLE_REFUSEE');
  expect(codeOf(await enterWith('{}'))).toBe('TROP_DE_CODES');
});

test('a key does not name an account that is not its own', async () => {
  const { key } = await anneWithKey();
  const answer = JSON.parse(key.get({ challenge: await challengeFor(toEnter) }));
  answer.response.userHandle = Buffer.from('someone else').toString('base64url');
  expect(codeOf(await enterWith(JSON.stringify(answer)))).toBe('CLE_REFUSEE');
});

test('a registration is accepted once, for the account that prepared it', async () => {
  const bearer = await world.enter();
  const prepared = await prepareKey(factors(), bearer, { name: 'Téléphone', passphrase: goodPhrase });
  if (!prepared.ok) throw new Error(prepared.refusal.code);
  const answer = softKey().create({ challenge: prepared.value.options.challenge }, id);
  const typed = { name: 'Téléphone', answer };
  expect(codeOf(await addKey(factors(), await paul(), typed))).toBe('CLE_REFUSEE');
  expect(codeOf(await addKey(factors(11), bearer, typed))).toBe('CLE_REFUSEE');
  const added = await addKey(factors(), bearer, typed);
  if (!added.ok) throw new Error(added.refusal.code);
  const next = await world.bearerOf(added.value.token);
  expect(codeOf(await removeKey(factors(), next, { keyId: JSON.parse(answer).id, passphrase: goodPhrase }))).toBe(
    'accepted',
  );
  expect(codeOf(await addKey(factors(), await world.enter(), typed))).toBe('CLE_REFUSEE');
});

test('nobody renames or removes a key of someone else', async () => {
  const { key } = await anneWithKey();
  const other = await paul();
  const renamed = await renameKey(factors(), other.session.account.id, { keyId: key.id, name: 'À moi' });
  expect(codeOf(renamed)).toBe('CLE_REFUSEE');
  expect(codeOf(await removeKey(factors(), other, { keyId: key.id, passphrase: goodPhrase }))).toBe('CLE_REFUSEE');
  expect(await world.rows('select nom from cle_acces')).toEqual([{ nom: 'Téléphone' }]);
  expect(codeOf(await renameKey(factors(), id, { keyId: key.id, name: ' Clé  du bureau ' }))).toBe('accepted');
  expect(await world.rows('select nom from cle_acces')).toEqual([{ nom: 'Clé du bureau' }]);
});

test('the last key of who holds a role stays; a key that was removed opens nothing', async () => {
  const { key, bearer } = await world.withKey(await world.enter());
  await world.run(`insert into habilitation (compte_id, role, portee, accorde_le, accorde_par)
    values ('${id}', 'association-instructeur', 'pays-de-la-loire', '2026-11-23T12:00:00.000Z', 'systeme')`);
  const remove = (by: Bearer) => removeKey(factors(), by, { keyId: key.id, passphrase: goodPhrase });
  expect(codeOf(await remove(bearer))).toBe('DERNIER_FACTEUR');
  const second = await world.withKey(bearer, 'Clé USB');
  expect(codeOf(await remove(second.bearer))).toBe('accepted');
  expect(codeOf(await enterWith(key.get({ challenge: await challengeFor(toEnter) })))).toBe('CLE_REFUSEE');
});

test('an account without a passphrase adds a key within ten minutes of its last proof', async () => {
  await world.run('update compte set empreinte = null');
  const token = await world.accounts.database.write((tx) =>
    openSession(tx, { now: noon }, { accountId: id, device: 'Firefox', secondFactorGiven: true }),
  );
  const bearer = await world.bearerOf(token);
  const typed = { name: 'Téléphone', passphrase: '' };
  expect(codeOf(await prepareKey(factors(10), bearer, typed))).toBe('accepted');
  expect(codeOf(await prepareKey(factors(10.1), bearer, typed))).toBe('PREUVE_PERIMEE');
});

test('used challenges are forgotten once they would be refused for their age', async () => {
  await anneWithKey();
  await purgeAccounts({ database: world.accounts.database, now: later(9) });
  expect(await world.rows('select * from defi_utilise')).toHaveLength(1);
  await purgeAccounts({ database: world.accounts.database, now: later(11) });
  expect(await world.rows('select * from defi_utilise')).toEqual([]);
});

test('an export names the keys and says whether codes are set up, without any secret', async () => {
  const { bearer } = await world.withKey(await world.enter());
  await world.withApplication(bearer);
  const exported = await exportAccount(factors(), id);
  expect(exported).toMatchObject({
    ok: true,
    value: {
      clesAcces: [{ nom: 'Téléphone', creeLe: '2026-11-23T12:00:00.000Z', utiliseeLe: null }],
      codes: { applicationDepuis: '2026-11-23T12:00:00.000Z', codesSecoursRestants: 10 },
    },
  });
  const kept = await world.rows(
    'select cle_publique as secret from cle_acces union select secret_chiffre from code_totp',
  );
  for (const { secret } of kept) expect(JSON.stringify(exported)).not.toContain(String(secret));
  expect(kept).toHaveLength(2);
});
