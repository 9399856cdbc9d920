import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** An import as it is written; `isType` when nothing of it is left once the types are erased. */
export type Import = { readonly name: string; readonly isType: boolean };

export function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const statements = /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[\w*{}\s,$]+?\sfrom\s+)?['"]([^'"]+)['"]/g;
  const dynamic = /\bimport\(\s*['"]([^'"]+)['"]/g;
  return [
    ...[...text.matchAll(statements)].map(([, type, name]) => ({ name: name as string, isType: type !== undefined })),
    ...[...text.matchAll(dynamic)].map(([, name]) => ({ name: name as string, isType: false })),
  ];
}

/** The file an import leads to, from the root, with slashes; null for a package. */
export function targetOf(file: string, name: string): string | null {
  if (name.startsWith('#domain/')) return name.replace('#domain/', 'src/domain/');
  if (name.startsWith('#server/')) return name.replace('#server/', 'src/server/');
  return name.startsWith('.') ? join(dirname(file), name).replaceAll('\\', '/') : null;
}
