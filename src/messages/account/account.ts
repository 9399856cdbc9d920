import type { AccountRefusal } from '#domain/account/account-refusal.ts';
import type { Strength } from '#domain/account/passphrase-strength.ts';
import { type Sentences, say } from '../shared/sentences.ts';

const sentences: Sentences<AccountRefusal> = {
  PHRASE_TROP_COURTE: ({ caracteres, minimum }) =>
    caracteres === 0
      ? `Choisissez une phrase de passe de ${minimum} caractères ou plus. Quatre ou cinq mots sans lien entre eux font une bonne phrase.`
      : `Votre phrase de passe compte ${caracteres} caractère${caracteres > 1 ? 's' : ''} : il en faut au moins ${minimum}. Quatre ou cinq mots sans lien entre eux font une bonne phrase.`,
  PHRASE_TROP_LONGUE: ({ caracteres, maximum }) =>
    `Votre phrase de passe compte ${caracteres} caractères : ${maximum} au plus peuvent être retenus.`,
  PHRASE_PREVISIBLE:
    'Cette phrase se devine trop vite : elle est surtout faite de mots très répandus, de suites de touches, de répétitions, de votre nom ou de celui du site. Ajoutez-y des mots sans lien avec vous.',
  EMAIL_INVALIDE: 'Écrivez une adresse électronique entière. Exemple : prenom.nom@exemple.fr.',
  EMAIL_TROP_LONG: 'Cette adresse est trop longue pour être valable : 254 caractères au plus.',
  NOM_INVALIDE: 'Indiquez votre nom, en 100 caractères au plus.',
  IDENTIFIANTS_REFUSES:
    'L’adresse et la phrase de passe ne vont pas ensemble, ou l’adresse n’a pas encore été confirmée. Vérifiez-les, ou demandez un lien pour choisir une nouvelle phrase.',
  PHRASE_ACTUELLE_FAUSSE: 'Ce n’est pas votre phrase de passe actuelle. Rien n’a été changé.',
  LIEN_INUTILISABLE: 'Ce lien ne peut plus servir : il a expiré, ou il a déjà été utilisé. Demandez-en un autre.',
  TROP_DE_TENTATIVES: ({ attendreSecondes }) =>
    `Trop d’essais de suite. Réessayez dans ${waitWords(attendreSecondes)}, ou demandez un lien par courriel pour choisir une nouvelle phrase : il sert tout de suite.`,
  TROP_DE_COURRIELS: ({ attendreSecondes }) =>
    `Plusieurs messages ont déjà été demandés. Regardez ceux que vous avez reçus, aussi dans les indésirables : leurs liens servent encore. Vous pourrez en demander un autre dans ${waitWords(attendreSecondes)}.`,
  CODE_REFUSE:
    'Ce code n’est pas accepté : il est faux, il a déjà servi, ou il n’est plus valable. Attendez le code suivant, ou vérifiez l’heure de votre appareil.',
  TROP_DE_CODES: ({ attendreSecondes }) => `Trop d’essais de suite. Réessayez dans ${waitWords(attendreSecondes)}.`,
  CLE_REFUSEE:
    'Cette clé d’accès n’est pas acceptée, ou la page est restée ouverte trop longtemps. Réessayez ; si cela continue, utilisez un autre moyen.',
  NOM_DE_CLE_INVALIDE: 'Donnez à cette clé un nom d’une ligne, en 60 caractères au plus.',
  TROP_DE_CLES: ({ maximum }) => `Un compte garde ${maximum} clés d’accès au plus. Retirez-en une avant d’en ajouter.`,
  FACTEUR_A_DONNER: 'Votre compte a déjà un second facteur : donnez-le d’abord.',
  DERNIER_FACTEUR:
    'Votre rôle demande un second facteur, et c’est le seul qui vous reste. Ajoutez-en un autre avant de retirer celui-ci.',
  AUCUN_FACTEUR:
    'Les codes de secours remplacent une clé d’accès ou une application de codes : ajoutez d’abord l’une des deux.',
  PREPARATION_PERIMEE: 'Cette préparation ne peut plus servir. Recommencez, un nouveau secret vous sera donné.',
  PREUVE_PERIMEE: 'Pour ce changement, prouvez de nouveau que c’est vous : déconnectez-vous, puis revenez.',
  SERVEUR_OCCUPE: 'Beaucoup de personnes se connectent en ce moment. Réessayez dans quelques secondes.',
  DERNIER_ADMINISTRATEUR:
    'Vous êtes la seule personne à administrer le site : sans vous, plus personne ne donnerait ni ne retirerait de rôle. Invitez d’abord un second administrateur ; votre compte pourra ensuite être supprimé.',
};

/** The sentence of a refusal, to show beside the form. */
export const accountRefusalSentence = (refusal: AccountRefusal): string => say(sentences, refusal);

/** 1 → « 1 seconde », 90 → « 2 minutes ». */
export function waitWords(seconds: number): string {
  const [count, unit] = seconds <= 60 ? [seconds, 'seconde'] : [Math.ceil(seconds / 60), 'minute'];
  return `${count}\u00a0${unit}${count > 1 ? 's' : ''}`;
}

export const strengthWords: Record<Strength['mot'], string> = {
  faible: 'Faible : un ou deux mots de plus la rendraient bien plus sûre.',
  suffisante: 'Suffisante sur ce site, où les essais sont limités.',
  forte: 'Forte.',
};

/** What the same answer says to everyone who asks for a link, whether the address has an account or not. */
export const linkSentWords =
  'Si cette adresse peut recevoir nos courriels, un message y arrive dans quelques minutes. Regardez aussi dans les indésirables.';

/** What stays after the deletion of an account, and why. */
export const keptAfterDeletion: Record<'journal' | 'equipes', string> = {
  equipes:
    'Dans une équipe, votre nom, votre profession et vos dates restent : ils prouvent qui faisait partie de l’équipe quand une décision a été prise. Ils ne sont plus liés à un compte.',
  journal:
    'Le journal des actions reste, avec un numéro à la place de votre nom et de votre adresse : il prouve que les décisions et les paiements n’ont pas été modifiés.',
};
