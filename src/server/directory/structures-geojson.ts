import { type FeatureProperty, featureProperties } from '#domain/directory/feature-properties.ts';
import type { Structure } from '#domain/directory/structure.schema.ts';
import type { Export } from './export-structures.ts';

/**
 * A GeoJSON FeatureCollection (RFC 7946) of the structures whose position is known, piece by piece. At its end,
 * `sansPosition` says how many the same filters find that have none.
 */
export async function* geojsonPieces(
  chunks: ReturnType<Export['chunks']>,
  properties: readonly FeatureProperty[] = featureProperties,
): AsyncGenerator<string> {
  let written = 0;
  let unplaced = 0;
  yield '{"type":"FeatureCollection","features":[';
  for await (const structures of chunks) {
    const features = structures.flatMap((structure) => featureOf(structure, properties));
    unplaced += structures.length - features.length;
    if (features.length > 0) yield `${written > 0 ? ',' : ''}\n${features.join(',\n')}`;
    written += features.length;
  }
  yield `\n],"sansPosition":${unplaced}}\n`;
}

function featureOf(structure: Structure, names: readonly FeatureProperty[]): string[] {
  const { position, id } = structure;
  if (!position) return [];
  const all = { ...structure, precision: position.precision };
  return [
    JSON.stringify({
      type: 'Feature',
      id,
      geometry: { type: 'Point', coordinates: [position.lon, position.lat] },
      properties: Object.fromEntries(names.map((name) => [name, all[name]])),
    }),
  ];
}
