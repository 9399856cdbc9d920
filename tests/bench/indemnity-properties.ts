import fc from 'fast-check';
import { properties } from '../domain/indemnities/properties.ts';

export type PropertyRuns = {
  readonly runs: number;
  readonly milliseconds: number;
  /** One report per property that does not hold; empty when all do. */
  readonly failures: readonly string[];
};

/** Checks every property of the indemnities on random teams and actions, `runs` times in all at least. */
export async function checkIndemnityProperties(runs = 100_000): Promise<PropertyRuns> {
  const start = performance.now();
  const numRuns = Math.ceil(runs / properties.length);
  const failures: string[] = [];
  for (const { name, property } of properties) {
    const details = await fc.check(property as fc.IProperty<unknown>, { numRuns });
    if (details.failed) failures.push(`${name}\n${await fc.asyncDefaultReportMessage(details)}`);
  }
  return { runs: numRuns * properties.length, milliseconds: performance.now() - start, failures };
}
