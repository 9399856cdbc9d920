import type { Structure } from '#domain/directory/structure.schema.ts';
import { atCommune } from './place-names.ts';

/** « 12 structures à Troyes ou qui couvrent Troyes » */
export function listSentence(total: number, commune: string | null): string {
  const where = commune ? ` ${atCommune(commune)}, ou dont le territoire couvre ${commune}` : '';
  if (total === 0) return `Aucune structure${where} dans nos sources.`;
  return `${total.toLocaleString('fr-FR')} structure${total > 1 ? 's' : ''}${where}.`;
}

export const statusWords: Record<Structure['statut'], string> = {
  'en-fonctionnement': 'En fonctionnement, selon la source',
  'en-projet': 'En projet, selon la source',
  inconnu: 'À confirmer : la source ne le dit pas',
};

/** How near a point of the map is to the door. */
export const placePrecision: Record<NonNullable<Structure['position']>['precision'], string> = {
  numero: 'Le point est à l’adresse.',
  voie: 'Le point est dans la rue, sans le numéro.',
  commune: 'Le point est au centre de la commune, pas à l’adresse.',
};
