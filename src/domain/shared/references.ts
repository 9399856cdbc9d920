import { DataFileError } from './data-file.ts';
import { issueOf } from './refusal.ts';
import type { Source, SourceFault } from './source.schema.ts';

/** The sources of one page, numbered in the order in which the page cites them. */
export type References = {
  /** Number of a source on this page, from 1. */
  readonly number: (id: string) => number;
  readonly list: readonly Source[];
};

/** @throws when an id is not among the sources: the build stops rather than print a fact without proof. */
export function numberSources(cited: readonly string[], sources: readonly Source[]): References {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const list = [...new Set(cited)].map((id) => {
    const source = byId.get(id);
    if (!source)
      throw new DataFileError('data/sources.json', [issueOf<SourceFault>({ code: 'SOURCE_ABSENTE', source: id })]);
    return source;
  });
  const numbers = new Map(list.map(({ id }, index) => [id, index + 1]));
  return { list, number: (id) => numbers.get(id) ?? 0 };
}

/** Every source that some facts name, however deep, in the order in which they are written. */
export function citedIn(facts: unknown): string[] {
  if (Array.isArray(facts)) return facts.flatMap(citedIn);
  if (typeof facts !== 'object' || facts === null) return [];
  return Object.entries(facts).flatMap(([key, value]) => {
    if (key === 'source' && typeof value === 'string') return [value];
    if (key === 'sources' || key === 'autresSources') return value as string[];
    return citedIn(value);
  });
}
