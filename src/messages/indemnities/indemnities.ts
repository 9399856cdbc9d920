import type { Decision, Pending, Refusal, Step, UnpaidReason, Warning } from '#domain/indemnities/decision.ts';
import type { Category } from '#domain/indemnities/plan.schema.ts';
import { type RuleOrigin, ruleOrigins } from '#domain/indemnities/rule-origin.ts';
import { euros } from '#domain/shared/money.ts';
import { frenchDay } from '../shared/days.ts';
import { professionNames } from '../shared/professions.ts';

type Reason = Refusal | Pending | Warning;

/** How the sentences call someone: a name the reader knows, or the identifier they gave. */
export type NameOf = (memberId: string) => string;

/** One sentence per code: a new code without its sentence does not compile. */
export const reasonSentences: {
  readonly [Code in Reason['code']]: (facts: Extract<Reason, { code: Code }>) => string;
} = {
  ACTION_HORS_BAREME: ({ cadre }) => `Le plan ne prévoit pas d’indemnité pour cette action.${cadre ? ` ${cadre}` : ''}`,
  PLAN_ABSENT: ({ date }) => `Nous ne connaissons aucun plan de financement qui couvre le ${frenchDay(date)}.`,
  DATE_FUTURE: ({ date }) => `Le ${frenchDay(date)} n’est pas encore passé. Déclarez l’action une fois réalisée.`,
  CONVENTION_ABSENTE: () =>
    'Aucune convention n’est signée avec l’association : les actions sont indemnisées à partir de sa signature.',
  ACTION_AVANT_CONVENTION: ({ signeeLe }) =>
    `Cette action a eu lieu avant la signature de la convention (${frenchDay(signeeLe)}).`,
  CONVENTION_RESILIEE: ({ finLe }) => `Cette action a eu lieu après la fin de la convention (${frenchDay(finLe)}).`,
  ACTION_NON_PREVUE_AU_PROJET: ({ titre }) =>
    `Votre projet de santé ne prévoit pas cette action (${titre}). L’équipe peut le faire évoluer à tout moment.`,
  AUCUN_PARTICIPANT: () => 'Indiquez les professionnels qui ont participé.',
  PARTICIPANT_EN_DOUBLE: ({ qui }) => `${qui} figure deux fois parmi les participants.`,
  PARTICIPANT_NON_MEMBRE: ({ membre }) => `${membre} ne faisait pas partie de l’équipe à cette date.`,
  PARTICIPANT_EN_MSP_OU_CDS: ({ membre }) =>
    `${membre} exerce en MSP ou en centre de santé pluriprofessionnel : ce n’est pas compatible avec une ESP CLAP.`,
  EFFECTIF_INSUFFISANT: ({ minimum }) => `Une action réunit au moins ${minimum} professionnels de santé.`,
  PLURIPRO_REQUIS: ({ minimum }) => `Une action réunit au moins ${minimum} professions différentes.`,
  STAFF_SANS_MG: () => 'La présence d’un médecin généraliste est obligatoire pour un STAFF.',
  RCP_PATIENT_ABSENT: () =>
    'Le patient doit être présent à cette réunion. Sans lui, déclarez une réunion sans patient, si elle en était une.',
  PPS_REFERENT_MANQUANT: () => 'Indiquez le référent du plan personnalisé de santé.',
  PPS_REFERENT_NON_PARTICIPANT: ({ qui }) => `Le référent (${qui}) ne figure pas parmi les participants.`,
  PROTOCOLE_HORS_NOMENCLATURE_NON_JUSTIFIE: () =>
    'Indiquez au moins une intervention que la nomenclature ne prend pas en charge. S’il n’y en a pas, le protocole est de cas 1.',
  PROTOCOLE_DEJA_INDEMNISE: ({ annee }) => `Ce protocole a déjà été indemnisé en ${annee}.`,
  CENTRE_DESIGNATION_REQUISE: ({ centre, maximum }) =>
    maximum === 2
      ? `Indiquez les deux professionnels du centre qui seront indemnisés (${centre}).`
      : `Indiquez qui sera indemnisé pour le centre ${centre}, au nombre de ${maximum}.`,
  PLAFOND_ANNUEL_ATTEINT: ({ nombre, annee, maximum }) =>
    `Votre équipe a déjà déclaré ${nombre} actions de ce type en ${annee}. Le plafond est de ${maximum}. Vous pouvez garder cette action sans indemnité.`,
  REDACTION_DEJA_INDEMNISEE: ({ membre }) => `L’écriture de ce projet a déjà été indemnisée pour ${membre}.`,
  PPS_REPARTITION_NON_PREVUE: ({ prevus }) =>
    `Le barème prévoit ${prevus.join(' ou ')} professionnels. L’association doit décider de la répartition.`,
  PPS_SANS_MG_NON_PREVU: () =>
    'Le barème prévoit la part d’un médecin généraliste, et aucun n’est à indemniser. L’association doit décider de la répartition.',
  PPS_PLUSIEURS_MG_NON_PREVU: ({ nombre }) =>
    `Le barème prévoit un seul médecin généraliste, et il y en a ${nombre}. L’association doit décider de la répartition.`,
  BAREME_INCOMPLET: () => 'Le tarif de cette action n’est pas publié. L’association vous répondra.',
  TARIF_PROFESSION_NON_PRECISE: ({ professions }) =>
    `Aucune source ne donne de tarif pour : ${professions.map((name) => professionNames[name].un).join(', ')}. L’association vous répondra.`,
  ENVELOPPE_DEPASSEE: ({ engageCents, totalCents, envelopeCents, annee }) =>
    `Cette action (${euros(totalCents)}) dépasse ce qui reste de l’enveloppe de ${annee} : ${euros(engageCents)} sont engagés sur ${euros(envelopeCents)}. L’association décidera.`,
  W_DOUBLON_POSSIBLE: ({ membre }) =>
    `${membre} a une action du même type, le même jour, dans une autre équipe : vérifiez que ce n’est pas la même.`,
  W_CUMUL_A_VERIFIER: ({ protocole }) =>
    `Cette action est rattachée au protocole ${protocole}. S’il est de cas 2, son forfait la comprend peut-être déjà : à vérifier avec l’association.`,
  W_DECLARATION_TARDIVE: ({ jours, delai }) =>
    `Déclarée ${jours} jours après l’action, pour un délai de ${delai} jours.`,
};

/** The sentence of a refusal, of a wait or of a warning. */
export function reasonSentence(reason: Reason, nameOf: NameOf): string {
  const sentence = reasonSentences[reason.code] as (facts: Reason) => string;
  if ('membre' in reason) return sentence({ ...reason, membre: nameOf(reason.membre) });
  if ('qui' in reason) return sentence({ ...reason, qui: nameOf(reason.qui) });
  return sentence(reason);
}

/** The answer in one sentence. */
export function decisionSentence({ reason, totalCents }: Decision, nameOf: NameOf): string {
  if (reason) return reasonSentence(reason, nameOf);
  return totalCents === 0
    ? 'Action acceptée : aucun de ses participants ne peut être indemnisé.'
    : `Action indemnisée : ${euros(totalCents!)} en tout.`;
}

const unpaidBecause: Record<UnpaidReason, string> = {
  SALARIE_NON_INDEMNISE: 'un professionnel salarié participe sans être indemnisé.',
  CENTRE_PLAFOND_2: 'd’autres professionnels du même centre sont désignés, et leur nombre est limité.',
};

type StepWords = { readonly nameOf: NameOf; readonly categoryNames: Record<Category, string> };

/** One step of the computation, as a sentence. */
export function stepSentence(step: Step, { nameOf, categoryNames }: StepWords): string {
  switch (step.step) {
    case 'cap': {
      const limit = step.maximum === null ? 'aucun plafond n’est écrit' : `${step.maximum} au plus`;
      return `${step.name} : action n° ${step.rank} de ${step.year}, ${limit}.`;
    }
    case 'unpaid':
      return `${nameOf(step.memberId)} : 0 €, ${unpaidBecause[step.reason]}`;
    case 'rate':
      return `${nameOf(step.memberId)} : ${euros(step.cents)}, tarif des ${categoryNames[step.category]}.`;
    case 'no-rate-for-profession':
      return `${nameOf(step.memberId)} : à fixer par l’association, aucune source ne donne de tarif pour cette profession.`;
    case 'no-rate-for-action':
      return `${nameOf(step.memberId)} : à fixer par l’association, aucune source ne donne le montant de cette action.`;
    case 'lump-sum':
      return `Forfait de ${euros(step.cents)}, à partager entre les participants à indemniser : ${step.sharers}.`;
    case 'equal-share':
      return step.oddCent
        ? `${nameOf(step.memberId)} : ${euros(step.cents)}, une part égale et un centime du reste, qui va aux premiers dans l’ordre des numéros RPPS (sinon des identifiants).`
        : `${nameOf(step.memberId)} : ${euros(step.cents)}, une part égale.`;
    case 'split': {
      const part =
        step.part === 'general-practitioner' ? 'part du médecin généraliste' : 'part d’un autre professionnel';
      return `${nameOf(step.memberId)} : ${euros(step.cents)}, ${part} quand ${step.sharers} professionnels se partagent le forfait.`;
    }
    case 'referent':
      return step.paid
        ? `${nameOf(step.memberId)} : ${euros(step.cents)} de plus, comme référent du plan.`
        : `${nameOf(step.memberId)} est référent sans pouvoir être indemnisé : ses ${euros(step.cents)} ne reviennent à personne.`;
    case 'writer':
      return `${nameOf(step.memberId)} : ${euros(step.cents)}, pour l’écriture du projet de santé.`;
    case 'total':
      return `Total : ${step.terms.map(euros).join(' + ')} = ${euros(step.cents)}.`;
    case 'envelope':
      return `Enveloppe de l’année : ${euros(step.engageCents)} engagés avant cette action, ${euros(step.afterCents)} avec elle, sur ${euros(step.envelopeCents)}.`;
    case 'outside-envelope':
      return 'L’écriture du projet ne compte pas dans l’enveloppe annuelle (hypothèse à confirmer par l’association).';
  }
}

const originSentences: Record<RuleOrigin, (source: string) => string> = {
  source: (source) => `Cette règle est écrite dans la source du plan (${source}).`,
  reading: (source) => `La source du plan (${source}) le laisse lire ; la forme exacte de la règle est la nôtre.`,
  proposal: () => 'Aucune source ne le dit : nous proposons cette règle, à confirmer par l’association.',
};

/** Every euro of a decision, then where the rule that stopped or suspended it comes from. */
export function explanation({ steps, reason, period }: Decision, nameOf: NameOf): string[] {
  const categoryNames = period?.nomsCategories ?? { A: 'professions A', B: 'professions B' };
  const sentences = steps.map((step) => stepSentence(step, { nameOf, categoryNames }));
  if (!reason || !period) return sentences;
  return [...sentences, originSentences[ruleOrigins[reason.code]](period.source)];
}
