import type { CommuneIndex } from '../../src/domain/territory/commune-index.ts';
import { departementCodeOf } from '../../src/domain/territory/places.ts';
import { accentedNames, lettersOf } from './words.ts';

/** What the commune table teaches of French names: their accents, their hyphens. */
export type Lexicon = {
  /** A word in capitals as a name writes it, where nearly all communes agree: « CHATEAU » is « Château ». */
  readonly accented: (word: string) => string | null;
  /** Names of several words of a department, by their letters: « PONT DE ROIDE » is « Pont-de-Roide ». */
  readonly placesOf: (departement: string) => ReadonlyMap<string, string>;
};

/** How large a part of the communes must write a word with the same accents for us to believe them. */
const agreement = 0.9;

/** The words of a name as FINESS writes them: « Saint-Symphorien-sur-Coise » is SAINT, SYMPHORIEN, SUR, COISE. */
export const wordsOfPlace = (name: string): string[] => lettersOf(name).match(/[A-Z0-9]+/g) ?? [];

export function lexiconOf(index: CommuneIndex): Lexicon {
  const names = [...index.names, ...index.others.map(({ nom }) => nom)];
  const forms = new Map<string, Map<string, number>>();
  for (const name of names) {
    for (const word of name.match(/\p{L}{2,}/gu) ?? []) {
      const letters = lettersOf(word);
      const own = forms.get(letters) ?? new Map<string, number>();
      const form = word.charAt(0).toUpperCase() + word.slice(1);
      forms.set(letters, own.set(form, (own.get(form) ?? 0) + 1));
    }
  }
  const places = new Map<string, Map<string, string>>();
  const add = (code: string, name: string) => {
    const words = wordsOfPlace(name);
    if (words.length < 2) return;
    const departement = code.length > 3 ? departementCodeOf(code) : code;
    const own = places.get(departement) ?? new Map<string, string>();
    places.set(departement, own.has(words.join(' ')) ? own : own.set(words.join(' '), name));
  };
  for (const { code, nom, nature } of index.others) if (nature !== 'arrondissement') add(code, nom);
  index.codes.forEach((code, number) => {
    add(code, index.names[number]!);
  });
  for (const departement of index.departements.values()) {
    for (const code of index.departements.keys()) add(code, departement.nom);
  }
  return {
    accented: (word) => accentedNames.get(word) ?? agreed(forms.get(word)),
    placesOf: (departement) => places.get(departement) ?? new Map(),
  };
}

function agreed(forms: ReadonlyMap<string, number> | undefined): string | null {
  if (!forms) return null;
  const [best] = [...forms].sort((a, b) => b[1] - a[1]);
  const total = [...forms.values()].reduce((sum, count) => sum + count, 0);
  return best && best[1] / total >= agreement ? best[0] : null;
}
