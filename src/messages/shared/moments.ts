import { dayInParis } from '#domain/shared/civil-date.ts';
import { frenchDay } from './days.ts';

const parisTime = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' });

/** An instant (ISO, UTC) as people in Paris say it: « 25 novembre 2026 à 4 h 05 ». */
export function momentWords(instant: string): string {
  const date = new Date(instant);
  const [hour, minute] = parisTime.format(date).split(':') as [string, string];
  return `${frenchDay(dayInParis(date))} à ${Number(hour)}\u00a0h\u00a0${minute}`;
}
