import type { Person } from '../rights/people.ts';

/** What may happen to whoever acts between the question of a page and the act, in the database, `?1` being the account. */
export const losses = {
  /** Signed out from another browser, or by an administrator. */
  session: ['delete from session where compte_id = ?1'],
  /** Was référent, and is a member. */
  referent: ["update membre set role = 'membre' where compte_id = ?1"],
  /** Put out of the team as of yesterday. */
  place: ["update membre set sortie = date('now', '-1 day') where compte_id = ?1"],
  /** Took a place in the team: nobody judges his own. */
  juge: [
    `insert into membre (id, equipe_id, compte_id, nom, prenom, profession, exercice, commune, entree,
      autres_esp_clap, cree_le) select ?1 || '-juge', id, ?1, 'Essai', 'Juge', 'infirmier', 'liberal', '53130',
      '2026-01-01', '[]', cree_le from equipe where id = ?2`,
  ],
  /** The granted role was taken back. */
  role: ['delete from habilitation where compte_id = ?1'],
  /** A role was granted, which asks for a second factor that the session does not have. */
  facteur: [
    'update compte set second_facteur_requis = 1 where id = ?1',
    'update session set second_facteur_le = null where compte_id = ?1',
  ],
  /** The address was never confirmed, after all. */
  adresse: ['update compte set email = null, email_cle = null where id = ?1'],
  /** The link was sent anew: the one that was followed leads to nothing. */
  lien: ["update invitation set jeton = id || '-autre' where equipe_id = ?2"],
} as const;
export type Loss = keyof typeof losses;

export type Case = {
  readonly as: Person;
  /** Which team or account of the world of rights; A unless said. */
  readonly on?: 'A' | 'B';
  /** What brings the form as far as its transaction; `{…}` as in the rows of rights. */
  readonly fields?: Readonly<Record<string, string>>;
  /** What is answered after each loss: why the right is gone. */
  readonly after: { readonly [L in Loss]?: string };
};

const referent = { session: 'NON_CONNECTE', referent: 'ROLE_INSUFFISANT', place: 'INTROUVABLE' } as const;
/** A member does not see the invitations. */
const inviting = { ...referent, referent: 'INTROUVABLE' } as const;
const member = { session: 'NON_CONNECTE', place: 'INTROUVABLE' } as const;
const own = { session: 'NON_CONNECTE', facteur: 'NON_CONNECTE' } as const;
const factors = { session: 'PREUVE_PERIMEE', facteur: 'FACTEUR_A_DONNER' } as const;
const reviewer = {
  session: 'NON_CONNECTE',
  role: 'INTROUVABLE',
  facteur: 'NON_CONNECTE',
  juge: 'PROPRE_EQUIPE',
} as const;
/** Over an account: without the role it does not exist. */
const administrator = { session: 'NON_CONNECTE', role: 'INTROUVABLE', facteur: 'NON_CONNECTE' } as const;
const inRoom = { ...administrator, role: 'ROLE_INSUFFISANT' } as const;

const nurse = {
  prenom: 'Ada',
  nom: 'Exemple',
  profession: 'infirmier',
  exercice: 'liberal',
  commune: 'Gorron',
  entree: '2026-02-01',
  version: '1',
} as const;
const team = { 'equipe-nom': 'Équipe d’un essai', departements: '53', version: '1' } as const;
const phrase = 'rampe tiroir mousse velours gare';
/** Of this world alone: mails to one address are counted. */
const email = '{compte}@exemple.fr';

/** By form. Written by hand: who loses what, and what she is told. */
export const cases: Readonly<Record<string, Case>> = {
  'newTeamForms.creer-equipe': {
    as: 'compte',
    fields: { ...team, ...nurse },
    after: { ...own, adresse: 'COURRIEL_NON_VERIFIE' },
  },
  'teamForms.modifier-equipe': { as: 'referent', fields: team, after: referent },
  'newMemberForms.ajouter-membre': { as: 'referent', fields: nurse, after: referent },
  'memberForms.corriger-membre': { as: 'referent', fields: nurse, after: referent },
  'memberForms.fixer-sortie': { as: 'referent', fields: { sortie: '2026-12-31', version: '1' }, after: referent },
  'leaveForms.quitter': { as: 'membre', fields: { sortie: '2099-12-31', version: '1' }, after: member },
  'eraseMemberForms.effacer-membre': { as: 'referent', after: referent },
  'deleteTeamForms.supprimer-equipe': { as: 'referent', after: referent },
  'changeForms.accepter-changement': { as: 'membre', after: member },
  'changeForms.refuser-changement': { as: 'membre', after: member },
  'changeForms.retirer-changement': { as: 'referent', after: referent },
  'consentForms.enregistrer-consentement': {
    as: 'instructeur',
    fields: { 'motif-{membre}': 'Document signé reçu le 12 novembre.' },
    after: reviewer,
  },
  'consentForms.retirer-consentement': { as: 'instructeur', after: reviewer },
  'invitationForms.inviter': { as: 'referent', fields: { membre: 'm', 'email-m': email }, after: referent },
  'invitationForms.renvoyer': { as: 'referent', after: inviting },
  'invitationForms.corriger-adresse': {
    as: 'referent',
    fields: { 'email-{invitation}': email },
    after: inviting,
  },
  'invitationForms.retirer': { as: 'referent', after: inviting },
  'answerForms.accepter': {
    as: 'compte',
    after: { ...own, adresse: 'COURRIEL_NON_VERIFIE', lien: 'LIEN_REMPLACE' },
  },
  'answerForms.decliner': { as: 'sans-compte', after: { lien: 'LIEN_REMPLACE' } },
  'referentForms.nommer': { as: 'referent', fields: { membre: '{membre}' }, after: referent },
  'referentForms.renoncer': { as: 'referent', after: referent },
  'referentForms.soutenir': { as: 'membre', fields: { successeur: '{membre}' }, after: member },
  'referentForms.abandonner': { as: 'membre', after: member },
  'associationReferentForms.designer-referent': {
    as: 'instructeur',
    fields: { membre: '{membre}' },
    after: reviewer,
  },
  'agentForms.inviter-agent': {
    as: 'admin',
    fields: { email, role: 'editeur-annuaire', portee: 'portail' },
    after: inRoom,
  },
  'agentForms.retirer-lien': { as: 'admin', after: inRoom },
  'claimForms.confirmer-demande': { as: 'admin', after: administrator },
  'claimForms.refuser-demande': { as: 'admin', after: administrator },
  'holderForms.accorder-role': {
    as: 'admin',
    fields: { role: 'editeur-annuaire', portee: 'portail' },
    after: administrator,
  },
  'holderForms.retirer-role': {
    as: 'admin',
    fields: { role: 'editeur-annuaire', portee: 'portail' },
    after: administrator,
  },
  'holderForms.fermer-sessions': { as: 'admin', after: administrator },
  'roleLinkForms.prendre-role': { as: 'compte', after: { ...own, adresse: 'COURRIEL_NON_VERIFIE' } },
  'nameForms.renommer': { as: 'compte', fields: { nom: 'Anne Morel' }, after: own },
  'addressForms.changer-adresse': { as: 'compte', fields: { email }, after: own },
  'passphraseForms.changer-phrase': { as: 'compte', fields: { phrase }, after: own },
  'sessionForms.fermer': { as: 'compte', after: own },
  'sessionForms.fermer-les-autres': { as: 'compte', after: own },
  'deletionForms.supprimer': { as: 'compte', fields: { compris: 'oui' }, after: own },
  'identityForms.delier': { as: 'compte', fields: { fournisseur: 'pro-sante-connect' }, after: own },
  'identityForms.lier-attente': { as: 'compte', after: own },
  'firstAddressForms.donner-adresse': { as: 'sans-adresse', fields: { email }, after: own },
  'keyForms.renommer-cle': { as: 'compte', fields: { 'nom-cle': 'Téléphone' }, after: own },
  // What changes a factor says by its own words that the session, or its second factor, is no longer enough.
  'keyForms.retirer-cle': { as: 'compte', after: factors },
  'protectionForms.confirmer-application': { as: 'compte', after: { session: 'PREUVE_PERIMEE' } },
  'protectionForms.retirer-application': { as: 'compte', after: factors },
  'protectionForms.renouveler-codes': { as: 'compte', after: factors },
};

/** Forms of someone signed in that no case above is about, and why. */
export const without: Readonly<Record<string, string>> = {
  'identityForms.lier': 'goes to the provider; what comes back is linked in a transaction that asks (linkIdentity)',
  'identityForms.oublier-attente': 'drops a cookie of this browser',
  'protectionForms.ajouter-cle': 'as confirmer-application: by changeFactors, after an answer that a device signs',
  'protectionForms.preparer-cle': 'gives a challenge, and writes nothing',
  'protectionForms.preparer-application': 'seals a secret in the page, and writes nothing',
};
