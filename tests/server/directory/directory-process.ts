/**
 * A process of its own on a database: `load` loads the directory and tells what it holds; `correct id number` accepts
 * a correction of a telephone, as an editor’s page does.
 */
import { randomUUID } from 'node:crypto';
import { accept } from '#domain/shared/result.ts';
import { openDatabase } from '#server/db/client.ts';
import { openDirectory } from '#server/directory/directory.ts';
import { acceptCorrection } from '#server/directory/write-layer.ts';
import { readTerritory } from '#server/territory/read-territory.ts';

const [url = '', verb, id = '', telephone = ''] = process.argv.slice(2);
const communes = readTerritory('.');
const database = await openDatabase(url);
const directory = await openDirectory({ database, communes }, '.');
if (verb === 'correct') {
  const accepted = await acceptCorrection(
    {
      database,
      communes,
      directory,
      now: new Date(),
      newId: randomUUID,
      actor: 'editeur',
      permit: async () => accept(undefined),
    },
    id,
    {
      quoi: 'fiche',
      champs: { telephone },
      sources: [{ champ: 'telephone', titre: 'Essai à plusieurs processus', url: null, date: 'novembre 2026' }],
      verifieLe: '2026-11-27',
    },
  );
  if (!accepted.ok) throw new Error(accepted.refusal.code);
}
const { rows } = await database.client.execute('select count(*) as total from structure');
console.log(JSON.stringify({ total: Number(rows[0]?.total), revision: directory.revision }));
await database.close();
