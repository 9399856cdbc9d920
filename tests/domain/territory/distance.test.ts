import { expect, test } from 'vitest';
import { boxAround, distanceKm } from '#domain/territory/distance.ts';

const paris = { lon: 2.3522, lat: 48.8566 };

test('from Paris to Troyes there are 141 km, to Saint-Denis of La Réunion 9,365', () => {
  expect(distanceKm(paris, { lon: 4.0744, lat: 48.2973 })).toBeCloseTo(141.1, 0);
  expect(distanceKm(paris, { lon: 55.4504, lat: -20.8789 })).toBeCloseTo(9364.7, 1);
});

test('a degree of latitude is 111.2 km anywhere, half a turn of the Earth 20,015 km', () => {
  expect(distanceKm({ lon: 7, lat: 10 }, { lon: 7, lat: 11 })).toBeCloseTo(111.195, 2);
  expect(distanceKm({ lon: 0, lat: 0 }, { lon: 180, lat: 0 })).toBeCloseTo(20_015.1, 0);
  expect(distanceKm(paris, paris)).toBe(0);
});

test('the box around a point holds every point of the circle', () => {
  for (const centre of [paris, { lon: -52.3, lat: 4.9 }, { lon: 55.5, lat: -21.1 }, { lon: 20, lat: 69 }]) {
    const box = boxAround(centre, 100);
    for (let lon = centre.lon - 8; lon < centre.lon + 8; lon += 0.25) {
      for (let lat = centre.lat - 2; lat < centre.lat + 2; lat += 0.25) {
        if (distanceKm(centre, { lon, lat }) > 100) continue;
        expect(lon >= box.ouest && lon <= box.est && lat >= box.sud && lat <= box.nord).toBe(true);
      }
    }
  }
});

test('a circle that meets ±180° or a pole is looked for at every longitude', () => {
  expect(boxAround({ lon: -178, lat: -14 }, 300)).toMatchObject({ ouest: -180, est: 180 });
  expect(boxAround({ lon: 0, lat: 89.5 }, 200)).toMatchObject({ ouest: -180, est: 180, nord: 90 });
});
