/**
 * French typography of plain text, after the rules of the Imprimerie nationale: ’ for an elision, a narrow
 * no-break space (U+202F) before ; ! ? » and after «, a no-break space (U+00A0) before : and between a number and
 * its unit, … for three dots. Addresses of the web and e-mail addresses are left alone, and so is what is already right.
 */
export function frenchTypography(text: string): string {
  if (!candidate.test(text)) return text;
  if (!address.test(text)) return compose(text);
  return outside(addresses, text, compose);
}

/**
 * The same for a page: text between tags, and the attributes that people read or hear. Scripts, styles, code, text
 * areas and comments are copied as they are.
 */
export function typographicHtml(html: string): string {
  let done = '';
  let copiedTo = 0;
  let at = 0;
  const replace = (from: number, to: number, text: string) => {
    done += html.slice(copiedTo, from) + text;
    copiedTo = to;
  };
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const textEnd = open === -1 ? html.length : open;
    if (textEnd > at) {
      const before = html.slice(at, textEnd);
      const after = typographicText(before);
      if (after !== before) replace(at, textEnd, after);
    }
    if (open === -1) break;
    const close = endOfTag(html, open);
    const tag = html.slice(open, close);
    if (readAttribute.test(tag)) replace(open, close, typographicTag(tag));
    const rawName = rawElement.exec(tag)?.[1];
    at = rawName === undefined ? close : endOfRaw(html, close, rawName.toLowerCase());
  }
  return done + html.slice(copiedTo);
}

const narrow = '\u202f';
const noBreak = '\u00a0';

/** Each rule: the sign without which it has nothing to do, what it looks for, what it writes. */
const rules: readonly (readonly [sign: string, pattern: RegExp, by: string])[] = [
  ["'", /(?<=\p{L})'(?=[\p{L}\p{N}«])/gu, '’'],
  // At the end of a run, before a link or an emphasis: « l'<a>aide</a> ».
  ["'", /(?<=(?:^|[^\p{L}’'])(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu))'$/giu, '’'],
  ['...', /\.\.\./g, '…'],
  ['«', /«[ \u00a0\u202f\n]*/g, `«${narrow}`],
  ['»', /[ \u00a0\u202f\n]*»/g, `${narrow}»`],
  // A space that is there becomes the right one; a missing one is added where the sign ends a word.
  [';', /[ \u00a0\u202f\n]+(?=;)|(?<=[\p{L}\p{N})»%€…])(?=;(?:[\s)]|$))/gu, narrow],
  ['!', /[ \u00a0\u202f\n]+(?=!)|(?<=[\p{L}\p{N})»%€…])(?=!+(?:[\s)]|$))/gu, narrow],
  ['?', /[ \u00a0\u202f\n]+(?=\?)|(?<=[\p{L}\p{N})»%€…])(?=\?[?!]*(?:[\s)]|$))/gu, narrow],
  [':', /[ \u00a0\u202f\n]+(?=:)|(?<=[\p{L}\p{N})»%€])(?=:(?:\s|$))/gu, noBreak],
  ['€', /(?<=\d)[ \u202f]?(?=€)/g, noBreak],
  ['%', /(?<=\d)[ \u202f]?(?=%(?![\p{L}\p{N}]))/gu, noBreak],
  ['‰', /(?<=\d)[ \u202f]?(?=‰)/g, noBreak],
  [' ', /(?<=\d) (?=(?:km|k€|M€|m²|m|cm|mm|kg|mg|g|ha|h|min|Ko|Mo|Go)(?![\p{L}\p{N}]))/gu, noBreak],
  [' ', /(?<=\d\u00a0h) (?=\d)/g, noBreak],
  ['n° ', /(?<=n°) (?=\d)/g, noBreak],
];

/** What the rules would change, seen at a glance: most runs of text are right, and cost this one test. */
const candidate =
  /'|\.\.\.|[ \u00a0][;!?]|[ \u202f]:|[^\s;!?][;!?:](?:[\s)]|$)|«(?!\u202f)|[^\u202f]»|^»|\d[ \u202f]?[€%‰]|\d (?:[hmgk]|cm|M|G|Ko)|n° /;
const address = /:\/\/|www\.|@/;
const addresses = /(?:\bhttps?:\/\/|\bwww\.)[^\s<>«»]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

function compose(text: string): string {
  let composed = text;
  for (const [sign, pattern, by] of rules) if (composed.includes(sign)) composed = composed.replace(pattern, by);
  return composed;
}

/** A run of text of a page: Astro writes ' as &#39;, and the « ; » that ends an entity is no punctuation. */
function typographicText(text: string): string {
  if (!text.includes('&')) return frenchTypography(text);
  return outside(entities, text.replaceAll('&#39;', "'"), frenchTypography);
}
const entities = /&(?:#\d+|#x[\da-f]+|\w+);/gi;

function typographicTag(tag: string): string {
  const isMeta = /^<meta\s/i.test(tag);
  if (isMeta && !describedMeta.test(tag)) return tag;
  return tag.replace(isMeta ? contentAttribute : readAttributes, (_, name: string, value: string) => {
    return `${name}"${typographicText(value)}"`;
  });
}
const readAttribute = /\s(?:title|alt|aria-label|placeholder|content)="/i;
const readAttributes = /(\s(?:title|alt|aria-label|placeholder)=)"([^"]*)"/gi;
const contentAttribute = /(\scontent=)"([^"]*)"/gi;
const describedMeta = /\s(?:name|property)="(?:description|og:title|og:description)"/i;

const rawElement = /^<(script|style|pre|code|kbd|samp|textarea)[\s>]/i;

function endOfRaw(html: string, from: number, name: string): number {
  const end = html.indexOf(`</${name}`, from);
  return end === -1 ? html.length : end;
}

/** The index after the tag or comment that opens at `open`; a « > » between quotes does not close it. */
function endOfTag(html: string, open: number): number {
  if (html.startsWith('<!--', open)) {
    const end = html.indexOf('-->', open);
    return end === -1 ? html.length : end + 3;
  }
  tagEnd.lastIndex = open;
  return tagEnd.test(html) ? tagEnd.lastIndex : html.length;
}
const tagEnd = /<[^>"']*(?:(?:"[^"]*"|'[^']*')[^>"']*)*>/y;

function outside(pattern: RegExp, text: string, change: (part: string) => string): string {
  let done = '';
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    done += change(text.slice(at, match.index)) + match[0];
    at = match.index + match[0].length;
  }
  return done + change(text.slice(at));
}
