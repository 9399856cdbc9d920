import type { Position } from 'geojson';
import { stepsPerDegree } from '../../src/domain/territory/border-network.ts';
import type { CellEdge } from './cell-edges.ts';

type Border = { readonly from: Position; readonly to: Position; readonly left: number; readonly right: number | null };

/** The bytes that `decodeBorderNetwork` reads. Borders shorter than a step are left out: their ends are one point. */
export function networkBytes(edges: readonly CellEdge[], communeCount: number): Uint8Array {
  const borders = edges.map(withCommuneOnTheLeft).filter(({ from, to }) => keyOf(from) !== keyOf(to));
  borders.sort((a, b) => a.left - b.left || (a.right ?? -1) - (b.right ?? -1));
  const bytes: number[] = [];
  const unsigned = (value: number): void => {
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
    bytes.push(rest);
  };
  const signed = (value: number): void => unsigned(value < 0 ? -2 * value - 1 : 2 * value);
  const numbers = new Map<string, number>();
  let last: Position = [0, 0];
  const point = (position: Position): void => {
    const number = numbers.get(keyOf(position));
    if (number !== undefined) {
      unsigned(numbers.size - number);
      return;
    }
    const steps = stepsOf(position);
    unsigned(0);
    signed(steps[0]! - last[0]!);
    signed(steps[1]! - last[1]!);
    last = steps;
    numbers.set(keyOf(position), numbers.size);
  };
  let left = 0;
  for (const border of borders) {
    signed(border.left - left);
    left = border.left;
    signed(border.right === null ? 0 : border.right - left);
    point(border.from);
    point(border.to);
  }
  const body = bytes.splice(0);
  unsigned(communeCount);
  unsigned(numbers.size);
  unsigned(borders.length);
  return Uint8Array.from([...bytes, ...body]);
}

function withCommuneOnTheLeft({ from, to, left, right }: CellEdge): Border {
  const isTurned = left === null || (right !== null && right < left);
  return isTurned ? { from: to, to: from, left: right!, right: left } : { from, to, left, right };
}

const stepsOf = (position: Position): Position => position.map((degrees) => Math.round(degrees * stepsPerDegree));
const keyOf = (position: Position): string => stepsOf(position).join(' ');
