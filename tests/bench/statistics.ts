export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** « 6,1 (5,8 à 6,4) » */
export const spread = (values: readonly number[]): string => {
  const words = (value: number) => value.toFixed(1).replace('.', ',');
  return `${words(median(values))} (${words(Math.min(...values))} à ${words(Math.max(...values))})`;
};
