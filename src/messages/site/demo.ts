/** What each made-up person of the demonstration lets one try. */
export const demoParts = {
  referente: 'référente d’une équipe où des réponses et une attestation sont attendues',
  membre: 'membre de la même équipe',
  seule: 'référente d’une équipe à qui il manque un médecin généraliste',
  nouveau: 'professionnel sans équipe, qui vient d’ouvrir son compte',
  instruction: 'association, instruction des équipes',
  gestion: 'association, gestion',
  administration: 'association, comptes, rôles et journal',
  annuaire: 'édition de l’annuaire',
  ars: 'agence régionale de santé',
} as const;
