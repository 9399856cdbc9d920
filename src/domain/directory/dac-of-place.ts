import type { Commune } from '#domain/territory/commune.ts';
import { type CoverageLevel, type CoveredPlace, coverageLevels, coverageOf, mayCover } from './coverage.ts';
import { type Recourse, type RecourseFacts, recourseAt } from './recourse.ts';
import type { Structure } from './structure.schema.ts';

export type DacFacts = RecourseFacts & { readonly dac: readonly Structure[] };

export type DacOfPlace = {
  readonly commune: Commune;
  /**
   * « connue »: the codes of a territory hold this commune. « inconnue »: none does; `dac` is then empty, or lists the
   * DAC which cover an unknown part of the department, and `preuve` says so.
   */
  readonly couverture: 'connue' | 'inconnue';
  readonly dac: readonly Structure[];
  readonly preuve: DacProof;
  /** What is left; empty only when a DAC that covers the commune has a telephone. */
  readonly recours: readonly Recourse[];
};

/** Why this answer. `joignable`: our sources say how to reach the only DAC. */
export type DacProof =
  | { readonly code: 'PLUSIEURS_DAC'; readonly nombre: number }
  | {
      readonly code: 'COMMUNE_NOMMEE';
      /** The source's own date; empty when it gives none. */
      readonly dateSource: string;
      readonly joignable: boolean;
      readonly aConfirmer: boolean;
    }
  | { readonly code: 'EPCI_EN_ENTIER' | 'DEPARTEMENT_EN_ENTIER'; readonly joignable: boolean }
  | { readonly code: 'DAC_INCONNU' }
  /** So many DAC cover an unknown part of the department. */
  | { readonly code: 'DEPARTEMENT_EN_PARTIE'; readonly nombre: number };

/**
 * The DAC in charge of a place, by codes alone: a list of communes beats an EPCI, which beats a whole department, and
 * only what is most precise is kept. A DAC of the neighbourhood is never given as if it were the right one.
 */
export function dacOfPlace(place: CoveredPlace, facts: DacFacts): DacOfPlace {
  const { commune } = place;
  for (const level of coverageLevels) {
    const dac = facts.dac.filter(({ territoire }) => coverageOf(territoire, place) === level);
    if (dac.length === 0) continue;
    const recours = dac.some(({ telephone }) => telephone) ? [] : recourseAt(place, facts);
    return { commune, couverture: 'connue', dac, preuve: proof(level, dac), recours };
  }
  const dac = facts.dac.filter(({ territoire }) => mayCover(territoire, place));
  return {
    commune,
    couverture: 'inconnue',
    dac,
    preuve: dac.length === 0 ? { code: 'DAC_INCONNU' } : { code: 'DEPARTEMENT_EN_PARTIE', nombre: dac.length },
    recours: recourseAt(place, facts),
  };
}

function proof(level: CoverageLevel, dac: readonly Structure[]): DacProof {
  const [only, second] = dac;
  if (!only || second) return { code: 'PLUSIEURS_DAC', nombre: dac.length };
  const joignable = Boolean(only.telephone || only.courriel || only.site);
  switch (level) {
    case 'commune': {
      const source = only.sources.find(({ champ }) => champ === 'territoire') ?? only.sources[0];
      const aConfirmer = joignable && only.fraicheur !== 'a-jour';
      return { code: 'COMMUNE_NOMMEE', dateSource: source?.date ?? '', joignable, aConfirmer };
    }
    case 'epci':
      return { code: 'EPCI_EN_ENTIER', joignable };
    case 'departement':
      return { code: 'DEPARTEMENT_EN_ENTIER', joignable };
  }
}
