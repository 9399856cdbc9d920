/** The public pages with an address of their own, in the order of the site map. Pages of models and structures come from data. */
export const sitePages = [
  {
    partie: 'Pour les patients et les proches',
    adresse: '/dac',
    titre: 'Trouver mon DAC',
    resume:
      'Le nom et le numéro de téléphone du dispositif d’appui à la coordination (DAC) qui s’occupe d’une commune, ce que l’on peut lui demander et ce qu’il faut lui dire. Pour rester à la maison, préparer un retour d’hôpital, trouver des aides, souffler quand on aide un proche.',
  },
  {
    partie: 'Pour les professionnels',
    adresse: '/modeles',
    titre: 'Comprendre les structures',
    resume:
      'Huit façons d’exercer à plusieurs, de l’équipe de soins primaires à la maison de santé : qui peut y entrer, combien il faut être, qui paie, qui appeler.',
  },
  {
    partie: 'Pour les professionnels',
    adresse: '/comparer',
    titre: 'Comparer les structures',
    resume:
      'Les structures de votre choix côte à côte, critère par critère, avec la source et la date de chaque information, et celles qu’une même personne peut cumuler.',
  },
  {
    partie: 'Pour les professionnels',
    adresse: '/comparer/cumuls',
    titre: 'Les structures que l’on peut cumuler',
    resume: 'Deux à deux, ce qu’un même professionnel peut faire en même temps, ou non, et d’après quelle source.',
  },
  {
    partie: 'Pour les professionnels',
    adresse: '/choisir',
    titre: 'Trouver la structure qui vous convient',
    resume:
      'Quelques questions sur votre équipe et votre lieu d’exercice, pour voir ce qui est possible, ce qui ne l’est pas, et pourquoi.',
  },
  {
    partie: 'Pour les professionnels',
    adresse: '/choisir/groupe',
    titre: 'Choisir à plusieurs',
    resume:
      'Un groupe sans compte, gardé trente jours au plus : chaque futur membre répond de son côté, la page montre ce qui convient à tous et recueille les votes.',
  },
  {
    partie: 'Pour les professionnels',
    adresse: '/choisir/regles',
    titre: 'Les règles du questionnaire',
    resume: 'Quelle réponse mène à quelle structure : exclusions, conditions et points, chacun avec sa source.',
  },
  {
    partie: 'Pour les professionnels',
    adresse: '/simulateur',
    titre: 'Simuler les indemnités d’une équipe',
    resume:
      'Ce que les réunions, plans personnalisés de santé et protocoles d’une ESP CLAP rapportent à chacun sur une année, avec les plafonds du financement régional.',
  },
  {
    partie: 'Pour les professionnels',
    adresse: '/simulateur/periodes',
    titre: 'Les versions du plan de financement',
    resume: 'Les montants et les plafonds appliqués par le simulateur, et ce qui change d’une version à l’autre.',
  },
  {
    partie: 'Trouver',
    adresse: '/annuaire',
    titre: 'Annuaire et carte des structures',
    resume:
      'Les structures de coordination que nous connaissons, en liste et sur une carte : DAC, CPTS, maisons de santé, fédérations, URPS, ARS. Adresse, téléphone, territoire, source de chaque information.',
  },
  {
    partie: 'Trouver',
    adresse: '/recherche',
    titre: 'Rechercher dans le site',
    resume: 'Une recherche dans les pages, les communes et les structures de l’annuaire.',
  },
  {
    partie: 'Le site',
    adresse: '/donnees',
    titre: 'Données et sources',
    resume: 'D’où viennent les informations, leur date, ce qui manque encore, comment les réutiliser.',
  },
  {
    partie: 'Le site',
    adresse: '/developpeurs',
    titre: 'API',
    resume: 'Les mêmes informations et les mêmes calculs pour vos propres outils, sans clé ni inscription.',
  },
  {
    partie: 'Le site',
    adresse: '/accessibilite',
    titre: 'Accessibilité',
    resume: 'La déclaration d’accessibilité du site, et comment signaler une difficulté.',
  },
  {
    partie: 'Le site',
    adresse: '/confidentialite',
    titre: 'Confidentialité',
    resume: 'Ce que le site garde et ne garde pas quand vous le consultez.',
  },
  {
    partie: 'Le site',
    adresse: '/mentions-legales',
    titre: 'Mentions légales',
    resume: 'Qui édite le site, qui l’héberge, sous quelles licences.',
  },
  {
    partie: 'Le site',
    adresse: '/plan-du-site',
    titre: 'Plan du site',
    resume: 'Toutes les pages.',
  },
] as const;
