import type { DayBound } from './field.schema.ts';

/** The day that a bound means today; 29 February becomes 1 March where the year has none. */
export function dayOfBound(bound: DayBound, today: string): string {
  if (typeof bound === 'string') return bound;
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + bound.ans);
  return date.toISOString().slice(0, 10);
}
