import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** Words that a French sentence can hardly do without, and that no query, header or English message has. */
const frenchWords =
  /(?<!\p{L})(?:le|la|les|du|des|aux|une|un|pour|par|dans|sur|sous|avec|sans|chez|pas|ne|ni|qui|que|dont|ce|cet|cette|ces|mon|ma|mes|votre|vos|notre|nos|leur|leurs|il|elle|vous|nous|doit|sont|peut|et|ou|au|en)(?!\p{L})/iu;
const isPhrase = (text: string): boolean => /\p{L}{2,}[ \u00a0\u202f]+\p{L}{2,}/u.test(text) && frenchWords.test(text);
/** A colon, a semicolon, an exclamation or question mark after a blank. */
const frenchSpacing = /\p{L}[ \u00a0\u202f][:;!?](?!\p{L})/u;
const frenchSigns = /[àâäçéèêëîïôöùûüÿœæ«»’]/iu;

/** One sign or one letter is no text: a rule of spelling, not a sentence. */
const isWorded = (text: string): boolean => (text.match(/\p{L}/gu)?.length ?? 0) > 1;

export const isFrench = (text: string): boolean =>
  isWorded(text) && !isQuery(text) && (frenchSigns.test(text) || frenchSpacing.test(text) || isPhrase(text));

/** SQL speaks English, but our tables speak French. */
const isQuery = (text: string): boolean =>
  /^\s*(?:select|insert|update|delete|pragma|with|and|or|order by|numero in)\b/i.test(text);

/** Every text literal of a source file that looks French, with its line. */
export function frenchTexts(file: string, source = readFileSync(file, 'utf8')): { line: number; text: string }[] {
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: { line: number; text: string }[] = [];
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
