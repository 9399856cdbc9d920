import type { SettingFault, SettingRefusal, StartRefusal } from '#domain/site/start-refusal.ts';
import { providerNames } from '../account/identity.ts';
import { type Sentences, say } from '../shared/sentences.ts';

/** The end of a sentence that begins with the name of the variable. */
const settings: Sentences<SettingRefusal> = {
  OUI_OU_NON: 'doit valoir 0 (non) ou 1 (oui)',
  NOMBRE_HORS_BORNES: ({ min, max }) => `doit être un nombre entier entre ${min} et ${max}`,
  HOTE_ILLISIBLE: 'doit être une adresse de cette machine, par exemple 127.0.0.1 ou 0.0.0.0',
  BASE_ILLISIBLE: 'doit commencer par file:, http://, https:// ou libsql://',
  ADRESSE_PUBLIQUE_ILLISIBLE:
    'doit être l’adresse publique du site, par exemple https://coordonnees.example, sans chemin',
  RELAIS_ILLISIBLE:
    'doit avoir la forme smtp://utilisateur:motdepasse@serveur:587, ou smtps:// pour TLS dès la connexion, sans chemin ni option',
  EXPEDITEUR_ILLISIBLE: 'doit être une adresse, par exemple Coordonnées <ne-pas-repondre@coordonnees.example>',
  EXPEDITEUR_ABSENT: 'est nécessaire avec SMTP_URL : c’est l’adresse d’où partent les courriels',
  VALEUR_TROP_LONGUE: 'est trop long',
  NIVEAU_INCONNU: 'doit valoir eidas2 ou eidas3',
  SIRETS_ILLISIBLES:
    'doit être une liste de numéros SIRET de 14 chiffres, séparés par des virgules ; la clé de l’un d’eux est fausse ou un chiffre manque',
  EMETTEUR_ILLISIBLE: ({ exemple }) =>
    `doit être l’adresse de l’émetteur, en https, sans barre à la fin ni « .well-known », par exemple ${exemple}`,
  REGLAGE_ABSENT: ({ fournisseur, donnes, attendus }) =>
    `est nécessaire pour ${providerNames[fournisseur]}, dont ${donnes} réglages sur ${attendus} sont donnés`,
};

function settingLine({ nom, recu, faute }: SettingFault): string {
  const sentence = `${nom} ${say(settings, faute)}`;
  if (recu === 'rien') return `${sentence}.`;
  return `${sentence} (reçu : ${recu === 'tu' ? 'une valeur tue ici' : `« ${recu.valeur} »`}).`;
}

const starts: Sentences<StartRefusal> = {
  CONFIGURATION_A_CORRIGER: ({ fautes }) =>
    ['Le site n’a pas démarré, sa configuration est à corriger :', ...fautes.map(settingLine)].join('\n'),
  SITE_NON_CONSTRUIT: 'Le site n’est pas construit : « npm start » le construit puis le sert.',
  PORT_PRIS: ({ hote, port }) =>
    `Le port ${port} de ${hote} est déjà pris par un autre programme : arrêtez-le, ou choisissez un autre port avec PORT=${port + 1} npm start.`,
  PORT_INTERDIT: ({ port }) =>
    `Ce compte n’a pas le droit d’ouvrir le port ${port} : choisissez un port au-dessus de 1023 avec PORT.`,
  HOTE_D_AILLEURS: ({ hote }) => `${hote} n’est pas une adresse de cette machine : corrigez HOST.`,
  PORT_FERME: ({ hote, port, cause }) => `Le site n’a pas pu ouvrir le port ${port} de ${hote} (${cause}).`,
  DEMONSTRATION_INTERROMPUE: 'La démonstration s’est arrêtée pendant sa préparation : supprimez sa base et relancez.',
  BASE_DE_VRAIS_COMPTES: 'Cette base contient de vrais comptes : la démonstration n’y touche pas.',
  BASE_SANS_DEMONSTRATION: ({ base }) =>
    `La base ${base} n’est pas celle d’une démonstration. Pour l’essayer : « npm run demo ».`,
  BASE_DE_DEMONSTRATION: ({ base }) =>
    `La base ${base} est celle de la démonstration : elle ne s’ouvre que par « npm run demo ».`,
  BASE_OCCUPEE: 'La base de données est occupée par un autre programme.',
};

/** Why the site does not start, for the person who starts it; one line a wrong setting. */
export const startWords = (refusal: StartRefusal): string => say(starts, refusal);

/** What a publisher must know before opening the site to the public; null when nothing is missing. */
export const publisherWarning = (file: string, missing: readonly string[]): string | null =>
  missing.length === 0
    ? null
    : `Attention : les mentions légales sont incomplètes. À remplir dans ${file} : ${missing.join(', ')}.`;
