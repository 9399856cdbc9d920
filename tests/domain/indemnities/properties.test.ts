import fc from 'fast-check';
import { test } from 'vitest';
import { properties } from './properties.ts';

/** A modest number here; `npm run bench` makes 100,000 runs. */
const numRuns = 150;

test.each(properties)('$name', ({ property }) => {
  fc.assert(property as fc.IProperty<unknown>, { numRuns });
});
