import { expect, test } from 'vitest';
import { accountRefusalSentence, waitWords } from '../../../src/messages/account/account.ts';
import { accountMailWords } from '../../../src/messages/account/account-mails.ts';

test('a wait is said in seconds up to a minute, then in minutes rounded up', () => {
  expect([1, 2, 60, 61, 900].map(waitWords)).toEqual([
    '1\u00a0seconde',
    '2\u00a0secondes',
    '60\u00a0secondes',
    '2\u00a0minutes',
    '15\u00a0minutes',
  ]);
});

test('a passphrase of 9 characters is told its 9 and the 15 asked for', () => {
  const sentence = accountRefusalSentence({ code: 'PHRASE_TROP_COURTE', caracteres: 9, minimum: 15 });
  expect(sentence).toContain('9 caractères');
  expect(sentence).toContain('au moins 15');
});

test('the mail of a sign-up holds one link, with the token', () => {
  const { text } = accountMailWords(
    { type: 'confirmer-inscription', to: 'a@b.fr', token: 'T0k-en_', next: null },
    'https://site.fr',
  );
  expect(text.match(/https:\/\/\S+/g)).toEqual(['https://site.fr/espace/confirmer?jeton=T0k-en_']);
});

test('who changes her passphrase is told that her other sessions are closed; who forgot it, that all are', () => {
  const told = (oubliee: boolean) =>
    JSON.stringify(accountMailWords({ type: 'phrase-changee', to: 'anne@exemple.fr', oubliee }, 'https://exemple.fr'));
  expect(told(false)).toContain('toutes vos autres sessions sont fermées');
  expect(told(true)).toContain('toutes vos sessions sont fermées');
});
