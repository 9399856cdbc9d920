/** Requests that the page on the API shows; tests/pages/institutional.test.ts sends every one of them. */
export type ApiExample = {
  readonly partie: string;
  readonly methode: 'GET' | 'POST';
  readonly chemin: string;
  readonly corps?: object;
  readonly phrase: string;
};

const evaluation = {
  plan: 'pays-de-la-loire',
  convention: { signeeLe: '2026-01-15', finLe: null },
  membres: [
    {
      id: 'P1',
      rpps: null,
      profession: 'medecin-generaliste',
      exercice: 'liberal',
      centre: null,
      du: '2025-01-01',
      au: null,
      mspOuCdsPluri: false,
    },
    {
      id: 'P2',
      rpps: null,
      profession: 'infirmier',
      exercice: 'liberal',
      centre: null,
      du: '2025-01-01',
      au: null,
      mspOuCdsPluri: false,
    },
  ],
  action: {
    type: 'rcp-sans-patient',
    date: '2026-06-10',
    participants: ['P1', 'P2'],
    referent: null,
    patientPresent: null,
    partenaires: 0,
    protocole: null,
    horsNomenclature: [],
    designes: [],
  },
};

export const apiExamples: readonly ApiExample[] = [
  {
    partie: 'Communes',
    methode: 'GET',
    chemin: '/api/v1/communes?q=st%20denis&limite=3',
    phrase:
      'Trouver une commune par son nom, son code postal ou son code INSEE. Accents, tirets, « St » et une faute de frappe sont compris.',
  },
  {
    partie: 'DAC',
    methode: 'GET',
    chemin: '/api/v1/dac?commune=10387',
    phrase:
      'Le DAC d’une commune (code INSEE), avec la phrase qui le prouve. « couverture » vaut « inconnue » quand nos sources ne le disent pas : « recours » donne alors ce qui reste.',
  },
  {
    partie: 'Structures',
    methode: 'GET',
    chemin: '/api/v1/structures?type=dac,cpts&departement=54&taille=10',
    phrase:
      'L’annuaire, filtré par type, département, région, intercommunalité, commune, nom, rectangle ou distance, page par page.',
  },
  {
    partie: 'Structures',
    methode: 'GET',
    chemin: '/api/v1/structures?autour=4.0744,48.2973&rayon=30',
    phrase: 'Autour d’un point (longitude, latitude), dans un rayon en kilomètres, les plus proches d’abord.',
  },
  {
    partie: 'Structures',
    methode: 'GET',
    chemin: '/api/v1/structures.geojson?type=msp',
    phrase: 'Les mêmes filtres, toutes les lignes, pour une carte.',
  },
  {
    partie: 'Structures',
    methode: 'GET',
    chemin: '/api/v1/structures.csv?region=grand-est',
    phrase: 'Les mêmes filtres, toutes les lignes, pour un tableur.',
  },
  {
    partie: 'Modèles',
    methode: 'GET',
    chemin: '/api/v1/modeles',
    phrase: 'Les huit modèles d’exercice coordonné.',
  },
  {
    partie: 'Modèles',
    methode: 'GET',
    chemin: '/api/v1/modeles/esp-clap',
    phrase:
      'Un modèle, critère par critère : chaque valeur a sa portée (nationale ou régionale), sa source et sa date.',
  },
  {
    partie: 'Orientation',
    methode: 'GET',
    chemin: '/api/v1/orientation?role=mg&mg=1&autres=infirmier,pharmacien&region=pays_de_la_loire',
    phrase:
      'Les modèles possibles, ceux qui demandent autre chose, ceux qui sont exclus, et pourquoi. Les paramètres sont ceux de l’adresse du résultat.',
  },
  {
    partie: 'Orientation',
    methode: 'POST',
    chemin: '/api/v1/orientation',
    corps: { reponses: { role: 'mg', mg: 1, autres: ['infirmier', 'pharmacien'], region: 'pays_de_la_loire' } },
    phrase: 'La même question, dans le corps de la demande. Rien n’est gardé.',
  },
  {
    partie: 'Indemnités',
    methode: 'POST',
    chemin: '/api/v1/indemnites/evaluation',
    corps: evaluation,
    phrase:
      'Ce que vaut une action déclarée par une équipe : acceptée, en attente ou refusée, et la part de chacun en centimes. Rien n’est gardé.',
  },
];
