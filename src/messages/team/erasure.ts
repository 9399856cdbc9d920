import type { ErasureRefusal } from '#domain/team/erasure.ts';
import { goneSentence } from './invitation.ts';
import type { NameOf } from './team.ts';

const sentences: {
  readonly [Code in ErasureRefusal['code']]: (facts: Extract<ErasureRefusal, { code: Code }>, nameOf: NameOf) => string;
} = {
  MEMBRE_A_REJOINT: () =>
    'Cette personne a rejoint l’équipe : sa ligne reste. Pour qu’elle n’en fasse plus partie, fixez son dernier jour.',
  MEMBRE_A_CONSENTI: () =>
    'L’association a enregistré l’accord de cette personne : sa ligne reste. Fixez son dernier jour, ou écrivez à l’association.',
  EQUIPE_HABITEE: ({ membres }, nameOf) =>
    `D’autres personnes ont rejoint cette équipe, ou ont donné leur accord : ${membres.map(nameOf).join(', ')}. Elle ne peut donc pas être supprimée. Vous pouvez la quitter.`,
  EQUIPE_TRANSMISE: () => 'Cette équipe a été transmise à l’ARS : elle ne peut pas être supprimée.',
};

export const erasureSentence = (refusal: ErasureRefusal | { readonly code: 'INTROUVABLE' }, nameOf: NameOf): string =>
  refusal.code === 'INTROUVABLE'
    ? goneSentence
    : (sentences[refusal.code] as (facts: ErasureRefusal, nameOf: NameOf) => string)(refusal, nameOf);
