import { isPaidActionType, type PaidActionType, paidActionTypes } from '#domain/indemnities/action-type.ts';
import type { Payment } from '#domain/indemnities/payment.schema.ts';
import type { Category, Period } from '#domain/indemnities/plan.schema.ts';
import { diffPeriods, type Figure, type FigureUnit } from '#domain/indemnities/plan-figures.ts';
import type { HealthProfession } from '#domain/people/profession.ts';
import { euros } from '#domain/shared/money.ts';
import { professionNames } from '../shared/professions.ts';

export const noWrittenCap = 'aucun plafond écrit';
const notGiven = 'aucun montant donné';
export const toBeFixed = 'à fixer par l’association';

/** One of the kinds of action that a plan pays, ready to be shown. */
export type ActionSummary = {
  readonly type: PaidActionType;
  readonly titre: string;
  readonly description: string;
  readonly unite: string;
  /** Actions a year; null: no written cap, or the writing of the project, which is paid once. */
  readonly plafond: number | null;
  readonly plafondPhrase: string;
  /** The amounts in words, figure by figure: « 75 € : professions médicales et de la pharmacie ». */
  readonly montants: readonly string[];
  /** True: no source gives the amount. */
  readonly aFixer: boolean;
  readonly conditions: readonly string[];
  readonly source: string;
  readonly luLe: string;
};

/** The kinds of action of a period in the order of the scheme, with caps and amounts in words. */
export const planSummary = (period: Period): ActionSummary[] =>
  paidActionTypes.flatMap((type) => {
    const action = period.actions[type];
    if (!action) return [];
    const cap = period.plafonds.find(({ actions }) => actions.includes(type));
    const plafond = cap?.maximumAnnuel ?? null;
    const { titre, description, unite, paiement, conditions, source, luLe } = action;
    return {
      type,
      titre,
      description,
      unite,
      plafond,
      plafondPhrase: capSentence(type, plafond, cap?.actions.length ?? 0),
      montants: amountsInWords(paiement, period.nomsCategories),
      aFixer: paiement.sorte === 'par-professionnel-present' && paiement.tarifsCentimes === null,
      conditions: conditions.map(({ phrase }) => phrase),
      source,
      luLe,
    };
  });

function capSentence(type: PaidActionType, cap: number | null, kinds: number): string {
  if (type === 'redaction-projet') return 'une fois par professionnel et par projet';
  if (cap === null) return noWrittenCap;
  return kinds > 1 ? `${cap} par an au plus, tous cas confondus` : `${cap} par an au plus`;
}

function amountsInWords(payment: Payment, names: Record<Category, string>): string[] {
  switch (payment.sorte) {
    case 'par-professionnel-present':
      return payment.tarifsCentimes === null
        ? [toBeFixed]
        : [`${euros(payment.tarifsCentimes.A)} : ${names.A}`, `${euros(payment.tarifsCentimes.B)} : ${names.B}`];
    case 'forfait-a-partager':
      return [`${euros(payment.forfaitCentimes)}, à parts égales entre les participants`];
    case 'par-redacteur':
      return [`${euros(payment.centimes)} par professionnel`];
    case 'forfait-avec-referent':
      return [
        `${euros(payment.forfaitCentimes)} par plan, dont ${euros(payment.referentCentimes)} pour le référent`,
        ...payment.repartition.map(
          ({ professionnels, medecinGeneralisteCentimes, autreCentimes }) =>
            `à ${professionnels} professionnels : ${euros(medecinGeneralisteCentimes)} pour le médecin généraliste, ${euros(autreCentimes)} pour ${professionnels === 2 ? 'l’autre' : 'chacun des autres'}`,
        ),
        'à tout autre nombre : répartition à fixer par l’association',
      ];
  }
}

export type PlanChange = { readonly chemin: string; readonly avant: string; readonly apres: string };

/** What changed between two periods of a plan: where, before and after, in words. */
export const planChanges = (before: Period, after: Period): PlanChange[] =>
  diffPeriods(before, after).map((change) => ({
    chemin: change.path.map((step) => stepInWords(step, after)).join(' › '),
    avant: valueInWords(change.unit, change.before, before),
    apres: valueInWords(change.unit, change.after, after),
  }));

const pathWords: Record<string, string> = {
  actions: 'Actions',
  plafonds: 'Plafond annuel',
  professions: 'Catégorie',
  enveloppe: 'Enveloppe annuelle de l’équipe',
  regles: 'Règles',
  tarif: 'tarif',
  forfait: 'forfait',
  referent: 'part du référent',
  redacteur: 'indemnité par rédacteur',
  autre: 'autre professionnel',
  'referent-designe': 'référent obligatoire',
  'patient-present': 'présence du patient obligatoire',
  'medecin-generaliste-present': 'présence d’un médecin généraliste obligatoire',
  'hors-nomenclature-justifie': 'intervention hors nomenclature à indiquer',
  plafondPar: 'à qui les plafonds se comptent',
  periodePlafond: 'sur quelle durée les plafonds se comptent',
  actionsComptees: 'actions comptées dans les plafonds',
  partageProtocole: 'partage du forfait d’un protocole',
  partNonIndemnisee: 'part d’un participant qui ne peut pas être indemnisé',
  minimumProfessionnels: 'professionnels au moins',
  minimumProfessions: 'professions différentes au moins',
  centreMonoMaximum: 'professionnels indemnisés d’un même centre, au plus',
  actionPrevueAuProjet: 'action à prévoir au projet de santé',
  jourSignatureInclus: 'jour de la signature compris',
  jourDepartInclus: 'jour du départ compris',
  delaiDeclarationJours: 'délai de déclaration',
};

function stepInWords(step: string, { actions, nomsCategories }: Period): string {
  if (step === 'A' || step === 'B') return nomsCategories[step];
  if (isPaidActionType(step)) return actions[step]?.court.un ?? step;
  if (/^\d+$/.test(step)) return `à ${step}`;
  return pathWords[step] ?? professionNames[step as HealthProfession]?.un ?? step;
}

const valueWords: Record<string, string> = {
  'par-professionnel-present': 'par professionnel présent',
  'forfait-a-partager': 'forfait à partager',
  'forfait-avec-referent': 'forfait avec une part au référent',
  'par-redacteur': 'par rédacteur',
  equipe: 'l’équipe',
  'annee-civile': 'l’année civile',
  'acceptees-et-en-attente': 'acceptées et en attente',
  egal: 'à parts égales',
  redistribuee: 'elle revient aux autres',
  perdue: 'elle n’est pas versée',
};

function valueInWords(unit: FigureUnit, value: Figure['value'] | undefined, { nomsCategories }: Period): string {
  if (value === undefined) return 'absent de ce plan';
  if (value === null) return whenNull[unit];
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'string') {
    return value === 'A' || value === 'B' ? nomsCategories[value] : (valueWords[value] ?? value);
  }
  if (unit === 'cents') return euros(value);
  return unit === 'days' ? `${value} jours` : String(value);
}

const whenNull: Record<FigureUnit, string> = {
  cents: notGiven,
  count: noWrittenCap,
  days: 'aucun délai écrit',
  category: 'sans tarif',
  claim: notGiven,
  word: notGiven,
};
