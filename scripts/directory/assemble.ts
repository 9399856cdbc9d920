import type { DirectoryImport } from '../../src/domain/directory/import.schema.ts';
import type { StructureRecord } from '../../src/domain/directory/structure.schema.ts';
import { type CommuneIndex, communeByCode } from '../../src/domain/territory/commune-index.ts';
import { administration2019 } from './administration-2019.ts';
import { candidateOf, candidateOfEntity } from './candidates.ts';
import type { LeftOut, ReadEdition } from './draft.ts';
import { edition } from './edition-file.ts';
import { finess2021, headings, occitanie2026, partial2026 } from './editions.ts';
import { codeOf, type Entity, entitiesOf, slotOf } from './entities.ts';
import { draftOfFiness, type FinessRow } from './finess.ts';
import { type Joining, joinTo } from './join.ts';
import { lexiconOf } from './lexicon.ts';
import { withoutTwins } from './twins.ts';
import { withdrawn } from './withdrawals.ts';

export type Assembled = {
  readonly imports: readonly DirectoryImport[];
  readonly withOurs: Joining;
  readonly betweenLists: Joining;
  readonly leftOut: readonly LeftOut[];
  /** Structures of ours that the region’s newer list does not hold any more: for a person to decide. */
  readonly goneOurs: readonly { readonly id: string; readonly entity: Entity }[];
};

const occitanie = '76';

/** All the editions, each row under its lasting id. `ours` are the records of `data/directory`. */
export function assemble(folder: string, communes: CommuneIndex, ours: readonly StructureRecord[]): Assembled {
  const tools = { communes, lexicon: lexiconOf(communes) };
  const read = (rows: readonly FinessRow[]): ReadEdition => {
    const all = rows.map((row) => draftOfFiness(row, tools));
    return { drafts: all.map(({ draft }) => draft), leftOut: all.flatMap(({ leftOut }) => leftOut) };
  };
  const partial = read(partial2026(folder));
  const region = read(occitanie2026(folder));
  const old = read(finess2021(folder));
  const administration = withoutTwins(administration2019(folder, tools));

  const establishments = entitiesOf([
    { origine: headings.partial2026.origine, drafts: partial.drafts },
    { origine: headings.occitanie2026.origine, drafts: region.drafts },
    { origine: headings.finess2021.origine, drafts: old.drafts },
  ]);
  const services = entitiesOf([{ origine: headings.administration2019.origine, drafts: administration.drafts }]);
  const isGone = (entity: Entity): boolean =>
    isOnlyOf(entity, headings.finess2021.origine) && regionOf(communes, entity) === occitanie;
  const gone = establishments.filter(isGone);
  const there = establishments.filter((entity) => !isGone(entity));

  const withOurs = joinTo(ours.map(candidateOf), there);
  const ids = new Map(withOurs.joins.map(({ id, entity }) => [slotOf(entity), id]));
  for (const entity of establishments) {
    ids.set(slotOf(entity), ids.get(slotOf(entity)) ?? `${entity.type}-${entity.key.toLowerCase()}`);
  }
  const joinedOurs = new Set(withOurs.joins.map(({ id }) => id));
  const candidates = [
    ...there.filter(({ type }) => type === 'clic').map((entity) => candidateOfEntity(ids.get(slotOf(entity))!, entity)),
    ...ours.filter(({ id, type }) => type === 'clic' && !joinedOurs.has(id)).map(candidateOf),
  ];
  const betweenLists = joinTo(candidates, services);
  const serviceIds = new Map(betweenLists.joins.map(({ id, entity }) => [slotOf(entity), id]));
  for (const entity of services) {
    serviceIds.set(slotOf(entity), serviceIds.get(slotOf(entity)) ?? idOfService(entity));
  }

  const goneJoined = joinTo(ours.filter(({ id }) => !joinedOurs.has(id)).map(candidateOf), gone);
  const imports = [
    edition('administration2019', administration.drafts, serviceIds, []),
    edition('finess2021', old.drafts, ids, []),
    edition('occitanie2026', region.drafts, ids, withdrawn(gone, there, ids)),
    edition('partial2026', partial.drafts, ids, []),
  ];
  return {
    imports,
    withOurs,
    betweenLists,
    leftOut: [...partial.leftOut, ...region.leftOut, ...old.leftOut, ...administration.leftOut],
    goneOurs: goneJoined.joins,
  };
}

const isOnlyOf = ({ rows }: Entity, origine: string): boolean => rows.every((row) => row.origine === origine);

const regionOf = (communes: CommuneIndex, entity: Entity): string | null => {
  const code = codeOf(entity);
  return code === null ? null : (communeByCode(communes, code)?.region.code ?? null);
};

/** The administration’s own code: a kind, the commune of 2019, a rank. */
const idOfService = ({ key, type }: Entity): string => `${type}-${key.split('-').slice(1).join('-').toLowerCase()}`;
