import { createHash } from 'node:crypto';

export type PagePolicy = { readonly styles: readonly string[]; readonly faults: readonly string[] };

/**
 * The hashes of a page's inline styles, and what the content security policy would block in it:
 * inline scripts that run, `style` attributes, event handlers, `javascript:` addresses.
 */
export function pagePolicy(html: string): PagePolicy {
  const styles: string[] = [];
  const faults: string[] = [];
  for (const [element] of html.matchAll(elements)) {
    if (element.startsWith('<!--')) continue;
    const [tag = ''] = /^<[^>"']*(?:(?:"[^"]*"|'[^']*')[^>"']*)*>/.exec(element) ?? [];
    const name = /^<([a-z][\w-]*)/i.exec(tag)?.[1]?.toLowerCase();
    if (name === 'style') styles.push(hashOf(element.slice(tag.length, element.toLowerCase().lastIndexOf('</style'))));
    if (name === 'script' && runsInline(tag, element)) faults.push(`script en ligne : ${element.slice(0, 80)}`);
    const attributes = tag.replace(/=\s*("[^"]*"|'[^']*')/g, '="" ');
    if (/\sstyle\s*=/i.test(attributes)) faults.push(`attribut style : ${tag.slice(0, 80)}`);
    if (/\son[a-z]+\s*=/i.test(attributes)) faults.push(`gestionnaire d’événement : ${tag.slice(0, 80)}`);
    if (/\s(?:href|src|action|formaction)\s*=\s*["']?\s*javascript:/i.test(tag))
      faults.push(`adresse javascript: : ${tag.slice(0, 80)}`);
  }
  return { styles: [...new Set(styles)], faults };
}

/** Comments, then elements whose content is not markup, then any other tag. */
const elements =
  /<!--[\s\S]*?-->|<style\b[\s\S]*?<\/style\s*>|<script\b[\s\S]*?<\/script\s*>|<[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/gi;

/** A script with a `src` obeys `'self'`; a data block (JSON-LD, speculation rules excepted) does not run. */
function runsInline(tag: string, element: string): boolean {
  if (/\ssrc\s*=/i.test(tag)) return false;
  const type = /\stype\s*=\s*["']?([^"'\s>]*)/i.exec(tag)?.[1]?.toLowerCase() ?? '';
  const isData = type === 'application/json' || type === 'application/ld+json';
  return (
    !isData &&
    element
      .slice(tag.length)
      .replace(/<\/script\s*>$/i, '')
      .trim() !== ''
  );
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
