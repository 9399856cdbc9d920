import { mkdirSync, writeFileSync } from 'node:fs';
import { directoryImportSchema } from '../src/domain/directory/import.schema.ts';
import { readTerritory } from '../src/server/territory/read-territory.ts';
import { assemble } from './directory/assemble.ts';
import { editionText } from './directory/edition-text.ts';
import { ourRecords } from './directory/our-records.ts';
import { reportText } from './directory/report.ts';

/**
 * Writes data/imports and the report on them from a folder of CSV files: same files, same bytes.
 * `node scripts/generate-directory.ts <folder>`
 */
const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Donnez le dossier des fichiers CSV : node scripts/generate-directory.ts <dossier>');

const root = new URL('../', import.meta.url);
const communes = readTerritory(root.pathname);
const ours = ourRecords(new URL('data/directory/', root));
const assembled = assemble(folder, communes, ours);

mkdirSync(new URL('data/imports/', root), { recursive: true });
for (const edition of assembled.imports) {
  const text = editionText(directoryImportSchema.parse(edition));
  writeFileSync(new URL(`data/imports/${edition.origine}.json`, root), text);
  process.stdout.write(`${edition.origine} : ${edition.fiches.length} fiches, ${Buffer.byteLength(text)} octets\n`);
}
writeFileSync(new URL('docs/annuaire-2026.md', root), reportText(assembled, ours, communes));
