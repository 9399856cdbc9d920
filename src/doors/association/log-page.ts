import { type LogLine, readLog } from '#server/audit/read-log.ts';
import { namesOf } from '#server/roles/read-accounts.ts';
import { placeAsked } from '../place-asked.ts';
import type { Visit } from '../visit.ts';

const pageSize = 50;

export type LogFilters = {
  /** Who acted, as it was typed. */
  readonly who: string;
  /** What was changed, as it was typed: its kind, a slash, its number. */
  readonly what: string;
};

/** A page of the log: its lines, and whether there are others on either side of them. */
export type LogPage = {
  readonly filters: LogFilters;
  /** False when what was typed names no object. */
  readonly isObject: boolean;
  readonly lines: readonly LogLine[];
  readonly hasNewer: boolean;
  readonly hasOlder: boolean;
  readonly names: ReadonlyMap<string, string>;
};

/** The lines that an address asks for: `avant` or `apres` a number, by `acteur` and by `objet`. */
export async function logPage({ services, context }: Visit): Promise<LogPage> {
  const { searchParams } = context.url;
  const filters = {
    who: searchParams.get('acteur')?.trim() ?? '',
    what: searchParams.get('objet')?.trim() ?? '',
  };
  const [, type = '', id = ''] = /^([a-z-]+)\/(.+)$/.exec(filters.what) ?? [];
  const isObject = filters.what === '' || type !== '';
  if (!isObject) return { filters, isObject, lines: [], hasNewer: false, hasOlder: false, names: new Map() };
  const read = (place: { before?: number | undefined; after?: number | undefined }) =>
    readLog(services, {
      actor: filters.who || undefined,
      object: type ? { type, id } : undefined,
      ...place,
      limit: pageSize + 1,
    });
  const after = placeAsked(searchParams, 'apres');
  const before = placeAsked(searchParams, 'avant');
  const newer = after === undefined ? [] : await read({ after });
  // Less than a page is left towards the latest lines: that page is the first one.
  const found =
    newer.length > pageSize ? newer.slice(1) : await read({ before: after === undefined ? before : undefined });
  const lines = found.slice(0, pageSize);
  return {
    filters,
    isObject,
    lines,
    hasNewer: newer.length > pageSize || (after === undefined && before !== undefined),
    hasOlder: newer.length > pageSize || found.length > pageSize,
    names: await namesOf(
      services,
      lines.map(({ acteur }) => acteur),
    ),
  };
}
