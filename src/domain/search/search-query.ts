import { accept, type Result, refuse } from '#domain/shared/result.ts';

/** The longest search that is read; beyond, nobody types, somebody pastes. */
export const longestQuery = 200;

export type QueryRefusal = { readonly code: 'vide' } | { readonly code: 'sans-mot' } | { readonly code: 'trop-longue' };

/** What was typed, as one line without control characters, or why it cannot be searched. */
export function readQuery(typed: string | null): Result<string, QueryRefusal> {
  const query = (typed ?? '')
    .normalize('NFC')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
  if (query === '') return refuse({ code: 'vide' });
  if (query.length > longestQuery) return refuse({ code: 'trop-longue' });
  if (!/[\p{L}\p{N}]/u.test(query)) return refuse({ code: 'sans-mot' });
  return accept(query);
}
