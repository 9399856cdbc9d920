import type { FeatureCollection, Point } from 'geojson';

export type Town = {
  readonly nom: string;
  readonly population: number;
  readonly point: readonly [lon: number, lat: number];
};

/**
 * Names to write on the map, the most populated first: `rang` orders them, `zoom` is the level from which a name has
 * about `spacing` pixels of its own beside any larger town.
 */
export function labels(towns: readonly Town[]): FeatureCollection<Point, { nom: string; rang: number; zoom: number }> {
  const sorted = [...towns].sort((a, b) => b.population - a.population || (a.nom < b.nom ? -1 : 1));
  return {
    type: 'FeatureCollection',
    features: sorted.map(({ nom, point }, at) => {
      const nearest = sorted
        .slice(0, at)
        .reduce((least, other) => Math.min(least, degreesApart(point, other.point)), 20);
      // MapLibre: 512 pixels for the whole earth at level 0, twice as many at each next level.
      const zoom = Math.log2((spacing * 360) / (512 * nearest));
      return {
        type: 'Feature',
        properties: { nom: nom.replaceAll("'", '’'), rang: at + 1, zoom: Math.max(4, Math.min(10, Math.ceil(zoom))) },
        geometry: { type: 'Point', coordinates: point.map((degrees) => Math.round(degrees * 1000) / 1000) },
      };
    }),
  };
}
const spacing = 70;

/** In degrees of longitude, as the map draws them: a degree of latitude is longer there. */
function degreesApart([lon, lat]: readonly [number, number], [otherLon, otherLat]: readonly [number, number]): number {
  return Math.hypot(lon - otherLon, (lat - otherLat) / Math.cos((lat * Math.PI) / 180));
}
