import type { StructureRecord } from './structure.schema.ts';

/** A commune by the codes that a territory may be made of. */
export type CommuneCodes = { readonly code: string; readonly departement: string; readonly epci: string | null };

export type DepartementCoverage = {
  readonly departement: string;
  readonly communes: number;
  /** Communes for which a DAC is known by codes. */
  readonly couvertes: number;
  /**
   * `entier`: every commune; `en-partie`: some, or a DAC is known to act there without our knowing in which communes;
   * `inconnu`: no DAC is known there.
   */
  readonly etat: 'entier' | 'en-partie' | 'inconnu';
};

/** Where a DAC is known, department by department, from the territories of the DACs and nothing else. */
export function dacCoverage(
  dac: readonly Pick<StructureRecord, 'territoire'>[],
  communes: readonly CommuneCodes[],
): DepartementCoverage[] {
  const territories = dac.flatMap(({ territoire }) => territoire ?? []);
  const departements = new Set(territories.flatMap((one) => one.departements));
  const epci = new Set(territories.flatMap((one) => one.epci));
  const codes = new Set(territories.flatMap((one) => one.communes));
  const partly = new Set(territories.flatMap((one) => one.departementsEnPartie));

  const coverage = new Map<string, { communes: number; couvertes: number }>();
  for (const { code, departement, epci: own } of communes) {
    const count = coverage.get(departement) ?? { communes: 0, couvertes: 0 };
    const isCovered = departements.has(departement) || (own !== null && epci.has(own)) || codes.has(code);
    coverage.set(departement, { communes: count.communes + 1, couvertes: count.couvertes + (isCovered ? 1 : 0) });
  }
  return [...coverage].map(([departement, count]) => ({
    departement,
    ...count,
    etat:
      count.couvertes === count.communes
        ? 'entier'
        : count.couvertes > 0 || partly.has(departement)
          ? 'en-partie'
          : 'inconnu',
  }));
}
