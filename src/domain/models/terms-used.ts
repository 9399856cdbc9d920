import type { Term } from './glossary.schema.ts';

/**
 * The terms whose meaning a reader may want beside a text, in French order: acronyms as they are written, and terms of
 * several words. A single everyday word (« convention », « population ») needs none.
 */
export function termsUsed(terms: readonly Term[], text: string): Term[] {
  return terms
    .filter(({ terme, sigle, alias }) => {
      if (sigle) return [sigle, ...alias].some((name) => holds(text, name));
      return /[ A-Z]/.test(terme) && [terme, ...alias].some((name) => holds(text.toLowerCase(), name.toLowerCase()));
    })
    .toSorted((a, b) => heading(a).localeCompare(heading(b), 'fr'));
}

/** « ACI », or « premier recours » when there is no acronym. */
export const heading = ({ sigle, terme }: Term): string => sigle ?? terme;

const holds = (text: string, name: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}-])${RegExp.escape(name)}(?![\\p{L}\\p{N}])`, 'u').test(text);
