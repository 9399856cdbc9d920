import type { StructureRecord } from '#domain/directory/structure.schema.ts';
import type { BorderNetwork } from '#domain/territory/border-network.ts';
import type { CommuneIndex } from '#domain/territory/commune-index.ts';
import { type TerritoryOutline, territoryOutline } from '#domain/territory/territory-outline.ts';

/** The outline of a structure's territory for a small picture; null when nothing of it can be drawn. */
export type Outlines = (structure: Pick<StructureRecord, 'territoire'>) => TerritoryOutline | null;

/** About 2 km: what a picture of 240 units shows. */
const tolerance = 0.02;
const mostKept = 500;

/**
 * Draws each territory once (about a millisecond) and keeps it by what it holds: « Mon DAC » shows the same sixty all
 * day long, and a corrected one is another.
 */
export function createOutlines(communes: CommuneIndex, borders: BorderNetwork): Outlines {
  const kept = new Map<string, TerritoryOutline | null>();
  return ({ territoire }) => {
    if (!territoire) return null;
    const codes = JSON.stringify(territoire);
    const known = kept.get(codes);
    if (known !== undefined) return known;
    if (kept.size >= mostKept) kept.clear();
    const outline = territoryOutline(communes, borders, territoire, tolerance);
    kept.set(codes, outline);
    return outline;
  };
}
