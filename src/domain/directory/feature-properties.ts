import { accept, type Result, refuse } from '#domain/shared/result.ts';
import type { FilterError } from './filter-error.ts';

/** What a point of the GeoJSON says: the rest of a record, with its sources, is at its own address. */
export const featureProperties = [
  'id',
  'type',
  'nom',
  'adresse',
  'telephone',
  'telephoneAffiche',
  'courriel',
  'site',
  'finess',
  'statut',
  'fraicheur',
  'verifieLe',
  'precision',
] as const;
export type FeatureProperty = (typeof featureProperties)[number];

/** The parameter of an address that asks for some of them: a map of France needs no more than types. */
export const propertiesParameter = 'proprietes';

/** Reads `proprietes=type,nom`, in the order of the list; all of them when it is absent. */
export function readFeatureProperties(params: URLSearchParams): Result<readonly FeatureProperty[], FilterError[]> {
  const [asked, ...more] = params.getAll(propertiesParameter);
  if (more.length > 0) return refuse([{ champ: propertiesParameter, code: 'PARAMETRE_REPETE' }]);
  if (asked === undefined) return accept(featureProperties);
  const wanted = asked.split(',');
  const isKnown = wanted.every((name) => (featureProperties as readonly string[]).includes(name));
  if (!isKnown) return refuse([{ champ: propertiesParameter, code: 'PROPRIETE_INCONNUE' }]);
  return accept(featureProperties.filter((name) => wanted.includes(name)));
}
