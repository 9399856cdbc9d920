/** The row after which a list goes on, as its own link says; undefined for what no link of ours says. */
export function placeAsked(search: URLSearchParams, name: string): number | undefined {
  const place = Number(search.get(name));
  return Number.isSafeInteger(place) && place > 0 ? place : undefined;
}
