import type { Position } from 'geojson';
import type { Box, Ring } from './lands.ts';

/** The part of a ring that is in a box (Sutherland and Hodgman, 1974); it may run along the box's sides. */
export function clipToBox(ring: Ring, { west, south, east, north }: Box): Position[] {
  const sides = [
    { axis: 0, limit: west, isIn: (value: number) => value >= west },
    { axis: 0, limit: east, isIn: (value: number) => value <= east },
    { axis: 1, limit: south, isIn: (value: number) => value >= south },
    { axis: 1, limit: north, isIn: (value: number) => value <= north },
  ] as const;
  let points = ring.slice(0, -1);
  for (const { axis, limit, isIn } of sides) {
    const kept: Position[] = [];
    points.forEach((point, at) => {
      const before = points.at(at - 1)!;
      if (isIn(before[axis]!) !== isIn(point[axis]!)) kept.push(cut(before, point, axis, limit));
      if (isIn(point[axis]!)) kept.push(point);
    });
    points = kept;
  }
  return points.length < 3 ? [] : [...points, points[0]!];
}

function cut(from: Position, to: Position, axis: 0 | 1, limit: number): Position {
  const along = (limit - from[axis]!) / (to[axis]! - from[axis]!);
  const other = from[1 - axis]! + along * (to[1 - axis]! - from[1 - axis]!);
  return axis === 0 ? [limit, other] : [other, limit];
}
