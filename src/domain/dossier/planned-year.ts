import type { LineValues, Values } from '#domain/form/values.ts';
import type { PaidActionType } from '#domain/indemnities/action-type.ts';
import type { Period, Plan } from '#domain/indemnities/plan.schema.ts';
import { periodOn } from '#domain/indemnities/plan-periods.ts';
import { generalPractitioner } from '#domain/people/profession.ts';
import type { SimulatedYear } from '#domain/simulator/simulate.ts';
import { simulate } from '#domain/simulator/simulate.ts';
import type { Simulation } from '#domain/simulator/simulation.schema.ts';
import type { Member } from '#domain/team/member.schema.ts';

/** How many of each kind of action a project plans in a year; a protocol is a line of its group. */
export type PlannedActions = Readonly<Record<Exclude<PaidActionType, 'redaction-projet'>, number>>;
export type ProjectMember = Member & { readonly id: string };

/** The numbers that a project gives; an answer that is missing counts for none. */
export function plannedActions(values: Values): PlannedActions {
  const count = (key: string): number => (typeof values[key] === 'number' ? values[key] : 0);
  const protocols = (values.protocoles ?? []) as readonly LineValues[];
  const ofCase = (cas: string): number => protocols.filter((line) => line.cas === cas).length;
  return {
    pps: count('nombre-pps'),
    'rcp-avec-patient': count('nombre-rcp-patient'),
    'rcp-sans-patient': count('nombre-rcp-pratiques'),
    staff: count('nombre-staff'),
    'protocole-simple': ofCase('simple'),
    'protocole-complexe': ofCase('complexe'),
  };
}

/** The year that a project plans: that of its first day, or this one as long as it has none. */
export const plannedYear = (values: Values, today: string): number =>
  Number((typeof values.debut === 'string' ? values.debut : today).slice(0, 4));

/** The period of a plan under which a project's year is counted, as the simulator counts it; null when there is none. */
export const plannedPeriod = (plan: Plan, values: Values, today: string): Period | null =>
  periodOn(plan, `${plannedYear(values, today)}-12-31`);

/**
 * The budget of a project: its planned actions through the engine of the indemnities, with caps and envelope. It
 * supposes that everyone comes to each meeting and protocol, and that a doctor and one other professional share each
 * care plan, whose amount is the same for two or three (S0). Null without a team.
 */
export function projectBudget(
  plan: Plan,
  values: Values,
  members: readonly ProjectMember[],
  today: string,
): SimulatedYear | null {
  if (members.length === 0) return null;
  const simulation = simulationOf(plan, values, members, today);
  return simulate(plan, simulation);
}

function simulationOf(plan: Plan, values: Values, members: readonly ProjectMember[], today: string): Simulation {
  const perCentre = plannedPeriod(plan, values, today)?.regles.centreMonoMaximum.valeur ?? Number.POSITIVE_INFINITY;
  const writers = (values.redacteurs ?? []) as readonly string[];
  const pair = carePair(members);
  const action = (type: PaidActionType, nombre: number, participants?: readonly string[]) => ({
    type,
    nombre,
    ...(participants && { participants: [...participants] }),
    referent: participants?.[0] ?? null,
    patientPresent: true,
    partenaires: 0,
    designes: designated(members, participants ?? members.map(({ id }) => id), perCentre),
  });
  const planned = plannedActions(values);
  const kinds = Object.keys(planned) as (keyof PlannedActions)[];
  const known = writers.filter((id) => members.some((member) => member.id === id));
  return {
    plan: plan.id,
    annee: plannedYear(values, today),
    datePlan: undefined,
    reglages: {},
    membres: members.map(asSimulated),
    actions: [
      ...kinds.map((type) => action(type, planned[type], type === 'pps' ? pair : undefined)),
      action('redaction-projet', known.length > 0 ? 1 : 0, known),
    ],
    dejaDeclarees: {},
    engageCentimes: 0,
    redactionsIndemnisees: [],
  };
}

/** A doctor and one other professional, of those who may be paid; the whole team when it has no such pair. */
function carePair(members: readonly ProjectMember[]): readonly string[] {
  const paid = members.filter(({ exercice }) => exercice !== 'salarie');
  const doctor = paid.find(({ profession }) => profession === generalPractitioner);
  const other = paid.find(({ profession }) => profession !== generalPractitioner);
  return doctor && other ? [doctor.id, other.id] : members.map(({ id }) => id);
}

/** Whom each centre that brings more than its share has paid: the first of those who come. */
const designated = (members: readonly ProjectMember[], participants: readonly string[], perCentre: number): string[] =>
  [
    ...Map.groupBy(
      members.filter(({ id, centre }) => centre !== null && participants.includes(id)),
      ({ centre }) => centre?.finess,
    ).values(),
  ]
    .filter((staff) => staff.length > perCentre)
    .flatMap((staff) => staff.slice(0, perCentre).map(({ id }) => id));

/** Who has not said how she practises is supposed to be on her own account: the budget is then the most it may be. */
const asSimulated = ({ id, rpps, profession, exercice, centre }: ProjectMember): Simulation['membres'][number] => ({
  id,
  rpps,
  profession,
  exercice: exercice ?? 'liberal',
  centre: centre?.finess ?? null,
  du: null,
  au: null,
  mspOuCdsPluri: false,
});
