import type { Period, Plan } from './plan.schema.ts';

type Bounds = Pick<Period, 'du' | 'au'>;

/** The period of a plan in force on a day, bounds included; null when there is none. */
export const periodOn = (plan: Plan, day: string): Period | null =>
  plan.periodes.find(({ du, au }) => (du === null || du <= day) && (au === null || day <= au)) ?? null;

/** The periods of a plan that touch a civil year: more than one when the plan changes on the way. */
export const periodsOfYear = (plan: Plan, year: number): Period[] =>
  plan.periodes.filter(
    ({ du, au }) => (du === null || du <= `${year}-12-31`) && (au === null || au >= `${year}-01-01`),
  );

export type PeriodFault =
  | { readonly code: 'PERIODE_A_L_ENVERS'; readonly du: string; readonly au: string }
  | { readonly code: 'PERIODES_EN_CHEVAUCHEMENT' }
  | { readonly code: 'JOUR_SANS_PERIODE'; readonly jour: string };

/** The first place where periods are not written one after the other, without overlap nor hole (D10). */
export function periodFault(periods: readonly Bounds[]): { index: number; fault: PeriodFault } | null {
  for (const [index, { du, au }] of periods.entries()) {
    if (du !== null && au !== null && au < du) return { index, fault: { code: 'PERIODE_A_L_ENVERS', du, au } };
    const next = periods[index + 1];
    if (!next) continue;
    if (au === null || next.du === null || next.du <= au) {
      return { index: index + 1, fault: { code: 'PERIODES_EN_CHEVAUCHEMENT' } };
    }
    if (next.du !== dayAfter(au)) {
      return { index: index + 1, fault: { code: 'JOUR_SANS_PERIODE', jour: dayAfter(au) } };
    }
  }
  return null;
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
