/** A line as it is kept: its ends and its runs of blanks tidied. A line break stays, to be refused. */
export const tidyLine = (text: string): string =>
  text
    .toWellFormed()
    .trim()
    .replaceAll(/[^\S\r\n]+/gu, ' ');

/**
 * A long text as it is kept: line breaks written one way, and without the marks that word processors leave and nobody
 * sees (soft hyphens, zero-width spaces, directions of writing, control characters). Joiners stay: emoji and scripts are
 * made with them.
 */
export const tidyLongText = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, '\n')
    .replaceAll(/(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}]/gu, '')
    .replaceAll(/[ \t]+$/gmu, '')
    .trim();
