import type { DirectoryImport } from '../../src/domain/directory/import.schema.ts';
import { frenchTypography } from '../../src/domain/shared/typography.ts';
import { candidateOfEntity } from './candidates.ts';
import { type Entity, nameOf, slotOf } from './entities.ts';
import { joinTo } from './join.ts';

/** What the region’s newer list does not hold: gone, or there under another number. */
export function withdrawn(
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
