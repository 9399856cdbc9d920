import type { CriterionKey } from '#domain/models/criteria.ts';

/** What each criterion of the comparison is called, and what it tells. */
export const criteria: Readonly<Record<CriterionKey, { readonly libelle: string; readonly aide: string }>> = {
  definition: { libelle: 'Ce que c’est', aide: 'La définition, en une phrase.' },
  pourQui: { libelle: 'Pour qui', aide: 'Les personnes qui peuvent en faire partie ou y faire appel.' },
  minimum: { libelle: 'Équipe minimale', aide: 'Le plus petit groupe qui permet de commencer.' },
  echelle: { libelle: 'Échelle', aide: 'Les patients ou les habitants pour lesquels l’équipe s’organise.' },
  lieu: { libelle: 'Lieu d’exercice', aide: 'Chacun chez soi, ou tous au même endroit.' },
  actions: { libelle: 'Actions', aide: 'Ce que l’équipe fait ensemble.' },
  prerequis: { libelle: 'Avant de commencer', aide: 'Ce qu’il faut avoir écrit, suivi ou réuni.' },
  validation: { libelle: 'Rôle de l’ARS', aide: 'À qui le projet est transmis et qui se prononce.' },
  remuneration: { libelle: 'Rémunération', aide: 'Qui paie le temps de coordination, et comment.' },
  structureJuridique: {
    libelle: 'Structure juridique',
    aide: 'L’association ou la société à créer, s’il en faut une.',
  },
  contrat: { libelle: 'Contrat', aide: 'Avec qui l’équipe signe.' },
  delai: { libelle: 'Délai', aide: 'Le temps à prévoir pour monter le projet.' },
  systemeInformation: { libelle: 'Outils numériques', aide: 'Comment les informations s’échangent en sécurité.' },
  exclusivite: { libelle: 'Cumul possible', aide: 'Ce que l’on peut faire en même temps, ou non.' },
  apports: { libelle: 'Ce que cela apporte', aide: 'Les bénéfices décrits par les sources.' },
  accompagnement: { libelle: 'Accompagnement', aide: 'Qui aide les équipes.' },
  contacts: { libelle: 'Où s’informer', aide: 'Téléphone, courriel et site des organismes.' },
  reperes: { libelle: 'Repères chiffrés', aide: 'Des nombres datés, pour situer.' },
};

/** Printed wherever no source says anything of a criterion. */
export const silence = 'Non précisé dans nos sources';
