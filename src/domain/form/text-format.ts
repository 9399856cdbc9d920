import { z } from 'zod';
import { parseEmail } from '#domain/account/email.ts';
import { isFiness } from '#domain/people/finess.ts';
import { passesLuhn } from '#domain/people/luhn.ts';
import { reduceRpps } from '#domain/people/rpps.ts';

/** What a line of text may have to be, beyond its length. */
export const textFormats = ['nom', 'courriel', 'adresse-web', 'telephone', 'rpps', 'finess', 'siret', 'rna'] as const;
export type TextFormat = (typeof textFormats)[number];

/** Numbers whose digits hold a key. */
export type KeyedFormat = Extract<TextFormat, 'rpps' | 'finess' | 'siret'>;

/** Why a text is not of its format; `CLE` when it looks right and one of its digits is not. */
export type FormatRefusal =
  | { readonly code: 'FORMAT'; readonly format: TextFormat }
  | { readonly code: 'CLE'; readonly format: KeyedFormat };

type Format = {
  /** As it is kept: without the blanks that people put in numbers. */
  readonly tidy: (text: string) => string;
  readonly hasForm: (tidied: string) => boolean;
};

const asWritten = (text: string): string => text;
const withoutBlanks = (text: string): string => text.replaceAll(/[\s.]/g, '');
function asciiAddress(text: string): string {
  const read = parseEmail(text);
  return read.ok ? read.value.address : text;
}
const webAddress = z.url({ protocol: /^https?$/ });

const formats: Readonly<Record<TextFormat, Format>> = {
  /** Something that can be read out: with signs alone, two names would be the same. */
  nom: { tidy: asWritten, hasForm: (text) => /[\p{L}\p{N}]/u.test(text) },
  courriel: { tidy: asciiAddress, hasForm: (text) => parseEmail(text).ok },
  'adresse-web': { tidy: asWritten, hasForm: (text) => webAddress.safeParse(text).success },
  /** French numbers and international ones, written as one likes: kept as they were read. */
  telephone: { tidy: asWritten, hasForm: (text) => /^(?:0\d{9}|\+\d{8,15})$/.test(text.replaceAll(/[\s.()-]/g, '')) },
  rpps: { tidy: reduceRpps, hasForm: (text) => /^\d{11}$/.test(text) },
  finess: { tidy: (text) => withoutBlanks(text).toUpperCase(), hasForm: (text) => /^\d[\dAB]\d{7}$/.test(text) },
  siret: { tidy: withoutBlanks, hasForm: (text) => /^\d{14}$/.test(text) },
  /** Number of an association in the national register of associations: W and nine digits, without a key. */
  rna: { tidy: (text) => withoutBlanks(text).toUpperCase(), hasForm: (text) => /^W\d{9}$/.test(text) },
};

const keys: Readonly<Record<KeyedFormat, (tidied: string) => boolean>> = {
  rpps: passesLuhn,
  finess: isFiness,
  siret: passesLuhn,
};
const isKeyed = (format: TextFormat): format is KeyedFormat => Object.hasOwn(keys, format);

export const tidyText = (text: string, format: TextFormat | undefined): string =>
  format ? formats[format].tidy(text) : text;

export function formatRefusal(tidied: string, format: TextFormat | undefined): FormatRefusal | null {
  if (!format) return null;
  if (!formats[format].hasForm(tidied)) return { code: 'FORMAT', format };
  return isKeyed(format) && !keys[format](tidied) ? { code: 'CLE', format } : null;
}
