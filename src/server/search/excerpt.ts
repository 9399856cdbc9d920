import { wordsOf } from './french-words.ts';
import type { PageDocument } from './page-document.ts';

/** A piece of an excerpt; `found` pieces are shown in <mark>. */
export type Piece = { readonly text: string; readonly found: boolean };

export type Excerpt = {
  /** The heading that the excerpt stands under, and its anchor, when it has both. */
  readonly section: { readonly ancre: string; readonly titre: string } | null;
  readonly pieces: readonly Piece[];
};

const length = 220;

/** The passage of a page that holds the most of the searched words, the earliest where several do. */
export function excerptOf(page: PageDocument, matches: (stem: string) => boolean): Excerpt {
  let best = { section: page.sections[0], from: 0, score: -1 };
  for (const section of page.sections) {
    const found = wordsOf(section.texte).filter(({ stem }) => matches(stem));
    const titleScore = wordsOf(section.titre ?? '').some(({ stem }) => matches(stem)) ? 0.5 : 0;
    for (const { start } of found.length > 0 ? found : [{ start: 0 }]) {
      const inside = found.filter((word) => word.start >= start && word.end <= start + length);
      const score = new Set(inside.map(({ stem }) => stem)).size + titleScore + inside.length / 100;
      if (score > best.score) best = { section, from: start, score };
    }
  }
  const { section } = best;
  if (!section) return { section: null, pieces: [] };
  const { ancre, titre } = section;
  return {
    section: ancre !== null && titre !== null ? { ancre, titre } : null,
    pieces: piecesOf(passage(section.texte, best.from), matches),
  };
}

/** Some words before the first found one, whole words, with an ellipsis where the text was cut. */
function passage(text: string, found: number): string {
  const from = found < 60 ? 0 : text.indexOf(' ', found - 50) + 1;
  const cut = from + length >= text.length ? text.length : text.lastIndexOf(' ', from + length);
  const to = cut > from ? cut : Math.min(from + length, text.length);
  return `${from > 0 ? '… ' : ''}${text.slice(from, to)}${to < text.length ? ' …' : ''}`;
}

/** A text cut where the searched words begin and end. */
export function piecesOf(text: string, matches: (stem: string) => boolean): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const { start, end, stem } of wordsOf(text)) {
    if (!matches(stem)) continue;
    if (start > done) pieces.push({ text: text.slice(done, start), found: false });
    pieces.push({ text: text.slice(start, end), found: true });
    done = end;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), found: false });
  return pieces;
}
