import type { StructureRecord, StructureType } from '../../src/domain/directory/structure.schema.ts';
import { codeOf, departementOf, type Entity, nameOf } from './entities.ts';

/** Somebody to compare the lists with: one of our records, or a structure of another list. */
export type Candidate = {
  readonly id: string;
  readonly type: StructureType;
  readonly nom: string;
  readonly commune: string;
  readonly codeInsee: string | null;
  readonly departements: readonly string[];
  readonly voies: readonly (string | null)[];
  readonly telephones: readonly string[];
  readonly finess: string | null;
};

/** One of our records, as something to compare with. */
export function candidateOf(record: StructureRecord): Candidate {
  const { id, type, nom, adresse, telephone, finess, territoire } = record;
  const codes = [adresse?.codeInsee ?? '', ...(territoire?.communes ?? [])].filter(Boolean);
  const departement = (code: string) => (/^9[78]/.test(code) ? code.slice(0, 3) : code.slice(0, 2));
  return {
    id,
    type,
    nom,
    commune: adresse?.commune ?? '',
    codeInsee: adresse?.codeInsee ?? null,
    departements: [
      ...new Set([
        ...codes.map(departement),
        ...(territoire?.departements ?? []),
        ...(territoire?.departementsEnPartie ?? []),
      ]),
    ],
    voies: [adresse?.voie ?? null],
    telephones: telephone === null ? [] : [telephone],
    finess,
  };
}

/** A structure of a list, under the id that it has got, as something to compare with another list. */
export function candidateOfEntity(id: string, entity: Entity): Candidate {
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
