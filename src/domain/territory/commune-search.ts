import { bestPlaces, type Tier, tiers } from './best-places.ts';
import { codeHits } from './code-search.ts';
import { type CommuneHit, hitOfCommune, hitOfOther } from './commune-hit.ts';
import { offerBeginnings, offerMended, offerWords, type Placing } from './name-search.ts';
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
  return nameAndCodeHits(
    search,
    words.filter((word) => word !== code),
    code,
  );
}

/** « Troyes Cedex 9 » is Troyes. */
const withoutCedex = (words: readonly string[]): string[] =>
  words.filter((word, at) => word !== 'cedex' && !(words[at - 1] === 'cedex' && /^\d{1,2}$/.test(word)));

type NameSearch = {
  readonly index: CommuneIndex;
  readonly limit: number;
  /** Whether the last word is typed to its end: « st » then is « saint », not the beginning of « Strasbourg ». */
  readonly isComplete: boolean;
  /** Whether the commune of a number may answer. */
  readonly accepts: (commune: number) => boolean;
};

/** By the name as it is; else by a name and the department or region after it; else with one mistake mended. */
function nameHits(search: NameSearch, words: readonly string[]): CommuneHit[] {
  const asTyped = hitsNamed(search, words, 'as-typed');
  if (asTyped.length > 0) return asTyped.length < search.limit ? hitsNamed(search, words, 'mended') : asTyped;
  const name = words.filter((word) => !/^\d/.test(word));
  const hasNumber = name.length > 0 && name.length < words.length;
  const attempts = [
    () => hitsPlaced(search, words, 'as-typed'),
    () => (hasNumber ? hitsNamed(search, name, 'as-typed') : []),
    () => hitsPlaced(search, words, 'mended'),
    () => (name.length > 0 ? hitsNamed(search, name, 'mended') : []),
  ];
  for (const attempt of attempts) {
    const hits = attempt();
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
function hitsPlaced(search: NameSearch, words: readonly string[], mode: 'as-typed' | 'mended'): CommuneHit[] {
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

function hitsNamed(search: NameSearch, words: readonly string[], mode: 'as-typed' | 'mended'): CommuneHit[] {
  const { index, limit } = search;
  const { nameIndex } = index;
  const placing = placingOf(search, words);
  const best = bestPlaces(limit);
  const full = words.map(expandSaint);
  const last = words.at(-1)!;
  offerBeginnings(nameIndex, full, placing, best);
  if (!search.isComplete && last !== expandSaint(last)) {
    offerBeginnings(nameIndex, [...full.slice(0, -1), last], placing, best);
  }
  if (!best.isFull()) offerWords(nameIndex, full, placing, best, false);
  const isFound = best.isFull() || best.has(tiers.exact) || best.has(tiers.exactAfterArticle);
  if (mode === 'mended' && !isFound) {
    offerMended(nameIndex, full, placing, best);
    if (!best.isFull()) offerWords(nameIndex, full, placing, best, true);
  }
  return best.list().map(({ place, tier }) => {
    const other = index.others[place - index.codes.length];
    return other ? hitOfOther(index, other, levels[tier]) : hitOfCommune(index, place, levels[tier]);
  });
}

const levels = [
  'exact',
  'exact',
  'debut',
  'mot',
  'mot',
  'approche',
  'approche',
  'approche',
  'approche',
] as const satisfies Record<Tier, CommuneHit['niveau']>;

/** Communes by population; the names of other days after them; arrondissements only when a number was typed. */
function placingOf({ index, accepts }: NameSearch, words: readonly string[]): Placing {
  const count = index.codes.length;
  const hasNumber = words.some((word) => /\d/.test(word));
  const otherAt = (place: number) => index.others[place - count]!;
  return {
    ownerOf: (place) => {
      if (place < count) return place;
      return otherAt(place).nature === 'arrondissement' ? place : otherAt(place).commune;
    },
    weightOf: (place) => (place < count ? index.populations[place]! : otherAt(place).population),
    accepts: (place) => {
      if (place < count) return accepts(place);
      return accepts(otherAt(place).commune) && (hasNumber || otherAt(place).nature !== 'arrondissement');
    },
  };
}
