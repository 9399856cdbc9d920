import { expect, test } from 'vitest';
import { parseEmail } from '#domain/account/email.ts';
import { parsePersonName } from '#domain/account/person-name.ts';

test.each([
  ['  anne.morel@exemple.fr ', 'anne.morel@exemple.fr', 'anne.morel@exemple.fr'],
  ['Anne.Morel@Exemple.FR', 'Anne.Morel@exemple.fr', 'anne.morel@exemple.fr'],
  ['a+equipe@sous.exemple.fr', 'a+equipe@sous.exemple.fr', 'a+equipe@sous.exemple.fr'],
  ['anne@santé.fr', 'anne@xn--sant-epa.fr', 'anne@xn--sant-epa.fr'],
  ['anne＠exemple.fr', 'anne@exemple.fr', 'anne@exemple.fr'],
])('« %s » is written to as %s and found by %s', (typed, address, key) => {
  expect(parseEmail(typed)).toEqual({ ok: true, value: { address, key } });
});

test.each([
  '',
  'anne',
  '@exemple.fr',
  'anne@',
  'anne@exemple',
  'anne@@exemple.fr',
  'anne@exemple.fr, paul@exemple.fr',
  'anne morel@exemple.fr',
  'anne..morel@exemple.fr',
  'anne@exemple..fr',
  'anne@192.0.2.1',
  'anne@[::1]',
  'anne@exemple.fr/chemin',
  'anne@exemple.fr\nBcc: tous@exemple.fr',
  'Anne <anne@exemple.fr>',
  // The first letter is Cyrillic.
  'аnne@exemple.fr',
])('« %s » is not an address', (typed) => {
  expect(parseEmail(typed)).toEqual({ ok: false, refusal: 'EMAIL_INVALIDE' });
});

test('a domain with a Cyrillic letter is another domain, and shows', () => {
  const forged = parseEmail('anne@ex\u0435mple.fr');
  expect(forged.ok && forged.value.key).toMatch(/^anne@xn--/);
});

test('65 characters before the @, or 255 in all, are too long', () => {
  expect(parseEmail(`${'a'.repeat(64)}@exemple.fr`).ok).toBe(true);
  expect(parseEmail(`${'a'.repeat(65)}@exemple.fr`)).toEqual({ ok: false, refusal: 'EMAIL_TROP_LONG' });
  expect(parseEmail(`a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.exemple.fr`)).toEqual({
    ok: false,
    refusal: 'EMAIL_TROP_LONG',
  });
});

test('a name is one line of 1 to 100 characters', () => {
  expect(parsePersonName('  Anne   Morel ')).toEqual({ ok: true, value: 'Anne Morel' });
  expect(parsePersonName('a'.repeat(100)).ok).toBe(true);
  for (const wrong of ['', '  ', 'a'.repeat(101), 'Anne\u0000Morel', 'Anne \u202eleroM']) {
    expect(parsePersonName(wrong)).toEqual({ ok: false, refusal: { code: 'NOM_INVALIDE' } });
  }
});
