import { featureProperties } from '#domain/directory/feature-properties.ts';
import type { FilterError } from '#domain/directory/filter-error.ts';
import { largestPage, longestRadius } from '#domain/directory/search-criteria.schema.ts';
import { structureTypes } from '#domain/directory/structure.schema.ts';
import { type Sentences, say } from '../shared/sentences.ts';

const sentences: Sentences<FilterError> = {
  TYPE_INCONNU: `Les types connus sont ${structureTypes.join(', ')}.`,
  DEPARTEMENT_INCONNU: 'Écrivez un code de département : « 10 », « 2A » ou « 974 ».',
  REGION_INCONNUE: 'Écrivez le code INSEE de la région (« 44 ») ou son nom sans accent (« grand-est »).',
  SIREN_ILLISIBLE: 'Écrivez les 9 chiffres du numéro SIREN de l’intercommunalité.',
  CODE_COMMUNE_ILLISIBLE: 'Écrivez un code INSEE de commune, comme « 10387 ».',
  NOM_TROP_COURT: 'Écrivez au moins 2 caractères du nom.',
  NOM_TROP_LONG: 'Ce nom est trop long : 100 caractères au plus.',
  RECTANGLE_ILLISIBLE: 'Écrivez quatre nombres séparés par des virgules : ouest,sud,est,nord, en degrés.',
  POINT_ILLISIBLE: 'Écrivez deux nombres séparés par une virgule : longitude,latitude, en degrés.',
  RAYON_ILLISIBLE: `Écrivez un nombre de kilomètres, plus grand que 0 et jusqu’à ${longestRadius}.`,
  RAYON_SANS_POINT: 'Un rayon demande un point : ajoutez « autour ».',
  POINT_SANS_RAYON: 'Un point demande un rayon : ajoutez « rayon ».',
  PAGE_ILLISIBLE: 'Écrivez un numéro de page entier, à partir de 1.',
  TAILLE_ILLISIBLE: `Écrivez un nombre entier de 1 à ${largestPage}.`,
  PARAMETRE_REPETE: 'Ce paramètre est donné deux fois.',
  PARAMETRE_INCONNU: 'Ce paramètre n’existe pas.',
  COMMUNE_INCONNUE: ({ texte }) => `Aucune commune n’a le code INSEE ${texte}.`,
  EPCI_INCONNU: ({ texte }) => `Aucune intercommunalité n’a le numéro SIREN ${texte}.`,
  COMMUNE_INTROUVABLE: ({ texte }) => `Nous ne trouvons pas de commune « ${texte} ». Essayez le code postal.`,
  LIEU_TROP_LONG: 'Ce texte est trop long pour un nom de commune.',
  PROPRIETE_INCONNUE: `Les propriétés d’un point sont ${featureProperties.join(', ')}.`,
  EXPORT_SANS_PAGE: 'Ce fichier donne toutes les lignes : il n’a pas de page.',
};

/** What to do about one wrong filter, in the directory and in the API. */
export const filterSentence = (error: FilterError): string => say(sentences, error);
