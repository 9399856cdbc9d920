import type { Feature, FeatureCollection, MultiPolygon, Position } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { simplifyLine } from '../../src/domain/territory/simplify-line.ts';
import { clipToBox } from './clip-to-box.ts';
import { boxesMeet, boxOf, landsOf } from './lands.ts';
import { rounded } from './rounded.ts';
import { frenchLands, zones } from './zones.ts';

type Countries = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** French land to some 600 m, other lands coarser and cut to what a map of France shows of them. */
export function backdrop(countries: Countries): FeatureCollection<MultiPolygon, { nature: 'france' | 'voisin' }> {
  const lands = landsOf(coarserAbroad(countries));
  const around = (isFrench: boolean): Position[][][] =>
    zones.flatMap((zone) =>
      lands
        .filter(
          ({ country, rings }) => frenchLands.has(country) === isFrench && boxesMeet(boxOf(rings[0]!), zone.around),
        )
        .map(({ rings }) =>
          isFrench ? rings.map((ring) => [...ring]) : rings.map((ring) => clipToBox(ring, zone.around)),
        )
        .map((rings) => rings.map(rounded).filter(({ length }) => length > 3))
        .filter(({ length }) => length > 0),
    );
  const feature = (nature: 'france' | 'voisin'): Feature<MultiPolygon, { nature: 'france' | 'voisin' }> => {
    const polygons = around(nature === 'france');
    const distinct = new Map(polygons.map((polygon) => [JSON.stringify(polygon), polygon]));
    return {
      type: 'Feature',
      properties: { nature },
      geometry: { type: 'MultiPolygon', coordinates: [...distinct.values()] },
    };
  };
  return { type: 'FeatureCollection', features: [feature('voisin'), feature('france')] };
}

/** Lands are made of arcs, shared by neighbours: an arc is simplified once, so that no gap opens between two lands. */
function coarserAbroad(countries: Countries): Countries {
  const { transform, arcs } = countries;
  const [scaleX, scaleY] = transform!.scale;
  const [startX, startY] = transform!.translate;
  const french = new Set(arcsOf(countries));
  const plain = arcs.map((arc, number): Position[] => {
    let [x, y] = [0, 0];
    const line = arc.map(([dx, dy]): [number, number] => {
      x += dx!;
      y += dy!;
      return [x * scaleX + startX, y * scaleY + startY];
    });
    return simplifyLine(line, french.has(number) ? toleranceOfCoast : toleranceAbroad).map(([lon, lat]) => [lon, lat]);
  });
  const { transform: _, ...rest } = countries;
  return { ...rest, arcs: plain };
}
// Coarse on purpose: the whole map must open within 420 kB, MapLibre included.
const toleranceOfCoast = 0.006;
const toleranceAbroad = 0.04;

function arcsOf(countries: Countries): number[] {
  const french = countries.objects.countries.geometries.filter(
    ({ properties = {} }) => 'name' in properties && frenchLands.has(String(properties.name)),
  );
  const numbers: number[] = [];
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(collect);
    else if (typeof value === 'number') numbers.push(value < 0 ? ~value : value);
  };
  for (const geometry of french) collect('arcs' in geometry ? geometry.arcs : []);
  return numbers;
}
