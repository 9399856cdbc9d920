/**
 * The approximate borders between communes, drawn as a network: each border has a commune, or nothing, on either side.
 * Points are counted in steps of `stepsPerDegree`. Read from `data/territory/contours.bin`.
 */
export type BorderNetwork = {
  readonly longitudes: Int32Array;
  readonly latitudes: Int32Array;
  /** Of each border: its points, and the communes (numbers of the index) on its left and right, or `nobody`. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly left: Uint16Array;
  readonly right: Uint16Array;
  /** 1 for each commune that has a border: it can be drawn. */
  readonly isDrawn: Uint8Array;
};

/** The sea, or abroad. */
export const nobody = 0xffff;

/** One ten-thousandth of a degree is about ten metres: far finer than the borders are true. */
export const stepsPerDegree = 10_000;

/**
 * Reads the network from its file: unsigned LEB128 numbers, signed ones as zigzag. First the count of communes, of
 * points, of borders. Then each border: the step from the last left commune, the right commune's step from the left
 * one (0 for nobody), its two points. A point is 0 for a new one, followed by its steps from the last new one; else how
 * many points ago it came. Borders are walked so that a commune is on the left. Throws when the file is not that of
 * `communeCount` communes.
 */
export function decodeBorderNetwork(bytes: Uint8Array, communeCount: number): BorderNetwork {
  let at = 0;
  const unsigned = (): number => {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = bytes[at++];
      if (byte === undefined) throw new Error('the file of outlines ends too early');
      value += (byte & 127) * shift;
      if (byte < 128) return value;
    }
  };
  const signed = (): number => {
    const value = unsigned();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  };
  const count = unsigned();
  if (count !== communeCount) throw new Error(`outlines of ${count} communes for ${communeCount}: generate them again`);
  const points = unsigned();
  const borders = unsigned();
  const network = {
    longitudes: new Int32Array(points),
    latitudes: new Int32Array(points),
    from: new Uint32Array(borders),
    to: new Uint32Array(borders),
    left: new Uint16Array(borders),
    right: new Uint16Array(borders),
    isDrawn: new Uint8Array(communeCount),
  };
  let [known, longitude, latitude, left] = [0, 0, 0, 0];
  const point = (): number => {
    const ago = unsigned();
    if (ago > 0) return known - ago;
    longitude += signed();
    latitude += signed();
    network.longitudes[known] = longitude;
    network.latitudes[known] = latitude;
    known += 1;
    return known - 1;
  };
  for (let border = 0; border < borders; border++) {
    left += signed();
    const step = signed();
    network.left[border] = left;
    network.right[border] = step === 0 ? nobody : left + step;
    network.isDrawn[left] = 1;
    if (step !== 0) network.isDrawn[left + step] = 1;
    network.from[border] = point();
    network.to[border] = point();
  }
  return network;
}
