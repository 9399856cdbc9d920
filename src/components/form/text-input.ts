import type { TextFormat } from '#domain/form/text-format.ts';

type TextInput = { readonly type?: 'email' | 'url' | 'tel'; readonly inputmode?: 'numeric' };

/** The keyboard of a phone for each format; a number that may hold letters keeps the letters. */
export function textInput(format: TextFormat | undefined): TextInput {
  switch (format) {
    case 'courriel':
      return { type: 'email' };
    case 'adresse-web':
      return { type: 'url' };
    case 'telephone':
      return { type: 'tel' };
    case 'rpps':
    case 'siret':
      return { inputmode: 'numeric' };
    case 'finess':
    case 'rna':
    case 'nom':
    case undefined:
      return {};
  }
}
