import type { Practice } from '#domain/models/compatibility.ts';

/** What each way of working is called: acronym and whole name. */
export const practices: Readonly<Record<Practice, { readonly sigle: string; readonly nom: string }>> = {
  'esp-clap': { sigle: 'ESP CLAP', nom: 'Équipe de soins primaires des Pays de la Loire' },
  esp: { sigle: 'ESP', nom: 'Équipe de soins primaires' },
  asalee: { sigle: 'ASALEE', nom: 'Infirmier ou généraliste ASALEE' },
  msp: { sigle: 'MSP', nom: 'Maison de santé pluriprofessionnelle' },
  'cds-pluri': { sigle: 'CDS pluri', nom: 'Centre de santé de plusieurs professions' },
  'cds-mono': { sigle: 'CDS mono', nom: 'Centre de soins d’une seule profession' },
  cpts: { sigle: 'CPTS', nom: 'Communauté professionnelle territoriale de santé' },
  ess: { sigle: 'ESS', nom: 'Équipe de soins spécialisés' },
  dac: { sigle: 'DAC', nom: 'Dispositif d’appui à la coordination' },
};
