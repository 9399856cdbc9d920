export type LonLat = readonly [lon: number, lat: number];

/**
 * The line without the points that stand less than `tolerance` degrees of latitude away from it (Douglas and Peucker,
 * 1973). Both ends stay; longitudes count as they do at the line's first point.
 */
export function simplifyLine(line: readonly LonLat[], tolerance: number): LonLat[] {
  if (tolerance <= 0 || line.length < 3) return [...line];
  const narrowing = Math.cos((line[0]![1] * Math.PI) / 180);
  const isKept = new Uint8Array(line.length);
  isKept[0] = isKept[line.length - 1] = 1;
  const parts: [first: number, last: number][] = [[0, line.length - 1]];
  for (let part = parts.pop(); part; part = parts.pop()) {
    const [first, last] = part;
    let farthest = -1;
    let most = tolerance;
    for (let at = first + 1; at < last; at++) {
      const distance = distanceToSegment(line[at]!, line[first]!, line[last]!, narrowing);
      if (distance > most) [farthest, most] = [at, distance];
    }
    if (farthest < 0) continue;
    isKept[farthest] = 1;
    parts.push([first, farthest], [farthest, last]);
  }
  return line.filter((_, at) => isKept[at] === 1);
}

/** As `simplifyLine`, for a line that ends where it begins; empty when nothing with a surface is left. */
export function simplifyRing(ring: readonly LonLat[], tolerance: number): LonLat[] {
  const [start] = ring;
  if (!start) return [];
  const farthest = ring.reduce(
    (best, point, at) => (distance(point, start) > distance(ring[best]!, start) ? at : best),
    0,
  );
  const there = simplifyLine(ring.slice(0, farthest + 1), tolerance);
  const back = simplifyLine(ring.slice(farthest), tolerance);
  const simple = [...there, ...back.slice(1)];
  return simple.length < 4 ? [] : simple;
}

const distance = (a: LonLat, b: LonLat): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

function distanceToSegment([lon, lat]: LonLat, from: LonLat, to: LonLat, narrowing: number): number {
  const [x, y] = [(lon - from[0]) * narrowing, lat - from[1]];
  const [dx, dy] = [(to[0] - from[0]) * narrowing, to[1] - from[1]];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : Math.max(0, Math.min(1, (x * dx + y * dy) / squared));
  return Math.hypot(x - along * dx, y - along * dy);
}
