/** What may be wrong with a parameter of the API, by its code. */
export const paramSentences = {
  RECHERCHE_TROP_COURTE: 'Écrivez au moins 2 caractères : un nom de commune, un code postal ou un code INSEE.',
  RECHERCHE_TROP_LONGUE: 'Ce texte est trop long pour un nom de commune : 100 caractères au plus.',
  LIMITE_ILLISIBLE: 'Écrivez un nombre entier de 1 à 20.',
  CODE_COMMUNE_ILLISIBLE: 'Écrivez un code INSEE de commune : cinq caractères, comme « 10387 » ou « 2A004 ».',
  PARAMETRE_REPETE: 'Ce paramètre est donné plusieurs fois.',
  PARAMETRE_INCONNU: 'Ce paramètre n’existe pas.',
} as const;

type BodyRefusal =
  | { readonly code: 'TYPE_NON_PRIS_EN_CHARGE' | 'CORPS_ILLISIBLE' }
  | { readonly code: 'CORPS_TROP_LONG'; readonly maxBytes: number };

/** Why the body of a request is not read, and what to send. */
export function bodySentence(refusal: BodyRefusal): { readonly title: string; readonly detail: string } {
  switch (refusal.code) {
    case 'TYPE_NON_PRIS_EN_CHARGE':
      return { title: 'Type de contenu non pris en charge', detail: 'Envoyez du JSON (application/json).' };
    case 'CORPS_TROP_LONG':
      return { title: 'Corps trop long', detail: `Le corps dépasse ${Math.floor(refusal.maxBytes / 1024)} Ko.` };
    case 'CORPS_ILLISIBLE':
      return { title: 'Corps illisible', detail: 'Le corps n’est pas du JSON bien formé, en UTF-8.' };
  }
}
