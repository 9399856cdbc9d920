import type { ProjectMoveRefusal, VersionRefusal } from '#domain/dossier/dossier-refusal.ts';
import { frenchDay } from '../shared/days.ts';
import { type Sentences, say } from '../shared/sentences.ts';
import type { NameOf } from '../team/team.ts';
import { projectStateNames } from './project-states.ts';

const missing = ({ manquants }: { readonly manquants: readonly string[] }): string =>
  manquants.length === 1
    ? 'Il manque encore une réponse : elle est dans la liste, avec un lien.'
    : `Il manque encore ${manquants.length} réponses : elles sont dans la liste, avec un lien vers chacune.`;

const versionSentences: Sentences<VersionRefusal> = {
  PROJET_ETAT: ({ etat }) =>
    `Ce projet est ${projectStateNames[etat]} : il ne s’écrit plus, et rien n’y est à approuver.`,
  PROJET_INCOMPLET: missing,
  VERSION_REMPLACEE: ({ numero }) =>
    numero === 0
      ? 'Aucune version n’attend d’accord.'
      : `Une autre version a pris la place de celle que vous avez lue. Relisez la version ${numero}, puis approuvez-la.`,
  PROJET_CHANGE: ({ numero }) =>
    `Le texte ou l’équipe a changé depuis la version ${numero} : un référent doit en préparer une nouvelle, que chacun approuvera.`,
  HORS_VERSION:
    'Vous n’étiez pas encore dans l’équipe quand cette version a été préparée : un référent doit en préparer une autre.',
};

/** Why a version is neither prepared nor approved. */
export const versionSentence = (refusal: VersionRefusal): string => say(versionSentences, refusal);

const parties = { equipe: 'celle de l’équipe', association: 'celle de l’association' } as const;

const moveSentences = (nameOf: NameOf): Sentences<ProjectMoveRefusal> => ({
  PROJET_PAS_VOTRE_ROLE: 'Ce geste n’est pas ouvert à votre rôle.',
  PROPRE_EQUIPE: 'Vous faites partie de cette équipe : la décision revient à quelqu’un d’autre.',
  PROJET_ETAT: ({ etat }) => `Ce projet est ${projectStateNames[etat]} : ce geste n’est pas possible à cette étape.`,
  REVISION_DEPASSEE: ({ etat }) =>
    `Quelqu’un a agi sur ce projet pendant que vous le lisiez : il est ${projectStateNames[etat]}. Vérifiez avant de décider.`,
  PROJET_INCOMPLET: missing,
  PROJET_NON_APPROUVE: ({ membres }) => `N’ont pas encore approuvé ce texte : ${membres.map(nameOf).join(', ')}.`,
  CORRECTION_REQUISE: 'Dites au moins une chose à corriger, et dans quelle section.',
  CORRECTIONS_EN_COURS: ({ nombre }) =>
    nombre === 1
      ? 'Une correction est encore attendue de l’équipe.'
      : `${nombre} corrections sont encore attendues de l’équipe.`,
  LISTE_NON_VERIFIEE: ({ points }) =>
    points.length === 1
      ? 'Un point reste à vérifier dans la liste.'
      : `${points.length} points restent à vérifier dans la liste.`,
  REFERENCE_REQUISE: 'Écrivez la référence de la décision.',
  DATE_DE_DECISION_REQUISE: 'Écrivez la date de la décision.',
  DATE_DE_DECISION_FUTURE: 'La date de la décision est à venir : vérifiez-la.',
  MOTIF_REQUIS: 'Dites pourquoi : l’équipe le lira.',
  SIGNATURES_MANQUANTES: ({ parties: lacking }) =>
    `Il manque encore une signature : ${lacking.map((party) => parties[party]).join(' et ')}.`,
  DATE_DE_SIGNATURE_REQUISE: 'Écrivez la date de signature de la convention.',
  DATE_DE_SIGNATURE_FUTURE: 'La date de signature est à venir : vérifiez-la.',
  SIGNATURE_AVANT_RECONNAISSANCE: ({ reconnuLe }) =>
    `La convention se signe après la reconnaissance du projet, le ${frenchDay(reconnuLe)} : vérifiez la date.`,
  EFFET_A_VENIR: ({ effetLe }) =>
    effetLe === null
      ? 'La convention n’a pas encore de date d’effet.'
      : `La convention prend effet le ${frenchDay(effetLe)}.`,
  DATE_DE_FIN_REQUISE: 'Écrivez le dernier jour de la convention.',
  COMPOSITION_NON_CONFORME: 'L’équipe ne remplit pas encore toutes ses conditions : sa page dit lesquelles.',
});

/** Why a project is not moved. */
export const moveSentence = (refusal: ProjectMoveRefusal, nameOf: NameOf): string =>
  say(moveSentences(nameOf), refusal);
