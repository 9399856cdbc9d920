/** The row after which a list goes on, or the number of its page, as its own link says; undefined for what no link says. */
export function placeAsked(search: URLSearchParams, name: string): number | undefined {
  const place = Number(search.get(name));
  return Number.isSafeInteger(place) && place > 0 ? place : undefined;
}
