import { type PaidActionType, paidActionTypes } from './action-type.ts';
import type { Payment } from './payment.schema.ts';
import type { Period } from './plan.schema.ts';

export type FigureUnit = 'cents' | 'count' | 'days' | 'category' | 'claim' | 'word';

/** One comparable value of a period and where it stands: `['actions', 'staff', 'tarif', 'A']`. */
export type Figure = {
  readonly path: readonly string[];
  readonly unit: FigureUnit;
  readonly value: number | string | boolean | null;
};

/** Absent (undefined): the period does not have this figure. */
export type FigureChange = {
  readonly path: readonly string[];
  readonly unit: FigureUnit;
  readonly before: Figure['value'] | undefined;
  readonly after: Figure['value'] | undefined;
};

/** Everything of a period that changes what a team is paid. */
export const figuresOf = (period: Period): Figure[] => [
  ...paidActionTypes.flatMap((type) => actionFigures(period, type)),
  ...period.plafonds.flatMap(({ actions, maximumAnnuel }) =>
    actions.map((type): Figure => ({ path: ['plafonds', type], unit: 'count', value: maximumAnnuel })),
  ),
  ...period.categories.flatMap(({ categorie, professions }) =>
    professions.map((name): Figure => ({ path: ['professions', name], unit: 'category', value: categorie })),
  ),
  { path: ['enveloppe'], unit: 'cents', value: period.enveloppe.enveloppeAnnuelleCentimes },
  ...Object.entries(period.regles).map(
    ([name, { valeur }]): Figure => ({ path: ['regles', name], unit: ruleUnit(name, valeur), value: valeur }),
  ),
];

/** What differs between two periods of a plan, in the order of the plan. Empty: the same figures. */
export function diffPeriods(before: Period, after: Period): FigureChange[] {
  const old = new Map(figuresOf(before).map((figure) => [figure.path.join(' '), figure]));
  const young = new Map(figuresOf(after).map((figure) => [figure.path.join(' '), figure]));
  return [...new Set([...old.keys(), ...young.keys()])].flatMap((key) => {
    const { path, unit } = (young.get(key) ?? old.get(key))!;
    const change = { path, unit, before: old.get(key)?.value, after: young.get(key)?.value };
    return change.before === change.after ? [] : [change];
  });
}

function actionFigures(period: Period, type: PaidActionType): Figure[] {
  const action = period.actions[type];
  if (!action) return [];
  return [
    { path: ['actions', type], unit: 'word', value: action.paiement.sorte },
    ...paymentFigures(action.paiement).map((figure) => ({ ...figure, path: ['actions', type, ...figure.path] })),
    ...action.conditions.map(({ regle }): Figure => ({ path: ['actions', type, regle], unit: 'claim', value: true })),
  ];
}

function paymentFigures(payment: Payment): Figure[] {
  const cents = (value: number | null, ...path: string[]): Figure => ({ path, unit: 'cents', value });
  switch (payment.sorte) {
    case 'par-professionnel-present':
      return [
        cents(payment.tarifsCentimes?.A ?? null, 'tarif', 'A'),
        cents(payment.tarifsCentimes?.B ?? null, 'tarif', 'B'),
      ];
    case 'forfait-a-partager':
      return [cents(payment.forfaitCentimes, 'forfait')];
    case 'par-redacteur':
      return [cents(payment.centimes, 'redacteur')];
    case 'forfait-avec-referent':
      return [
        cents(payment.forfaitCentimes, 'forfait'),
        cents(payment.referentCentimes, 'referent'),
        ...payment.repartition.flatMap(({ professionnels, medecinGeneralisteCentimes, autreCentimes }) => [
          cents(medecinGeneralisteCentimes, String(professionnels), 'medecin-generaliste'),
          cents(autreCentimes, String(professionnels), 'autre'),
        ]),
      ];
  }
}

function ruleUnit(name: string, value: Figure['value']): FigureUnit {
  if (name === 'delaiDeclarationJours') return 'days';
  if (typeof value === 'boolean') return 'claim';
  return typeof value === 'number' ? 'count' : 'word';
}
