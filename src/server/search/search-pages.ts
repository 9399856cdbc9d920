import type { Database } from '../db/client.ts';
import { type Excerpt, excerptOf, type Piece, piecesOf } from './excerpt.ts';
import { wordsOf } from './french-words.ts';
import { type PageDocument, pageDocumentSchema } from './page-document.ts';

export type FoundPage = {
  readonly adresse: string;
  readonly titre: readonly Piece[];
  readonly extrait: Excerpt;
};

export type PageSearch = {
  /** `tous`: every word is there; `debuts`: every word, or one that begins like it; `partie`: some words only. */
  readonly accord: 'tous' | 'debuts' | 'partie';
  readonly pages: readonly FoundPage[];
};

/** Words beyond these are ignored: nobody searches for a page with more. */
const mostWords = 16;

/** A title that holds the word says what the page is about, more than thirty mentions in its text do. */
const weights = { titre: 100, rubriques: 6, texte: 1 };

/**
 * The content pages that answer a query, best first. Each word is reduced to its stem, letters and digits only,
 * and quoted: nothing that was typed reaches the FTS5 grammar.
 */
export async function searchPages(
  database: Pick<Database, 'client'>,
  query: string,
  limit: number,
): Promise<PageSearch> {
  const stems = [...new Set(wordsOf(query).map(({ stem }) => stem))].slice(0, mostWords);
  if (stems.length === 0) return { accord: 'tous', pages: [] };
  const whole = stems.map((stem) => `"${stem}"`);
  const begun = stems.map((stem) => (stem.length < 3 ? `"${stem}"` : `"${stem}"*`));
  const all = whole.join(' AND ');
  const any = whole.join(' OR ');
  // « comment créer une MSP »: the page about the MSP is an answer even if it never says « créer ».
  const attempts = [
    { accord: 'tous', match: all, shown: stems.length > 1 ? `(${all}) OR {titre} : (${any})` : all },
    { accord: 'debuts', match: begun.join(' AND '), shown: begun.join(' AND ') },
    ...(stems.length > 1 ? [{ accord: 'partie', match: any, shown: any } as const] : []),
  ] as const;
  for (const { accord, match, shown } of attempts) {
    if ((await read(database, match, 1)).length === 0) continue;
    const documents = await read(database, shown, limit);
    const matches = (stem: string) =>
      stems.some((one) => (accord === 'debuts' && one.length >= 3 ? stem.startsWith(one) : stem === one));
    return {
      accord,
      pages: documents.map((page) => ({
        adresse: page.adresse,
        titre: piecesOf(page.titre, matches),
        extrait: excerptOf(page, matches),
      })),
    };
  }
  return { accord: 'tous', pages: [] };
}

async function read({ client }: Pick<Database, 'client'>, match: string, limit: number): Promise<PageDocument[]> {
  const { rows } = await client.execute({
    sql: `select fiche from page_recherche where page_recherche match ?
      order by bm25(page_recherche, ${weights.titre}, ${weights.rubriques}, ${weights.texte}), adresse limit ?`,
    args: [match, limit],
  });
  return rows.map(({ fiche }) => pageDocumentSchema.parse(JSON.parse(String(fiche))));
}
