import { momentWords } from './moments.ts';

/** What each verb of the log tells, in words. */
const verbs: Readonly<Record<string, string>> = {
  'abandonner-succession': 'abandonne une succession de référent',
  'aboutir-succession': 'fait aboutir une succession de référent',
  'accepter-invitation': 'accepte une invitation',
  'accepter-changement': 'accepte un changement de sa fiche',
  'accorder-role': 'accorde un rôle',
  'ajouter-application': 'met en place une application de codes',
  'ajouter-cle': 'ajoute une clé d’accès',
  'ajouter-ligne-projet': 'ajoute une ligne à un projet de santé',
  'ajouter-membre': 'ajoute un membre',
  'approuver-projet': 'approuve une version d’un projet de santé',
  'changer-email': 'change d’adresse électronique',
  'changer-phrase': 'change de phrase de passe',
  'confirmer-demande-role': 'accepte la demande d’un rôle',
  'corriger-adresse-invitation': 'corrige l’adresse d’une invitation',
  'corriger-fiche': 'corrige une fiche de l’annuaire',
  'corriger-membre': 'corrige un membre',
  'creer-equipe': 'crée une équipe',
  'decider-succession': 'désigne un référent pour une équipe',
  'declarer-fiche': 'dit ce qu’est sa structure, pour l’annuaire',
  'decliner-invitation': 'décline une invitation',
  'delier-identite': 'retire une identité',
  'demander-changement-email': 'demande à changer d’adresse électronique',
  'demander-inscription': 'demande à ouvrir un compte',
  'demander-reinitialisation': 'demande une nouvelle phrase de passe',
  'demander-role': 'demande un rôle',
  'donner-second-facteur': 'donne son second facteur',
  'ecrire-projet': 'écrit une réponse d’un projet de santé',
  'effacer-membre': 'efface la ligne d’un membre qui n’avait pas rejoint l’équipe',
  'effacer-groupe': 'efface un groupe',
  'enregistrer-consentement': 'enregistre l’accord d’un membre',
  'exporter-compte': 'télécharge les données de son compte',
  'fermer-session': 'ferme des sessions',
  'figer-projet': 'prépare une version d’un projet de santé',
  'fixer-sortie': 'fixe le dernier jour d’un membre',
  inviter: 'invite un membre',
  'lier-identite': 'lie une identité',
  'modifier-equipe': 'modifie une équipe',
  'nommer-referent': 'nomme un référent',
  'ouvrir-compte': 'ouvre un compte',
  'ouvrir-groupe': 'ouvre un groupe de réponses',
  'ouvrir-projet': 'commence un projet de santé',
  'prendre-role': 'prend un rôle',
  'projet-abandonner': 'abandonne un projet de santé',
  'projet-activer': 'rend une convention effective',
  'projet-demander-corrections': 'demande de corriger un projet de santé',
  'projet-deposer': 'dépose un projet de santé',
  'projet-prendre-en-charge': 'prend un projet de santé en charge',
  'projet-reconnaitre': 'reconnaît un projet de santé',
  'projet-refuser': 'refuse un projet de santé',
  'projet-renvoyer': 'renvoie un projet de santé à son équipe',
  'projet-reprendre': 'lève la suspension d’une équipe',
  'projet-resilier': 'résilie une convention',
  'projet-signer-convention': 'signe une convention',
  'projet-suspendre': 'suspend une équipe',
  'projet-transmettre': 'transmet un projet de santé à l’ARS',
  'proposer-changement': 'propose un changement de la fiche d’un membre',
  'proposer-role': 'propose un rôle par un lien',
  'proposer-succession': 'propose un nouveau référent',
  'purger-groupe': 'efface un groupe arrivé à son terme',
  'refuser-changement': 'refuse un changement de sa fiche',
  'refuser-cle': 'voit sa clé refusée : son compteur a reculé',
  'refuser-demande-role': 'refuse la demande d’un rôle',
  'remplacer-reponses-groupe': 'remplace ses réponses dans un groupe',
  'renommer-cle': 'renomme une clé d’accès',
  'renommer-compte': 'change de nom',
  'renoncer-referent': 'rend le rôle de référent',
  'renouveler-codes-secours': 'renouvelle ses codes de secours',
  'renvoyer-invitation': 'renvoie une invitation',
  'repondre-groupe': 'répond dans un groupe',
  'reprendre-fiche': 'reprend une correction de l’annuaire',
  'retirer-application': 'retire son application de codes',
  'retirer-consentement': 'retire l’accord d’un membre, enregistré par l’association',
  'retirer-changement': 'retire un changement proposé à un membre',
  'retirer-cle': 'retire une clé d’accès',
  'retirer-invitation': 'retire une invitation',
  'retirer-lien-role': 'retire le lien d’un rôle',
  'retirer-ligne-projet': 'retire une ligne d’un projet de santé',
  'retirer-role': 'retire un rôle',
  'se-connecter': 'se connecte',
  'se-deconnecter': 'se déconnecte',
  signaler: 'signale une erreur dans l’annuaire',
  'soutenir-succession': 'soutient une succession de référent',
  'supprimer-equipe': 'supprime une équipe que personne d’autre n’a rejointe',
  'supprimer-compte': 'supprime son compte',
  'transmettre-equipe': 'transmet une équipe à l’ARS',
  'voter-groupe': 'vote dans un groupe',
};

/** A verb without words is shown as it was written: nothing of the log is hidden. */
export const logVerb = (verb: string): string => (Object.hasOwn(verbs, verb) ? verbs[verb] : undefined) ?? verb;

/** What changed, « role : ars, portee : bretagne »; as it was written when it is not what we write. */
export function logDetail(detail: string): string {
  try {
    return Object.entries(JSON.parse(detail) as object)
      .map(([name, value]) => `${name} : ${String(value)}`)
      .join(', ');
  } catch {
    return detail;
  }
}

type Check = {
  readonly held: number;
  readonly head: { readonly numero: number; readonly empreinte: string; readonly quand: string } | null;
  readonly broken: number | null;
  readonly knowsNoted: boolean | null;
};

/** The outcome of a check of the log, one sentence a line. */
export function logCheckWords({ held, head, broken, knowsNoted }: Check): string[] {
  const lines = `${held.toLocaleString('fr-FR')} ligne${held > 1 ? 's' : ''}`;
  const last = head ? [`Dernière ligne intacte : n° ${head.numero}, le ${momentWords(head.quand)}.`] : [];
  const headLine = head ? [`Empreinte de tête : ${head.empreinte}`] : [];
  if (broken !== null)
    return [
      `Le journal est rompu à la ligne n° ${broken} : elle ne suit pas de la précédente (modifiée, retirée ou ajoutée). ${lines} intacte${held > 1 ? 's' : ''} avant elle.`,
      ...last,
      ...headLine,
    ];
  if (held === 0)
    return ['Le journal est vide.', ...(knowsNoted === false ? ['L’empreinte donnée n’y est donc pas.'] : [])];
  return [
    `La chaîne du journal tient : ${lines}.`,
    ...last,
    ...headLine,
    ...(knowsNoted === true ? ['L’empreinte donnée est toujours dans la chaîne.'] : []),
    ...(knowsNoted === false
      ? ['L’empreinte donnée n’est pas dans la chaîne : la fin du journal a été coupée, ou tout le journal réécrit.']
      : []),
    'Qui peut écrire dans le fichier de la base peut aussi en couper la fin ou refaire toute la chaîne : publiez ou envoyez ailleurs l’empreinte de tête, et comparez-la plus tard avec « npm run journal -- --depuis ».',
  ];
}
