import type { LonLat } from './simplify-line.ts';
import type { TerritoryOutline } from './territory-outline.ts';

/** A GeoJSON feature (RFC 7946). */
export type OutlineFeature = {
  readonly type: 'Feature';
  readonly geometry: { readonly type: 'MultiPolygon'; readonly coordinates: TerritoryOutline['polygons'] };
  readonly properties: { readonly legende: string };
};

/** @param legende what the drawing is, beside it */
export const outlineFeature = ({ polygons }: TerritoryOutline, legende: string): OutlineFeature => ({
  type: 'Feature',
  geometry: { type: 'MultiPolygon', coordinates: polygons },
  properties: { legende },
});

export type OutlineDrawing = {
  readonly width: number;
  readonly height: number;
  /** Of one `<path>`; holes need `fill-rule="evenodd"`. */
  readonly path: string;
  /** Where a place stands in the drawing, in its units. */
  readonly place: (point: LonLat) => readonly [x: number, y: number];
};

/**
 * The outline as an SVG path in a drawing `width` wide and at most `height` high, north up, with a margin of 2 units.
 * Longitudes are narrowed as at the middle of the territory.
 */
export function outlineDrawing({ polygons }: TerritoryOutline, width: number, height: number): OutlineDrawing {
  const points = polygons.flat(2);
  const range = (values: readonly number[]) => ({
    least: values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
    most: values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
  });
  const longitudes = range(points.map(([lon]) => lon));
  const latitudes = range(points.map(([, lat]) => lat));
  const narrowing = Math.cos((((latitudes.least + latitudes.most) / 2) * Math.PI) / 180);
  const margin = 2;
  const wide = (longitudes.most - longitudes.least) * narrowing;
  const high = latitudes.most - latitudes.least;
  const scale = Math.min((width - 2 * margin) / wide, (height - 2 * margin) / high);
  const left = (width - wide * scale) / 2;
  const place = ([lon, lat]: LonLat): [number, number] => [
    tenth(left + (lon - longitudes.least) * narrowing * scale),
    tenth(margin + (latitudes.most - lat) * scale),
  ];
  const path = polygons
    .flat()
    .map(
      (ring) =>
        `M${ring
          .slice(0, -1)
          .map((point) => place(point).join(' '))
          .join('L')}Z`,
    )
    .join('');
  return { width, height: Math.ceil(high * scale + 2 * margin), path, place };
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
