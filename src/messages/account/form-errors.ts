/** What a form of an account says when nothing was asked of the server. */
export const accountFormErrors = {
  LIEN_DE_DEMONSTRATION_FAUX: 'Ce lien n’est pas celui d’une démonstration ouverte ici.',
  FOURNISSEUR_ABSENT: 'Cette façon de se connecter n’existe pas ici.',
} as const;
