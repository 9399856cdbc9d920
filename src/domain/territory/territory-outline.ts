import type { BorderNetwork } from './border-network.ts';
import { polygonsOf, ringsAround } from './border-rings.ts';
import type { CommuneIndex } from './places.ts';
import { type LonLat, simplifyRing } from './simplify-line.ts';
import { placesBeginning } from './sorted-texts.ts';

/** A territory as the directory writes it: a union of codes. */
export type TerritoryCodes = {
  readonly departements: readonly string[];
  readonly epci: readonly string[];
  /** Communes, and municipal arrondissements. */
  readonly communes: readonly string[];
};

/**
 * Approximate, to be captioned « contours approximatifs »: never the proof that a place is covered. Polygons as GeoJSON
 * has them, WGS84: the largest first, each an outer ring and its holes.
 */
export type TerritoryOutline = {
  readonly polygons: readonly (readonly (readonly LonLat[])[])[];
  /** Codes that could not be drawn: some islands, overseas collectivities, part of Paris, Lyon or Marseille. */
  readonly notDrawn: readonly string[];
};

/**
 * The outline of a territory, simplified to `tolerance` degrees of latitude (0.01 is about a kilometre). Null when
 * nothing of it can be drawn.
 */
export function territoryOutline(
  index: CommuneIndex,
  network: BorderNetwork,
  codes: TerritoryCodes,
  tolerance = 0,
): TerritoryOutline | null {
  const { members, notDrawn } = membersOf(index, codes);
  const isInside = new Uint8Array(index.codes.length);
  for (const number of members) isInside[number] = 1;
  const polygons = polygonsOf(ringsAround(network, isInside))
    .map((rings) => rings.map((ring) => simplifyRing(ring, tolerance)).filter(({ length }) => length > 0))
    .filter(({ length }) => length > 0);
  if (polygons.length === 0) return null;
  const bare = members.filter((number) => network.isDrawn[number] === 0).map((number) => index.codes[number]!);
  return { polygons, notDrawn: [...notDrawn, ...bare] };
}

/** An arrondissement has no border of its own: its commune is drawn when all its arrondissements are in the territory. */
function membersOf(index: CommuneIndex, codes: TerritoryCodes): { members: number[]; notDrawn: string[] } {
  const members = new Set<number>();
  const notDrawn: string[] = [];
  for (const departement of codes.departements) {
    if (!index.departements.has(departement)) continue;
    const { from, to } = placesBeginning(index.codes, departement);
    for (let number = from; number < to; number++) members.add(number);
  }
  for (const epci of codes.epci) for (const number of index.byEpci.get(epci) ?? []) members.add(number);
  const listed = new Set(codes.communes);
  for (const code of listed) {
    const other = index.otherByCode.get(code);
    const number = index.numberOf.get(code) ?? other?.commune;
    if (number === undefined || members.has(number)) continue;
    const isWhole =
      other?.nature !== 'arrondissement' ||
      index.others.every(
        (place) => place.nature !== 'arrondissement' || place.commune !== number || listed.has(place.code),
      );
    if (isWhole) members.add(number);
    else notDrawn.push(code);
  }
  return { members: [...members], notDrawn };
}
