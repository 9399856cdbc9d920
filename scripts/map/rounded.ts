import type { Position } from 'geojson';

/** A line at a thousandth of a degree (about 100 m), without points that fall on the one before. */
export function rounded(line: readonly Position[]): Position[] {
  const points = line.map((point) => point.map((degrees) => Math.round(degrees * 1000) / 1000));
  return points.filter((point, at) => at === 0 || point[0] !== points[at - 1]![0] || point[1] !== points[at - 1]![1]);
}
