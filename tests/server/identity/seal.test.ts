import { expect, test } from 'vitest';
import { z } from 'zod';
import { seal, unseal } from '../../../src/server/identity/seal.ts';

const key = Buffer.alloc(32, 1);
const at = new Date('2026-11-23T12:00:00.000Z');
const later = new Date('2026-11-23T12:10:00.000Z');
const schema = z.object({ nom: z.string() });
const sealed = seal(key, { purpose: 'identite', expiresAt: later }, { nom: 'Anne Morel' });

test('what is sealed cannot be read, and is given back until its date', () => {
  expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('Anne');
  expect(unseal(key, { purpose: 'identite', now: at }, sealed, schema)).toEqual({ nom: 'Anne Morel' });
  expect(unseal(key, { purpose: 'identite', now: later }, sealed, schema)).toBeNull();
});

test.each([
  ['for another purpose', key, 'fin', sealed],
  ['with another key', Buffer.alloc(32, 2), 'identite', sealed],
  ['one letter changed', key, 'identite', `${sealed.slice(0, 20)}${sealed[20] === 'A' ? 'B' : 'A'}${sealed.slice(21)}`],
  ['cut', key, 'identite', sealed.slice(0, -4)],
  ['empty', key, 'identite', ''],
])('%s, it is nothing', (_, withKey, purpose, text) => {
  expect(unseal(withKey, { purpose, now: at }, text, schema)).toBeNull();
});

test('what is not of the shape expected is nothing', () => {
  const other = seal(key, { purpose: 'identite', expiresAt: later }, { prenom: 'Anne' });
  expect(unseal(key, { purpose: 'identite', now: at }, other, schema)).toBeNull();
});
