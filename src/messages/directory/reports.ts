import type { ReportReason, ReportRefusal } from '#domain/directory/report.schema.ts';
import type { Sentences } from '../shared/sentences.ts';

/** What a reader may say is wrong with a record. */
export const reasonWords: Readonly<Record<ReportReason, string>> = {
  'numero-ne-repond-pas': 'Le numéro ne répond pas',
  'numero-faux': 'Le numéro est faux, ou n’est pas celui de cette structure',
  'adresse-fausse': 'L’adresse est fausse',
  'territoire-faux': 'Ma commune ne dépend pas de cette structure',
  'structure-fermee': 'La structure n’existe plus',
  'autre-information': 'Une autre information est fausse ou manque',
};

export const reportSentences: Sentences<ReportRefusal> = {
  FICHE_INCONNUE: 'Cette fiche n’existe pas.',
  MOTIF_ABSENT: 'Choisissez ce qui est à corriger.',
  PREUVE_ILLISIBLE: 'Écrivez l’adresse entière de la page, par exemple https://www.exemple.fr/contact.',
  PREUVE_TROP_LONGUE: 'Cette adresse est trop longue (300 signes au plus).',
};
