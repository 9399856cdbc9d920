import type { Period, Plan } from './plan.schema.ts';

/** The period of a plan in force on a day, bounds included; null when there is none. */
export const periodOn = (plan: Plan, day: string): Period | null =>
  plan.periodes.find(({ du, au }) => (du === null || du <= day) && (au === null || day <= au)) ?? null;

/** The periods of a plan that touch a civil year: more than one when the plan changes on the way. */
export const periodsOfYear = (plan: Plan, year: number): Period[] =>
  plan.periodes.filter(
    ({ du, au }) => (du === null || du <= `${year}-12-31`) && (au === null || au >= `${year}-01-01`),
  );
