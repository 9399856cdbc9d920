import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import type { FeatureCollection, MultiLineString, MultiPolygon, Point, Position } from 'geojson';
import { expect, test } from 'vitest';

const text = (name: string): string => readFileSync(`public/carte/${name}.geojson`, 'utf8');
const read = <Collection>(name: string): Collection => JSON.parse(text(name)) as Collection;
const compressed = (name: string): number => brotliCompressSync(text(name)).length;

const lands = read<FeatureCollection<MultiPolygon, { nature: string }>>('terres');
const borders = read<FeatureCollection<MultiLineString, { nature: string }>>('departements');
const towns = read<FeatureCollection<Point, { nom: string; rang: number; zoom: number }>>('communes');

test('the backdrop stays light: 30 KB for lands and borders, 12 KB for names, compressed', () => {
  expect(compressed('terres') + compressed('departements')).toBeLessThan(30_000);
  expect(compressed('communes')).toBeLessThan(12_000);
});

test('positions are WGS84, to the thousandth of a degree', () => {
  const positions: Position[] = [
    ...lands.features.flatMap(({ geometry }) => geometry.coordinates.flat(2)),
    ...borders.features.flatMap(({ geometry }) => geometry.coordinates.flat()),
    ...towns.features.map(({ geometry }) => geometry.coordinates),
  ];
  const wrong = positions.filter(
    ([lon = 999, lat = 999]) => Math.abs(lon) > 180 || Math.abs(lat) > 90 || !/^-?\d+(?:\.\d{1,3})?$/.test(String(lon)),
  );
  expect(positions.length).toBeGreaterThan(5_000);
  expect(wrong).toEqual([]);
});

test('every ring of land closes', () => {
  const rings = lands.features.flatMap(({ geometry }) => geometry.coordinates.flat());
  expect(rings.filter((ring) => ring.length < 4 || String(ring[0]) !== String(ring.at(-1)))).toEqual([]);
});

test('lands are those of France and of its neighbours; borders are those of departments and of regions', () => {
  expect(lands.features.map(({ properties }) => properties.nature)).toEqual(['voisin', 'france']);
  expect(borders.features.map(({ properties }) => properties.nature)).toEqual(['departement', 'region']);
});

test('names begin with Paris, Marseille, Lyon, and hold every sous-préfecture, Barcelonnette among them', () => {
  const names = towns.features.map(({ properties }) => properties.nom);
  expect(names.slice(0, 3)).toEqual(['Paris', 'Marseille', 'Lyon']);
  expect(names).toContain('Barcelonnette');
  expect(names).toContain('Saint-Denis');
  expect(towns.features.map(({ properties }) => properties.rang)).toEqual(names.map((_, at) => at + 1));
});
