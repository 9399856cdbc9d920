import type { PackageCentre, PackageCommune } from './packages.ts';

export type Point = readonly [lon: number, lat: number];

export type MadeCentre = {
  readonly commune: PackageCommune;
  readonly how: string;
  /** True for a mean of neighbours: good to order by distance, too rough to draw a border from. */
  readonly isRough: boolean;
};

export type Centres = {
  readonly of: ReadonlyMap<string, Point>;
  /** Communes whose centre was made from others: how, in French, for SOURCES.md. */
  readonly made: readonly MadeCentre[];
  readonly missing: readonly PackageCommune[];
};

const round = (degrees: number): number => Math.round(degrees * 1e4) / 1e4;

const mean = (points: readonly Point[]): Point => [
  round(points.reduce((sum, [lon]) => sum + lon, 0) / points.length),
  round(points.reduce((sum, [, lat]) => sum + lat, 0) / points.length),
];

/**
 * A centre for each commune of today: as given; else that of the same commune under a former code; else the mean of
 * the communes that share a postcode with it. Overseas collectivities have none and stay without.
 */
export function centresOf(communes: readonly PackageCommune[], given: readonly PackageCentre[]): Centres {
  const points = new Map(given.flatMap(({ code, centre }) => (centre ? [[code, centre.coordinates] as const] : [])));
  const of = new Map<string, Point>();
  const made: MadeCentre[] = [];
  const missing: PackageCommune[] = [];
  for (const commune of communes) {
    const own = points.get(commune.code);
    if (own) {
      of.set(commune.code, own);
      continue;
    }
    const former = (commune.anciensCodes ?? []).filter((code) => points.has(code));
    const neighbours = communes.filter(
      (other) =>
        points.has(other.code) && other.codesPostaux?.some((postcode) => commune.codesPostaux?.includes(postcode)),
    );
    if (former.length > 0) {
      of.set(commune.code, mean(former.map((code) => points.get(code)!)));
      made.push({ commune, how: `centre de l’ancien code ${former.join(', ')}`, isRough: false });
    } else if (neighbours.length > 0) {
      of.set(commune.code, mean(neighbours.map(({ code }) => points.get(code)!)));
      const names = neighbours.map(({ nom, code }) => `${nom} (${code})`).join(', ');
      made.push({ commune, how: `moyenne des communes de même code postal : ${names}`, isRough: true });
    } else missing.push(commune);
  }
  return { of, made, missing };
}
