import { type BorderNetwork, nobody, stepsPerDegree } from './border-network.ts';
import type { LonLat } from './simplify-line.ts';

/** Closed lines around the communes marked 1, inside on the left: outer ones counter-clockwise, holes clockwise. */
export function ringsAround(network: BorderNetwork, isInside: Uint8Array): LonLat[][] {
  const { from, to, left, right, longitudes, latitudes } = network;
  /** Borders with one side inside, walked with the inside on the left, by the point they leave from. */
  const leaving = new Map<number, { readonly to: number; isWalked: boolean }[]>();
  const walk = (start: number, end: number): void => {
    const others = leaving.get(start);
    const way = { to: end, isWalked: false };
    if (others) others.push(way);
    else leaving.set(start, [way]);
  };
  for (let border = 0; border < from.length; border++) {
    const isLeft = isMarked(isInside, left[border]!);
    if (isLeft === isMarked(isInside, right[border]!)) continue;
    if (isLeft) walk(from[border]!, to[border]!);
    else walk(to[border]!, from[border]!);
  }

  const pointOf = (point: number): LonLat => [longitudes[point]! / stepsPerDegree, latitudes[point]! / stepsPerDegree];
  const rings: LonLat[][] = [];
  for (const [start, ways] of leaving) {
    for (const first of ways) {
      if (first.isWalked) continue;
      first.isWalked = true;
      const ring = [start, first.to];
      for (let at = first.to; at !== start; at = ring.at(-1)!) {
        const open = (leaving.get(at) ?? []).filter(({ isWalked }) => !isWalked);
        if (open.length === 0) break;
        const [before, here] = [pointOf(ring.at(-2)!), pointOf(at)];
        const next = open.reduce((best, way) =>
          turn(before, here, pointOf(way.to)) > turn(before, here, pointOf(best.to)) ? way : best,
        );
        next.isWalked = true;
        ring.push(next.to);
      }
      if (ring.length > 3 && ring.at(-1) === start) rings.push(ring.map(pointOf));
    }
  }
  return rings;
}

const isMarked = (isInside: Uint8Array, commune: number): boolean => commune !== nobody && isInside[commune] === 1;

/** How far one turns to the left at `here`, from -π to π: where two parts touch at a point, each is walked alone. */
function turn(before: LonLat, here: LonLat, next: LonLat): number {
  const angle = Math.atan2(next[1] - here[1], next[0] - here[0]) - Math.atan2(here[1] - before[1], here[0] - before[0]);
  return Math.atan2(Math.sin(angle), Math.cos(angle));
}

/** Outer rings, the largest first, each followed by the holes it holds. */
export function polygonsOf(rings: readonly LonLat[][]): LonLat[][][] {
  const outer = rings.filter((ring) => surface(ring) > 0).sort((a, b) => surface(b) - surface(a));
  const polygons = outer.map((ring) => [ring]);
  for (const hole of rings.filter((ring) => surface(ring) < 0)) {
    // The smallest ring that holds it: a hole may hold an island which has a hole.
    polygons.findLast(([ring]) => holds(ring!, hole[0]!))?.push(hole);
  }
  return polygons;
}

/** In square degrees, positive when the ring is walked counter-clockwise. */
function surface(ring: readonly LonLat[]): number {
  let twice = 0;
  for (let at = 1; at < ring.length; at++) {
    const [[x, y], [nextX, nextY]] = [ring[at - 1]!, ring[at]!];
    twice += x * nextY - nextX * y;
  }
  return twice / 2;
}

function holds(ring: readonly LonLat[], [x, y]: LonLat): boolean {
  let isHeld = false;
  for (let at = 1; at < ring.length; at++) {
    const [[fromX, fromY], [toX, toY]] = [ring[at - 1]!, ring[at]!];
    if (fromY > y !== toY > y && x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX)) isHeld = !isHeld;
  }
  return isHeld;
}
