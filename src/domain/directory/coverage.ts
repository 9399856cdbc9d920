import type { Commune } from '#domain/territory/commune.ts';
import type { StructureRecord } from './structure.schema.ts';

/** A commune of today, and the municipal arrondissement asked for when it is Paris, Lyon or Marseille. */
export type CoveredPlace = { readonly commune: Commune; readonly arrondissement?: string | null | undefined };

/** By which kind of code a territory holds a place, the most precise first. */
export const coverageLevels = ['commune', 'epci', 'departement'] as const;
export type CoverageLevel = (typeof coverageLevels)[number];

type Territory = StructureRecord['territoire'];

/** How a territory covers a place, by codes only: no distance and no drawing. Null: it is not said to cover it. */
export function coverageOf(territory: Territory, { commune, arrondissement }: CoveredPlace): CoverageLevel | null {
  if (!territory) return null;
  const codes = [commune.code, ...(arrondissement ? [arrondissement] : [])];
  if (codes.some((code) => territory.communes.includes(code))) return 'commune';
  if (commune.epci && territory.epci.includes(commune.epci.code)) return 'epci';
  return territory.departements.includes(commune.departement.code) ? 'departement' : null;
}

/** True when the territory holds an unknown part of the department of the place. */
export const mayCover = (territory: Territory, { commune }: CoveredPlace): boolean =>
  territory?.departementsEnPartie.includes(commune.departement.code) ?? false;
