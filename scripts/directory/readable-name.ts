import { atCommune, ofCommune } from '../../src/messages/directory/place-names.ts';
import type { Lexicon } from './lexicon.ts';
import { isApostrophe, type Token, tokensOf } from './name-tokens.ts';
import { type NamedPlace, placeInName } from './place-in-name.ts';
import { type Said, wordInName } from './word-in-name.ts';
import { lettersOf } from './words.ts';

type Piece = Said & { readonly spaced: boolean };

/**
 * A name in the capitals of an official list, as a French reader writes it: « MSP DE ST LO » is « MSP de Saint-Lô ».
 * A name that says nothing of its own gets its commune: « MAISON DE SANTE » at Nogaro is « Maison de santé de Nogaro ».
 */
export function readableName(written: string, place: NamedPlace, lexicon: Lexicon): string {
  const tokens = tokensOf(written);
  const feminine = tokens.some(({ text }) => ['MAISON', 'MSP'].includes(lettersOf(text)));
  const pieces: Piece[] = [];
  for (let at = 0; at < tokens.length; ) {
    const { kind, spaced } = tokens[at]!;
    const found = placeInName(tokens, at, written, place, lexicon);
    if (found) pieces.push({ text: found.name, proper: true, spaced });
    else if (kind === 'mark') pieces.push(...markAt(tokens, at));
    else pieces.push({ ...wordInName(tokens, at, { feminine, commune: place.commune, lexicon }), spaced });
    at += found?.length ?? 1;
  }
  const name = capital(joined(pieces));
  if (pieces.some(({ proper }) => proper)) return name;
  const commune = place.commune.replaceAll("'", '’');
  return place.isSeat ? `${name} (siège ${atCommune(commune)})` : `${name} ${ofCommune(commune)}`;
}

function markAt(tokens: readonly Token[], at: number): Piece[] {
  const { text, spaced } = tokens[at]!;
  if (text === '.') return [];
  if (isApostrophe(text)) return [{ text: '’', spaced, proper: false }];
  const isDash = text === '-' && (spaced || tokens[at + 1]?.spaced === true);
  return [isDash ? { text: '–', spaced: true, proper: false } : { text, spaced, proper: false }];
}

function joined(pieces: readonly Piece[]): string {
  let text = '';
  pieces.forEach((piece, rank) => {
    const last = pieces[rank - 1]?.text;
    const isSaint = last !== undefined && /^Saint(?:e|s)?$/.test(last) && piece.proper && /^\p{L}/u.test(piece.text);
    if (rank > 0 && isSaint) text += '-';
    else if (rank > 0 && piece.spaced && !text.endsWith('’')) text += ' ';
    text += piece.text;
  });
  return text
    .replaceAll(/ ([,)])/g, '$1')
    .replaceAll('( ', '(')
    .replaceAll(/(\S)\/ /g, '$1/')
    .replaceAll("'", '’')
    .replaceAll(/(\p{L}*médico) (dentaire|social)/giu, '$1-$2')
    .replaceAll(/(plate) (forme)/gi, '$1$2')
    .replaceAll(/mutualité(?= (?:française|\d))/g, 'Mutualité')
    .replaceAll('centre ville', 'centre-ville')
    .trim();
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
