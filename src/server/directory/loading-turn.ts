import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Database } from '../db/client.ts';

const turnKey = 'annuaire-chargement';

/** A process that dies while it loads keeps the others waiting for no longer than this. */
const turnSeconds = 20;
const lookEveryMs = 200;

/**
 * Lets one process at a time load the directory into a database that several share: a libSQL server takes a long
 * transaction back from a process as soon as another one has waited five seconds for its place.
 * @param isDone says that there is nothing left to do: another process did it meanwhile.
 * @returns false when it was done by another.
 */
export async function takeTurn(
  database: Pick<Database, 'db' | 'write'>,
  isDone: () => Promise<boolean>,
): Promise<boolean> {
  while (!(await isDone())) {
    // A look waits for nobody; to ask to write would take the place of who is loading.
    if ((await isFree(database)) && (await take(database))) return true;
    await sleep(lookEveryMs);
  }
  return false;
}

export const endTurn = (database: Pick<Database, 'write'>): Promise<unknown> =>
  database.write((tx) => tx.run(sql`delete from meta where cle = ${turnKey}`));

/** By the clock of the database, which is one for all. */
async function isFree({ db }: Pick<Database, 'db'>): Promise<boolean> {
  const held = await db.all(sql`select 1 from meta where cle = ${turnKey} and cast(valeur as integer) > unixepoch()`);
  return held.length === 0;
}

const take = (database: Pick<Database, 'write'>): Promise<boolean> =>
  database.write(async (tx) => {
    const taken = await tx.all(sql`insert into meta (cle, valeur) values (${turnKey}, unixepoch() + ${turnSeconds})
      on conflict (cle) do update set valeur = excluded.valeur where cast(meta.valeur as integer) <= unixepoch()
      returning cle`);
    return taken.length > 0;
  });
