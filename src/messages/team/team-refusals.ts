import type { DepartureDecider } from '#domain/team/departure.ts';
import type { TeamRefusal } from '#domain/team/team-refusal.ts';
import { waitWords } from '../account/account.ts';
import { frenchDay } from '../shared/days.ts';
import { type NameOf, successionSentences } from './team.ts';

/** One sentence per refusal of a change of a team. */
const sentences: {
  readonly [Code in TeamRefusal['code']]: (facts: Extract<TeamRefusal, { code: Code }>, nameOf: NameOf) => string;
} = {
  NOM_PRIS: () =>
    'Ce nom est déjà pris dans la région. Choisissez-en un autre, par exemple avec celui de votre commune.',
  EQUIPE_EN_PREPARATION: () =>
    'Vous avez déjà une équipe en préparation. Reprenez-la, ou cochez la case pour en créer une autre.',
  TROP_D_EQUIPES: ({ maximum }) =>
    `Vous préparez déjà ${maximum} équipes : c’est le plus qu’un compte puisse préparer à la fois. Reprenez-en une, ou supprimez-en une que personne n’a rejointe.`,
  VERSION_DEPASSEE: () =>
    'Quelqu’un a enregistré un changement pendant que vous écriviez. Les deux textes sont ci-dessous : rien n’est perdu, et rien n’est encore remplacé.',
  RPPS_PRIS: ({ membre }, nameOf) =>
    `Ce numéro RPPS est déjà celui de ${nameOf(membre)} dans cette équipe, à la même période.`,
  EQUIPE_PLEINE: ({ maximum }) => `Une équipe compte au plus ${maximum} membres à la fois sur ce portail.`,
  SORTIE_AVANT_ENTREE: () => 'Le dernier jour précède l’arrivée dans l’équipe. Vérifiez les deux dates.',
  SORTIE_VIDE: () => 'Écrivez le dernier jour dans l’équipe.',
  ARRIVEE_APRES_COUP: () =>
    'Cette personne fait déjà partie de l’équipe avec son compte : écrivez une date d’arrivée passée, ou celle d’aujourd’hui.',
  PLACE_DEJA_REPRISE: () =>
    'Cette personne est déjà revenue dans l’équipe, sur une autre ligne : son ancien départ reste tel qu’il est.',
  TROP_DE_COURRIELS: ({ attendreSecondes }) =>
    `Plusieurs changements viennent d’être faits pour cette personne, et chacun envoie un courriel. Vous pourrez en faire un autre dans ${waitWords(attendreSecondes)}.`,
  DEPART_DECIDE_PAR_L_AUTRE: ({ par, dernierJour }) => departureSentences[par](frenchDay(dernierJour)),
  SORTIE_PASSEE: () => 'Choisissez aujourd’hui, ou un jour à venir.',
  RETOUR_PAR_INVITATION: ({ dernierJour }) =>
    `Cette personne a quitté l’équipe le ${frenchDay(dernierJour)}. Pour qu’elle revienne, inscrivez son retour puis invitez-la : elle comptera dans l’équipe quand elle aura accepté.`,
  DERNIER_REFERENT: (refusal, nameOf) => successionSentences.DERNIER_REFERENT(refusal, nameOf),
};

/** Who alone may take a departure back, told to the other side. */
export const departureSentences: Readonly<Record<DepartureDecider, (day: string) => string>> = {
  referent: (day) =>
    `Un référent a fixé ce dernier jour au ${day} : lui seul peut le retirer ou le repousser. Vous pouvez choisir un jour plus proche.`,
  membre: (day) =>
    `Cette personne a choisi elle-même de partir le ${day} : elle seule peut revenir sur ce choix, jusqu’à ce jour. Ensuite, un retour passe par une nouvelle invitation, qu’elle accepte.`,
  'les-deux': (day) =>
    `Ce dernier jour, le ${day}, a été avancé par l’un après avoir été fixé par l’autre : personne ne peut seul le retirer ni le repousser. Un retour passe par une nouvelle invitation.`,
};

/** The sentence of a refusal. */
export function teamRefusalSentence(refusal: TeamRefusal, nameOf: NameOf): string {
  const sentence = sentences[refusal.code] as (facts: TeamRefusal, nameOf: NameOf) => string;
  return sentence(refusal, nameOf);
}
