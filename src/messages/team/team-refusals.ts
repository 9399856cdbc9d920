import type { TeamRefusal } from '#domain/team/team-refusal.ts';
import { type NameOf, successionSentences } from './team.ts';

/** One sentence per refusal of a change of a team. */
const sentences: {
  readonly [Code in TeamRefusal['code']]: (facts: Extract<TeamRefusal, { code: Code }>, nameOf: NameOf) => string;
} = {
  NOM_PRIS: () =>
    'Ce nom est déjà pris dans la région. Choisissez-en un autre, par exemple avec celui de votre commune.',
  EQUIPE_EN_PREPARATION: () =>
    'Vous avez déjà une équipe en préparation. Reprenez-la, ou cochez la case pour en créer une autre.',
  VERSION_DEPASSEE: () =>
    'Quelqu’un a enregistré un changement pendant que vous écriviez. Les deux textes sont ci-dessous : rien n’est perdu, et rien n’est encore remplacé.',
  RPPS_PRIS: ({ membre }, nameOf) =>
    `Ce numéro RPPS est déjà celui de ${nameOf(membre)} dans cette équipe, à la même période.`,
  EQUIPE_PLEINE: ({ maximum }) => `Une équipe compte au plus ${maximum} membres à la fois sur ce portail.`,
  SORTIE_AVANT_ENTREE: () => 'Le dernier jour précède l’arrivée dans l’équipe. Vérifiez les deux dates.',
  REFERENT_PAS_ENCORE_LA: () =>
    'Un référent fait déjà partie de l’équipe : écrivez une date d’arrivée passée, ou celle d’aujourd’hui.',
  PLACE_DEJA_REPRISE: () =>
    'Cette personne est déjà revenue dans l’équipe, sur une autre ligne : son ancien départ reste tel qu’il est.',
  DERNIER_REFERENT: (refusal, nameOf) => successionSentences.DERNIER_REFERENT(refusal, nameOf),
};

/** The sentence of a refusal. */
export function teamRefusalSentence(refusal: TeamRefusal, nameOf: NameOf): string {
  const sentence = sentences[refusal.code] as (facts: TeamRefusal, nameOf: NameOf) => string;
  return sentence(refusal, nameOf);
}
