import type { SearchCriteria } from '#domain/directory/search-criteria.schema.ts';
import { type CommuneIndex, regionBySlug } from '#domain/territory/commune-index.ts';
import { type Box, boxAround, type Point } from '#domain/territory/distance.ts';
import { departementKey, keysOfCommune, keysOfEpci, regionKey, typeKey } from './index-keys.ts';
import { textMatches } from './text-match.ts';

/** What `SearchCriteria` filters by: all but the page. */
export type Filters = Omit<SearchCriteria, 'page' | 'taille'>;

/** Filters in the terms of the indexes. */
export type Conditions = {
  /**
   * FTS5 expressions from the closest to the widest, each holding what the one before it finds: the last one is the
   * whole answer, the others come first in it. Empty: no word and no key is asked for.
   */
  readonly matches: readonly string[];
  readonly box: Box | null;
  readonly circle: { readonly centre: Point; readonly km: number } | null;
  /** A text without a letter or a digit finds nothing. */
  readonly isEmpty: boolean;
  /** The key and the types whose counts, written beforehand, add up to the total; null: it must be counted. */
  readonly counted: { readonly key: string | null; readonly types: readonly string[] | null } | null;
};

export function conditionsOf(filters: Filters, communes: CommuneIndex): Conditions {
  const { type, departement, region, epci, commune, q, bbox, autour, rayon } = filters;
  const regionCode = region && (regionBySlug(communes, region)?.code ?? region);
  const counted = [departement && departementKey(departement), regionCode && regionKey(regionCode)].filter(isText);
  const keys = [
    type?.map(typeKey),
    ...counted.map((key) => [key]),
    epci === undefined ? undefined : keysOfEpci(epci, communes),
    commune === undefined ? undefined : keysOfCommune(commune, communes),
  ]
    .filter((either) => either !== undefined)
    .map((either) => `{cles}: (${either.map((key) => `"${key}"`).join(' OR ')})`);
  const texts = q === undefined ? null : textMatches(q);
  const circle = autour && rayon ? { centre: autour, km: rayon } : null;
  const isPlain = q === undefined && !commune && !epci && !bbox && !circle && counted.length < 2;
  return {
    matches: texts ? texts.map((text) => [text, ...keys].join(' AND ')) : keys.length > 0 ? [keys.join(' AND ')] : [],
    box: intersection(bbox ?? null, circle && boxAround(circle.centre, circle.km)),
    circle,
    isEmpty: q !== undefined && texts === null,
    counted: isPlain ? { key: counted[0] ?? null, types: type ?? null } : null,
  };
}

const isText = (key: string | undefined): key is string => key !== undefined && key !== '';

function intersection(a: Box | null, b: Box | null): Box | null {
  if (!a || !b) return a ?? b;
  return {
    ouest: Math.max(a.ouest, b.ouest),
    sud: Math.max(a.sud, b.sud),
    est: Math.min(a.est, b.est),
    nord: Math.min(a.nord, b.nord),
  };
}
