import type { StaffRole, TeamRole } from './roles.ts';

/**
 * In what quality someone may act: anybody, any account, the account or the member itself, whoever holds the link of
 * an invitation (`invite`: with an account), a role in the team that the object belongs to, or a granted role.
 */
export type Quality = 'tous' | 'compte' | 'soi' | 'porteur-du-lien' | 'invite' | TeamRole | StaffRole;

/**
 * Every verb of every kind of object, and who may: nothing else is allowed. A référent is a member as well. An
 * administrator is technical and decides nothing about teams. Each kind has `consulter`: whoever may not see an object
 * is answered as if it did not exist.
 */
export const rights = {
  /** What has no object yet: rooms and lists, which show only what their reader may see. */
  portail: {
    consulter: ['tous'],
    'ouvrir-espace': ['compte'],
    'creer-equipe': ['compte'],
    'ouvrir-association': [
      'association-instructeur',
      'association-gestionnaire',
      'association-admin',
      'editeur-annuaire',
    ],
    'ouvrir-ars': ['ars'],
    'lister-equipes': ['association-instructeur', 'association-gestionnaire', 'ars'],
    'lister-comptes': ['association-admin'],
    'inviter-agent': ['association-admin'],
    'creer-fiche': ['editeur-annuaire'],
  },
  equipe: {
    consulter: ['membre', 'association-instructeur', 'association-gestionnaire', 'ars'],
    exporter: ['membre', 'association-instructeur', 'association-gestionnaire'],
    modifier: ['referent'],
    'ajouter-membre': ['referent'],
    inviter: ['referent'],
    'nommer-referent': ['referent'],
    'renoncer-referent': ['referent'],
    quitter: ['membre'],
    'soutenir-succession': ['membre'],
    'decider-succession': ['association-instructeur'],
    supprimer: ['referent'],
    instruire: ['association-instructeur'],
  },
  membre: {
    consulter: ['membre', 'association-instructeur', 'association-gestionnaire', 'ars'],
    modifier: ['soi', 'referent'],
    'fixer-sortie': ['soi', 'referent'],
    'repondre-changement': ['soi'],
    'retirer-changement': ['referent'],
    effacer: ['referent'],
    'enregistrer-consentement': ['association-instructeur'],
  },
  invitation: {
    consulter: ['porteur-du-lien', 'referent', 'association-instructeur'],
    renvoyer: ['referent'],
    'corriger-adresse': ['referent'],
    retirer: ['referent'],
    accepter: ['invite'],
    decliner: ['porteur-du-lien'],
  },
  /**
   * A projet de santé. Each move of its life (`projectTransitions` of the dossier) is a verb, but for the one that time
   * makes by itself.
   */
  projet: {
    consulter: ['membre', 'association-instructeur', 'association-gestionnaire', 'ars'],
    /** What is being written is the team's own: the others read the versions that were deposited. */
    'lire-brouillon': ['membre'],
    ouvrir: ['membre'],
    ecrire: ['membre'],
    commenter: ['membre'],
    approuver: ['membre'],
    figer: ['referent'],
    deposer: ['referent'],
    abandonner: ['referent'],
    copier: ['referent'],
    'prendre-en-charge': ['association-instructeur'],
    'demander-corrections': ['association-instructeur'],
    transmettre: ['association-instructeur'],
    noter: ['association-instructeur'],
    /** The association may record what the ARS decided outside of the portal. */
    reconnaitre: ['ars', 'association-instructeur'],
    renvoyer: ['ars', 'association-instructeur'],
    refuser: ['ars', 'association-instructeur'],
    'signer-convention': ['referent', 'association-gestionnaire'],
    suspendre: ['association-instructeur'],
    reprendre: ['association-instructeur'],
    resilier: ['referent', 'association-instructeur'],
  },
  compte: {
    consulter: ['soi', 'association-admin'],
    modifier: ['soi'],
    exporter: ['soi'],
    supprimer: ['soi'],
    'fermer-sessions': ['soi', 'association-admin'],
    habiliter: ['association-admin'],
  },
  'journal-equipe': { consulter: ['referent', 'association-instructeur', 'association-admin'] },
  journal: { consulter: ['association-admin'], verifier: ['association-admin'] },
  courrier: { consulter: ['association-admin'] },
  /** What the site does by itself each day. */
  travail: { consulter: ['association-admin'] },
  fiche: { consulter: ['tous'], modifier: ['editeur-annuaire'] },
} as const satisfies Record<string, { readonly consulter: readonly Quality[] } & Record<string, readonly Quality[]>>;

export type Kind = keyof typeof rights;
export type Verb<K extends Kind = Kind> = K extends Kind ? keyof (typeof rights)[K] & string : never;

export const kinds = Object.keys(rights) as Kind[];
export const verbsOf = <K extends Kind>(kind: K): Verb<K>[] => Object.keys(rights[kind]) as Verb<K>[];
export const qualitiesFor = (kind: Kind, verb: string): readonly Quality[] =>
  (rights[kind] as Record<string, readonly Quality[]>)[verb] ?? [];

/** Verbs by which someone judges a team: nobody does so for a team of which he is a member. */
const judgements: { readonly [K in Kind]?: readonly Verb<K>[] } = {
  equipe: ['instruire', 'decider-succession'],
  membre: ['enregistrer-consentement'],
  projet: [
    'prendre-en-charge',
    'demander-corrections',
    'transmettre',
    'noter',
    'reconnaitre',
    'renvoyer',
    'refuser',
    'suspendre',
    'reprendre',
  ],
};
export const isJudgement = (kind: Kind, verb: string): boolean =>
  ((judgements[kind] ?? []) as readonly string[]).includes(verb);
