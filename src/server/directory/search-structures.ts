import type { SearchCriteria } from '#domain/directory/search-criteria.schema.ts';
import type { Structure, StructureType } from '#domain/directory/structure.schema.ts';
import type { CommuneIndex } from '#domain/territory/commune-index.ts';
import type { Database } from '../db/client.ts';
import type { Directory } from './directory.ts';
import { conditionsOf } from './search-conditions.ts';
import { findNumbers } from './structure-numbers.ts';
import { structuresByNumber } from './structure-store.ts';

export type SearchNeeds = {
  readonly database: Pick<Database, 'client'>;
  readonly communes: CommuneIndex;
  readonly now: () => Date;
};

export type StructurePage = {
  /** Structures that meet the filters, whatever the page. */
  readonly total: number;
  readonly page: number;
  readonly taille: number;
  readonly structures: readonly Structure[];
};

/**
 * One page of the structures that meet every filter: the nearest first around a point, else the closest to the text,
 * then by type and by name. Beyond the last page the list is empty and the total is right.
 */
export async function searchStructures(
  { database: { client }, communes, now }: SearchNeeds,
  { page, taille, ...filters }: SearchCriteria,
): Promise<StructurePage> {
  const found = await findNumbers(client, conditionsOf(filters, communes), (page - 1) * taille, taille);
  return { total: found.total, page, taille, structures: await structuresByNumber(client, found.numbers, now()) };
}

/** The types that have records, in the order of the types. */
export const structureTypesPresent = ({
  directory,
}: {
  readonly directory: Pick<Directory, 'types'>;
}): readonly StructureType[] => directory.types;
