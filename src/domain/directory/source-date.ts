/**
 * A source's own date, as its page prints it, in plain French: « 2023 », « mai 2024 », « 13 avril 2021 »,
 * « 2021-2022 », or « sans date ».
 */
const datedSource = /^(?:(?:(?<day>1er|[2-9]|[12]\d|3[01]) )?(?<month>\p{L}+) |(?:\d{4}-))?(?<year>20\d{2})$/u;

export const undated = 'sans date';

/** As sources write them. */
export const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');

/** The last civil day (AAAA-MM-JJ) that a source's date may mean: 2023-12-31 for « 2023 ». Null: it says none. */
export function lastDayOf(text: string): string | null {
  const parts = datedSource.exec(text)?.groups;
  if (!parts) return null;
  const month = parts.month === undefined ? 12 : months.indexOf(parts.month) + 1;
  if (month === 0) return null;
  const lastOfMonth = new Date(Date.UTC(Number(parts.year), month, 0)).getUTCDate();
  const day = parts.day === undefined ? lastOfMonth : Number.parseInt(parts.day, 10);
  if (day > lastOfMonth) return null;
  return `${parts.year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export const isSourceDate = (text: string): boolean => text === undated || lastDayOf(text) !== null;
