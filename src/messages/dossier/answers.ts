import type { AnswerFinding } from '#domain/dossier/answer-findings.ts';
import type { AnswerRefusal } from '#domain/dossier/dossier-refusal.ts';
import type { SimpleField } from '#domain/form/field.schema.ts';
import type { FindingKind } from '#domain/patient-data/patient-data.ts';
import { refusalSentence } from '../form/field-sentences.ts';
import { type Sentences, say } from '../shared/sentences.ts';
import { projectStateNames } from './project-states.ts';

/** What was found in a text, after « peut-être » or before « : ». */
export const findingNames: Readonly<Record<FindingKind, string>> = {
  nir: 'un numéro de sécurité sociale',
  ins: 'un identifiant national de santé',
  naissance: 'une date de naissance',
  'age-et-initiale': 'un âge et une initiale',
  'personne-nommee': 'le nom d’une personne',
  'telephone-mobile': 'un numéro de téléphone mobile',
  courriel: 'une adresse électronique',
  adresse: 'une adresse postale',
};

const found = (findings: readonly AnswerFinding[]): string =>
  [...new Set(findings.map(({ kind, mots }) => `${findingNames[kind]} (« ${mots} »)`))].join(', ');

/** Where a field cannot be named: the form has none there. */
const sentencesOf = (champ: SimpleField | null): Sentences<AnswerRefusal> => ({
  PROJET_ETAT: ({ etat }) =>
    `Ce projet est ${projectStateNames[etat]} : il ne s’écrit plus. Votre texte est ci-dessous, copiez-le si vous y tenez.`,
  CHAMP_INCONNU:
    'Cette question n’est pas, ou n’est plus, dans le formulaire. Rechargez la page : votre texte est gardé.',
  LIGNE_RETIREE:
    'Quelqu’un a retiré cette ligne pendant que vous écriviez. Ajoutez-en une pour y remettre votre texte.',
  TROP_DE_LIGNES: ({ maximum }) => `${maximum} au plus : retirez-en une pour en ajouter une autre.`,
  REPONSE_TROP_LONGUE: ({ caracteres, maximum }) =>
    `Ce texte compte ${caracteres.toLocaleString('fr-FR')} caractères, et le portail en garde ${maximum.toLocaleString('fr-FR')} au plus. Il n’est pas enregistré : raccourcissez-le.`,
  REPONSE_ILLISIBLE: ({ refusal }) =>
    champ ? refusalSentence({ nom: champ.cle, champ, refusal }) : 'Cette réponse ne se lit pas.',
  DONNEE_PATIENT: ({ trouve }) =>
    `Ce texte porte ${found(trouve)} : il n’est pas enregistré. Aucune donnée de patient n’entre sur ce portail. Retirez-la, le reste sera gardé.`,
  DONNEE_PATIENT_A_CONFIRMER: ({ trouve }) =>
    `Ce texte porte peut-être ${found(trouve)}. Si personne ne peut y être reconnu, confirmez-le pour l’enregistrer. Sinon, changez-le.`,
  CONFLIT:
    'Quelqu’un a changé cette réponse pendant que vous écriviez. Les deux textes sont ci-dessous : choisissez, rien n’est perdu.',
});

/** The sentence of an answer that is not saved, beside its field. */
export const answerSentence = (refusal: AnswerRefusal, champ: SimpleField | null): string =>
  say(sentencesOf(champ), refusal);
