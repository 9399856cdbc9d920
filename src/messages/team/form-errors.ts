/** What the forms of a team say of a field, before anything is asked of the server. */
export const teamFormErrors = {
  ARRIVEE_APRES_DEPART: 'Cette arrivée suit le dernier jour. Vérifiez les deux dates.',
  DATE_INEXISTANTE: 'Écrivez une date qui existe, jour, mois et année.',
  PERSONNE_ABSENTE: 'Choisissez une personne de la liste.',
  REGIONS_MELEES: 'Choisissez des départements d’une seule région : une équipe relève d’une seule.',
  ADRESSE_PARTAGEE: 'Cette adresse est déjà celle d’une autre ligne.',
} as const;

/** A centre that has no name yet, among those of a team. */
export const unnamedCentre = 'Ce centre';
