import { describeForm } from '#domain/form/described-form.ts';
import { teamFormErrors } from './form-errors.ts';

const dateWords = {
  dansUnePhrase: 'le dernier jour',
  erreurs: { PAS_UNE_DATE: teamFormErrors.DATE_INEXISTANTE },
};

/**
 * The last day of a member, as someone else of the team sets it, or takes it back.
 * @param isSet there is one, which whoever reads may take back.
 */
export const lastDayForm = (isSet: boolean) =>
  describeForm(
    { sortie: { type: 'date', obligatoire: false } },
    {
      sortie: {
        ...dateWords,
        libelle: 'Dernier jour dans l’équipe',
        aide: isSet
          ? 'Effacez la date si cette personne reste dans l’équipe. L’autre partie en est avertie par courriel.'
          : 'L’autre partie, membre ou référents, en est avertie par courriel.',
      },
    },
  );

export const leaveForm = describeForm(
  { sortie: { type: 'date', obligatoire: true } },
  { sortie: { ...dateWords, libelle: 'Votre dernier jour dans l’équipe' } },
);
