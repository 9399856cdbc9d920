import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#server/db/client.ts';
import { openDirectory } from '#server/directory/directory.ts';
import { findDac } from '#server/directory/find-dac.ts';
import { readDirectory } from '#server/directory/read-directory.ts';
import { searchStructures } from '#server/directory/search-structures.ts';
import { structureById } from '#server/directory/structure-store.ts';
import { type LibsqlServer, startLibsqlServer, whyNoServer } from '../libsql-server.ts';
import { communes, criteria, openingDay } from '../open-directory.ts';

const run = promisify(execFile);
const inProcess = async (...words: string[]): Promise<{ total: number; revision: string }> => {
  const { stdout } = await run(process.execPath, ['tests/server/directory/directory-process.ts', ...words]);
  return JSON.parse(stdout);
};

if (whyNoServer) test(whyNoServer, () => console.warn(whyNoServer));
else
  describe('several processes on one libSQL server', () => {
    let server: LibsqlServer;
    beforeAll(async () => {
      server = await startLibsqlServer();
    });
    afterAll(() => server.stop());

    test('two that begin together on an empty server end with one whole directory', async () => {
      const [one, other] = await Promise.all([inProcess(server.url, 'load'), inProcess(server.url, 'load')]);
      expect(one).toEqual(other);
      expect(one?.total).toBe(readDirectory('.').records.length);
    });

    test('a correction accepted in one is seen by another within seconds: « Mon DAC », the record, the list', async () => {
      const database = await openDatabase(server.url);
      const directory = await openDirectory({ database, communes }, '.');
      const stop = directory.watch(100, (error) => expect(error).toBeUndefined());
      const now = () => openingDay;
      const seen = async () => {
        const record = await structureById({ database, now }, 'dac-aube');
        const list = await searchStructures({ database, communes, now }, criteria('type=dac&departement=10'));
        return [
          findDac({ communes, directory, now }, '10387')?.dac[0]?.telephone,
          record.kind === 'found' && record.structure.telephone,
          list.structures[0]?.telephone,
        ];
      };
      expect(await seen()).toEqual(Array(3).fill('+33325408083'));
      const { revision } = await inProcess(server.url, 'correct', 'dac-aube', '+33325000000');
      await expect.poll(seen, { timeout: 5_000 }).toEqual(Array(3).fill('+33325000000'));
      expect(directory.revision).toBe(revision);
      stop();
      await database.close();
    });

    test('a transaction that the server takes back after five seconds is done again, once', async () => {
      const [slow, quick] = [await openDatabase(server.url), await openDatabase(server.url)];
      const add = (number: number) =>
        sql`insert into meta (cle, valeur) values ('somme', ${number}) on conflict (cle) do update set valeur = valeur + ${number}`;
      let tries = 0;
      let waiting: Promise<unknown> = Promise.resolve();
      const slowWrite = slow.write(async (tx) => {
        tries += 1;
        await tx.run(add(1));
        if (tries > 1) return;
        waiting = quick.write((other) => other.run(add(10)));
        // The place is kept until the other one has it.
        await waiting;
        await tx.run(add(1));
      });
      await slowWrite;
      expect(tries).toBe(2);
      const { rows } = await quick.client.execute("select valeur from meta where cle = 'somme'");
      expect(Number(rows[0]?.valeur)).toBe(11);
      await slow.close();
      await quick.close();
    });
  });
