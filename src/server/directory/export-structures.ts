import type { Structure } from '#domain/directory/structure.schema.ts';
import { dayInParis } from '#domain/shared/civil-date.ts';
import { readRevision } from './revision.ts';
import { conditionsOf, type Filters } from './search-conditions.ts';
import type { SearchNeeds } from './search-structures.ts';
import { allNumbers } from './structure-numbers.ts';
import { structuresByNumber } from './structure-store.ts';

export type Export = {
  /** Changes when the content of the export may: another directory, other filters, another day (freshness). */
  readonly version: string;
  /** Every structure that meets the filters, in the order of the directory, some hundreds at a time. */
  readonly chunks: () => AsyncGenerator<readonly Structure[]>;
};

const chunkSize = 500;

/** All that meets the filters, read while it is sent: memory holds one chunk, whatever the size of the directory. */
export async function exportStructures(
  { database: { client }, communes, now }: SearchNeeds,
  filters: Filters,
): Promise<Export> {
  const at = now();
  const start = await readRevision(client);
  return {
    version: [start.content, JSON.stringify(filters), dayInParis(at)].join('\n'),
    async *chunks() {
      const conditions = conditionsOf(filters, communes);
      let remaining = await allNumbers(client, conditions);
      let revision = start;
      while (remaining.length > 0) {
        const structures = await structuresByNumber(client, remaining.slice(0, chunkSize), at);
        const latest = await readRevision(client);
        // Every record has another number: a file cut short is better than a mixture of two directories.
        if (latest.numbering !== revision.numbering) throw new Error('The directory changed during an export.');
        if (latest.content === revision.content) {
          yield structures;
          remaining = remaining.slice(chunkSize);
        } else {
          // A number may have gone to another record: only those that meet the filters are read again.
          revision = latest;
          const still = new Set(await allNumbers(client, conditions));
          remaining = remaining.filter((numero) => still.has(numero));
        }
      }
    },
  };
}
