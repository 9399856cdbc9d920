import { expect, test } from 'vitest';
import { noticeWords } from '../../../src/messages/account/notice-mails.ts';

const link = 'https://coordonnees.example/invitation/aB3';

test.each([
  'second-facteur-change',
  'invitation-equipe',
  'role-propose',
  'role-demande',
  'role-pris',
  'role-confirme',
  'role-refuse',
  'attente',
  'depart-decide',
  'depart-annonce',
  'depart-retire',
  'changement-propose',
  'changement-repondu',
] as const)('« %s »: a subject of 60 characters at most, and the link alone on its line, once', (mail) => {
  const { subject, text } = noticeWords(mail, link);
  expect(subject.length).toBeLessThanOrEqual(60);
  expect(text.split('\n').filter((line) => line === link)).toHaveLength(1);
  expect(text).toMatch(/^Bonjour,\n\n/);
  expect(subject + text).not.toMatch(/[!']|undefined/);
});
