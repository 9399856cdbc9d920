import { expect, test } from 'vitest';
import { readQuery } from '#domain/search/search-query.ts';

test('what was typed is read on one line, without what cannot be seen', () => {
  expect(readQuery('  maison\u0000 de\r\n  santé ')).toEqual({ ok: true, value: 'maison de santé' });
});

test('an empty field, signs alone and a text of 201 characters are refused, each for its reason', () => {
  expect(readQuery(null)).toEqual({ ok: false, refusal: { code: 'vide' } });
  expect(readQuery('   ')).toEqual({ ok: false, refusal: { code: 'vide' } });
  expect(readQuery('"*" ?')).toEqual({ ok: false, refusal: { code: 'sans-mot' } });
  expect(readQuery('a'.repeat(201))).toEqual({ ok: false, refusal: { code: 'trop-longue' } });
  expect(readQuery('a'.repeat(200)).ok).toBe(true);
});
