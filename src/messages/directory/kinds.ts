import type { StructureType } from '#domain/directory/structure.schema.ts';

/** What a kind of structure is called: acronym as people say it, and the whole name. */
export const kinds: Record<StructureType, { readonly sigle: string; readonly nom: string; readonly pluriel: string }> =
  {
    dac: {
      sigle: 'DAC',
      nom: 'Dispositif d’appui à la coordination',
      pluriel: 'Dispositifs d’appui à la coordination (DAC)',
    },
    cpts: {
      sigle: 'CPTS',
      nom: 'Communauté professionnelle territoriale de santé',
      pluriel: 'Communautés professionnelles territoriales de santé (CPTS)',
    },
    msp: {
      sigle: 'MSP',
      nom: 'Maison de santé pluriprofessionnelle',
      pluriel: 'Maisons de santé pluriprofessionnelles (MSP)',
    },
    cds: { sigle: 'CDS', nom: 'Centre de santé', pluriel: 'Centres de santé (CDS)' },
    esp: { sigle: 'ESP', nom: 'Équipe de soins primaires', pluriel: 'Équipes de soins primaires (ESP)' },
    'esp-clap': {
      sigle: 'ESP CLAP',
      nom: 'Équipe de soins primaires coordonnée localement autour du patient',
      pluriel: 'ESP CLAP',
    },
    ess: { sigle: 'ESS', nom: 'Équipe de soins spécialisés', pluriel: 'Équipes de soins spécialisés (ESS)' },
    asalee: { sigle: 'ASALEE', nom: 'Action de santé libérale en équipe', pluriel: 'ASALEE' },
    clic: {
      sigle: 'CLIC',
      nom: 'Centre local d’information et de coordination',
      pluriel: 'Centres locaux d’information et de coordination (CLIC)',
    },
    repit: {
      sigle: 'Répit',
      nom: 'Plateforme d’accompagnement et de répit',
      pluriel: 'Plateformes d’accompagnement et de répit',
    },
    mdph: {
      sigle: 'MDPH',
      nom: 'Maison départementale des personnes handicapées',
      pluriel: 'Maisons départementales des personnes handicapées (MDPH)',
    },
    federation: { sigle: 'Fédération', nom: 'Fédération', pluriel: 'Fédérations' },
    urps: {
      sigle: 'URPS',
      nom: 'Union régionale des professionnels de santé',
      pluriel: 'Unions régionales des professionnels de santé (URPS)',
    },
    ars: { sigle: 'ARS', nom: 'Agence régionale de santé', pluriel: 'Agences régionales de santé (ARS)' },
    association: { sigle: 'Association', nom: 'Association d’appui', pluriel: 'Associations d’appui' },
  };
