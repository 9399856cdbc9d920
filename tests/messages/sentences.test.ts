import { expect, test } from 'vitest';
import { z } from 'zod';
import { issueOf } from '#domain/shared/refusal.ts';
import { type Sentences, say, sayIssue } from '../../src/messages/shared/sentences.ts';
import { mailEndWords } from '../../src/messages/site/mails.ts';

type Refusal = { readonly code: 'VIDE' } | { readonly code: 'TROP_LONG'; readonly maximum: number };
const sentences: Sentences<Refusal> = {
  VIDE: 'Écrivez un nom.',
  TROP_LONG: ({ maximum }) => `Ce nom compte plus de ${maximum} lettres.`,
};

test('a code has its sentence, with its facts', () => {
  expect(say(sentences, { code: 'VIDE' })).toBe('Écrivez un nom.');
  expect(say(sentences, { code: 'TROP_LONG', maximum: 20 })).toBe('Ce nom compte plus de 20 lettres.');
});

test('a schema gives a code and facts; what it does not name is said as zod says it', () => {
  const schema = z
    .string()
    .min(1, 'VIDE')
    .superRefine((name, context) => {
      if (name.length > 3) context.addIssue(issueOf<Refusal>({ code: 'TROP_LONG', maximum: 3 }));
    });
  const told = (value: unknown) => schema.safeParse(value).error?.issues.map((issue) => sayIssue(sentences, issue));
  expect(told('')).toEqual(['Écrivez un nom.']);
  expect(told('Anne')).toEqual(['Ce nom compte plus de 3 lettres.']);
  expect(told(12)).toEqual(['Invalid input: expected string, received number']);
});

test('a mail given up says why: our reason in French, that of the relay as it wrote it', () => {
  expect(mailEndWords('TROP_ANCIEN')).toBe('Resté plus de trois jours.');
  expect(mailEndWords('550 Boite inconnue')).toBe('550 Boite inconnue');
  expect(mailEndWords('toString')).toBe('toString');
  expect(mailEndWords(null)).toBe('raison inconnue');
});
