import type { VerdictList } from '#domain/orientation/condition.schema.ts';
import type { Agreement, GroupView, NameRefusal } from '#domain/orientation/group.ts';
import type { Rules } from '#domain/orientation/rules.ts';
import { capitalised, type Headline, theModel } from './orientation.ts';

/** What can be refused to a member of a group, or to whoever opens one. */
export type GroupRefusal =
  | NameRefusal
  | 'GROUPE_INCONNU'
  | 'NOM_DEJA_PRIS'
  | 'GROUPE_COMPLET'
  | 'REPONSES_INCOMPLETES'
  | 'TROP_DE_GROUPES'
  | 'TROP_DE_DEMANDES'
  | 'LIEN_DE_GESTION_FAUX'
  | 'NOM_INCONNU'
  | 'VOTE_VIDE';

export const groupRefusals: Readonly<Record<GroupRefusal, string>> = {
  GROUPE_INCONNU: 'Ce groupe n’existe pas, ou n’existe plus.',
  NOM_ABSENT: 'Écrivez un prénom ou des initiales.',
  NOM_TROP_LONG: 'Ce nom est trop long : 20 lettres au plus.',
  NOM_ILLISIBLE: 'Écrivez des lettres seulement, par exemple « Zoé », « Jean-Luc » ou « AM ».',
  NOM_DEJA_PRIS:
    'Ce nom a déjà des réponses dans le groupe. Si ce sont les vôtres, cochez la case pour les remplacer ; sinon, choisissez un autre nom.',
  GROUPE_COMPLET: 'Ce groupe a déjà ses trente participants.',
  REPONSES_INCOMPLETES: 'Vos réponses ne se lisent pas : reprenez-les depuis la première question.',
  TROP_DE_GROUPES: 'Trop de groupes ont été ouverts aujourd’hui. Réessayez demain.',
  TROP_DE_DEMANDES: 'Trop de demandes sont venues de votre connexion. Réessayez dans quelques minutes.',
  LIEN_DE_GESTION_FAUX: 'Ce lien ne permet pas d’effacer le groupe.',
  NOM_INCONNU: 'Choisissez votre nom parmi ceux qui ont répondu.',
  VOTE_VIDE: 'Donnez votre avis sur au moins un modèle.',
};

/** How a model suits the group. */
export const agreementWords: Readonly<Record<Agreement, string>> = {
  tous: 'convient à tous',
  conditions: 'convient à tous, sous conditions',
  certains: 'convient à certains',
  personne: 'ne convient à personne',
};

/** How a model suits one participant. */
export const standingWords: Readonly<Record<VerdictList, string>> = {
  eligible: 'convient',
  'en-place': 'y exerce déjà',
  conditionnel: 'sous condition',
  'autre-piste': 'loin de ses réponses',
  exclu: 'exclu',
};

/** What the page of a group says first. */
export function groupHeadline(rules: Rules, participants: number, { tete, modeles }: GroupView): Headline {
  if (participants === 0) {
    return {
      titre: 'Votre groupe est ouvert',
      chapeau: 'Envoyez son adresse aux futurs membres, et donnez vos propres réponses.',
    };
  }
  const who = participants === 1 ? 'une personne a répondu' : `${participants} personnes ont répondu`;
  if (tete === null) {
    return {
      titre: participants === 1 ? 'Un premier avis' : 'Aucun modèle ne convient encore à tous',
      chapeau: `Pour l’instant, ${who}. Voyez là où vous différez : une réponse changée peut suffire.`,
    };
  }
  const isConditional = modeles.find(({ modele }) => modele === tete)?.accord === 'conditions';
  const everyone = participants === 1 ? 'Pour l’instant, ' : '';
  const name = everyone === '' ? capitalised(theModel(rules, tete)) : everyone + theModel(rules, tete);
  return {
    titre: `${name} convient ${participants === 1 ? 'à la personne qui a répondu' : 'à tous'}${isConditional ? ', sous conditions' : ''}`,
    chapeau: `${capitalised(who)}.`,
  };
}
