import type { Commune } from './commune.ts';
import { hitByCode } from './commune-hit.ts';
import { searchCommuneHits } from './commune-search.ts';
import { buildNameIndex } from './name-index.ts';
import { type CommuneIndex, communeAt, listOf, type OtherPlace } from './places.ts';
import { searchWords } from './search-words.ts';
import { placesBeginning } from './sorted-texts.ts';
import type { Departement, Epci, Region, TerritoryTables } from './territory-tables.schema.ts';

export { searchCommuneHits } from './commune-search.ts';
export type { CommuneIndex } from './places.ts';

export function buildCommuneIndex(tables: TerritoryTables): CommuneIndex {
  const { communes, arrondissements, rattachees } = tables.communes;
  const codes = communes.map((row) => row[0]);
  const names = communes.map((row) => row[1]);
  const postcodes = communes.map((row) => row[2]);
  const epciCodes = communes.map((row) => row[4]);
  const numberOf = new Map(codes.map((code, number) => [code, number]));
  const others: OtherPlace[] = [];
  const otherByCode = new Map<string, OtherPlace>();
  for (const [code, nom, texte, population, commune] of arrondissements) {
    const number = numberOf.get(commune);
    if (number === undefined) continue;
    others.push({ nature: 'arrondissement', code, nom, commune: number, codesPostaux: listOf(texte), population });
  }
  for (const [code, nom, nature, commune] of rattachees) {
    const number = numberOf.get(commune);
    if (number === undefined) continue;
    const place = { nature, code, nom: nom ?? names[number]!, commune: number, codesPostaux: [], population: -1 };
    if (nom !== null) others.push(place);
    if (!numberOf.has(code)) otherByCode.set(code, place);
  }
  for (const place of others) if (place.nature === 'arrondissement') otherByCode.set(place.code, place);

  const byPostcode = numbersBy(postcodes.map(listOf));
  const populations = Int32Array.from(communes, (row) => row[3] ?? 0);
  for (const sharing of byPostcode.values()) sharing.sort((a, b) => populations[b]! - populations[a]! || a - b);

  const regions = new Map(tables.regions.map((row) => [row.code, row]));
  return {
    codes,
    names,
    postcodes,
    populations,
    epciCodes,
    longitudes: Float64Array.from(communes, (row) => row[5] ?? Number.NaN),
    latitudes: Float64Array.from(communes, (row) => row[6] ?? Number.NaN),
    numberOf,
    others,
    otherByCode,
    nameIndex: buildNameIndex([...names, ...others.map(({ nom }) => nom)]),
    byPostcode,
    sortedPostcodes: [...byPostcode.keys()].sort(),
    byEpci: numbersBy(epciCodes.map((code) => (code === null ? [] : [code]))),
    departements: new Map(tables.departements.map((row) => [row.code, row])),
    regions,
    epci: new Map(tables.epci.map((row) => [row.code, row])),
    areas: tables.departements.flatMap(({ code, nom, region }) =>
      [nom, regions.get(region)?.nom ?? nom].map((name) => ({ departement: code, words: searchWords(name) })),
    ),
  };
}

/**
 * Communes of today for a name, a postcode or an INSEE code, best first: exact name, then beginning, then population.
 * A municipal arrondissement, a delegated or a former commune gives the commune it belongs to, once.
 */
export function searchCommunes(index: CommuneIndex, text: string, limit: number): Commune[] {
  const hits = searchCommuneHits(index, text, limit + arrondissementsOfParis);
  const distinct = new Map(hits.map(({ commune }) => [commune.code, commune]));
  return [...distinct.values()].slice(0, Math.max(0, limit));
}
const arrondissementsOfParis = 20;

/** The commune of today for any code: its own, that of an arrondissement, of a delegated or of a former commune. */
export const communeByCode = (index: CommuneIndex, code: string): Commune | null =>
  hitByCode(index, code)?.commune ?? null;

/** Communes that share a postcode, the most populated first. */
export const communesByPostcode = (index: CommuneIndex, postcode: string): Commune[] =>
  (index.byPostcode.get(postcode) ?? []).map((number) => communeAt(index, number));

export const departementByCode = (index: CommuneIndex, code: string): Departement | null =>
  index.departements.get(code) ?? null;

export const regionByCode = (index: CommuneIndex, code: string): Region | null => index.regions.get(code) ?? null;

export const regionBySlug = (index: CommuneIndex, slug: string): Region | null =>
  [...index.regions.values()].find((region) => region.slug === slug) ?? null;

export const epciByCode = (index: CommuneIndex, code: string): Epci | null => index.epci.get(code) ?? null;

export const departementsOfRegion = (index: CommuneIndex, code: string): Departement[] =>
  [...index.departements.values()].filter(({ region }) => region === code);

/** Communes of a department, in the order of their codes. */
export function communesOfDepartement(index: CommuneIndex, code: string): Commune[] {
  if (!index.departements.has(code)) return [];
  const { from, to } = placesBeginning(index.codes, code);
  return Array.from({ length: to - from }, (_, at) => communeAt(index, from + at));
}

/** Member communes of an EPCI, in the order of their codes. */
export const communesOfEpci = (index: CommuneIndex, code: string): Commune[] =>
  (index.byEpci.get(code) ?? []).map((number) => communeAt(index, number));

/** Which places of the list hold each text. */
function numbersBy(texts: readonly (readonly string[])[]): Map<string, number[]> {
  const numbers = new Map<string, number[]>();
  texts.forEach((own, number) => {
    for (const text of own) {
      const sharing = numbers.get(text);
      if (sharing) sharing.push(number);
      else numbers.set(text, [number]);
    }
  });
  return numbers;
}
