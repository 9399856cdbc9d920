import { expect, test } from 'vitest';
import { isSecondFactorRequired, mayKeepOnly } from '#domain/account/second-factor.ts';

test.each([
  [{ keys: 0, codes: false, holdsRole: false }, false],
  [{ keys: 1, codes: false, holdsRole: false }, true],
  [{ keys: 0, codes: true, holdsRole: false }, true],
  [{ keys: 0, codes: false, holdsRole: true }, true],
])('with %o, a second factor is asked for: %s', (protection, asked) => {
  expect(isSecondFactorRequired(protection)).toBe(asked);
});

test.each([
  [{ keys: 0, codes: false, holdsRole: false }, true],
  [{ keys: 0, codes: false, holdsRole: true }, false],
  [{ keys: 1, codes: false, holdsRole: true }, true],
  [{ keys: 0, codes: true, holdsRole: true }, true],
])('an account may be left with %o: %s', (after, allowed) => {
  expect(mayKeepOnly(after)).toBe(allowed);
});
