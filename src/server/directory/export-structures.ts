import type { Client } from '@libsql/client';
import type { Structure } from '#domain/directory/structure.schema.ts';
import { dayInParis } from '#domain/shared/civil-date.ts';
import { conditionsOf, type Filters } from './search-conditions.ts';
import type { SearchNeeds } from './search-structures.ts';
import { revisionKey } from './seed-directory.ts';
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
  const revision = await revisionOf(client);
  return {
    version: [revision, JSON.stringify(filters), dayInParis(at)].join('\n'),
    async *chunks() {
      const numbers = await allNumbers(client, conditionsOf(filters, communes));
      for (let from = 0; from < numbers.length; from += chunkSize) {
        const structures = await structuresByNumber(client, numbers.slice(from, from + chunkSize), at);
        // Numbers belong to one directory: a file cut short is better than a mixture of two.
        if ((await revisionOf(client)) !== revision) throw new Error('L’annuaire a changé pendant un export.');
        yield structures;
      }
    },
  };
}

async function revisionOf(client: Client): Promise<string> {
  const { rows } = await client.execute({ sql: 'select valeur from meta where cle = ?', args: [revisionKey] });
  return String(rows[0]?.valeur);
}
