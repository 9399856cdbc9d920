import { z } from 'zod';
import type { AuditFault } from '#domain/accessibility/audit.schema.ts';
import type { LayerFault } from '#domain/directory/file-layers.ts';
import type { StructureFault } from '#domain/directory/structure.schema.ts';
import type { FieldFault } from '#domain/form/field.schema.ts';
import type { FormFault } from '#domain/form/form.schema.ts';
import type { PaymentFault } from '#domain/indemnities/payment.schema.ts';
import type { PlanFault } from '#domain/indemnities/plan.schema.ts';
import type { CompatibilityFault } from '#domain/models/compatibility.ts';
import type { FactFault } from '#domain/models/fact.schema.ts';
import type { GlossaryFault } from '#domain/models/glossary.schema.ts';
import type { ModelFault } from '#domain/models/model.schema.ts';
import type { ScopeFault } from '#domain/models/scope.ts';
import type { ConditionFault } from '#domain/orientation/condition.schema.ts';
import type { NextStepsFault } from '#domain/orientation/next-steps.schema.ts';
import type { RulesFault } from '#domain/orientation/rules.schema.ts';
import type { CoherenceFault } from '#domain/orientation/rules-coherence.ts';
import { type DataFileError, placeOf } from '#domain/shared/data-file.ts';
import type { SourceFault } from '#domain/shared/source.schema.ts';
import { type Sentences, sayIssue } from '../shared/sentences.ts';
import { type ValueRefusal, valueSentences } from '../shared/values.ts';

/** What may be wrong in a file of `data` or `content`, besides what zod says by itself. */
type DataFault =
  | ValueRefusal
  | AuditFault
  | StructureFault
  | LayerFault
  | PaymentFault
  | PlanFault
  | CompatibilityFault
  | FactFault
  | GlossaryFault
  | ModelFault
  | ScopeFault
  | ConditionFault
  | NextStepsFault
  | RulesFault
  | FieldFault
  | FormFault
  | CoherenceFault
  | SourceFault;

const sentences: Sentences<DataFault> = {
  ...valueSentences,
  NOM_DE_SOURCE_ILLISIBLE: 'Une source s’écrit S0 à S4, ou en minuscules avec des tirets.',
  SOURCE_REPETEE: ({ id }) => `La source ${id} est écrite deux fois.`,

  NON_CONFORMITE_SANS_EXPLICATION: ({ critere }) => `Le critère ${critere} est NC et rien ne l’explique.`,
  EXPLICATION_SANS_NON_CONFORMITE: ({ critere, verdict }) =>
    `Le critère ${critere} est donné pour non conforme, et marqué ${verdict}.`,

  DATE_DE_SOURCE_ILLISIBLE:
    'Écrivez la date de la source comme « 2023 », « mai 2024 », « 13 avril 2021 » ou « sans date ».',
  FICHE_REPETEE: ({ id }) => `Deux fiches ont l’identifiant « ${id} ».`,
  EDITION_MAL_NOMMEE: ({ origine }) => `Ce fichier dit être l’édition « ${origine} » : son nom doit le dire aussi.`,
  REMPLACANTE_ABSENTE: ({ id, remplaceePar }) =>
    `« ${remplaceePar} », qui remplace « ${id} », n’est pas dans l’annuaire.`,

  PARTS_AUTRES_QUE_LE_FORFAIT: 'Les parts de chaque répartition, référent compris, doivent faire le forfait.',
  PERIODE_A_L_ENVERS: ({ du, au }) => `La période finit (${au}) avant de commencer (${du}).`,
  PERIODES_EN_CHEVAUCHEMENT: 'Cette période chevauche la précédente.',
  JOUR_SANS_PERIODE: ({ jour }) => `Aucune période ne couvre le ${jour}.`,
  REGLE_SANS_SOURCE: 'Une règle a une source et sa date de lecture, ou la mention d’une hypothèse.',
  CONDITION_DEPLACEE: ({ possible }) => `Condition possible ici : ${possible ?? 'aucune'}.`,
  BORNE_SANS_PHRASE: 'Une borne sans date demande une phrase qui le dit.',
  PROFESSION_MAL_CLASSEE: ({ profession, fois }) =>
    `La profession ${profession} est classée ${fois} fois, il en faut une.`,
  ACTION_MAL_PLAFONNEE: ({ action, plafonds, attendus }) =>
    `L’action ${action} a ${plafonds} plafond, il en faut ${attendus}.`,
  ENVELOPPE_SANS_SOURCE: 'Une enveloppe a au moins une source et sa date de lecture.',
  PLAN_PUBLIC_SANS_REGION: 'Un plan publié est celui d’une région.',

  PORTEE_INCONNUE: 'Portée inconnue : « nationale », « non-precisee » ou le nom d’une région.',
  TELEPHONE_ILLISIBLE: 'Écrivez le numéro au format international : +33241000000.',
  CONTRADICTION_SEULE: 'Une contradiction oppose au moins deux versions.',
  TERME_REPETE: ({ id }) => `Le terme ${id} est écrit deux fois.`,
  COUPLE_REPETE: ({ un, autre }) => `Le couple ${un} et ${autre} est écrit deux fois.`,
  LIGNE_TROP_LONGUE: 'Une ligne de résumé compte douze mots au plus.',
  FORME_NON_DECRITE: ({ forme }) => `La forme « ${forme} » n’est pas décrite dans « formes ».`,
  SOURCE_ABSENTE: ({ source }) => `La source « ${source} » n’est pas dans data/sources.json.`,

  CLE_ILLISIBLE: 'Une clé s’écrit comme « nom-du-centre ».',
  CHAMPS_DU_MEME_NOM: ({ nom }) => `Deux champs auraient le même nom : « ${nom} ».`,
  SECTIONS_DE_MEME_CLE: ({ cle }) => `Deux sections ont la même clé : « ${cle} ».`,
  BORNES_A_L_ENVERS: ({ cle }) => `« ${cle} » : le minimum dépasse le maximum.`,
  CHAMP_NON_PRECEDE: ({ cle, autre }) => `« ${cle} » dépend de « ${autre} », qui n’est pas un champ écrit avant lui.`,
  CHAMP_SANS_COMPTE: ({ cle, autre }) => `« ${cle} » compte « ${autre} », qui n’est pas un nombre.`,
  REPONSE_NON_PROPOSEE: ({ cle, autre, reponse }) =>
    `« ${cle} » attend « ${reponse} » de « ${autre} », qui ne le propose pas.`,

  COMPTE_SANS_BORNE: 'Un compte a une borne.',
  ETAPES_AUTRES_QUE_TROIS: 'Écrivez trois étapes.',
  IDENTIFIANT_DE_REGLE_ILLISIBLE: 'Un identifiant s’écrit en minuscules, avec des tirets bas.',
  ENSEMBLE_ILLISIBLE: 'Un ensemble s’écrit en minuscules, avec des tirets.',
  MODELE_ILLISIBLE: 'Un modèle s’écrit en majuscules, avec des tirets bas.',
  VERSION_ILLISIBLE: 'Une version s’écrit AAAA-MM-JJ.n, par exemple 2026-11-22.1.',
  MODELES_DITS_DEUX_FOIS: 'Une règle dit ses modèles par « modeles » ou par « tousSauf », pas les deux.',
  POINTS_NULS: 'Une ligne de zéro point ne dit rien.',
  IDENTIFIANT_DE_REGLE_REPETE: 'Un identifiant est écrit deux fois.',
  QUESTION_INCONNUE: ({ question }) => `La question ${question} n’existe pas.`,
  QUESTION_SANS_COMPTE: ({ question }) => `La question ${question} ne se compte pas.`,
  REPONSE_INCONNUE: ({ question, reponse }) => `La question ${question} n’a pas de réponse ${reponse}.`,
  MODELE_INCONNU: ({ modele }) => `Le modèle ${modele} n’existe pas.`,
  ENSEMBLE_INCONNU: ({ ensemble, question }) => `L’ensemble ${ensemble} n’existe pas pour la question ${question}.`,
  RESULTAT_LU_TROP_TOT: 'Cette condition ne peut pas lire le résultat.',
  INCLUSION_SANS_CHOIX: ({ question }) => `La question ${question} n’est pas un choix.`,
  NOMBRE_EN_DESORDRE: 'Les réponses d’un nombre sont 0, 1, 2… dans l’ordre.',
  SOUHAIT_HORS_BASCULE: 'Un souhait se change par la bascule.',
  POINTS_GROUPES: 'Une ligne par réponse.',
  POINTS_QUI_BASCULENT: 'La condition lit une question que la bascule change.',
  VERSION_DEPASSEE: ({ version }) => `La dernière n’est pas la version en vigueur, ${version}.`,
};

/** Why the site does not start with a file: its name, then each fault and its place. */
export const dataFileWords = ({ file, issues }: DataFileError): string =>
  [file, ...issues.map((issue) => `${placeOf(issue.path)} : ${sayIssue(sentences, issue)}`)].join('\n');

/** The same schema, whose faults are said in French where they arise: for the build, which prints them as they come. */
export const worded = <Schema extends z.ZodType>(schema: Schema) =>
  z.unknown().transform((data, context): z.output<Schema> => {
    const parsed = schema.safeParse(data);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) {
      context.issues.push({ ...issue, message: sayIssue(sentences, issue), input: data } as z.core.$ZodRawIssue);
    }
    return z.NEVER;
  });
