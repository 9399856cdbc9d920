/** The made-up people of the demonstration, by name. Their addresses can receive nothing (RFC 2606). */
export const demoPeople = {
  referente: 'Démo Référente',
  membre: 'Démo Membre',
  seule: 'Démo Seule',
  nouveau: 'Démo Nouveau',
  instruction: 'Démo Instruction',
  gestion: 'Démo Gestion',
  administration: 'Démo Administration',
  annuaire: 'Démo Annuaire',
  ars: 'Démo ARS',
} as const;
/** What else is made up: names of teams, of members without an account, and what they say. */
export const demoNames = {
  firstName: 'Démo',
  completeTeam: 'Équipe de démonstration A',
  emptyTeam: 'Équipe de démonstration B',
  member: 'Membre',
  employed: 'Salarié',
  invited: 'Invité',
  declining: 'Déclinante',
  foreseen: 'Pressentie',
  device: 'Démonstration',
  consent: 'Accord donné par téléphone à l’association, pour la démonstration.',
} as const;

export type DemoPerson = keyof typeof demoPeople;

export const isDemoPerson = (text: string): text is DemoPerson => Object.hasOwn(demoPeople, text);
export const demoAccountId = (person: DemoPerson): string => `demo-${person}`;
export const demoEmail = (person: DemoPerson): string => `${person}@demonstration.invalid`;
