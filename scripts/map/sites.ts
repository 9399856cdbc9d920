import type { Site } from './cell-edges.ts';

/** Inhabitants from which a commune is no longer a point beside its neighbours. */
const city = 80_000;
/** Of Paris, by square kilometre: cities are at least as large as their inhabitants would be there. */
const density = 20_000;
const kilometresPerDegree = 111.2;

/**
 * The points that stand for a commune: its centre and, for a city, twelve around it. With its centre alone Paris would
 * be drawn on a quarter of its surface, its suburbs being so small.
 */
export function sitesOf(commune: number, [lon, lat]: readonly [number, number], population: number): Site[] {
  const centre: Site = { commune, point: [lon, lat] };
  if (population < city) return [centre];
  const radius = Math.sqrt(population / density / Math.PI) / kilometresPerDegree;
  const around = Array.from({ length: 12 }, (_, hour): Site => {
    const angle = (hour * Math.PI) / 6;
    const east = (radius * Math.cos(angle)) / Math.cos((lat * Math.PI) / 180);
    return { commune, point: [lon + east, lat + radius * Math.sin(angle)] };
  });
  return [centre, ...around];
}
