import { type Structure, structureTypes } from '#domain/directory/structure.schema.ts';
import type { Commune } from '#domain/territory/commune.ts';
import type { CommuneHit } from '#domain/territory/commune-hit.ts';
import { searchCommuneHits } from '#domain/territory/commune-index.ts';
import type { Directory } from '../directory/directory.ts';
import { findDac } from '../directory/find-dac.ts';
import { type SearchNeeds, searchStructures } from '../directory/search-structures.ts';
import { type PageSearch, searchPages } from './search-pages.ts';

type SiteSearchNeeds = SearchNeeds & { readonly directory: Directory };

/** A place under the name and the code it was found by, its commune of today, and its DAC when exactly one is known. */
export type FoundCommune = {
  readonly code: string;
  readonly nom: string;
  readonly commune: Commune;
  readonly dac: Structure | null;
};

export type SiteSearch = PageSearch & {
  readonly communes: readonly FoundCommune[];
  readonly structures: { readonly total: number; readonly liste: readonly Structure[] };
};

/** More than the site has: the page shows the first ones and folds the others. */
const mostPages = 60;
const mostCommunes = 5;
const mostStructures = 5;

/**
 * Pages, communes and structures for a query. A commune is given when its name or a code is exactly what was typed;
 * one that only looks like it, when no page answers: « maison » is not asking for Maisons-Alfort, nor « ARS » for the
 * communes named Ars.
 */
export async function searchSite(needs: SiteSearchNeeds, query: string): Promise<SiteSearch> {
  const [found, structures] = await Promise.all([
    searchPages(needs.database, query, mostPages),
    structuresNamed(needs, query),
  ]);
  const isKind = structureTypes.some((type) => type === query.toLowerCase());
  const hits = isKind ? [] : searchCommuneHits(needs.communes, placeWords(query), mostCommunes);
  const sure = hits.filter(({ niveau }) => niveau === 'exact' || niveau === 'code');
  const shown = found.pages.length === 0 && sure.length === 0 ? hits : sure;
  return { ...found, communes: shown.map((hit) => foundCommune(needs, hit)), structures };
}

function foundCommune(needs: SiteSearchNeeds, { code, commune, trouvePar }: CommuneHit): FoundCommune {
  const answer = findDac(needs, code);
  const [only, second] = answer?.couverture === 'connue' ? answer.dac : [];
  return { code, nom: trouvePar?.nom ?? commune.nom, commune, dac: second ? null : (only ?? null) };
}

/** « DAC de Troyes », « msp troyes »: the kind of structure is not part of the name of the place. */
const placeWords = (query: string): string =>
  query
    .replace(
      /^(?:(?:mon|le|un) )?(?:dac|cpts|msp|cds|esp(?: clap)?|ess|clic)\b\s*(?:de la ville de |à |de |d['’]|du |des )?/iu,
      '',
    )
    .trim() || query;

async function structuresNamed(needs: SiteSearchNeeds, query: string): Promise<SiteSearch['structures']> {
  const nothing = { total: 0, liste: [] };
  if (query.length < 2 || query.length > 100) return nothing;
  const found = await searchStructures(needs, { q: query, page: 1, taille: mostStructures });
  return { total: found.total, liste: found.structures };
}
