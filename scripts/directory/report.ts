import type { StructureRecord } from '../../src/domain/directory/structure.schema.ts';
import type { CommuneIndex } from '../../src/domain/territory/commune-index.ts';
import type { Assembled } from './assemble.ts';

export function reportText(assembled: Assembled, _ours: readonly StructureRecord[], _communes: CommuneIndex): string {
  return JSON.stringify(
    {
      joins: assembled.withOurs.joins.length,
      doubts: assembled.withOurs.doubts.map((d) => [d.candidate.id, d.why, d.entities.map((e) => e.key)]),
      lists: assembled.betweenLists.joins.length,
      listDoubts: assembled.betweenLists.doubts.map((d) => [
        d.candidate.id,
        d.candidate.nom,
        d.candidate.voies,
        d.why,
        d.entities.map((e) => `${e.key} ${e.rows[0]!.draft.fields.nom} ${e.rows[0]!.draft.fields.adresse?.voie}`),
      ]),
      gone: assembled.goneOurs.map((g) => [g.id, g.entity.key]),
      left: assembled.leftOut,
    },
    null,
    1,
  );
}
