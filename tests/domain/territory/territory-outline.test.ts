import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BorderNetwork, decodeBorderNetwork, nobody } from '../../../src/domain/territory/border-network.ts';
import { polygonsOf, ringsAround } from '../../../src/domain/territory/border-rings.ts';
import { outlineDrawing, outlineFeature } from '../../../src/domain/territory/outline-drawing.ts';
import { type LonLat, simplifyLine, simplifyRing } from '../../../src/domain/territory/simplify-line.ts';
import { territoryOutline } from '../../../src/domain/territory/territory-outline.ts';
import { outlineCaption } from '../../../src/messages/directory/outlines.ts';
import { readBorderNetwork } from '../../../src/server/territory/read-border-network.ts';
import { readTerritory } from '../../../src/server/territory/read-territory.ts';

/** A country of `size` by `size` square communes of one degree, numbered from the south-west, row by row. */
function squareCountry(size: number): BorderNetwork {
  const borders: { from: number; to: number; left: number; right: number }[] = [];
  const corner = (x: number, y: number) => y * (size + 1) + x;
  const commune = (x: number, y: number) => (x < 0 || y < 0 || x >= size || y >= size ? nobody : y * size + x);
  for (let x = 0; x <= size; x++) {
    for (let y = 0; y <= size; y++) {
      if (y < size)
        borders.push({ from: corner(x, y), to: corner(x, y + 1), left: commune(x - 1, y), right: commune(x, y) });
      if (x < size)
        borders.push({ from: corner(x, y), to: corner(x + 1, y), left: commune(x, y), right: commune(x, y - 1) });
    }
  }
  const corners = Array.from(
    { length: (size + 1) ** 2 },
    (_, at) => [at % (size + 1), Math.floor(at / (size + 1))] as const,
  );
  return {
    longitudes: Int32Array.from(corners, ([x]) => x * 10_000),
    latitudes: Int32Array.from(corners, ([, y]) => y * 10_000),
    from: Uint32Array.from(borders, ({ from }) => from),
    to: Uint32Array.from(borders, ({ to }) => to),
    left: Uint16Array.from(borders, ({ left }) => left),
    right: Uint16Array.from(borders, ({ right }) => right),
    isDrawn: new Uint8Array(size * size).fill(1),
  };
}

function polygonsAround(size: number, communes: readonly number[]): LonLat[][][] {
  const isInside = new Uint8Array(size * size);
  for (const commune of communes) isInside[commune] = 1;
  return polygonsOf(ringsAround(squareCountry(size), isInside));
}

/** Square degrees, positive counter-clockwise. */
const surface = (ring: readonly LonLat[]): number =>
  ring.slice(1).reduce((sum, [x, y], at) => sum + (ring[at]![0] * y - x * ring[at]![1]) / 2, 0);

describe('rings around communes', () => {
  test('one square commune is one square, walked counter-clockwise', () => {
    const [polygon] = polygonsAround(3, [4]);
    expect(polygon).toHaveLength(1);
    expect(polygon![0]).toHaveLength(5);
    expect(surface(polygon![0]!)).toBe(1);
  });

  test('the border between two communes of the territory is not drawn', () => {
    const [polygon] = polygonsAround(3, [0, 1]);
    expect(polygon![0]!.slice(1).map(String).sort()).toEqual(['0,0', '0,1', '1,0', '1,1', '2,0', '2,1']);
  });

  test('eight communes around a ninth are one polygon with a hole', () => {
    const [polygon, ...others] = polygonsAround(3, [0, 1, 2, 3, 5, 6, 7, 8]);
    expect(others).toEqual([]);
    expect(polygon!.map(surface)).toEqual([9, -1]);
  });

  test('two communes that touch at a corner are two polygons', () => {
    expect(polygonsAround(2, [0, 3]).map(([ring]) => surface(ring!))).toEqual([1, 1]);
  });

  test('an island in the hole of a territory is a polygon of its own', () => {
    const outside = Array.from({ length: 25 }, (_, at) => at).filter(
      (at) => at % 5 === 0 || at % 5 === 4 || at < 5 || at > 19,
    );
    const polygons = polygonsAround(5, [...outside, 12]);
    expect(polygons.map((rings) => rings.map(surface))).toEqual([[25, -9], [1]]);
  });

  test('any set of communes has the surface of its communes, and every ring closes', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 35 })), (communes) => {
        const rings = polygonsAround(6, communes).flat();
        expect(rings.reduce((sum, ring) => sum + surface(ring), 0)).toBeCloseTo(communes.length, 9);
        for (const ring of rings) expect(ring.at(-1)).toEqual(ring[0]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('simplification', () => {
  test('a point within the tolerance goes, one beyond stays, both ends stay', () => {
    const line: LonLat[] = [
      [0, 0],
      [1, 0.05],
      [2, 0],
      [3, 1],
      [4, 0],
    ];
    expect(simplifyLine(line, 0.1)).toEqual([
      [0, 0],
      [2, 0],
      [3, 1],
      [4, 0],
    ]);
    expect(simplifyLine(line, 0)).toEqual(line);
  });

  test('a ring too small for the tolerance disappears', () => {
    const ring: LonLat[] = [
      [0, 0],
      [0.001, 0],
      [0.001, 0.001],
      [0, 0],
    ];
    expect(simplifyRing(ring, 0.01)).toEqual([]);
    expect(simplifyRing(ring, 0.0001)).toEqual(ring);
  });
});

describe('a file of borders', () => {
  test('that ends too early, or was made for other communes, is refused', () => {
    expect(() => decodeBorderNetwork(Uint8Array.of(2, 1, 1), 2)).toThrow('ends too early');
    expect(() => decodeBorderNetwork(Uint8Array.of(2, 0, 0), 3)).toThrow('2 communes for 3');
  });

  test('of one triangular island reads back', () => {
    const bytes = Uint8Array.of(1, 3, 3, 0, 0, 0, 0, 0, 0, 20, 0, 0, 0, 1, 0, 0, 20, 0, 0, 1, 3);
    const network = decodeBorderNetwork(bytes, 1);
    expect([...network.longitudes]).toEqual([0, 10, 10]);
    expect([...network.latitudes]).toEqual([0, 0, 10]);
    expect([...network.from]).toEqual([0, 1, 2]);
    expect([...network.to]).toEqual([1, 2, 0]);
    expect([...network.right]).toEqual([nobody, nobody, nobody]);
  });
});

describe('territories of France', () => {
  const index = readTerritory('.');
  const network = readBorderNetwork('.', index);
  const outline = (codes: Partial<Parameters<typeof territoryOutline>[2]>, tolerance = 0) =>
    territoryOutline(index, network, { departements: [], epci: [], communes: [], ...codes }, tolerance);
  const squareKilometres = (codes: Parameters<typeof outline>[0]): number =>
    outline(codes)!
      .polygons.flat()
      .reduce((sum, ring) => sum + surface(ring) * 111.2 ** 2 * Math.cos((ring[0]![1] * Math.PI) / 180), 0);

  // Surfaces as INSEE publishes them.
  test.each([
    ['10', 6004],
    ['55', 6211],
    ['73', 6028],
    ['2A', 4014],
    ['974', 2504],
  ])('department %s has about %d km²', (departement, surfaceOfInsee) => {
    const ratio = squareKilometres({ departements: [departement] }) / surfaceOfInsee;
    expect(ratio).toBeGreaterThan(0.9);
    expect(ratio).toBeLessThan(1.1);
  });

  test('Paris, a large commune among small ones, is drawn on two thirds of its 105 km² at least', () => {
    expect(squareKilometres({ departements: ['75'] })).toBeGreaterThan(70);
    expect(squareKilometres({ departements: ['75'] })).toBeLessThan(120);
  });

  test('two departments of Alsace are one polygon', () => {
    expect(outline({ departements: ['67', '68'] })?.polygons).toHaveLength(1);
  });

  test('a territory is the same by its EPCI, by its communes, or by both', () => {
    const communes = index.byEpci.get('200046977')!.map((number) => index.codes[number]!);
    const byEpci = outline({ epci: ['200046977'] });
    expect(outline({ communes })).toEqual(byEpci);
    expect(outline({ communes, epci: ['200046977'] })).toEqual(byEpci);
  });

  test('all arrondissements of Lyon draw Lyon; one of them is not drawn, and said so', () => {
    const all = Array.from({ length: 9 }, (_, at) => `6938${at + 1}`);
    expect(outline({ communes: all })).toEqual(outline({ communes: ['69123'] }));
    expect(outline({ communes: ['69381'] })).toBeNull();
    expect(outline({ communes: ['69381'], departements: ['01'] })?.notDrawn).toEqual(['69381']);
    expect(outline({ communes: ['69381'], departements: ['69'] })?.notDrawn).toEqual([]);
  });

  test('an island that the coast does not show is said not to be drawn', () => {
    expect(outline({ departements: ['29'] })?.notDrawn).toContain('29083');
  });

  test('nothing can be drawn of New Caledonia, of no code, or of a code that is none', () => {
    expect(outline({ departements: ['988'] })).toBeNull();
    expect(outline({})).toBeNull();
    expect(outline({ communes: ['00000'], epci: ['x'], departements: ['zz', ''] })).toBeNull();
  });

  test('the drawing of the Aube fits its frame and holds Troyes', () => {
    const drawing = outlineDrawing(outline({ departements: ['10'] }, 0.01)!, 240, 200);
    expect(drawing.path).toMatch(/^M[\d.]+ [\d.]+(?:L[\d.]+ [\d.]+)+Z$/);
    expect(drawing.path.length).toBeLessThan(1500);
    const numbers = drawing.path.match(/[\d.]+/g)!.map(Number);
    expect(Math.max(...numbers)).toBeLessThanOrEqual(240);
    expect(drawing.height).toBeLessThanOrEqual(200);
    const [x, y] = drawing.place([4.0825, 48.2967]);
    expect(x).toBeGreaterThan(20);
    expect(x).toBeLessThan(220);
    expect(y).toBeGreaterThan(20);
    expect(y).toBeLessThan(drawing.height - 20);
  });

  test('as GeoJSON, outer rings are counter-clockwise and the caption says the outline is approximate', () => {
    const feature = outlineFeature(outline({ departements: ['971'] })!, outlineCaption);
    expect(feature.geometry.coordinates.length).toBeGreaterThan(3);
    for (const [ring] of feature.geometry.coordinates) expect(surface(ring!)).toBeGreaterThan(0);
    expect(feature.properties.legende).toMatch(/approximatifs/i);
  });
});
