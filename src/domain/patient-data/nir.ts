/**
 * The shape of a numéro de sécurité sociale (NIR): sex, year, month, department, commune, rank, and its key, which may
 * be absent; with or without spaces, dots or hyphens. Month 20 to 42 and 50 to 99 stand for an unknown one.
 */
const shape =
  /(?<![\dA-Za-z])([12378])[ \u00a0\u202f.-]?(\d{2})[ \u00a0\u202f.-]?(0[1-9]|1[0-2]|2\d|3\d|4[0-2]|[5-9]\d)[ \u00a0\u202f.-]?(\d{2}|2[ABab])[ \u00a0\u202f.-]?(\d{3})[ \u00a0\u202f.-]?(\d{3})(?:[ \u00a0\u202f.-]?(\d{2}))?(?![\dA-Za-z])/g;

export type Span = { readonly from: number; readonly to: number };

/** Where a text bears a NIR: any of the shape without its key, and with its key when that is right. */
export function nirsIn(text: string): Span[] {
  return [...text.matchAll(shape)]
    .filter((match) => match[7] === undefined || keyOf(match.slice(1, 7).join('')) === Number(match[7]))
    .map(({ index, 0: found }) => ({ from: index, to: index + found.length }));
}

/** 97 minus the remainder of the thirteen characters by 97; 2A counts as 19 and 2B as 18. */
function keyOf(thirteen: string): number {
  const digits = thirteen.toUpperCase().replace('2A', '19').replace('2B', '18');
  return 97 - Number(BigInt(digits) % 97n);
}
