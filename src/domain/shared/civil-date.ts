import { z } from 'zod';

/** True for a day that exists, written AAAA-MM-JJ: 2026-02-30 is refused. */
export function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

export type DateRefusal = 'DATE_INEXISTANTE';

/** A civil date (no time), AAAA-MM-JJ. */
export const civilDateSchema = z.string().refine(isCivilDate, 'DATE_INEXISTANTE' satisfies DateRefusal);

/** The civil day in Paris at an instant, AAAA-MM-JJ. */
export const dayInParis = (instant: Date): string => parisDay.format(instant);

/** Made once: making one costs more than a hundred dates. Swedish writes AAAA-MM-JJ. */
const parisDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' });
