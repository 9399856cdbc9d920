import { isPaidActionType } from '#domain/indemnities/action-type.ts';
import { codeOf } from '#domain/indemnities/decision.ts';
import type { Plan } from '#domain/indemnities/plan.schema.ts';
import { periodsOfYear } from '#domain/indemnities/plan-periods.ts';
import type { SimulatedYear } from '#domain/simulator/simulate.ts';
import type { Simulation } from '#domain/simulator/simulation.schema.ts';
import { type Tally, totalOf } from '#domain/simulator/tally.ts';
import { leftoverSentence } from '../../../../messages/indemnities/leftovers.ts';
import type { SimulationAnswer } from './_answer.schema.ts';
import { decidedAnswer, namesOf, planReference } from './_evaluation-answer.ts';

/** A simulated year as the API writes it, in French. */
export function simulationAnswer(plan: Plan, { membres, datePlan }: Simulation, year: SimulatedYear): SimulationAnswer {
  const { period, envelope } = year;
  const nameOf = namesOf(membres);
  const titleOf = (type: string): string =>
    (isPaidActionType(type) ? period?.actions[type] : undefined)?.titre ??
    period?.horsBareme.find((other) => other.type === type)?.nom ??
    type;
  return {
    plan: planReference(plan.id, period),
    annee: year.year,
    ...amountsOf(year.total),
    redactionCentimes: year.writingCents,
    actions: year.groups.map(({ planned, outcomes, tally }) => ({
      type: planned.type,
      titre: titleOf(planned.type),
      nombre: planned.nombre,
      ...amountsOf(tally),
      reponses: outcomes.map(({ decision, count }) => ({ nombre: count, ...decidedAnswer(decision, nameOf) })),
    })),
    personnes: year.people.map(({ memberId, tally, writingCents, attended, unpaid }) => ({
      membre: memberId,
      ...amountsOf(tally),
      redactionCentimes: writingCents,
      participations: attended,
      sansIndemnite: unpaid,
    })),
    plafonds: year.caps.map(({ cap, used, left }) => ({
      nom: cap.nom,
      actions: cap.actions,
      maximum: cap.maximumAnnuel,
      compte: used,
      reste: left,
    })),
    enveloppe: {
      annuelleCentimes: envelope.envelopeCents,
      engageCentimes: envelope.engagedCents,
      resteCentimes: envelope.leftCents,
      mention: period?.enveloppe.mention ?? null,
    },
    reste: year.leftovers.map((leftover) => ({
      type: leftover.type,
      titre: titleOf(leftover.type),
      plafondRestant: leftover.capLeft,
      unitaireCentimes: leftover.unitCents,
      possibles: leftover.possible,
      limite: leftover.limit && ({ cap: 'plafond', envelope: 'enveloppe' } as const)[leftover.limit],
      code: leftover.next.reason && codeOf(leftover.next.reason),
      phrase: leftoverSentence(leftover, nameOf),
    })),
    avertissements:
      datePlan === undefined && periodsOfYear(plan, year.year).length > 1
        ? [
            {
              code: 'W_PLUSIEURS_PERIODES',
              phrase: `Le plan change au cours de ${year.year} : cette simulation applique celui de la fin de l’année.`,
            },
          ]
        : [],
  };
}

const amountsOf = (tally: Tally) => ({
  totalCentimes: totalOf(tally),
  connuCentimes: tally.knownCents,
  enAttenteCentimes: tally.waitingCents,
  aFixer: tally.toFix,
});
