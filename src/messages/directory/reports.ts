import { type ReportReason, reportRules } from '#domain/directory/report.schema.ts';
import { describeForm } from '#domain/form/described-form.ts';

/** What a reader may say is wrong with a record. */
export const reasonWords: Readonly<Record<ReportReason, string>> = {
  'numero-ne-repond-pas': 'Le numéro ne répond pas',
  'numero-faux': 'Le numéro est faux, ou n’est pas celui de cette structure',
  'adresse-fausse': 'L’adresse est fausse',
  'territoire-faux': 'Ma commune ne dépend pas de cette structure',
  'structure-fermee': 'La structure n’existe plus',
  'autre-information': 'Une autre information est fausse ou manque',
};

export const reportForm = describeForm(reportRules, {
  motif: {
    libelle: 'Qu’est-ce qui est à corriger ?',
    options: reasonWords,
    erreurs: { VIDE: 'Choisissez ce qui est à corriger.', HORS_LISTE: 'Choisissez ce qui est à corriger.' },
  },
  preuve: {
    libelle: 'Une page qui donne la bonne information',
    dansUnePhrase: 'l’adresse de cette page',
    exemple: 'https://www.exemple.fr/contact',
  },
});

/** What is said of a report on a record that is no longer there. */
export const recordGone = 'Cette fiche n’existe pas, ou n’existe plus.';
