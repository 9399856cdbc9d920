type Flat = readonly [number, number];
type Segment = { readonly from: Flat; readonly to: Flat };

const squareSize = 0.1;

/** Finds the segments whose box is near that of a line: candidates for a crossing, each once. */
export function segmentGrid(segments: readonly Segment[]): (from: Flat, to: Flat) => number[] {
  const squares = new Map<string, number[]>();
  segments.forEach(({ from, to }, number) => {
    for (const square of squaresOf(from, to)) {
      const list = squares.get(square);
      if (list) list.push(number);
      else squares.set(square, [number]);
    }
  });
  return (from, to) => {
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    // Cells of the coast reach far into the sea: their long borders are compared with every segment.
    if (length > 100 * squareSize) return segments.map((_, number) => number);
    return [...new Set([...squaresOf(from, to)].flatMap((square) => squares.get(square) ?? []))];
  };
}

function* squaresOf(from: Flat, to: Flat): Generator<string> {
  const floor = (value: number): number => Math.floor(value / squareSize);
  for (let x = floor(Math.min(from[0], to[0])); x <= floor(Math.max(from[0], to[0])); x++) {
    for (let y = floor(Math.min(from[1], to[1])); y <= floor(Math.max(from[1], to[1])); y++) yield `${x} ${y}`;
  }
}

const bandHeight = 0.02;

/** Tells whether a point is inside closed rings: an odd number of their segments lies east of it. */
export function insideTest(segments: readonly Segment[]): (point: Flat) => boolean {
  const bands = new Map<number, Segment[]>();
  for (const segment of segments) {
    const [low, high] = [segment.from[1], segment.to[1]].sort((a, b) => a - b) as [number, number];
    for (let band = Math.floor(low / bandHeight); band <= Math.floor(high / bandHeight); band++) {
      const list = bands.get(band);
      if (list) list.push(segment);
      else bands.set(band, [segment]);
    }
  }
  return ([x, y]) => {
    let isInside = false;
    for (const { from, to } of bands.get(Math.floor(y / bandHeight)) ?? []) {
      if (from[1] > y === to[1] > y) continue;
      if (x < from[0] + ((y - from[1]) / (to[1] - from[1])) * (to[0] - from[0])) isInside = !isInside;
    }
    return isInside;
  };
}
