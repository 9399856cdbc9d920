import { type PaidActionType, paidActionTypes } from '#domain/indemnities/action-type.ts';
import type { Decision } from '#domain/indemnities/decision.ts';
import type { Cap, Period } from '#domain/indemnities/plan.schema.ts';
import { generalPractitioner, isHealthProfession } from '#domain/people/profession.ts';
import type { PlannedAction } from './simulated-action.ts';
import type { Simulation } from './simulation.schema.ts';

/** How many more actions of a kind what is left of a year allows, were they the only ones. */
export type Leftover = {
  readonly type: PaidActionType;
  readonly title: string;
  /** Null: no written cap. */
  readonly capLeft: number | null;
  /** What one more costs; null when the association fixes it, or when the team may not hold one. */
  readonly unitCents: number | null;
  /** Null when nothing limits it, or when the team may not hold one: `next` tells which. */
  readonly possible: number | null;
  readonly limit: 'cap' | 'envelope' | null;
  /** The answer to one more. */
  readonly next: Decision;
};

type Left = {
  readonly period: Period;
  readonly simulation: Simulation;
  readonly caps: readonly { readonly cap: Cap; readonly left: number | null }[];
  readonly envelopeLeft: number | null;
  readonly next: (planned: PlannedAction) => Decision;
};

/** One more of each kind, held as the year last planned it, else in the simplest way the team can. */
export function leftoversOf({ period, simulation, caps, envelopeLeft, next }: Left): Leftover[] {
  const types = paidActionTypes.filter((type) => type !== 'redaction-projet' && period.actions[type]);
  return types.map((type) => {
    const decision = next(oneMore(type, simulation));
    const capLeft = caps.find(({ cap }) => cap.actions.includes(type))?.left ?? null;
    const unitCents = decision.totalCents;
    const room = { type, title: period.actions[type]!.court.plusieurs, capLeft, unitCents, next: decision };
    if (decision.decision === 'REFUSED') {
      return decision.reason.code === 'PLAFOND_ANNUEL_ATTEINT'
        ? { ...room, possible: 0, limit: 'cap' }
        : { ...room, possible: null, limit: null };
    }
    const byEnvelope = envelopeLeft === null || !unitCents ? null : Math.floor(envelopeLeft / unitCents);
    if (byEnvelope !== null && (capLeft === null || byEnvelope < capLeft)) {
      return { ...room, possible: byEnvelope, limit: 'envelope' };
    }
    return { ...room, possible: capLeft, limit: capLeft === null ? null : 'cap' };
  });
}

function oneMore(type: PaidActionType, { actions, membres }: Simulation): PlannedAction {
  const planned = actions.findLast((action) => action.type === type && action.nombre > 0);
  if (planned) return planned;
  const professionals = membres.filter(({ profession }) => isHealthProfession(profession));
  const doctor = professionals.find(({ profession }) => profession === generalPractitioner);
  const other = professionals.find(({ profession }) => profession !== generalPractitioner);
  return {
    type,
    nombre: 1,
    participants: [doctor, other].flatMap((person) => person?.id ?? []),
    referent: doctor?.id ?? null,
    patientPresent: true,
    partenaires: 0,
    designes: [],
  };
}
