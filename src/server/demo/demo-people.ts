/** The made-up people of the demonstration: what each lets one try. Their addresses can receive nothing (RFC 2606). */
export const demoPeople = {
  referente: {
    nom: 'Démo Référente',
    quoi: 'référente d’une équipe où des réponses et une attestation sont attendues',
  },
  membre: { nom: 'Démo Membre', quoi: 'membre de la même équipe' },
  seule: { nom: 'Démo Seule', quoi: 'référente d’une équipe à qui il manque un médecin généraliste' },
  nouveau: { nom: 'Démo Nouveau', quoi: 'professionnel sans équipe, qui vient d’ouvrir son compte' },
  instruction: { nom: 'Démo Instruction', quoi: 'association, instruction des équipes' },
  gestion: { nom: 'Démo Gestion', quoi: 'association, gestion' },
  administration: { nom: 'Démo Administration', quoi: 'association, comptes, rôles et journal' },
  annuaire: { nom: 'Démo Annuaire', quoi: 'édition de l’annuaire' },
  ars: { nom: 'Démo ARS', quoi: 'agence régionale de santé' },
} as const;
export type DemoPerson = keyof typeof demoPeople;

export const isDemoPerson = (text: string): text is DemoPerson => Object.hasOwn(demoPeople, text);
export const demoAccountId = (person: DemoPerson): string => `demo-${person}`;
export const demoEmail = (person: DemoPerson): string => `${person}@demonstration.invalid`;
