import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BorderNetwork, decodeBorderNetwork } from '#domain/territory/border-network.ts';
import type { CommuneIndex } from '#domain/territory/commune-index.ts';

/** Reads the approximate borders under `root`; throws when they are not those of the communes of the index. */
export const readBorderNetwork = (root: string, index: CommuneIndex): BorderNetwork =>
  decodeBorderNetwork(readFileSync(join(root, 'data/territory/contours.bin')), index.codes.length);
