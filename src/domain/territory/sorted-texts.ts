/** The places of the texts of a sorted list that begin with `beginning`: from `from` up to and without `to`. */
export function placesBeginning(sorted: readonly string[], beginning: string): { from: number; to: number } {
  const from = firstWhere(sorted, (text) => text >= beginning);
  const to = firstWhere(sorted, (text) => text > beginning && !text.startsWith(beginning));
  return { from, to };
}

/** `holds` is false up to some place of the list and true from there on: that place. */
function firstWhere(sorted: readonly string[], holds: (text: string) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(sorted[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
