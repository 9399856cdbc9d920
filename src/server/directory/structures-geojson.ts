import type { Structure } from '#domain/directory/structure.schema.ts';
import type { Export } from './export-structures.ts';

/** Names of what a point says: the rest of a record, with its sources, is at its own address. */
export const featureProperties = [
  'id',
  'type',
  'nom',
  'adresse',
  'telephone',
  'telephoneAffiche',
  'courriel',
  'site',
  'finess',
  'statut',
  'fraicheur',
  'verifieLe',
] as const satisfies readonly (keyof Structure)[];

/**
 * A GeoJSON FeatureCollection (RFC 7946) of the structures whose position is known, piece by piece. At its end,
 * `sansPosition` says how many the same filters find that have none.
 */
export async function* geojsonPieces(chunks: ReturnType<Export['chunks']>): AsyncGenerator<string> {
  let written = 0;
  let unplaced = 0;
  yield '{"type":"FeatureCollection","features":[';
  for await (const structures of chunks) {
    const features = structures.flatMap(featureOf);
    unplaced += structures.length - features.length;
    if (features.length > 0) yield `${written > 0 ? ',' : ''}\n${features.join(',\n')}`;
    written += features.length;
  }
  yield `\n],"sansPosition":${unplaced}}\n`;
}

function featureOf(structure: Structure): string[] {
  const { position, id } = structure;
  if (!position) return [];
  const properties = Object.fromEntries(featureProperties.map((name) => [name, structure[name]]));
  return [
    JSON.stringify({
      type: 'Feature',
      id,
      geometry: { type: 'Point', coordinates: [position.lon, position.lat] },
      properties: { ...properties, precision: position.precision },
    }),
  ];
}
