import { type HealthProfession, isHealthProfession } from '#domain/people/profession.ts';
import type { PaidActionType } from './action-type.ts';
import type { UnpaidReason } from './decision.ts';
import type { Evaluation, ListedMember } from './evaluation.schema.ts';
import type { Cap, PaidAction, Period } from './plan.schema.ts';
import { inStableOrder } from './stable-order.ts';

export type Professional = ListedMember & { readonly profession: HealthProfession };

/** A declared action beside everything the rules look at. */
export type ActionFacts = {
  readonly period: Period;
  readonly type: PaidActionType;
  readonly paidAction: PaidAction;
  readonly cap: Cap | null;
  readonly request: Evaluation;
  readonly today: string;
  readonly year: number;
  /** Participants that are listed among the members; partners (a psychologist, a carer…) are left out: they change nothing. */
  readonly professionals: readonly Professional[];
  /** The same in the stable order, with those that the request does not list among the members. */
  readonly everyone: readonly { readonly id: string; readonly member: Professional | null }[];
  readonly unpaid: ReadonlyMap<string, UnpaidReason>;
};

export function actionFactsOf(
  period: Period,
  type: PaidActionType,
  paidAction: PaidAction,
  request: Evaluation,
  today: string,
): ActionFacts {
  const members = new Map(request.membres.map((member) => [member.id, member]));
  const ids = [...new Set(request.action.participants)];
  const present = ids.flatMap((id) => members.get(id) ?? []);
  const professionals = inStableOrder(present.filter(isProfessional));
  const strangers = ids.filter((id) => !members.has(id)).map((id) => ({ id, rpps: null, member: null }));
  return {
    period,
    type,
    paidAction,
    cap: period.plafonds.find(({ actions }) => actions.includes(type)) ?? null,
    request,
    today,
    year: Number(request.action.date.slice(0, 4)),
    professionals,
    everyone: inStableOrder([
      ...strangers,
      ...professionals.map((member) => ({ id: member.id, rpps: member.rpps, member })),
    ]),
    unpaid: unpaidAmong(professionals, request.action.designes, period.regles.centreMonoMaximum.valeur),
  };
}

const isProfessional = (member: ListedMember): member is Professional => isHealthProfession(member.profession);

/** Who took part without pay: employees, and those of a centre that brought more than it may and did not designate them (S0). */
function unpaidAmong(
  professionals: readonly Professional[],
  designated: readonly string[],
  centreMaximum: number,
): ReadonlyMap<string, UnpaidReason> {
  const crowded = new Set(crowdedCentres(professionals, centreMaximum).map(({ centre }) => centre));
  const unpaid = new Map<string, UnpaidReason>();
  for (const { id, exercice, centre } of professionals) {
    if (exercice === 'salarie') unpaid.set(id, 'SALARIE_NON_INDEMNISE');
    if (exercice === 'centre-mono' && crowded.has(centre!) && !designated.includes(id))
      unpaid.set(id, 'CENTRE_PLAFOND_2');
  }
  return unpaid;
}

/** The centres that bring more professionals than may be paid for one action. */
export function crowdedCentres(
  professionals: readonly Professional[],
  maximum: number,
): { centre: string; ids: string[] }[] {
  const idsByCentre = new Map<string, string[]>();
  for (const { id, exercice, centre } of professionals) {
    if (exercice === 'centre-mono') idsByCentre.set(centre!, [...(idsByCentre.get(centre!) ?? []), id]);
  }
  return [...idsByCentre].filter(([, ids]) => ids.length > maximum).map(([centre, ids]) => ({ centre, ids }));
}
