import { expect, test } from 'vitest';
import {
  proposalIn,
  proposedChangeSchema,
  proposedFields,
  stillProposed,
  withChange,
  withoutGuarded,
} from '#domain/team/proposed-change.ts';
import { changeTexts } from '../../../src/messages/team/proposed-change.ts';
import { doctor, member } from './people.ts';

const today = '2026-11-27';
const ida = member('Ida', { attestation: null, cpts: 'CPTS du Loir' });

test('who someone is and what she attests wait for her yes; the rest does not', () => {
  const after = { ...ida, nom: 'Idris', profession: 'pharmacien', attestation: today, cpts: null } as const;
  const change = proposalIn(ida, after);
  expect(change).toEqual({ nom: 'Idris', profession: 'pharmacien', attestation: true });
  expect(withoutGuarded(ida, after)).toEqual({ ...ida, cpts: null });
  const elsewhere = { ...ida, cpts: null, commune: '53211' };
  expect(proposalIn(ida, elsewhere)).toBeNull();
});

test('an attestation kept with another date is no change; one taken back is', () => {
  const attested = doctor('MG');
  expect(proposalIn(attested, { ...attested, attestation: today })).toBeNull();
  expect(proposalIn(attested, { ...attested, attestation: null })).toEqual({ attestation: false });
});

test('once she says yes, what she attests counts from that day, and what she had attested keeps its own', () => {
  expect(withChange(ida, { nom: 'Idris', attestation: true }, today)).toMatchObject({
    nom: 'Idris',
    profession: 'infirmier',
    attestation: today,
  });
  expect(withChange(doctor('MG'), { attestation: true }, today).attestation).toBe('2026-01-01');
  expect(withChange(doctor('MG'), { attestation: false }, today).attestation).toBeNull();
});

test('what she changed herself meanwhile is asked no more', () => {
  const change = { nom: 'Idris', attestation: true } as const;
  expect(stillProposed(change, ida)).toEqual(change);
  expect(stillProposed(change, { ...ida, nom: 'Idris' })).toEqual({ attestation: true });
  expect(stillProposed(change, { ...ida, nom: 'Idris', attestation: '2026-10-01' })).toBeNull();
});

test('what is kept is read with care: no field but those that may wait', () => {
  expect(proposedChangeSchema.safeParse({ nom: 'Idris', rpps: '10001234565' }).success).toBe(false);
  expect(proposedChangeSchema.safeParse({ profession: 'druide' }).success).toBe(false);
  expect(proposedFields({ attestation: false, nom: 'Idris' })).toEqual(['nom', 'attestation']);
});

test('a change in words, today and as proposed', () => {
  expect(changeTexts(ida, { nom: 'Idris', profession: 'pharmacien', attestation: true })).toEqual([
    { field: 'Nom', from: 'Ida', to: 'Idris' },
    { field: 'Profession', from: 'infirmier', to: 'pharmacien' },
    { field: 'N’exercer ni en MSP ni en centre pluriprofessionnel', from: 'Non attesté', to: 'Attesté' },
  ]);
});
