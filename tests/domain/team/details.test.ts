import { expect, test } from 'vitest';
import { missingDetails, withOwnDetails } from '#domain/team/details.ts';
import { detailsWords } from '../../../src/messages/team/team.ts';
import { member } from './people.ts';

const fresh = member('Ida', { exercice: null, commune: null, attestation: null });
const elsewhere = member('Ida', {
  exercice: 'centre-mono',
  centre: { nom: 'Centre d’exemple', finess: '490000031' },
  commune: '53107',
  rpps: '10001234565',
  messagerie: 'ida@exemple.mssante.fr',
  cpts: 'CPTS du Loir',
});

test('a member is asked for her practice, her commune and her attestation, until she has said them', () => {
  expect(missingDetails(fresh)).toEqual(['exercice', 'commune', 'attestation']);
  expect(missingDetails({ ...fresh, exercice: 'liberal', commune: '53130' })).toEqual(['attestation']);
  expect(missingDetails(member('Ida'))).toEqual([]);
  expect(detailsWords(missingDetails(fresh))).toBe(
    'votre mode d’exercice, votre commune d’exercice et votre attestation',
  );
  expect(detailsWords(['attestation'])).toBe('votre attestation');
});

test('what she said in another team is proposed where she said nothing, but for what she attests of each', () => {
  const { rpps, messagerie, exercice, centre, commune, cpts } = elsewhere;
  expect(withOwnDetails(fresh, elsewhere)).toEqual({ ...fresh, rpps, messagerie, exercice, centre, commune, cpts });
  expect(withOwnDetails(fresh, null)).toBe(fresh);
  const begun = { ...fresh, commune: '53130' };
  expect(withOwnDetails(begun, elsewhere)).toBe(begun);
});
