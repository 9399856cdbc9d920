import { pageOf } from './page-of.ts';
import type { Structure } from './structure.schema.ts';

/**
 * A structure as a vCard 4.0 (RFC 6350), to keep in a telephone. A point that is only the centre of a commune is left
 * out: it would send somebody to a place where nobody is.
 * Its page in the portal names the card, so that a later one replaces it.
 * @param site the address of the portal
 * @param note what people read beside the number; empty for none
 */
export function vcardOf(structure: Structure, site: string, note: string): string {
  const page = pageOf(structure, site);
  const { adresse, position, telephone, courriel } = structure;
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:org',
    `UID:${page}`,
    `FN:${escaped(structure.nom)}`,
    `ORG:${escaped(structure.nom)}`,
    ...(telephone ? [`TEL;VALUE=uri;TYPE="work,voice":tel:${telephone}`] : []),
    ...(courriel ? [`EMAIL;TYPE=work:${escaped(courriel)}`] : []),
    ...(adresse ? [`ADR;TYPE=work:;;${addressParts(adresse)};France`] : []),
    ...(position && position.precision !== 'commune' ? [`GEO:geo:${position.lat},${position.lon}`] : []),
    ...(structure.site ? [`URL:${structure.site}`] : []),
    ...(note ? [`NOTE:${escaped(note)}`] : []),
    `SOURCE:${page}`,
    `REV:${structure.verifieLe.replaceAll('-', '')}T000000Z`,
    'END:VCARD',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

/** Street; locality; region (unknown); postcode. The two parts before them, box and extension, are always empty. */
const addressParts = ({ voie, commune, codePostal }: NonNullable<Structure['adresse']>): string =>
  [voie ?? '', commune, '', codePostal ?? ''].map(escaped).join(';');

/** RFC 6350 §3.4: backslash, comma, semicolon and line break in a value. */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(',', '\\,')
    .replaceAll(';', '\\;')
    .replace(/\r\n|\r|\n/g, '\\n');

/** RFC 6350 §3.2: lines of at most 75 octets, the next ones opening with a space, no character cut in two. */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > 75) {
      pieces.push(piece);
      piece = ' ';
      octets = 1;
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join('\r\n');
}

/** Octets of one character in UTF-8. */
const octetsOf = (character: string): number => {
  const point = character.codePointAt(0)!;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
};
