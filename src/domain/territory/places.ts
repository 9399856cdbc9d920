import type { Coded, Commune } from './commune.ts';
import type { NameIndex } from './name-index.ts';
import type { Departement, Epci, formerNatures, Region } from './territory-tables.schema.ts';

/** A place found under a name or a code of its own, which today is (a part of) a commune. */
export type OtherPlace = {
  readonly nature: 'arrondissement' | (typeof formerNatures)[number];
  readonly code: string;
  readonly nom: string;
  /** Number of the commune of today in the index. */
  readonly commune: number;
  readonly codesPostaux: readonly string[];
  readonly population: number;
};

/**
 * The communes of today, numbered in the order of their codes, in columns to keep memory low, and the ways to find
 * them. Built once at start-up; read through the functions below.
 */
export type CommuneIndex = {
  readonly codes: readonly string[];
  readonly names: readonly string[];
  readonly postcodes: readonly string[];
  readonly populations: Int32Array;
  readonly epciCodes: readonly (string | null)[];
  /** NaN where a commune has no centre. */
  readonly longitudes: Float64Array;
  readonly latitudes: Float64Array;
  readonly numberOf: ReadonlyMap<string, number>;
  /** Places with a name of their own: they come after the communes in `nameIndex`. */
  readonly others: readonly OtherPlace[];
  readonly otherByCode: ReadonlyMap<string, OtherPlace>;
  readonly nameIndex: NameIndex;
  readonly byPostcode: ReadonlyMap<string, readonly number[]>;
  readonly sortedPostcodes: readonly string[];
  readonly byEpci: ReadonlyMap<string, readonly number[]>;
  readonly departements: ReadonlyMap<string, Departement>;
  readonly regions: ReadonlyMap<string, Region>;
  readonly epci: ReadonlyMap<string, Epci>;
  /** Each department under its name and under its region's, as search words. */
  readonly areas: readonly { readonly departement: string; readonly words: readonly string[] }[];
};

/** The department (or collectivity) in an INSEE code: two characters, three overseas. */
export const departementCodeOf = (codeInsee: string): string =>
  codeInsee.startsWith('97') || codeInsee.startsWith('98') ? codeInsee.slice(0, 3) : codeInsee.slice(0, 2);

/** The commune of a number of the index, as the API gives it. */
export function communeAt(index: CommuneIndex, number: number): Commune {
  const code = index.codes[number]!;
  const departement = index.departements.get(departementCodeOf(code))!;
  const epci = index.epciCodes[number];
  const longitude = index.longitudes[number]!;
  return {
    code,
    nom: index.names[number]!,
    codesPostaux: listOf(index.postcodes[number]!),
    population: index.populations[number]!,
    departement: coded(departement),
    region: coded(index.regions.get(departement.region)!),
    epci: epci ? coded(index.epci.get(epci)!) : null,
    centre: Number.isNaN(longitude) ? null : [longitude, index.latitudes[number]!],
  };
}

const coded = ({ code, nom }: Coded): Coded => ({ code, nom });

/** Postcodes as `communes.json` writes them, one by one. */
export const listOf = (text: string): string[] => (text === '' ? [] : text.split(' '));
