import type { TerritoryTables } from '../../src/domain/territory/territory-tables.schema.ts';
import type { Centres } from './centres.ts';
import type { packages as installed, PackageCommune, PackageDepartement } from './packages.ts';

type Packages = typeof installed;

/** INSEE's « type de nom en clair » (0 to 5): which article goes before a name. */
const articles = ['', '', 'le', 'la', 'les', 'l’'] as const;
const articleOf = ({ typeLiaison }: Pick<PackageDepartement, 'typeLiaison'>) => articles[typeLiaison] ?? '';

const zones = { metro: 'metropole', drom: 'drom', com: 'com' } as const;

const byCode = (a: { code: string }, b: { code: string }): number => (a.code < b.code ? -1 : 1);

const slugOf = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z]+/g, '-');

export const currentCommunes = (communes: readonly PackageCommune[]): PackageCommune[] =>
  communes.filter(({ type }) => type === 'commune-actuelle').sort(byCode);

/** The tables written to data/territory: sorted by code, so that a new vintage reads as a difference. */
export function territoryTables(packages: Packages, centres: Centres): TerritoryTables {
  const epciOf = new Map(packages.epci.flatMap(({ code, membres }) => membres.map((member) => [member.code, code])));
  return {
    communes: {
      communes: currentCommunes(packages.communes).map(({ code, nom, codesPostaux = [], population = null }) => {
        const [lon = null, lat = null] = centres.of.get(code) ?? [];
        return [code, nom, codesPostaux.join(' '), population, epciOf.get(code) ?? null, lon, lat];
      }),
      arrondissements: packages.communes
        .filter(({ type }) => type === 'arrondissement-municipal')
        .sort(byCode)
        .map(({ code, nom, codesPostaux = [], population = 0, commune = '' }) => [
          code,
          nom,
          codesPostaux.join(' '),
          population,
          commune,
        ]),
      rattachees: formerRows(packages),
    },
    departements: packages.departements
      .map((row) => ({
        code: row.code,
        nom: row.nom,
        region: row.region,
        article: articleOf(row),
        zone: zones[row.zone],
      }))
      .sort(byCode),
    regions: packages.regions
      .map((row) => ({
        code: row.code,
        nom: row.nom,
        slug: slugOf(row.nom),
        article: articleOf(row),
        zone: zones[row.zone],
      }))
      .sort(byCode),
    epci: packages.epci.map(({ code, nom, type }) => ({ code, nom, type })).sort(byCode),
  };
}

/**
 * Delegated and associated communes by their own name (the package's `chefLieu` says which commune of today), then the
 * codes that only a commune of today's list of former codes knows; the second package names some of these.
 */
function formerRows(packages: Packages): TerritoryTables['communes']['rattachees'] {
  const natures = { 'commune-deleguee': 'deleguee', 'commune-associee': 'associee' } as const;
  const rows: TerritoryTables['communes']['rattachees'] = [];
  const known = new Set<string>();
  const today = new Map(currentCommunes(packages.communes).map(({ code, nom }) => [code, nom]));
  for (const { type, code, nom, chefLieu = '' } of packages.communes) {
    if (type !== 'commune-deleguee' && type !== 'commune-associee') continue;
    known.add(code);
    const isCommuneItself = code === chefLieu && today.get(code) === nom;
    if (!isCommuneItself) rows.push([code, nom, natures[type], chefLieu]);
  }
  const names = new Map(packages.centres.map(({ code, nom }) => [code, nom]));
  for (const commune of currentCommunes(packages.communes)) {
    for (const code of commune.anciensCodes ?? []) {
      if (known.has(code)) continue;
      const name = names.get(code);
      rows.push([code, name === undefined || name === commune.nom ? null : name, 'ancienne', commune.code]);
    }
  }
  return rows.sort(([a], [b]) => (a < b ? -1 : 1));
}
