import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { structureTypes } from '#domain/directory/structure.schema.ts';
import type { CommuneIndex } from '#domain/territory/commune-index.ts';
import type { Database, Reader, Writer } from '../db/client.ts';
import { layerFiles } from './directory-files.ts';
import { removeLayer, replaceLayer } from './layer-store.ts';
import { endTurn, takeTurn } from './loading-turn.ts';
import { project, projectAll } from './project.ts';

type Needs = { readonly database: Pick<Database, 'db' | 'write'>; readonly communes: CommuneIndex };

/** To be raised when the same files would make other rows: the next start then reads and writes all of them anew. */
export const projectionVersion = 2;

/** Rows of `meta`: the fingerprint of each layer of files, and that of the rules by which layers are projected. */
const layerKey = (origine: string): string => `couche:${origine}`;
const rulesKey = 'annuaire-regles';

/**
 * Puts the layers of the repository's files under `root` in the place of those of before, in one write, where a file
 * changed or left: readers see the directory of before or the one of after. Declarations and corrections stay.
 * @returns true when something was written.
 */
export async function loadLayers({ database, communes }: Needs, root: string): Promise<boolean> {
  const files = layerFiles(root);
  const rules = rulesFingerprint(root);
  const changesFrom = (known: Fingerprints) => {
    const sameRules = known.get(rulesKey) === rules;
    const here = new Set(files.map(({ origine }) => layerKey(origine)));
    return {
      sameRules,
      stale: files.filter(({ origine, fingerprint }) => !sameRules || known.get(layerKey(origine)) !== fingerprint),
      gone: [...known.keys()].filter((key) => key !== rulesKey && !here.has(key)),
    };
  };
  const isNothing = ({ sameRules, stale, gone }: ReturnType<typeof changesFrom>) =>
    sameRules && stale.length === 0 && gone.length === 0;

  const isDone = async () => isNothing(changesFrom(await fingerprints(database.db)));
  if (!(await takeTurn(database, isDone))) return false;
  try {
    return await load();
  } finally {
    // A turn that cannot be given back ends by itself.
    await endTurn(database).catch(() => undefined);
  }

  async function load(): Promise<boolean> {
    // Read outside of the transaction: checking a large file takes longer than writing it.
    const { stale } = changesFrom(await fingerprints(database.db));
    const sets = new Map(stale.map((file) => [file, file.read()]));
    return database.write(async (tx) => {
      const changes = changesFrom(await fingerprints(tx));
      if (isNothing(changes)) return false;
      const changed: string[] = [];
      for (const file of changes.stale) {
        changed.push(...(await replaceLayer(tx, sets.get(file) ?? file.read())));
        await remember(tx, layerKey(file.origine), file.fingerprint);
      }
      for (const key of changes.gone) {
        changed.push(...(await removeLayer(tx, key.slice(layerKey('').length))));
        await tx.run(sql`delete from meta where cle = ${key}`);
      }
      if (changes.sameRules) await project(tx, communes, changed);
      else await projectAll(tx, communes);
      await remember(tx, rulesKey, rules);
      return true;
    });
  }
}

type Fingerprints = ReadonlyMap<string, string>;

async function fingerprints(db: Reader | Writer): Promise<Fingerprints> {
  const rows = await db.all<{ cle: string; valeur: string }>(
    sql`select cle, valeur from meta where cle = ${rulesKey} or cle between ${layerKey('')} and ${layerKey('~')}`,
  );
  return new Map(rows.map(({ cle, valeur }) => [cle, valeur]));
}

const remember = (tx: Writer, cle: string, valeur: string): Promise<unknown> =>
  tx.run(sql`insert into meta (cle, valeur) values (${cle}, ${valeur})
    on conflict (cle) do update set valeur = excluded.valeur`);

/** Changes when the same layers would give other rows: another version of the projection, other types or communes. */
function rulesFingerprint(root: string): string {
  const hash = createHash('sha256').update(JSON.stringify([projectionVersion, structureTypes]));
  for (const table of ['communes', 'departements', 'epci', 'regions'])
    hash.update(readFileSync(join(root, `data/territory/${table}.json`)));
  return hash.digest('hex');
}
