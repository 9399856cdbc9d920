import { codeHits } from './code-search.ts';
import type { CommuneHit } from './commune-hit.ts';
import { hitsNamed, type Mode, type NameSearch } from './named-communes.ts';
import { type CommuneIndex, departementCodeOf } from './places.ts';
import { expandSaint, searchWords } from './search-words.ts';

/**
 * As `searchCommunes`, saying under which name or code each commune was found, and how surely. Each commune once, but
 * for municipal arrondissements asked for by number (« paris 1 »), which answer one by one.
 */
export function searchCommuneHits(index: CommuneIndex, text: string, limit: number): CommuneHit[] {
  const words = withoutCedex(searchWords(text));
  const letters = words.join('');
  if (letters === '' || limit < 1) return [];
  const isNumber = /^\d+$/.test(letters) && !/[a-z]/i.test(text);
  if (isNumber || /^2[ab]\d{0,3}$/.test(letters)) return codeHits(index, letters, limit);
  const search: NameSearch = { index, limit, isComplete: !/[\p{L}\p{N}]$/u.test(text), accepts: () => true };
  const code = words.find((word) => /^(?:\d{2}|2[ab])\d{3}$/.test(word));
  if (code === undefined) return nameHits(search, words);
  const name = words.filter((word) => word !== code);
  return name.length > 0 ? nameAndCodeHits(search, name, code) : codeHits(index, code, limit);
}

/** « Troyes Cedex 9 » is Troyes. */
const withoutCedex = (words: readonly string[]): string[] =>
  words.filter((word, at) => word !== 'cedex' && !(words[at - 1] === 'cedex' && /^\d{1,2}$/.test(word)));

/** The first reading that finds something: the name, the name near a department or region, with a mistake or not. */
function nameHits(search: NameSearch, words: readonly string[]): CommuneHit[] {
  const name = words.filter((word) => !/^\d/.test(word));
  const hasNumber = name.length > 0 && name.length < words.length;
  const readings = [
    () => hitsNamed(search, words, 'letters-mended'),
    () => hitsPlaced(search, words, 'as-typed'),
    () => (hasNumber ? hitsNamed(search, name, 'as-typed') : []),
    () => hitsNamed(search, words, 'mended'),
    () => hitsPlaced(search, words, 'mended'),
    () => (hasNumber ? hitsNamed(search, name, 'mended') : []),
  ];
  for (const read of readings) {
    const hits = read();
    if (hits.length > 0) return hits;
  }
  return [];
}

/** « 10000 Troyes »: the communes of the code, that of the name first; else the name, near where a Cedex code says. */
function nameAndCodeHits(search: NameSearch, name: readonly string[], code: string): CommuneHit[] {
  const { index, limit } = search;
  const ofCode = codeHits(index, code, Number.POSITIVE_INFINITY);
  const namedWhere = (accepts: NameSearch['accepts']) => hitsNamed({ ...search, accepts }, name, 'mended');
  const codes = new Set(ofCode.map(({ commune }) => commune.code));
  const ofBoth = new Set(namedWhere((n) => codes.has(index.codes[n]!)).map(({ commune }) => commune.code));
  if (ofBoth.size > 0) {
    const isOfBoth = ({ commune }: CommuneHit) => ofBoth.has(commune.code);
    return [...ofCode.filter(isOfBoth), ...ofCode.filter((hit) => !isOfBoth(hit))].slice(0, limit);
  }
  const nearby = namedWhere((n) => departementCodeOf(index.codes[n]!) === departementCodeOf(code));
  if (nearby.length > 0) return nearby;
  return ofCode.length > 0 ? ofCode.slice(0, limit) : nameHits(search, name);
}

/** « Saint-Denis (974) », « saint denis reunion », « Valence Drôme »: a name, then its department or region. */
function hitsPlaced(search: NameSearch, words: readonly string[], mode: Mode): CommuneHit[] {
  const { index } = search;
  for (let cut = words.length - 1; cut >= Math.max(1, words.length - longestAreaName); cut--) {
    const departements = departementsNamed(index, words.slice(cut));
    if (departements.size === 0) continue;
    const accepts = (commune: number) => departements.has(departementCodeOf(index.codes[commune]!));
    const hits = hitsNamed({ ...search, accepts, isComplete: true }, words.slice(0, cut), mode);
    if (hits.length > 0) return hits;
  }
  return [];
}
/** « Terres australes et antarctiques françaises », and « de la » before a name. */
const longestAreaName = 7;

const linkWords: ReadonlySet<string> = new Set(['d', 'de', 'des', 'du', 'en', 'et', 'l', 'la', 'le', 'les']);

function departementsNamed(index: CommuneIndex, words: readonly string[]): ReadonlySet<string> {
  const [code] = words;
  const isCode = words.length === 1 && /^(?:\d|2[ab])/.test(code!);
  const telling = words.filter((word) => !linkWords.has(word));
  if (!isCode && telling.join('').length < 3) return new Set();
  const matches = ({ departement, words: own }: CommuneIndex['areas'][number]): boolean =>
    isCode
      ? departement.startsWith(code!.toUpperCase())
      : telling.every((word) => own.some((other) => other.startsWith(expandSaint(word))));
  return new Set(index.areas.filter(matches).map(({ departement }) => departement));
}
