import { lastDayOf, undated } from '#domain/directory/source-date.ts';

/** « une source du 13 avril 2021 », « une source de 2023 », « une source sans date ». */
export function sourceOf(date: string): string {
  if (lastDayOf(date) === null) return `une source ${undated}`;
  return /^(?:1er|\d{1,2}) /.test(date)
    ? `une source du ${date}`
    : /^[ao]/.test(date)
      ? `une source d’${date}`
      : `une source de ${date}`;
}
