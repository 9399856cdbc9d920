import { afterEach, beforeEach, expect, test } from 'vitest';
import { openWorld, type World } from './account-world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

/** The lookups of src/server/auth and src/server/accounts, as SQL. */
test.each([
  "select * from compte where email_cle = 'x' limit 1",
  "select * from compte where id = 'x' limit 1",
  "select * from session inner join compte on compte.id = session.compte_id where session.id = 'x' limit 1",
  "select * from session where compte_id = 'x'",
  "delete from session where id = 'x' and compte_id = 'y'",
  "delete from session where compte_id = 'x'",
  "delete from session where expire_le < 'x'",
  "select * from jeton where id = 'x' and utilise_le is null and expire_le > 'y' limit 1",
  "select id from jeton where demande = 'x' and utilise_le is null limit 1",
  "select * from jeton where compte_id = 'x'",
  "delete from jeton where compte_id = 'x' and type = 'reinitialisation'",
  "delete from jeton where expire_le < 'x'",
  "select * from tentative where cle = 'x' limit 1",
  'delete from tentative where oublier_le < 0',
  "delete from compte where id = 'x'",
  "select * from cle_acces where id = 'x' and compte_id = 'y' limit 1",
  "select * from cle_acces where compte_id = 'x' order by cree_le",
  "select * from code_totp where compte_id = 'x' limit 1",
  "select * from code_secours where compte_id = 'x' and utilise_le is null",
  "update code_secours set utilise_le = 'z' where id = 'x' and compte_id = 'y' and utilise_le is null",
  'delete from defi_utilise where oublier_le < 0',
  "select * from journal where acteur = 'x' or (objet_type = 'compte' and objet_id = 'x') order by numero",
  'select empreinte from journal order by numero desc limit 1',
])('no walk through a table: %s', async (sql) => {
  const plan = (await world.rows(`explain query plan ${sql}`)).map(({ detail }) => String(detail));
  expect(plan.length).toBeGreaterThan(0);
  // Walking a table in its own order, to stop at the first row, is not a walk through it.
  const allowed = sql.endsWith('order by numero desc limit 1');
  expect(plan.filter((line) => line.startsWith('SCAN') && !allowed)).toEqual([]);
});
