import type { StructureRecord, StructureType } from '#domain/directory/structure.schema.ts';
import { expandSaint, searchWords } from '#domain/territory/search-words.ts';

/** Words beyond these are ignored: no name holds more. */
const mostWords = 12;

/** Words that may be missing from a name without changing what is meant. */
const smallWords = new Set('a au aux d de des du en et l la le les sur'.split(' '));

/** What people type for a kind, besides the acronym that lists put in a name: « maison de santé de Louhans ». */
const kindWords: Readonly<Record<StructureType, string>> = {
  dac: 'dispositif d’appui à la coordination',
  cpts: 'communauté professionnelle territoriale de santé',
  msp: 'maison de santé médicale pluriprofessionnelle',
  cds: 'centre de santé',
  esp: 'équipe de soins primaires',
  'esp-clap': 'équipe de soins primaires',
  ess: 'équipe de soins spécialisés',
  asalee: '',
  clic: 'centre local point d’information et de coordination personnes âgées',
  repit: 'plateforme d’accompagnement et de répit aidants',
  mdph: 'maison départementale des personnes handicapées',
  federation: 'fédération',
  urps: 'union régionale des professionnels de santé',
  ars: 'agence régionale de santé',
  association: '',
};

/** What the index holds of a record's words: those of its name, and those of its kind and commune. */
export function wordsOf({ nom, type, adresse }: StructureRecord): { nom: string; contexte: string } {
  const plain = (text: string) => searchWords(text).map(expandSaint).join(' ');
  return { nom: plain(nom), contexte: plain(`${type} ${kindWords[type]} ${adresse?.commune ?? ''}`) };
}

/**
 * The FTS5 expressions of a text, from the closest to the widest, each holding all that the one before it finds:
 * every word in the name; every word begins one of the name; every word begins one of the name, the kind or the
 * commune. Words are letters and digits between quotes: nothing typed reaches FTS5's grammar. Null without a word.
 */
export function textMatches(text: string): [close: string, near: string, wide: string] | null {
  const all = [...new Set(searchWords(text))];
  const strong = all.filter((word) => !smallWords.has(word));
  const words = (strong.length > 0 ? strong : all).slice(0, mostWords);
  if (words.length === 0) return null;
  const whole = words.map((word) => `"${expandSaint(word)}"`).join(' AND ');
  const begun = words.map(begins).join(' AND ');
  return [`{nom}: (${whole})`, `{nom}: (${begun})`, `{nom contexte}: (${begun})`];
}

/** « st » may be the beginning of « station », and is « saint » too. */
function begins(word: string): string {
  const full = expandSaint(word);
  return full === word ? `"${word}"*` : `("${word}"* OR "${full}")`;
}
