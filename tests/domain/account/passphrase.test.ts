import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkPassphrase, commonWordsSchema } from '#domain/account/passphrase.ts';
import { passphraseStrength } from '#domain/account/passphrase-strength.ts';

const common = commonWordsSchema.parse(JSON.parse(readFileSync('data/comptes/phrases-refusees.json', 'utf8'))).mots;
const context = ['coordonnées exercice coordonné santé', 'Anne Morel', 'anne.morel@exemple.fr'];
const check = (typed: string) => checkPassphrase(typed, { common, context });
const codeOf = (typed: string) => {
  const checked = check(typed);
  return checked.ok ? 'accepted' : checked.refusal.code;
};

test('14 characters are too few, 15 and 128 pass, 129 are too many', () => {
  expect(check('rampe tiroir m')).toEqual({
    ok: false,
    refusal: { code: 'PHRASE_TROP_COURTE', caracteres: 14, minimum: 15 },
  });
  expect(codeOf('rampe tiroir mo')).toBe('accepted');
  const long = `${'rampe tiroir mousse velours gare citron bascule nuage treize ancre '.repeat(2)}`.slice(0, 128);
  expect(codeOf(long.padEnd(128, 'x'))).toBe('accepted');
  expect(check(`${long.padEnd(128, 'x')}y`)).toEqual({
    ok: false,
    refusal: { code: 'PHRASE_TROP_LONGUE', caracteres: 129, maximum: 128 },
  });
});

test('characters are counted as people count them: 14 hatching chicks are 14, not 28', () => {
  expect(check('🐣'.repeat(14))).toMatchObject({ refusal: { code: 'PHRASE_TROP_COURTE', caracteres: 14 } });
});

test('an é typed in one or two code points is one passphrase', () => {
  const composed = check('rampe tiroir été gare');
  expect(composed).toEqual({ ok: true, value: 'rampe tiroir \u00e9t\u00e9 gare' });
  expect(check('rampe tiroir e\u0301te\u0301 gare')).toEqual(composed);
});

test('no capital, digit or sign is asked for, and spaces are characters', () => {
  expect(codeOf('un velours sous la rampe')).toBe('accepted');
});

test.each([
  'motdepassemotdepasse',
  'Motdepasse123456!',
  'azertyuiopqsdfghjklm',
  'aaaaaaaaaaaaaaaaaaaa',
  'abcabcabcabcabcabcabc',
  '987654321098765432',
  'Coordonnées2026!!',
  'anne.morel.anne.morel',
  'AnneMorelExemple2026',
  'Bonjour Docteur 2026',
  'iloveyou chouchou 75',
])('« %s » is refused as predictable', (typed) => {
  expect(codeOf(typed)).toBe('PHRASE_PREVISIBLE');
});

test.each([
  ['aaaaaaaaaaaaaaaaaaaa', 2, 'faible'],
  ['motdepassemotdepasse', 34, 'faible'],
  ['rampe lune mousse gare', 46, 'faible'],
  ['rampe lune mousse gare noix', 57, 'suffisante'],
  ['rampelunemoussegarenoix', 34, 'faible'],
  ['rampe lune gare noix citron ancre', 69, 'suffisante'],
  ['rampe lune rampe lune rampe lune', 23, 'faible'],
  ['rampe lune nuage gare noix ancre treize', 80, 'forte'],
  ['vT9!kq2Lw#z7Rb', 89, 'forte'],
] as const)('« %s » is worth %i bits: %s', (typed, bits, mot) => {
  expect(passphraseStrength(typed)).toEqual({ bits, mot });
});

test('the list of common words says where it comes from and repeats none', () => {
  expect(new Set(common).size).toBe(common.length);
  expect(common.length).toBeGreaterThan(150);
});
