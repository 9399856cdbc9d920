import { afterEach, beforeEach, expect, test } from 'vitest';
import { applySecondFactorRule, secondFactorRequired } from '../../../src/server/factors/second-factor-rule.ts';
import { openWorld, type World } from '../accounts/account-world.ts';

let world: World;
let id: string;
beforeEach(async () => {
  world = await openWorld();
  id = await world.openAccount('anne.morel@exemple.fr');
});
afterEach(() => world.close());

const required = () => secondFactorRequired(world.database.db, id);
const run = (sql: string) => world.database.client.execute(sql);

test('a new account needs no second factor', async () => {
  expect(await required()).toBe(false);
});

test('codes count from the day when they are confirmed', async () => {
  await run(`insert into code_totp (compte_id, secret_chiffre, dernier_pas) values ('${id}', 'x', 0)`);
  expect(await required()).toBe(false);
  await run("update code_totp set confirme_le = '2026-11-23T12:00:00.000Z'");
  expect(await required()).toBe(true);
});

test('a passkey asks for a second factor, and no more once it is gone', async () => {
  await run(`insert into cle_acces (id, compte_id, cle_publique, compteur, transports, nom, cree_le)
    values ('k', '${id}', 'x', 0, '[]', 'Téléphone', '2026-11-23T12:00:00.000Z')`);
  await world.database.write((tx) => applySecondFactorRule(tx, id));
  expect(await world.rows('select second_facteur_requis from compte')).toEqual([{ second_facteur_requis: 1 }]);
  await run('delete from cle_acces');
  await world.database.write((tx) => applySecondFactorRule(tx, id));
  expect(await world.rows('select second_facteur_requis from compte')).toEqual([{ second_facteur_requis: 0 }]);
});

test('a granted role asks for a second factor, even of an account that has none', async () => {
  await run(`insert into habilitation (compte_id, role, portee, accorde_le, accorde_par)
    values ('${id}', 'ars', 'pays-de-la-loire', '2026-11-23T12:00:00.000Z', 'systeme')`);
  await world.database.write((tx) => applySecondFactorRule(tx, id));
  expect(await world.rows('select second_facteur_requis from compte')).toEqual([{ second_facteur_requis: 1 }]);
});
