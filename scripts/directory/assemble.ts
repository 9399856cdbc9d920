import type { DirectoryImport, ImportedFields, ImportedRecord } from '../../src/domain/directory/import.schema.ts';
import type { StructureRecord } from '../../src/domain/directory/structure.schema.ts';
import { frenchTypography } from '../../src/domain/shared/typography.ts';
import { type CommuneIndex, communeByCode } from '../../src/domain/territory/commune-index.ts';
import { administration2019 } from './administration-2019.ts';
import type { Draft, LeftOut, ReadEdition } from './draft.ts';
import { finess2021, headings, occitanie2026, partial2026 } from './editions.ts';
import { codeOf, departementOf, type Entity, entitiesOf, nameOf, slotOf } from './entities.ts';
import { draftOfFiness, type FinessRow } from './finess.ts';
import { type Candidate, candidateOf, type Joining, joinTo } from './join.ts';
import { lexiconOf } from './lexicon.ts';
import { withoutTwins } from './twins.ts';

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

function edition(
  name: keyof typeof headings,
  drafts: readonly Draft[],
  ids: ReadonlyMap<string, string>,
  retirees: DirectoryImport['retirees'],
): DirectoryImport {
  const fiches = drafts.map(
    (draft): ImportedRecord => ({
      id: ids.get(slotOf(draft))!,
      type: draft.type,
      champs: typeset(draft.fields),
      ecrit: draft.written,
    }),
  );
  return { ...headings[name], fiches: fiches.sort((a, b) => (a.id < b.id ? -1 : 1)), retirees };
}

/** What the region’s newer list does not hold: gone, or there under another number. */
function withdrawn(
  gone: readonly Entity[],
  there: readonly Entity[],
  ids: ReadonlyMap<string, string>,
): DirectoryImport['retirees'] {
  const { joins } = joinTo(
    gone.map((entity) => candidateOfEntity(ids.get(slotOf(entity))!, entity)),
    there,
  );
  const sure = joins.filter(({ why }) => why !== 'nom plus long');
  const successor = new Map(sure.map(({ id, entity }) => [id, ids.get(slotOf(entity))!]));
  return gone
    .map((entity) => {
      const id = ids.get(slotOf(entity))!;
      const remplaceePar = successor.get(id) ?? null;
      const raison = remplaceePar
        ? 'Cette fiche n’est plus dans FINESS en Occitanie au début de 2026 : une autre, du même nom ou au même endroit, la remplace.'
        : 'Cette structure n’est plus dans FINESS en Occitanie au début de 2026.';
      return { id, nom: frenchTypography(nameOf(entity)), raison: frenchTypography(raison), remplaceePar };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function candidateOfEntity(id: string, entity: Entity): Candidate {
  const fields = entity.rows.map(({ draft }) => draft.fields);
  return {
    id,
    type: entity.type,
    nom: nameOf(entity),
    commune: fields[0]!.adresse?.commune ?? '',
    codeInsee: codeOf(entity),
    departements: [departementOf(entity)],
    voies: fields.map(({ adresse }) => adresse?.voie ?? null),
    telephones: fields.flatMap(({ telephone }) => telephone ?? []),
    finess: null,
  };
}

function typeset({ nom, adresse, note, territoire, ...others }: ImportedFields): ImportedFields {
  const voie = adresse?.voie ? capital(frenchTypography(adresse.voie)) : null;
  return {
    nom: frenchTypography(nom),
    ...(adresse && { adresse: { ...adresse, voie } }),
    ...others,
    ...(territoire && { territoire: { ...territoire, mots: frenchTypography(territoire.mots) } }),
    ...(note && { note: frenchTypography(note) }),
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
