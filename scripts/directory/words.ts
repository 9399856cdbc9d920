const listOf = (text: string): string[] => text.trim().split(/\s+/);

/** The letters of a word, without accents and in capitals: « Crèvecœur » is « CREVECOEUR ». */
export const lettersOf = (word: string): string =>
  word.replaceAll('œ', 'oe').replaceAll('Œ', 'OE').normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase();

const byLetters = (words: readonly string[]): ReadonlyMap<string, string> =>
  new Map(words.map((word) => [lettersOf(word), word]));

/** Words that stay small wherever they stand, as French writes titles. */
export const linkWords: ReadonlySet<string> = new Set(
  listOf('DE DU DES D ET EN AU AUX SUR SOUS PAR POUR ENTRE DANS CHEZ AVEC OU LEZ LES LE LA L A'),
);

/** Common nouns and adjectives of the trade: small letters, with their accents. */
export const commonWords = byLetters(
  listOf(`
  centre centres maison maisons pôle pôles cabinet cabinets clinique espace réseau association service services site sites
  antenne annexe point relais équipe équipes groupe groupement regroupement union institut plateforme plate forme
  santé soins soin infirmier infirmiers infirmière infirmières dentaire dentaires médical médicale médicaux médicales
  médico médecine médecin médecins paramédical paramédicale sanitaire
  polyvalent polyvalente polyvalents spécialisé spécialisés spécialisée spécialiste spécialistes
  mutualiste mutualistes mutualité mutuelle mutuelles municipal municipale municipaux communal communale communautaire
  intercommunal intercommunale pluricommunal départemental départementale régional régionale territorial territoriale
  territoriales local locale locaux pluriprofessionnel pluriprofessionnelle pluriprofessionnels pluriprofessionnelles
  pluridisciplinaire pluridisciplinaires interprofessionnel interprofessionnelle professionnel professionnelle
  professionnels professionnelles multisite multisites multi universitaire universitaires ambulatoire ambulatoires
  libéral libérale libéraux coordination coordonnée coordonnées information communauté communautés collectif
  gérontologique gérontologiques gérontologie gériatrie gériatrique autonomie ophtalmologique ophtalmologiques
  ophtalmologie orthodontie orthodontique ophtalmique obstétrical radiologie échographie dermatologie vénéréologie
  obésité anorexie mentale pédiatriques pédiatrique rénale néphrologique vaccination prévention éducation thérapeutique
  préventive planning familial familiale sexualité sexuelle social sociale sociaux sociales sportif scolaire secondaire
  primaire primaires rural rurale étudiant étudiants étudiante mobile spécifique intergénérationnel visuelle
  hospitalier hospitalière dispositif appui professionnelles gestion réalisations domicile âge âgées âgés personnes
  retraités aînés seniors sénior séniors préfiguration ville communes canton cantons quartier quartiers faubourg
  environs référent géré gérés dispersé dispersée situé unité pluri participatif psychothérapie diabète homéopathie
  audio phonologie médiathèque collégiale mairie pédodontie odontologie optique infos info proximité jeunes accueil
  siège accès française urgences consultation consultations médicalisé diabétologie cardiologie rééducation imagerie chirurgie
`),
);

/** Abbreviations and slips of the source that stand for one word of ours. */
export const meant: ReadonlyMap<string, string> = new Map(
  Object.entries({
    CTRE: 'centre',
    CTR: 'centre',
    CENTR: 'centre',
    CENTREDE: 'centre de',
    ASS: 'association',
    ASSO: 'association',
    ASSOC: 'association',
    ASSN: 'association',
    ASSOCIATIO: 'association',
    PROF: 'professionnels',
    PROFES: 'professionnels',
    DENT: 'dentaire',
    MUT: 'mutualiste',
    MUTUAL: 'mutualiste',
    MUTUALI: 'mutualiste',
    MUTUALIST: 'mutualiste',
    INF: 'infirmiers',
    INFIR: 'infirmiers',
    INFIRM: 'infirmiers',
    MED: 'médical',
    POLYVAL: 'polyvalent',
    POLYVALE: 'polyvalent',
    POLYVALEN: 'polyvalent',
    POLIVALENT: 'polyvalent',
    POLYV: 'polyvalent',
    NUNICIPAL: 'municipal',
    MINICIPAL: 'municipal',
    MNCPL: 'municipal',
    PLANNIG: 'planning',
    UNIVERSITAI: 'universitaire',
    UNIVERSIT: 'universitaire',
    INTERCOMM: 'intercommunal',
    OPHTLMOLOGIE: 'ophtalmologie',
    OPHTLMOLOGIQUE: 'ophtalmologique',
    OPHTALMOLOGIQE: 'ophtalmologique',
    GERONTOL: 'gérontologique',
    GERONTOLGIQUE: 'gérontologique',
    GERONTOLOGIQ: 'gérontologique',
    COORDIN: 'coordination',
    COORDINAT: 'coordination',
    ANN: 'annexe',
    ANT: 'antenne',
    PARAMED: 'paramédical',
    GPT: 'groupement',
    REGROUP: 'regroupement',
    INTERPROF: 'interprofessionnel',
    ENVIRON: 'environs',
    MAIISON: 'maison',
    AGGLOMERATION: 'Agglomération',
    BDX: 'Bordeaux',
    BX: 'Bordeaux',
    BGNE: 'Bretagne',
    MTP: 'Montpellier',
    MONTP: 'Montpellier',
    MONTPELLLIER: 'Montpellier',
    HTE: 'Haute',
    HTES: 'Hautes',
    GDE: 'Grande',
    DR: 'Docteur',
    NEUILYY: 'Neuilly',
    BOURGUIGNONE: 'Bourguignonne',
    VALLEEE: 'Vallée',
    CHATEUAX: 'Châteaux',
    SAUEZLONG: 'Sauzelong',
    HEALTCARE: 'Healthcare',
    SPE: 'spécialisés',
    DPTAL: 'départemental',
    DEP: 'département',
    NIV: 'niveau',
    CRX: 'Croix',
    ROUG: 'Rouge',
    INTERCPTS: 'InterCPTS',
    CTPS: 'CPTS',
    CPT: 'CPTS',
  }),
);

/** Cut or misspelt forms of « pluriprofessionnel » and « pluridisciplinaire »: their gender is that of the house or centre. */
export const severalTrades: readonly {
  readonly written: RegExp;
  readonly masculine: string;
  readonly feminine: string;
}[] = [
  {
    written: /^PLURIPRO(?:F|FESS|FESSIONELLE|FRESSIONNELLE|FESSIONNELE)?$|^PLURIPOF$|^PLUROPROFESSIONNELLE$/,
    masculine: 'pluriprofessionnel',
    feminine: 'pluriprofessionnelle',
  },
  {
    written: /^PLURIDIS(?:C|CIP|CIPL|CIPLI|CIPLIN)?$/,
    masculine: 'pluridisciplinaire',
    feminine: 'pluridisciplinaire',
  },
];

/** Names of people, places and houses that capitals robbed of their accents. */
export const accentedNames = byLetters(
  listOf(`
  André Jaurès Valéry Cévennes Pyrénées République Méditerranée Émeraude Réquistanais Élisabeth Léopold Barbès Françoise
  Cézanne Édouard Péri Ménilmontant Opéra Prouvé Liberté Égalité Thérèse Irène Mélusin Aéroport Provençaux Corrézien
  Créonnaise Réolais Sézannais Mâconnais Hérouvillaise Béthanie Trocadéro Cathédrale Miséricorde Sacré Cœur Cœurs Sœurs
  Éclisses Épinettes Échandon Équerre Émile Épars Âge Âges Lumière Châtillonnais Châtelleraudais Molière Méliès Hélène
  Léonie Joséphine Aimé Désiré Médoc Réunion Défense Ménigoutais Thouarsais Genevois Sévéragais Lodévois
  Cézallier Mélioris Européenne Hémisphère Périmètre Génération Océane Fédération Université Universités Métropole
  Résidence Résidences Stéphane Frédéric Gérard Benoît Hippocrate Eugène Théodore Théophile Clément Célestin Nédélec
  Légion Général Maréchal Amédée Rosé Rosée Agnès Cité Cités États Étoiles Étang Étangs Écluse Écoles École Évasion
  Théâtre Trésor Châtaigne Gériatrie Hérault Vénissieux Pléiades Éoliennes Doré Dômes Mémoire Génie Préfecture Gersois
  Tramé Chrétienne Vélizy Thérapeutique Singulière Racine Ténine Tréfles Sémard Césame Édith Noël Cassiopée Cévenole
  Cévenne Mûriers Aléria Séranne Bénovie Céretane Ténarèze Aubinoise Lozériennes Vézelien Épinacois Beauvaisis Cèdre
  Cèdres Fées Fêtes Allées Croisée Dépendance Béguinage Carré Sphère Lézine Guérin Grésillons Grésivaudan Zélande
  Tardoire Auréa Trévoux Rhône Saône Besançon Briançonnais Libération Colombières Séronais
  Plantée Bastié Étouvie Éole Éoles Mandé Tréguier Trégor Sénéchal Galathée Ardéchois Éden Orléanaise Mitterrand
  Forêt Chênaie Hédé Études Amérique Algérie Ségur Élysée Élysées Côte Déportés Résistance Fusillés Évêché Bâtiment
  Arsène Genève Galilée Collège Poincaré Presbytère Régiment Résistants Blériot Mendès Bessière César Pavé Pavés Généraux
  Écoliers Éluard Prévert Épée Andromède Séraphin Iéna Récamier Activités Activité Hêtres Solidarité Médaille Dépôt
  Brocéliande Aubépine Très Cloître Cloîtres Ferrié Aciéries Dupré Frégate Prévôté Brésil Troènes Stéphanie Maître
  Réservoirs Étroite Maréchaux Gérôme Crimée Mutualité Pères Père Frère Frères Pétion Pétersbourg Champmeslé Nicéphore
  Niépce Siècle Œuvres Beauséjour Alizés Laïcité Bâtisseurs Dôme Camélias Pâquerettes Éboué Pêchers Pressensé Séminaire
  Métairie Métiers Mésanges Châtaigniers Prêtre Pénitents Quiétude Fraternité Manège Hélias Arènes Pèlerins Zaïre
  Piétonne Ampère Mahé Poudrière Généralistes Médecins Goélands Coopératives Intérieure Marché Sœur Lycée Élie Orée
  Anémones Bégonias Glaïeuls Aérodrome Bibliothèque Cinéma Érables Préau Élus Frédérique Hôtelière Évariste Mémorial
  Géants Uzège Clé Grées Réfugiés Caraïbes Réan Piège Malepère Paré Massé Boétie Idéal Emmaüs Lucé Bercé Défi
  Pépinière Rapée Conférence Prévalaye
  Région Récollets Millénaire Armée Armées Libérales Crémieux Caducée Euromédecine Lauzière Itinéraire Itinéraires Éolienne
  Éduens Sévérac Déodat Récréation Hémérocalles Européen Généreux Vétérinaire Véronique Pédiatrie Rémi Rémy Mères Mère
  Rivière Île Îles Sète Présidence Président Vendômois Déodatie Péguy Salpêtrière Mariée Séquoia Séquoias Gallé
`),
);

/** Initials, and names that are written in capitals, besides those that no vowel could make a word of. */
export const initials: ReadonlySet<string> = new Set(
  listOf(`
  MSP MSPU MSPC CDS CDSI PSME CPTS DAC CLIC CSI CSP CMS CSM CSD CS CCAS CIAS SSIAD SISA PSP PSLA PSPLA MS ESS ESP MAIA GCS CHU SSU
  SUMPPS SIUMPPS CREPS CPAM CRAMIF CARSAT MGEN MGOS MFL MFS MFGS MFASSAM MFLSSAM MFAM MNAM UDSMA UMFMB UMGGHM UTML UGRM
  UGOSMUT UMAPOS UMIF UMV SSAM ADMR ADN VYV FILIERIS OXANCE APSL APS APAS AGECSA AIMV AMSAM ASVP APASAD CIDDIST AHS FDGL
  ALTRIANE ELIAD CTAR CDC ASSM ANPS ASB ADIDF COSEM AGECLIC IGEAC ACAFPAH GUIPA IRPAGEM RESPA ICA RS CIDPA ALDS ACOMAD
  APA ACPA UTAS IDF RATP RER ONERA INSEP OSE AADT ORSAC UNA SOS BTP ZAC ISBA CSMDT ASCDM AVODD APSAT APSM APSB AQSPA PSSE
  ADSOC AFSOT IMT SSE ECEGEC MHVA POSAVI APCM GPSL PSE ADAR APEAI AES UPVD APAMAD ARFP AMSID ASSAD ADMS ADOS ADMD ADS SMD
  EMDHS SQY ACSBE ASNAN CODEM ACMR COMEDE ACMO OPASS OHS PASS ASSIC ACPPA LPA ACESO AIVAD CIS AMSAF DASES IGESA APSV PPS
  ALS PACA CSIC CSE CPEF ARIMS APARM SDAT CERAS ESE MDGOSS SEMAD APPSD UCBL1 ENSA CSA EMD CMDQI CMDNOP CDI MNO CA CAN
  RSPNA APSLLB MSVU APSA PSLAM AURAL HSSSE ASSI RI DB UPSB USB ACOSAC AMSAR AGARE MEKIPODIN COLHAJ ANL PLSM ASNC SELAS SARL SCM IREPS UTPAS CAMSP AVENIR SIMAD EPARS AST
`).filter((word) => !['FILIERIS', 'OXANCE', 'ALTRIANE', 'ELIAD', 'AVENIR', 'MEKIPODIN'].includes(word)),
);
