/** A point of the Earth in degrees, WGS84. */
export type Point = { readonly lon: number; readonly lat: number };

export type Box = { readonly ouest: number; readonly sud: number; readonly est: number; readonly nord: number };

/** Mean radius of the Earth (IUGG), in kilometres. */
const earthRadius = 6371.0088;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const degrees = (radians: number): number => (radians * 180) / Math.PI;

/** Great-circle distance in kilometres (haversine): within 0.5 % of the ellipsoid's. */
export function distanceKm(a: Point, b: Point): number {
  const halfLat = Math.sin(radians(b.lat - a.lat) / 2);
  const halfLon = Math.sin(radians(b.lon - a.lon) / 2);
  const chord = halfLat ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * halfLon ** 2;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** A box that holds every point within `km` of a point; all longitudes when the circle meets a pole or ±180°. */
export function boxAround({ lon, lat }: Point, km: number): Box {
  const angle = km / earthRadius;
  const sud = lat - degrees(angle);
  const nord = lat + degrees(angle);
  const everyLongitude = { ouest: -180, est: 180, sud: Math.max(-90, sud), nord: Math.min(90, nord) };
  if (sud <= -90 || nord >= 90) return everyLongitude;
  const half = degrees(Math.asin(Math.sin(angle) / Math.cos(radians(lat))));
  if (lon - half < -180 || lon + half > 180) return everyLongitude;
  return { ouest: lon - half, est: lon + half, sud, nord };
}
