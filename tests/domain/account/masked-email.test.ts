import { expect, test } from 'vitest';
import { maskedEmail } from '#domain/account/masked-email.ts';

test.each([
  ['marie.durand@exemple.fr', 'm…@e…'],
  ['M@sante.example.org', 'M…@s…'],
])('%s is shown as %s', (email, shown) => {
  expect(maskedEmail(email)).toBe(shown);
});
