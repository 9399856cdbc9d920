import { readFileSync } from 'node:fs';
import type { DacFacts } from '#domain/directory/dac-of-place.ts';
import { type Structure, type StructureRecord, structureRecordSchema } from '#domain/directory/structure.schema.ts';
import { structureOf } from '#domain/directory/structure-of-record.ts';
import type { Departement } from '#domain/territory/territory-tables.schema.ts';

export const openingDay = new Date('2026-11-22T09:00:00Z');

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

/** The structures of one file of the directory, as on the opening day. */
export const structures = (type: string): Structure[] =>
  structureRecordSchema
    .array()
    .parse(read(`data/directory/${type}.json`))
    .map((record) => structureOf(record, openingDay));

export const departements: ReadonlyMap<string, Departement> = new Map(
  read('data/territory/departements.json').map((row: Departement) => [row.code, row]),
);

export const facts: DacFacts = {
  dac: structures('dac'),
  ars: structures('ars'),
  clic: structures('clic'),
};

/** A structure with nothing in it but a name, to fill in. */
export const bareRecord: StructureRecord = {
  id: 'msp-essai',
  type: 'msp',
  nom: 'Maison d’essai',
  adresse: null,
  position: null,
  telephone: null,
  courriel: null,
  site: null,
  horaires: null,
  finess: null,
  territoire: null,
  statut: 'en-fonctionnement',
  confiance: 'haute',
  note: null,
  sources: [{ champ: 'tout', titre: 'Une page', url: null, date: '2026' }],
  verifieLe: '2026-11-22',
};
