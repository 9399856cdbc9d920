import { type CriterionKey, criterionKeys } from './criteria.ts';
import { isModelSlug, type ModelSlug } from './slugs.ts';

/** What an address of `/comparer` asks for. */
export type Selection = {
  /** In the order of the address; empty when it names none. */
  readonly modeles: readonly ModelSlug[];
  /** In the order of the address; all of them when it names none that we know. */
  readonly criteres: readonly CriterionKey[];
  /** Words of the address that name nothing here, shortened and few: enough for a notice. */
  readonly inconnus: { readonly modeles: readonly string[]; readonly criteres: readonly string[] };
};

/**
 * Reads `?modeles=msp,esp-clap&criteres=minimum`. Each parameter may come as one list with commas or
 * repeated, as a form without JavaScript sends it. Duplicates count once.
 */
export function readSelection(query: URLSearchParams): Selection {
  const modeles = sort(words(query.getAll('modeles')), isModelSlug);
  const criteres = sort(words(query.getAll('criteres')), isCriterionKey);
  return {
    modeles: modeles.known,
    criteres: criteres.known.length > 0 ? criteres.known : criterionKeys,
    inconnus: { modeles: modeles.unknown, criteres: criteres.unknown },
  };
}

/** The query string that says this selection, `?` included; the criteria are left out when all are shown. */
export function selectionQuery(modeles: readonly ModelSlug[], criteres: readonly CriterionKey[]): string {
  const parts = [];
  if (modeles.length > 0) parts.push(`modeles=${modeles.join(',')}`);
  if (criteres.length > 0 && criteres.join() !== criterionKeys.join()) parts.push(`criteres=${criteres.join(',')}`);
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

const isCriterionKey = (text: string): text is CriterionKey => criterionKeys.some((key) => key === text);

const words = (values: readonly string[]): string[] => [
  ...new Set(
    values
      .flatMap((value) => value.split(','))
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  ),
];

const noticedUnknowns = 5;
const noticedLength = 40;

function sort<Known extends string>(all: readonly string[], isKnown: (word: string) => word is Known) {
  return {
    known: all.filter(isKnown),
    unknown: all
      .filter((word) => !isKnown(word))
      .slice(0, noticedUnknowns)
      .map((word) => word.slice(0, noticedLength)),
  };
}
