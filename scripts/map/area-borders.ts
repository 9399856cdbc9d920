import type { Feature, FeatureCollection, MultiLineString } from 'geojson';
import { type BorderNetwork, nobody, stepsPerDegree } from '../../src/domain/territory/border-network.ts';
import { simplifyLine } from '../../src/domain/territory/simplify-line.ts';
import { rounded } from './rounded.ts';

type BorderNature = 'departement' | 'region';
type AreaOf = (commune: number) => { readonly departement: string; readonly region: string };

/** The lines between two departments, and of those the lines between two regions, joined end to end and simplified. */
export function areaBorders(
  network: BorderNetwork,
  areaOf: AreaOf,
): FeatureCollection<MultiLineString, { nature: BorderNature }> {
  const byPair = new Map<string, { nature: BorderNature; borders: number[] }>();
  for (let border = 0; border < network.from.length; border++) {
    if (network.right[border] === nobody) continue;
    const [one, other] = [areaOf(network.left[border]!), areaOf(network.right[border]!)];
    if (one.departement === other.departement) continue;
    const pair = [one.departement, other.departement].sort().join(' ');
    const known = byPair.get(pair);
    if (known) known.borders.push(border);
    else byPair.set(pair, { nature: one.region === other.region ? 'departement' : 'region', borders: [border] });
  }
  const feature = (nature: BorderNature): Feature<MultiLineString, { nature: BorderNature }> => ({
    type: 'Feature',
    properties: { nature },
    geometry: {
      type: 'MultiLineString',
      coordinates: [...byPair.values()]
        .filter((pair) => pair.nature === nature)
        .flatMap(({ borders }) => joined(network, borders))
        .map((points) =>
          points.map(
            (point) =>
              [network.longitudes[point]! / stepsPerDegree, network.latitudes[point]! / stepsPerDegree] as const,
          ),
        )
        .map((line) => rounded(simplifyLine(line, tolerance).map(([lon, lat]) => [lon, lat]))),
    },
  });
  return { type: 'FeatureCollection', features: [feature('departement'), feature('region')] };
}
const tolerance = 0.015;

/** Lines of points, each as long as it goes without a fork. */
function joined({ from, to }: BorderNetwork, borders: readonly number[]): number[][] {
  const meeting = new Map<number, number[]>();
  for (const border of borders) {
    for (const point of [from[border]!, to[border]!]) meeting.set(point, [...(meeting.get(point) ?? []), border]);
  }
  const left = new Set(borders);
  const walk = (start: number): number[] => {
    const line = [start];
    for (let at = start; ; ) {
      const next = meeting.get(at)!.find((border) => left.has(border));
      if (next === undefined) return line;
      left.delete(next);
      at = from[next] === at ? to[next]! : from[next]!;
      line.push(at);
      if (meeting.get(at)!.length !== 2) return line;
    }
  };
  const ends = [...meeting]
    .filter(([, around]) => around.length !== 2)
    .flatMap(([point, around]) => around.map(() => point));
  const lines = ends.map(walk);
  for (const border of borders) if (left.has(border)) lines.push(walk(from[border]!));
  return lines.filter(({ length }) => length > 1);
}
