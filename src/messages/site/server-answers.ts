/** What the thin server answers by itself, when no page can. */
export const serverWords = {
  errors: {
    400: {
      title: 'Adresse illisible',
      detail: 'Cette adresse est mal écrite : vérifiez-la, ou repartez de l’accueil.',
    },
    404: { title: 'Introuvable', detail: 'Rien ne se trouve à cette adresse.' },
    405: { title: 'Méthode refusée', detail: 'Cette adresse n’accepte pas cette méthode.' },
    414: { title: 'Adresse trop longue', detail: 'Cette adresse est trop longue : retirez des filtres.' },
    429: {
      title: 'Trop de requêtes',
      detail: 'Vous avez envoyé trop de requêtes en une minute : attendez le délai indiqué.',
    },
    500: { title: 'Erreur du site', detail: 'Une erreur est survenue de notre côté. Elle a été notée.' },
    503: {
      title: 'Site en cours de redémarrage',
      detail: 'Le site redémarre : réessayez dans quelques instants.',
    },
  },
  home: 'Revenir à l’accueil',
  unreadable: 'Cette requête est illisible, trop longue ou trop lente.',
} as const;
