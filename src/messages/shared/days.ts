import { months } from '#domain/directory/source-date.ts';

/** « 1er décembre 2026 »: Intl writes « 1 décembre », French wants « 1er ». */
export function frenchDay(day: string): string {
  const [year, month, number] = day.split('-').map(Number) as [number, number, number];
  return `${number === 1 ? '1er' : number} ${months[month - 1]} ${year}`;
}
