import type { PageDocument } from '#server/search/page-document.ts';

type Section = { ancre: string | null; titre: string | null; texte: string };

/**
 * What the search reads of a built page: the title (its `h1`) and the text of `main[data-pagefind-body]`, cut at each
 * heading. Null for a page that asks not to be found. The page is one of ours: well formed, every element closed.
 */
export function pageDocument(adresse: string, html: string): PageDocument | null {
  const sections: Section[] = [];
  let section: Section = { ancre: null, titre: null, texte: '' };
  let titre = '';
  let heading: { name: string; ancre: string | null; texte: string } | null = null;
  let depth = 0;
  let silence = 0;
  const add = (text: string) => {
    if (depth === 0 || silence > 0) return;
    if (heading) heading.texte += text;
    else section.texte += text;
  };

  for (const [piece, closing, name = '', attributes = ''] of html.replaceAll('</a><a', '</a> <a').matchAll(markup)) {
    const tag = name.toLowerCase();
    if (tag === '') {
      if (!piece.startsWith('<')) add(decoded(piece));
    } else if (closing && tag === 'main') {
      break;
    } else if (closing) {
      if (silence > 0) silence -= 1;
      else if (depth > 0) {
        depth -= 1;
        if (heading?.name === tag) {
          const text = oneLine(heading.texte);
          if (tag === 'h1') titre ||= text;
          else {
            sections.push(section);
            section = { ancre: heading.ancre, titre: text, texte: '' };
          }
          heading = null;
        }
      }
    } else if (!voidElements.has(tag) && !attributes.endsWith('/')) {
      if (depth === 0) {
        if (tag === 'main' && /\sdata-pagefind-body\b/.test(attributes)) depth = 1;
      } else if (silence > 0 || isSilent(tag, attributes)) silence += 1;
      else {
        depth += 1;
        if (/^h[1-4]$/.test(tag)) heading = { name: tag, ancre: attribute(attributes, 'id'), texte: '' };
      }
    }
    if (tag !== '' && !inlineElements.has(tag)) add(' ');
  }
  sections.push(section);
  if (titre === '') return null;
  const kept = sections.map(({ texte, ...rest }) => ({ ...rest, texte: oneLine(texte) }));
  return { adresse, titre, sections: kept.filter(({ titre, texte }) => titre !== null || texte !== '') };
}

/** Comments and raw elements whole, then tags (quoted attributes may hold « > »), then text. */
const markup =
  /<!--[\s\S]*?-->|<!doctype[^>]*>|<(?:script|style)\b[\s\S]*?<\/(?:script|style)>|<(\/)?([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>|[^<]+/gi;

const voidElements = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const inlineElements = new Set(
  'a abbr b bdi cite code dfn em i kbd mark q s small span strong sub sup time u wbr'.split(' '),
);
const silentElements = new Set(['nav', 'form', 'svg', 'template', 'noscript', 'select', 'button', 'sup', 'pre']);

const isSilent = (tag: string, attributes: string): boolean =>
  silentElements.has(tag) || /\s(?:hidden|data-pagefind-ignore)\b/.test(attributes.replace(/"[^"]*"/g, ''));

const attribute = (attributes: string, name: string): string | null =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1] ?? null;

/** No-break spaces stay: French needs them. */
const oneLine = (text: string): string => text.replace(/[ \t\r\n]+/g, ' ').trim();

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

const decoded = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return named[name] ?? whole;
    return String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16));
  });
