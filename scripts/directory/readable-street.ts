import type { Lexicon } from './lexicon.ts';
import { commonWords, initials, lettersOf, linkWords } from './words.ts';

/** The kinds of street that FINESS shortens. */
const kinds: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ACH: 'ancien chemin',
    ALL: 'allée',
    AV: 'avenue',
    AVE: 'avenue',
    BD: 'boulevard',
    BLD: 'boulevard',
    CAR: 'carrefour',
    CHE: 'chemin',
    CHS: 'chaussée',
    CITE: 'cité',
    COUR: 'cour',
    CRS: 'cours',
    DOM: 'domaine',
    ENC: 'enclos',
    ESP: 'esplanade',
    ESPA: 'espace',
    FG: 'faubourg',
    GR: 'Grande rue',
    HAM: 'hameau',
    IMM: 'immeuble',
    IMP: 'impasse',
    LD: 'lieu-dit',
    LOT: 'lotissement',
    MAIL: 'mail',
    MTE: 'montée',
    PARC: 'parc',
    PAS: 'passage',
    PL: 'place',
    PROM: 'promenade',
    PRV: 'parvis',
    QU: 'quai',
    QUA: 'quai',
    QUAI: 'quai',
    R: 'rue',
    RES: 'résidence',
    RLE: 'ruelle',
    ROC: 'rocade',
    RPT: 'rond-point',
    RTE: 'route',
    RUE: 'rue',
    SEN: 'sente',
    SQ: 'square',
    TRA: 'traverse',
    TSSE: 'terrasse',
    VC: 'voie communale',
    VLA: 'villa',
    VLGE: 'village',
    VOI: 'voie',
    ZA: 'ZA',
    ZAC: 'ZAC',
    ZI: 'ZI',
  }),
);

const again: ReadonlyMap<string, string> = new Map([
  ['B', 'bis'],
  ['T', 'ter'],
  ['Q', 'quater'],
]);

/** Words of an address that stay small, besides those of names. */
const small: ReadonlySet<string> = new Set(
  `RUE PLACE AVENUE BOULEVARD ROUTE CHEMIN ALLEE IMPASSE QUAI COURS SQUARE PASSAGE ANCIEN ANCIENNE BIS TER QUATER ETAGE
  BATIMENT BAT IMMEUBLE RESIDENCE ESPACE LIEU DIT ZONE BIS PARC ANGLE LOTISSEMENT PORTE ENTREE BUREAU CELLULE LOCAL
  RDC`.split(/\s+/),
);
const rewritten: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ALLEE: 'allée',
    BAT: 'bâtiment',
    BATIMENT: 'bâtiment',
    CCIAL: 'commercial',
    CIAL: 'commercial',
    COMMERCIAL: 'commercial',
    CTRE: 'centre',
    DIT: 'dit',
    DR: 'Docteur',
    ENTREE: 'entrée',
    ETAGE: 'étage',
    GAL: 'Général',
    GEN: 'Général',
    GENERAL: 'Général',
    HTE: 'Haute',
    IMM: 'immeuble',
    MAL: 'Maréchal',
    MARECHAL: 'Maréchal',
    PDT: 'Président',
    PROF: 'Professeur',
    PR: 'Professeur',
    RESIDENCE: 'résidence',
    RES: 'résidence',
    RPT: 'rond-point',
  }),
);

/**
 * The lines of an address as people write them, without boxes and postal races: « 2 R B DU GAL LECLERC | BP 12 » is
 * « 2 bis rue du Général Leclerc ». Null when nothing is left.
 */
export function readableStreet(written: string, lexicon: Lexicon): string | null {
  const lines = written
    .split('|')
    .map((line) => withoutBoxes(line))
    .filter((line) => line !== '')
    .map((line) => readableLine(line, lexicon));
  const whole = [...new Set(lines)].join(', ');
  return whole === '' ? null : whole;
}

const withoutBoxes = (line: string): string =>
  line
    .replaceAll(/\b(?:B\.?P\.?|CS|TSA|CP)\s?N?°?\s?[\d ]+/g, ' ')
    .replace(/^\s*\d{4,}\s*$/, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s,;-]+|[\s,;-]+$/g, '');

function readableLine(line: string, lexicon: Lexicon): string {
  const words = line.split(' ');
  const number = /^\d+(?:[-/]\d+)?$/.test(words[0]!) ? words.shift()! : '';
  let repeat = number === '' ? '' : repeatedBy(words[0]);
  if (repeat !== '' && (again.has(words[0]!) || words[0]!.length > 1 || kinds.has(words[1] ?? ''))) words.shift();
  else repeat = '';
  const kind = kinds.get((words[0] ?? '').replace('.', ''));
  if (!kind || (words.length < 2 && kind !== 'Grande rue')) return capital(wordsOf(line, lexicon));
  words.shift();
  if (number !== '' && repeat === '') {
    const letter = words.length > 1 ? repeatedBy(words[0]) : '';
    const elides = /^[DL]$/.test(words[0] ?? '') && /^[AEIOUYHÉÈ]/.test(words[1] ?? '');
    if (letter !== '' && words[0]!.length === 1 && !elides) {
      repeat = letter;
      words.shift();
    } else if (words.length > 1 && /^[A-Z]$/.test(words.at(-1)!)) repeat = repeatedBy(words.pop());
  }
  if (kind === 'Grande rue' && words[0] === 'GRANDE') words.shift();
  if (kind === 'Grande rue' && words[0] === 'RUE') words.shift();
  return capital([number, repeat, kind, wordsOf(words.join(' '), lexicon)].filter(Boolean).join(' '));
}

/** The letter or word after a number: « 2 B » is « 2 bis ». */
function repeatedBy(word: string | undefined): string {
  if (word === undefined || !/^(?:[A-Z]|BIS|TER|QUATER)$/.test(word)) return '';
  return again.get(word) ?? (word.length > 1 ? word.toLowerCase() : word);
}

function wordsOf(text: string, lexicon: Lexicon): string {
  const words = text.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]|\s+/gu) ?? [];
  return words
    .map((word, rank) => wordOf(word, words[rank - 1] ?? '', words[rank + 1] ?? '', words[rank + 2] ?? '', lexicon))
    .join('')
    .replaceAll("'", '’')
    .replaceAll(/\b([dl])’\s+/g, '$1’')
    .replaceAll(/\b(Saint|Sainte|Notre) (?=\p{Lu})/gu, '$1-')
    .replaceAll(/["«»]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function wordOf(word: string, before: string, after: string, next: string, lexicon: Lexicon): string {
  if (!/\p{L}/u.test(word)) return word.trim() === '' ? ' ' : word;
  const letters = lettersOf(word);
  if (letters === 'ST') return 'Saint';
  if (letters === 'STE') return 'Sainte';
  if (/^[DL]$/.test(letters) && (/^[’']/.test(after) || /^[AEIOUYH]/.test(lettersOf(next)))) {
    return /^[’']/.test(after) ? letters.toLowerCase() : `${letters.toLowerCase()}’`;
  }
  if (/\d/.test(letters)) return letters.replace(/^(\d+)(?:EME|ÈME|E)$/, '$1e').replace(/^1ER$/, '1er');
  const ours = rewritten.get(letters);
  if (ours) return ours;
  if (letters === 'A' && before !== '' && /^\s/.test(after)) return 'à';
  if (linkWords.has(letters) && letters.length > 1) return letters.toLowerCase();
  if (small.has(letters)) return lexicon.accented(letters)?.toLowerCase() ?? letters.toLowerCase();
  if (initials.has(letters) || /^[^AEIOUY\d]{2,}$/.test(letters) || /^(?:[IVX]{2,5}|ZA|ZI|ZAC|ZAE)$/.test(letters)) {
    return letters;
  }
  if (letters.length === 1) return letters;
  const common = commonWords.get(letters);
  if (common) return capital(common);
  return lexicon.accented(letters) ?? proper(word);
}

const proper = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
