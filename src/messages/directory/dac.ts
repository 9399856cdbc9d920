/** What one may ask of a DAC, in plain words (source S3; wording rules of the patients' path). Shown, never sent nor logged. */
export const dacNeeds = [
  [
    'Je ne sais pas à qui m’adresser',
    'L’équipe écoute la situation. Elle dit quelles aides existent près de chez vous. Elle vous met en relation avec la bonne personne.',
  ],
  ['Rester à la maison', 'L’équipe cherche avec vous les aides pour vivre chez soi.'],
  [
    'Préparer un retour d’hôpital',
    'L’équipe aide les soignants à organiser la suite : qui vient, quand, pour quoi faire.',
  ],
  [
    'Trouver des aides ou des droits',
    'L’équipe fait un premier point sur la demande. Elle vous oriente vers le bon service.',
  ],
  [
    'Aider un proche, souffler',
    'L’équipe écoute aussi les proches. Elle donne des conseils et indique des formations.',
  ],
  [
    'Il y a beaucoup d’intervenants',
    'Avec le médecin traitant, l’équipe peut aider à écrire un plan : qui fait quoi, et qui appeler.',
  ],
] as const;
