import { expect, test } from 'vitest';
import { securityTxt } from '#domain/site/security-txt.ts';

const now = new Date('2026-11-22T10:30:00Z');

test('security.txt gives the contact, and a date of expiry 180 days away', () => {
  expect(securityTxt('mailto:securite@example.org', 'https://coordonnees.example', now)).toBe(
    'Contact: mailto:securite@example.org\nExpires: 2027-05-21T00:00:00Z\nPreferred-Languages: fr, en\n' +
      'Canonical: https://coordonnees.example/.well-known/security.txt\n',
  );
});

test('without a contact there is no security.txt', () => {
  expect(securityTxt(null, 'https://coordonnees.example', now)).toBeNull();
});
