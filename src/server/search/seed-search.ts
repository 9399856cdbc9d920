import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { eq, sql } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { meta } from '../db/schema/directory.ts';
import { stemmed } from './french-words.ts';
import { searchFileSchema } from './page-document.ts';

const key = 'recherche';

/** Changes when what is stored for a page changes: the next start then loads the pages again. */
const version = '1';

/**
 * Loads the pages of `dist/search.json` into the full-text table, in one write, when the file is not the one loaded.
 * Without a build (development), the search stays as it was.
 * @returns true when pages were loaded.
 */
export async function seedSearch(database: Pick<Database, 'db' | 'write'>, file: string | URL): Promise<boolean> {
  const content = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (content === null) return false;
  const fingerprint = createHash('sha256').update(version).update(content).digest('hex');
  const [loaded] = await database.db.select().from(meta).where(eq(meta.cle, key));
  if (loaded?.valeur === fingerprint) return false;

  const rows = searchFileSchema.parse(JSON.parse(content)).pages.map((page) => ({
    titre: stemmed(page.titre),
    rubriques: stemmed(page.sections.map(({ titre }) => titre ?? '').join('\n')),
    texte: stemmed(page.sections.map(({ texte }) => texte).join('\n')),
    adresse: page.adresse,
    fiche: JSON.stringify(page),
  }));
  await database.write(async (tx) => {
    await tx.run(sql`delete from page_recherche`);
    for (const row of rows) {
      await tx.run(sql`insert into page_recherche (titre, rubriques, texte, adresse, fiche)
        values (${row.titre}, ${row.rubriques}, ${row.texte}, ${row.adresse}, ${row.fiche})`);
    }
    await tx
      .insert(meta)
      .values({ cle: key, valeur: fingerprint })
      .onConflictDoUpdate({ target: meta.cle, set: { valeur: fingerprint } });
  });
  return true;
}
