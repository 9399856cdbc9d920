import { join } from 'node:path';
import { z } from 'zod';
import type { DirectoryImport } from '../../src/domain/directory/import.schema.ts';
import type { StructureType } from '../../src/domain/directory/structure.schema.ts';
import { csvRows } from './csv-rows.ts';
import type { FinessRow } from './finess.ts';

type Heading = Pick<DirectoryImport, 'origine' | 'rang' | 'source' | 'verifieLe'>;

const verifieLe = '2026-11-27';
const licence = 'Licence Ouverte (FINESS, data.gouv.fr)';

/** Where each edition comes from, the oldest first. */
export const headings = {
  administration2019: {
    origine: 'annuaire-administration-2019',
    rang: 10,
    source: {
      titre: 'Annuaire de l’administration (DILA), base de données locales d’août 2019',
      url: 'https://github.com/okfnfr/dada-france-authorities/tree/6811933',
      date: '11 août 2019',
      licence: 'Licence Ouverte',
    },
    verifieLe,
  },
  finess2021: {
    origine: 'finess-2021-01',
    rang: 20,
    source: {
      titre: 'FINESS, extraction du 8 janvier 2021',
      url: 'https://github.com/flrt/finess-fhir/tree/f33d5e9/out',
      date: '8 janvier 2021',
      licence,
    },
    verifieLe,
  },
  occitanie2026: {
    origine: 'finess-occitanie-2026',
    rang: 30,
    source: {
      titre: 'FINESS, région Occitanie, état du début de 2026',
      url: 'https://github.com/stluria/sante-territoire-rncp/blob/d59658e/src/data/etablissements_occitanie.csv',
      date: '2026',
      licence,
    },
    verifieLe,
  },
  partial2026: {
    origine: 'finess-13-59-75-2026-03',
    rang: 40,
    source: {
      titre: 'FINESS de mars 2026, quelques établissements des départements 13, 59 et 75',
      url: 'https://github.com/Nelson18062003/Website01/blob/c78efc5/data/finess.json',
      date: '11 mars 2026',
      licence,
    },
    verifieLe,
  },
} as const satisfies Record<string, Heading>;

const categories: Readonly<Record<string, StructureType>> = {
  '603': 'msp',
  '124': 'cds',
  '604': 'cpts',
  '463': 'clic',
};

const row2021 = z.object({
  finess: z.string().length(9),
  categorie: z.enum(['603', '124', '604', '463']),
  nom: z.string().min(1),
  voie: z.string(),
  code_postal: z.string().length(5),
  ville: z.string().min(1),
  telephone: z.string(),
  lon: z.string(),
  lat: z.string(),
  active: z.literal('oui'),
});

/** Six years later nothing tells that a structure is still at work: its state is not known. */
export const finess2021 = (folder: string): FinessRow[] =>
  csvRows(join(folder, 'finess-20210108.csv'), row2021).map((row) => ({
    finess: row.finess,
    type: categories[row.categorie]!,
    nom: row.nom,
    nomEntier: row.nom,
    voie: row.voie,
    codePostal: row.code_postal,
    ville: row.ville,
    codeInsee: null,
    telephone: row.telephone || null,
    position: pointIn(row),
    statut: 'inconnu',
    confiance: 'moyenne',
    note: null,
  }));

const row2026 = z.object({
  type: z.enum(['MSP', 'CDS', 'CPTS', 'DAC', 'CLIC', 'ESS']),
  nom: z.string().min(1),
  adresse: z.string(),
  code_postal: z.string().length(5),
  commune: z.string().min(1),
  code_insee: z.string().length(5),
  telephone: z.string(),
  lon: z.string(),
  lat: z.string(),
  finess: z.string().length(9),
});

/** Its telephones are those of 2021, which the edition of 2021 gives with its own date: they are left to it. */
export const occitanie2026 = (folder: string): FinessRow[] =>
  csvRows(join(folder, 'finess-occitanie-202601.csv'), row2026).map((row) => ({
    ...rowOf2026(row, shownName(row)),
    telephone: null,
    confiance: 'haute',
  }));

/** The kind was read from the name by who copied these rows: it is to be confirmed where the name does not say it. */
export const partial2026 = (folder: string): FinessRow[] =>
  csvRows(join(folder, 'finess-13-59-202603-partiel.csv'), row2026).map((row) => ({
    ...rowOf2026(row, row.nom),
    telephone: row.telephone || null,
    confiance: 'moyenne',
    note: row.type === 'DAC' && !/\bDAC\b/.test(row.nom) ? 'Rangée parmi les DAC d’après son nom : à confirmer.' : null,
  }));

const rowOf2026 = (row: z.infer<typeof row2026>, nom: string) =>
  ({
    finess: row.finess,
    type: row.type.toLowerCase() as StructureType,
    nom,
    nomEntier: row.nom,
    voie: row.adresse,
    codePostal: row.code_postal,
    ville: row.commune,
    codeInsee: row.code_insee,
    position: pointIn(row),
    statut: 'en-fonctionnement',
    note: null,
  }) as const;

const pointIn = ({ lon, lat }: { readonly lon: string; readonly lat: string }): FinessRow['position'] =>
  lon === '' || lat === '' ? null : { lon: Number(lon), lat: Number(lat) };

/** FINESS 2026 gives a long name and a short one in brackets: what begins with the kind is what people say. */
export function shownName({ nom, type }: { readonly nom: string; readonly type: string }): string {
  const [long, short] = bothNames(nom);
  if (short === null || short.length >= cutLength) return long;
  if (type === 'DAC') return short;
  const begins = new RegExp(
    `^${type === 'CDS' ? '(?:CDS|CENTRE|CSI|CSP|CTRE)' : type === 'MSP' ? '(?:MSP|MAISON)' : type}\\b`,
  );
  if (!begins.test(short)) return long;
  return begins.test(long) && type !== 'MSP' && long.length < 55 ? long : short;
}

/** A short name of this length was cut. */
const cutLength = 38;

/** « LONG (SHORT) »: the brackets at the end, which may hold others. */
function bothNames(nom: string): [long: string, short: string | null] {
  if (!nom.endsWith(')')) return [nom, null];
  let depth = 0;
  for (let at = nom.length - 1; at > 0; at--) {
    if (nom[at] === ')') depth += 1;
    if (nom[at] === '(') depth -= 1;
    if (depth === 0) return [nom.slice(0, at).trim(), nom.slice(at + 1, -1).trim()];
  }
  return [nom, null];
}
