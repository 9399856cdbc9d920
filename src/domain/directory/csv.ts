import { citationsOf } from './citations.ts';
import type { Structure } from './structure.schema.ts';

type Cell = string | number | null | undefined;

/** Names and order of the columns of the export of structures. */
const columns: Record<string, (structure: Structure) => Cell> = {
  id: ({ id }) => id,
  type_structure: ({ type }) => type,
  nom: ({ nom }) => nom,
  adresse: ({ adresse }) => adresse?.voie,
  code_postal: ({ adresse }) => adresse?.codePostal,
  commune: ({ adresse }) => adresse?.commune,
  code_insee: ({ adresse }) => adresse?.codeInsee,
  longitude: ({ position }) => position?.lon,
  latitude: ({ position }) => position?.lat,
  precision_geo: ({ position }) => position?.precision,
  telephone: ({ telephone }) => telephone,
  telephone_affiche: ({ telephoneAffiche }) => telephoneAffiche,
  courriel: ({ courriel }) => courriel,
  site_web: ({ site }) => site,
  horaires: ({ horaires }) => horaires,
  finess: ({ finess }) => finess,
  territoire: ({ territoire }) => territoire?.mots,
  territoire_departements: ({ territoire }) => list(territoire?.departements),
  territoire_departements_en_partie: ({ territoire }) => list(territoire?.departementsEnPartie),
  territoire_epci: ({ territoire }) => list(territoire?.epci),
  territoire_communes: ({ territoire }) => list(territoire?.communes),
  statut: ({ statut }) => statut,
  fraicheur: ({ fraicheur }) => fraicheur,
  verifie_le: ({ verifieLe }) => verifieLe,
  note: ({ note }) => note,
  sources: ({ sources }) =>
    citationsOf(sources)
      .map(({ titre, date }) => `${titre} (${date})`)
      .join(' ; '),
};

/** The first line of the export of structures, with its line break. */
export const csvHeader = csvLine(Object.keys(columns));

/** One structure as a line of the export, with its line break. */
export const csvRow = (structure: Structure): string => csvLine(Object.values(columns).map((cell) => cell(structure)));

/** Rows as a CSV text (RFC 4180: commas, quotes doubled, CRLF), safe to open in a spreadsheet. */
export const csvText = (rows: readonly (readonly Cell[])[]): string => rows.map(csvLine).join('');

function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(cell: Cell): string {
  const value = typeof cell === 'string' ? harmless(cell) : String(cell ?? '');
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** A text that a spreadsheet would run as a formula gets an apostrophe; a telephone in E.164 runs nothing. */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && !/^\+\d{8,15}$/.test(text) ? `'${text}` : text;
}

/** Several values in a cell are parted by semicolons, as in the models of national open data. */
const list = (codes: readonly string[] | undefined): string | undefined => codes?.join(';');
