import { readFileSync } from 'node:fs';
import ts from 'typescript';

export type FrenchText = { readonly line: number; readonly text: string };

/** The text literals of a source file that look French. A single word without an accent escapes: reviews see those. */
export function frenchTexts(file: string, source = readFileSync(file, 'utf8')): FrenchText[] {
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: FrenchText[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (isText(node) && isFrench(node.text))
      found.push({ line: parsed.getLineAndCharacterOfPosition(node.getStart()).line + 1, text: node.text });
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
}

const isText = (node: ts.Node): node is ts.LiteralLikeNode =>
  ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);

export const isFrench = (text: string): boolean =>
  isWorded(text) && !isQuery(text) && (signs.test(text) || spacing.test(text) || isPhrase(text));

const signs = /[àâäçéèêëîïôöùûüÿœæ«»’]/iu;

/** A blank before a colon, a semicolon, an exclamation or a question mark. */
const spacing = /\p{L}[ \u00a0\u202f][:;!?](?!\p{L})/u;

/** Two words or more, one of them a word that a French sentence can hardly do without. */
const isPhrase = (text: string): boolean => /\p{L}{2,}[ \u00a0\u202f]+\p{L}{2,}/u.test(text) && smallWords.test(text);
const smallWords =
  /(?<!\p{L})(?:le|la|les|du|des|aux|une|un|pour|par|dans|sur|sous|avec|sans|chez|pas|ne|ni|qui|que|dont|ce|cet|cette|ces|mon|ma|mes|votre|vos|notre|nos|leur|leurs|il|elle|vous|nous|doit|sont|peut|et|ou|au|en)(?!\p{L})/iu;

/** One letter alone is a rule of spelling, not a text. */
const isWorded = (text: string): boolean => (text.match(/\p{L}/gu)?.length ?? 0) > 1;

/** SQL speaks English, over tables whose names are French. */
const isQuery = (text: string): boolean =>
  /^\s*(?:select|insert|update|delete|pragma|with|and|or|order by)\b|(?:[<>=]|\blimit) \?/i.test(text);
