import type { ReferentRefusal } from '#domain/team/referent-refusal.ts';
import { waitWords } from '../account/account.ts';
import { type NameOf, successionSentences } from './team.ts';

const sentences: {
  readonly [Code in ReferentRefusal['code']]: (
    facts: Extract<ReferentRefusal, { code: Code }>,
    nameOf: NameOf,
  ) => string;
} = {
  ...successionSentences,
  SUCCESSION_CLOSE: () => 'Cette proposition a déjà été décidée ou retirée.',
  PAS_SOUTENU: () => 'Seule la personne qui a fait cette proposition peut la retirer.',
  TROP_DE_COURRIELS: ({ attendreSecondes }) =>
    `Plusieurs propositions viennent d’être faites, et chacune écrit à toute l’équipe. Vous pourrez en faire une autre dans ${waitWords(attendreSecondes)}.`,
};

export const referentSentence = (refusal: ReferentRefusal, nameOf: NameOf): string =>
  (sentences[refusal.code] as (facts: ReferentRefusal, nameOf: NameOf) => string)(refusal, nameOf);
