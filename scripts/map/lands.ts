import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

export type Ring = readonly Position[];
/** An outer ring and its holes. */
export type Land = { readonly country: string; readonly rings: readonly Ring[] };
export type Box = { readonly west: number; readonly south: number; readonly east: number; readonly north: number };

type Countries = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** Natural Earth 1:10 million, as world-atlas packs it: steps of about 200 m. */
export function readCountries(): Countries {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json');
  return JSON.parse(readFileSync(file, 'utf8')) as Countries;
}

/** Every piece of land of every country, one outer ring each. */
export function landsOf(countries: Countries): Land[] {
  return feature(countries, countries.objects.countries).features.flatMap(({ properties, geometry }) => {
    const { type, coordinates } = geometry as Polygon | MultiPolygon;
    const polygons = type === 'Polygon' ? [coordinates] : coordinates;
    return polygons.map((rings) => ({ country: properties.name, rings }));
  });
}

export function boxOf(points: readonly Position[]): Box {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [lon, lat] of points as [number, number][]) {
    west = Math.min(west, lon);
    south = Math.min(south, lat);
    east = Math.max(east, lon);
    north = Math.max(north, lat);
  }
  return { west, south, east, north };
}

export const boxesMeet = (a: Box, b: Box): boolean =>
  a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;
