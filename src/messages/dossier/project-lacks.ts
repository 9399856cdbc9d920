import type { ProjectFault, ProjectLack } from '#domain/dossier/project-lacks.ts';
import type { ProjectNote } from '#domain/dossier/project-notes.ts';
import { euros } from '#domain/shared/money.ts';
import { refusalSentence } from '../form/field-sentences.ts';
import { type Sentences, say } from '../shared/sentences.ts';
import type { NameOf } from '../team/team.ts';

const faultSentences = (nameOf: NameOf): Sentences<ProjectFault> => ({
  AUCUNE_ACTION: 'Prévoyez au moins une action dans l’année, de quelque sorte qu’elle soit.',
  PLAFOND_DEPASSE: ({ plafond, prevu, maximum }) =>
    `${plafond} : vous en prévoyez ${prevu}, et le plan de votre région en finance ${maximum} par an au plus.`,
  STAFF_SANS_MEDECIN: 'Une réunion STAFF se tient avec un médecin généraliste, et l’équipe n’en compte pas.',
  THEMATIQUE_UNE_PROFESSION: ({ numero }) =>
    `Thématique ${numero} : les membres engagés sont tous de la même profession. Il en faut deux.`,
  COMPOSITION: 'L’équipe ne remplit pas encore toutes ses conditions : sa page dit lesquelles.',
  MEMBRE_INCOMPLET: ({ membre, manque }) =>
    `${nameOf(membre)} : il manque ${manque.map((key) => rowWords[key]).join(' et ')}.`,
});
const rowWords = { rpps: 'le numéro RPPS', messagerie: 'l’adresse de messagerie sécurisée' } as const;

/** What keeps a project from being deposited, in a sentence. */
export const lackSentence = (lack: ProjectLack, nameOf: NameOf): string =>
  lack.sorte === 'regle' ? say(faultSentences(nameOf), lack.fault) : refusalSentence(lack);

const noteSentences: Sentences<ProjectNote> = {
  ASSOCIATION_A_PREVOIR:
    'La prévention et l’éducation thérapeutique se financent dans d’autres cadres, le plus souvent par une association. Vous pouvez déposer sans elle.',
  ENVELOPPE_DEPASSEE: ({ envelopeCents, plannedCents }) =>
    `Vos actions feraient ${euros(plannedCents)} par an, et l’enveloppe est de ${euros(envelopeCents)} : au-delà, l’association décide.`,
  MONTANTS_A_FIXER: ({ nombre }) =>
    nombre === 1
      ? 'Une action prévue n’a pas de montant écrit : l’association le fixe.'
      : `${nombre} actions prévues n’ont pas de montant écrit : l’association le fixe.`,
};

export const noteSentence = (note: ProjectNote): string => say(noteSentences, note);
