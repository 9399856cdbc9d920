import { expect, test } from 'vitest';
import { mailWords, type WordedMail } from '../../../src/messages/courriels.ts';

const link = 'https://coordonnees.example/compte/lien/aB3';
const newEmail = 'zoe@exemple.fr';
const withLink: WordedMail[] = [
  { type: 'confirmer-inscription' },
  { type: 'reinitialiser' },
  { type: 'confirmer-email-ancien', newEmail },
  { type: 'confirmer-email-nouveau' },
  { type: 'invitation-equipe' },
];
const notices: WordedMail[] = [
  { type: 'deja-inscrit' },
  { type: 'adresse-inconnue' },
  { type: 'phrase-changee' },
  { type: 'second-facteur-change' },
  { type: 'email-deja-pris' },
  { type: 'email-change', newEmail },
  { type: 'compte-supprime' },
  { type: 'attente' },
];

test.each([...withLink, ...notices])('« $type »: a short subject, and the link alone on its line, once', (mail) => {
  const { subject, text } = mailWords(mail, { link, hours: 24 });
  expect(subject.length).toBeLessThanOrEqual(60);
  expect(text.split('\n').filter((line) => line === link)).toHaveLength(1);
  expect(text).toMatch(/^Bonjour,\n\n/);
  expect(subject + text).not.toMatch(/[!']|undefined/);
});

test.each(withLink)('« $type » says how long its one-use link serves', (mail) => {
  expect(mailWords(mail, { link, hours: 24 }).text).toContain('une seule fois, pendant 24\u00a0heures.');
  expect(mailWords(mail, { link, hours: 1 }).text).toContain('une seule fois, pendant une heure.');
});

test.each(notices)('« $type » speaks of no duration', (mail) => {
  expect(mailWords(mail, { link, hours: 24 }).text).not.toContain('heure');
});

test('a change of address names the new one to the old one, so that a theft shows', () => {
  expect(mailWords({ type: 'confirmer-email-ancien', newEmail }, { link, hours: 24 }).text).toContain(newEmail);
  expect(mailWords({ type: 'email-change', newEmail }, { link, hours: 24 }).text).toContain(newEmail);
});
