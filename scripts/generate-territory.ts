import { mkdirSync, writeFileSync } from 'node:fs';
import { territoryTablesSchema } from '../src/domain/territory/territory-tables.schema.ts';
import { centresOf } from './territory/centres.ts';
import { packages } from './territory/packages.ts';
import { sourcesNote } from './territory/sources-note.ts';
import { currentCommunes, territoryTables } from './territory/tables.ts';

/** Writes data/territory from the two packages: same packages, same bytes. */
const folder = new URL('../data/territory/', import.meta.url);

const centres = centresOf(currentCommunes(packages.communes), packages.centres);
const tables = territoryTablesSchema.parse(territoryTables(packages, centres));

/** One row a line: compact, and a change of one commune is a change of one line. */
const rows = (list: readonly unknown[]): string => `[\n${list.map((row) => JSON.stringify(row)).join(',\n')}\n]`;

const { communes, arrondissements, rattachees } = tables.communes;
const files = {
  'communes.json': `{"communes":${rows(communes)},\n"arrondissements":${rows(arrondissements)},\n"rattachees":${rows(rattachees)}}\n`,
  'departements.json': `${rows(tables.departements)}\n`,
  'regions.json': `${rows(tables.regions)}\n`,
  'epci.json': `${rows(tables.epci)}\n`,
  'SOURCES.md': sourcesNote(tables, centres, packages.versions),
};

mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(files)) {
  writeFileSync(new URL(name, folder), text);
  process.stdout.write(`${name} : ${Buffer.byteLength(text)} octets\n`);
}
