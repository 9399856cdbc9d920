import type { Commune } from '#domain/territory/commune.ts';
import { type CoverageLevel, type CoveredPlace, coverageLevels, coverageOf, mayCover } from './coverage.ts';
import { inDepartement, type NamedDepartement, ofDepartement } from './departement-words.ts';
import { type Recourse, type RecourseFacts, recourseAt } from './recourse.ts';
import { sourceOf } from './source-date.ts';
import type { Structure } from './structure.schema.ts';

export type DacFacts = RecourseFacts & {
  readonly dac: readonly Structure[];
  /** Departments by code, for their articles. */
  readonly departements: ReadonlyMap<string, NamedDepartement>;
};

/** The answer of `/api/v1/dac`. */
export type DacAnswer = {
  readonly commune: Commune;
  /**
   * « connue »: the codes of a territory hold this commune. « inconnue »: none does; `dac` is then empty, or lists the
   * DAC which cover an unknown part of the department, and `preuve` says so.
   */
  readonly couverture: 'connue' | 'inconnue';
  readonly dac: readonly Structure[];
  /** One French sentence that says why. */
  readonly preuve: string;
  /** What is left; empty only when a DAC that covers the commune has a telephone. */
  readonly recours: readonly Recourse[];
};

/**
 * The DAC in charge of a place, by codes alone: a list of communes beats an EPCI, which beats a whole department, and
 * only what is most precise is kept. A DAC of the neighbourhood is never given as if it were the right one.
 */
export function dacOfPlace(place: CoveredPlace, facts: DacFacts): DacAnswer {
  const { commune } = place;
  for (const level of coverageLevels) {
    const dac = facts.dac.filter(({ territoire }) => coverageOf(territoire, place) === level);
    if (dac.length === 0) continue;
    const recours = dac.some(({ telephone }) => telephone) ? [] : recourseAt(place, facts);
    return { commune, couverture: 'connue', dac, preuve: proof(level, commune, dac, facts), recours };
  }
  const dac = facts.dac.filter(({ territoire }) => mayCover(territoire, place));
  return {
    commune,
    couverture: 'inconnue',
    dac,
    preuve: doubt(commune, dac, facts),
    recours: recourseAt(place, facts),
  };
}

function proof(level: CoverageLevel, commune: Commune, dac: readonly Structure[], facts: DacFacts): string {
  const [only, second] = dac;
  if (!only || second) return `Nos sources donnent ${count(dac.length)} DAC pour ${commune.nom} : les voici tous.`;
  const reachable = only.telephone || only.courriel || only.site;
  const reserve = reachable ? '' : ', mais nos sources ne disent pas comment le joindre';
  switch (level) {
    case 'commune': {
      const source = only.sources.find(({ champ }) => champ === 'territoire') ?? only.sources[0];
      const toConfirm = reachable && only.fraicheur !== 'a-jour' ? ' : à confirmer' : '';
      return `${capital(sourceOf(source?.date ?? ''))} compte ${commune.nom} parmi les communes de ce DAC${reserve}${toConfirm}.`;
    }
    case 'epci':
      return `${commune.nom} fait partie de l’intercommunalité ${commune.epci?.nom}, que ce DAC couvre en entier${reserve}.`;
    case 'departement':
      return `${commune.nom} est ${inDepartement(departementOf(commune, facts))}, que ce DAC couvre en entier${reserve}.`;
  }
}

function doubt(commune: Commune, dac: readonly Structure[], facts: DacFacts): string {
  const departement = departementOf(commune, facts);
  const [first, second] = dac;
  const where = departement.nom === commune.nom ? '' : `, ${inDepartement(departement)}`;
  if (!first) return `Nos sources ne disent pas quel DAC couvre ${commune.nom}${where}.`;
  const part = `une partie ${ofDepartement(departement)}`;
  if (!second) return `Ce DAC couvre ${part}, mais nos sources ne disent pas si ${commune.nom} en fait partie.`;
  return `${capital(count(dac.length))} DAC couvrent chacun ${part}, mais nos sources ne disent pas lequel couvre ${commune.nom} : les voici tous.`;
}

const departementOf = ({ departement }: Commune, { departements }: DacFacts): NamedDepartement =>
  departements.get(departement.code) ?? { ...departement, article: '' };

const count = (number: number): string => ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq'][number] ?? String(number);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
