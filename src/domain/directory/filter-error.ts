/** What the text of one filter may have wrong by itself. */
export type FilterRefusal =
  | 'TYPE_INCONNU'
  | 'DEPARTEMENT_INCONNU'
  | 'REGION_INCONNUE'
  | 'SIREN_ILLISIBLE'
  | 'CODE_COMMUNE_ILLISIBLE'
  | 'NOM_TROP_COURT'
  | 'NOM_TROP_LONG'
  | 'RECTANGLE_ILLISIBLE'
  | 'POINT_ILLISIBLE'
  | 'RAYON_ILLISIBLE'
  | 'RAYON_SANS_POINT'
  | 'POINT_SANS_RAYON'
  | 'PAGE_ILLISIBLE'
  | 'TAILLE_ILLISIBLE'
  | 'PARAMETRE_REPETE'
  | 'PARAMETRE_INCONNU';

/** One wrong filter, as the address names it, or a place that does not exist. */
export type FilterError = { readonly champ: string } & (
  | { readonly code: FilterRefusal }
  /** Nothing has this code. */
  | { readonly code: 'COMMUNE_INCONNUE' | 'EPCI_INCONNU'; readonly texte: string }
  /** No commune answers to what was typed. */
  | { readonly code: 'COMMUNE_INTROUVABLE'; readonly texte: string }
  | { readonly code: 'LIEU_TROP_LONG' }
  /** A point of the map has no such property. */
  | { readonly code: 'PROPRIETE_INCONNUE' }
  /** An export gives every row. */
  | { readonly code: 'EXPORT_SANS_PAGE' }
);
