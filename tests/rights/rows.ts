import type { Person } from './people.ts';

/** What someone meets: in, sent to sign in, to the second factor, to give an address, « does not exist », « not you ». */
export type Answer = 'oui' | 'connexion' | 'facteur' | 'adresse' | 'introuvable' | 'refus';
type Who = readonly (Person | 'tous')[];

/** One page, or one form of a page, and who may: written by hand from docs and rules, never read from the code. */
export type Row = {
  /** `{equipe}`, `{membre}`, `{compte}`, `{demande}`, `{invitation}`, `{jeton}` stand for the ids of the object. */
  readonly page: string;
  /** The file under `src/pages`, for the list of those that have no row. */
  readonly file: string;
  /** `<exported table>.<geste>` of `src/doors/<subject>`; absent for the page itself. */
  readonly form?: string;
  readonly fields?: Readonly<Record<string, string>>;
  /** Who may, on what is theirs or in their charge (team A), and on what is of others (team B). One list: no object. */
  readonly may: Who | { readonly A: Who; readonly B: Who };
  /** Who sees the object and may not act on it; those are told so, others that it does not exist. */
  readonly sees?: Who | { readonly A: Who; readonly B: Who };
  /** What everyone meets where there is nothing, when it is the same for all. */
  readonly absent?: Answer;
  /** Sent as these alone, where each sending is counted by address. */
  readonly as?: readonly Person[];
  /** Answers that do not follow from the above. */
  readonly but?: { readonly [P in Person]?: Answer };
};

/** Everyone who is signed in all the way, with an address confirmed. */
const withAddress = [
  'compte',
  'membre',
  'referent',
  'instructeur',
  'gestionnaire',
  'admin',
  'editeur',
  'ars',
  'instructeur-membre',
  'instructeur-ailleurs',
  'ars-ailleurs',
] as const;
const signedIn = [...withAddress, 'sans-adresse'] as const;
const everyone = ['tous'] as const;

/** A page and its forms, each `<exported table>.<geste>`, with one list of who may. */
const open = (file: string, may: Who, ...forms: readonly string[]): Row[] => {
  const page = `/${file.replace(/\.astro$|\.ts$/, '').replace(/\/index$/, '')}`;
  return [{ file, page, may }, ...forms.map((form) => ({ file, page, form, may }))];
};

/** Ways in and out, open to all. */
const doors: readonly Row[] = [
  ...open('espace/connexion.astro', everyone, 'signInForms.se-connecter', 'keySignInForms.entrer-par-cle'),
  ...open('espace/inscription.astro', everyone, 'signUpForms.s-inscrire'),
  ...open('espace/confirmer.astro', everyone, 'confirmForms.confirmer'),
  ...open('espace/phrase-oubliee.astro', everyone, 'forgottenForms.demander-lien'),
  ...open('espace/nouvelle-phrase.astro', everyone, 'resetForms.choisir-phrase'),
  ...open('espace/changer-adresse.astro', everyone, 'addressLinkForms.confirmer-adresse'),
  ...open('espace/deconnexion.astro', everyone, 'signOutForms.se-deconnecter'),
  // Read on this machine alone, whoever asks: tests/pages/comptes.spec.ts tries from elsewhere.
  ...open('espace/boite-locale.astro', everyone),
];

/** Forms of public pages, open to all: what a reader says is wrong, and groups, whose address is the secret. */
const publicForms: readonly Row[] = [
  { file: 'signaler.astro', page: '/signaler?fiche=dac-aube', form: 'reportForms.signaler', may: everyone },
  {
    file: 'choisir/groupe/index.astro',
    page: '/choisir/groupe',
    form: 'openGroupForms.ouvrir-groupe',
    may: everyone,
    as: ['sans-compte', 'referent'],
  },
  ...['repondre', 'voter', 'effacer'].map((geste) => ({
    file: 'choisir/groupe/[cle].astro',
    page: '/choisir/groupe/AAAAAAAAAAAAAAAAAAAAAAAA',
    form: `groupForms.${geste}`,
    // No group has this address.
    may: [] as const,
    but: { 'sans-compte': 'introuvable', attente: 'introuvable', 'sans-adresse': 'introuvable' } as const,
    as: ['sans-compte', 'referent'] as const,
  })),
];

/** Pages that say no: asked for by name, and out of the demonstration. */
const nothingThere: readonly Row[] = [
  ...open('espace/refus.astro', []),
  ...open('espace/demonstration.astro', [], 'demoForms.entrer'),
  // No provider of identities is set up: tests/pages/identites.spec.ts walks through with one.
  ...open('espace/depart.astro', [], 'departureForms.partir'),
  ...open('espace/retour/[fournisseur].ts', []),
  ...open('espace/premier-passage.astro', [], 'firstVisitForms.ouvrir-compte'),
  ...open('espace/deconnexion/retour.ts', []),
].map((row) => ({
  ...row,
  but: { 'sans-compte': 'introuvable', attente: 'introuvable', 'sans-adresse': 'introuvable' } as const,
}));

/** One's own account: no address names it, so that nobody else's can be asked for. */
const account: readonly Row[] = [
  ...open('espace/index.astro', withAddress),
  ...open('espace/accueil.ts', withAddress),
  ...open('espace/compte/index.astro', signedIn, 'nameForms.renommer'),
  ...open('espace/compte/adresse.astro', signedIn, 'addressForms.changer-adresse'),
  ...open('espace/compte/phrase.astro', signedIn, 'passphraseForms.changer-phrase'),
  ...open('espace/compte/sessions.astro', signedIn, 'sessionForms.fermer', 'sessionForms.fermer-les-autres'),
  ...open('espace/compte/supprimer.astro', signedIn, 'deletionForms.supprimer'),
  ...open('espace/compte/export.json.ts', signedIn),
  ...open(
    'espace/compte/identites.astro',
    signedIn,
    'identityForms.lier',
    'identityForms.lier-attente',
    'identityForms.oublier-attente',
    'identityForms.delier',
  ),
  ...open('espace/adresse.astro', signedIn, 'firstAddressForms.donner-adresse'),
  ...open('espace/compte/cle.astro', signedIn, 'keyForms.renommer-cle', 'keyForms.retirer-cle'),
  ...open(
    'espace/compte/protection.astro',
    signedIn,
    'protectionForms.preparer-cle',
    'protectionForms.ajouter-cle',
    'protectionForms.preparer-application',
    'protectionForms.confirmer-application',
    'protectionForms.retirer-application',
    'protectionForms.renouveler-codes',
  ),
];

/** The account of one's own session, also while it waits: the one place where that is enough. */
const secondFactor: readonly Row[] = open(
  'espace/second-facteur.astro',
  [...signedIn, 'attente'],
  'secondFactorForms.donner-code',
  'secondFactorForms.donner-cle',
  'secondFactorForms.donner-code-secours',
  'secondFactorForms.preparer-cle',
  'secondFactorForms.ajouter-cle',
  'secondFactorForms.preparer-application',
  'secondFactorForms.confirmer-application',
);

/** Whoever holds the link of an invitation sees it and may say no; joining takes an account with an address. */
const link = {
  file: 'espace/invitation.astro',
  page: '/espace/invitation?jeton={jeton}',
  absent: 'introuvable',
} as const;
const invitationLink: readonly Row[] = [
  { ...link, may: { A: everyone, B: everyone } },
  { ...link, form: 'answerForms.decliner', may: { A: everyone, B: everyone } },
  { ...link, form: 'answerForms.accepter', may: { A: withAddress, B: withAddress } },
];

/** A member sees the team, and so does who has it in charge in the region; the ARS from the day it was handed over. */
const inCharge = ['instructeur', 'gestionnaire', 'instructeur-membre'] as const;
const seesTeam = { A: ['membre', 'referent', 'ars', ...inCharge], B: inCharge } as const;
const referentOnly = { A: ['referent'], B: [] } as const;
const invitations = {
  file: 'espace/equipes/[equipe]/invitations.astro',
  page: '/espace/equipes/{equipe}/invitations',
  may: referentOnly,
} as const;
const ofInvitation = {
  ...invitations,
  fields: { invitation: '{invitation}' },
  sees: seesTeam,
} as const;
const referents = {
  file: 'espace/equipes/[equipe]/referents.astro',
  page: '/espace/equipes/{equipe}/referents',
  sees: seesTeam,
} as const;
const members = { A: ['membre', 'referent', 'instructeur-membre'], B: [] } as const;
const teamRoles: readonly Row[] = [
  { ...invitations, sees: seesTeam },
  { ...invitations, form: 'invitationForms.inviter', sees: seesTeam },
  { ...ofInvitation, form: 'invitationForms.renvoyer' },
  { ...ofInvitation, form: 'invitationForms.corriger-adresse' },
  { ...ofInvitation, form: 'invitationForms.retirer' },
  { ...referents, may: seesTeam },
  { ...referents, form: 'referentForms.nommer', may: referentOnly },
  { ...referents, form: 'referentForms.renoncer', may: referentOnly },
  { ...referents, form: 'referentForms.soutenir', may: members },
  { ...referents, form: 'referentForms.abandonner', may: members },
];

const team = (file: string, page = file.replace(/\.astro$|\.ts$/, '')) => ({
  file: `espace/equipes/[equipe]/${file}`,
  page: `/espace/equipes/{equipe}${page && `/${page}`}`,
});
/** The row of the person called « membre »: hers to correct, and that of the référent. */
const ofMember = {
  ...team('membres/[membre].astro', 'membres/{membre}'),
  sees: seesTeam,
} as const;
const herselfOrReferent = { A: ['membre', 'referent'], B: [] } as const;
const exporting = { A: ['membre', 'referent', ...inCharge], B: inCharge } as const;
const newMember = { ...team('membres/nouveau.astro'), may: referentOnly, sees: seesTeam } as const;
const teams: readonly Row[] = [
  ...open(
    'espace/equipes/nouvelle.astro',
    withAddress,
    'newTeamForms.creer-equipe',
    'newTeamForms.essayer',
    'newTeamForms.changer-lignes',
  ),
  { ...team('index.astro', ''), may: seesTeam },
  { ...team('modifier.astro'), may: referentOnly, sees: seesTeam },
  { ...team('modifier.astro'), form: 'teamForms.modifier-equipe', may: referentOnly, sees: seesTeam },
  newMember,
  { ...newMember, form: 'newMemberForms.ajouter-membre' },
  { ...newMember, form: 'newMemberForms.essayer' },
  { ...ofMember, may: seesTeam },
  ...['corriger-membre', 'fixer-sortie', 'essayer', 'changer-lignes'].map(
    (geste): Row => ({ ...ofMember, form: `memberForms.${geste}`, may: herselfOrReferent }),
  ),
  ...['accepter-changement', 'refuser-changement'].map(
    (geste): Row => ({ ...ofMember, form: `changeForms.${geste}`, may: { A: ['membre'], B: [] } }),
  ),
  { ...ofMember, form: 'changeForms.retirer-changement', may: referentOnly },
  { ...ofMember, form: 'eraseMemberForms.effacer-membre', may: referentOnly },
  { ...team('supprimer.astro'), may: referentOnly, sees: seesTeam },
  { ...team('supprimer.astro'), form: 'deleteTeamForms.supprimer-equipe', may: referentOnly, sees: seesTeam },
  { ...team('quitter.astro'), may: members, sees: seesTeam },
  { ...team('quitter.astro'), form: 'leaveForms.quitter', may: members, sees: seesTeam },
  // Who may not read the log is not told that it is there.
  {
    ...team('journal.astro'),
    may: {
      A: ['referent', 'instructeur', 'instructeur-membre', 'admin'],
      B: ['instructeur', 'instructeur-membre', 'admin'],
    },
  },
  { ...team('export.json.ts', 'export.json'), may: exporting, sees: seesTeam },
];

/** The link of a role, followed by anybody; taken up with an account. */
const roleLink: readonly Row[] = [
  ...open('espace/role.astro', everyone),
  { file: 'espace/role.astro', page: '/espace/role', form: 'roleLinkForms.prendre-role', may: withAddress },
];

/** A room for these roles: everyone else with an account is told that it is not for him. */
const room = (file: string, may: readonly Person[], ...forms: readonly string[]): Row[] =>
  open(file, may, ...forms).map((row) => ({ ...row, sees: withAddress.filter((person) => !may.includes(person)) }));

const teamOfAssociation = {
  file: 'association/equipes/[equipe].astro',
  page: '/association/equipes/{equipe}',
} as const;
const association: readonly Row[] = [
  ...room('association/index.astro', [...inCharge, 'instructeur-ailleurs', 'admin', 'editeur']),
  ...room('association/equipes/index.astro', [...inCharge, 'instructeur-ailleurs']),
  // Who may read a team elsewhere is told that this page is not for him.
  { ...teamOfAssociation, may: { A: inCharge, B: inCharge }, sees: { A: ['membre', 'referent', 'ars'], B: [] } },
  {
    ...teamOfAssociation,
    form: 'associationReferentForms.designer-referent',
    may: { A: ['instructeur'], B: ['instructeur', 'instructeur-membre'] },
    // Nobody names the référent of his own team.
    sees: { A: ['membre', 'referent', 'ars', 'gestionnaire', 'instructeur-membre'], B: ['gestionnaire'] },
  },
  ...['enregistrer-consentement', 'retirer-consentement'].map(
    (geste): Row => ({
      ...teamOfAssociation,
      form: `consentForms.${geste}`,
      fields: { membre: '{membre}' },
      may: { A: ['instructeur'], B: ['instructeur', 'instructeur-membre'] },
      // Nobody says of his own team who agreed to it.
      sees: { A: ['membre', 'referent', 'ars', 'gestionnaire', 'instructeur-membre'], B: ['gestionnaire'] },
    }),
  ),
  ...room('association/comptes/index.astro', ['admin'], 'agentForms.inviter-agent', 'agentForms.retirer-lien'),
  // The page itself says no before anyone’s claim is looked at.
  ...['confirmer-demande', 'refuser-demande'].map(
    (geste): Row => ({
      file: 'association/comptes/index.astro',
      page: '/association/comptes',
      form: `claimForms.${geste}`,
      fields: { demande: '{demande}' },
      may: { A: ['admin'], B: ['admin'] },
      sees: withAddress.filter((person) => person !== 'admin'),
    }),
  ),
  ...[undefined, 'holderForms.accorder-role', 'holderForms.retirer-role', 'holderForms.fermer-sessions'].map(
    (form): Row => ({
      file: 'association/comptes/[compte].astro',
      page: '/association/comptes/{compte}',
      ...(form && { form }),
      may: { A: ['admin'], B: ['admin'] },
      sees: { A: ['membre'], B: [] },
      // An account is one's own even without an address: to whoever has none, all others do not exist.
      but: { 'sans-adresse': 'introuvable' },
    }),
  ),
  ...open('association/journal.astro', ['admin'], 'logForms.verifier'),
  ...open('association/courriers.astro', ['admin']),
  ...open('association/travaux.astro', ['admin']),
  ...room('association/signalements.astro', ['editeur']),
];

const ars: readonly Row[] = [
  ...room('ars/index.astro', ['ars', 'ars-ailleurs']),
  {
    file: 'ars/equipes/[equipe].astro',
    page: '/ars/equipes/{equipe}',
    may: { A: ['ars'], B: [] },
    sees: { A: ['membre', 'referent', ...inCharge], B: inCharge },
  },
];

export const rows: readonly Row[] = [
  ...doors,
  ...publicForms,
  ...nothingThere,
  ...account,
  ...secondFactor,
  ...invitationLink,
  ...teamRoles,
  ...teams,
  ...roleLink,
  ...association,
  ...ars,
];
