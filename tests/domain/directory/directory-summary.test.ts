import { expect, test } from 'vitest';
import { summariseDirectory } from '#domain/directory/directory-summary.ts';
import type { StructureRecord } from '#domain/directory/structure.schema.ts';

const record = (more: Partial<StructureRecord>, date: string): StructureRecord => ({
  id: 'x',
  type: 'dac',
  nom: 'Un DAC',
  adresse: null,
  position: null,
  telephone: null,
  courriel: null,
  site: null,
  horaires: null,
  finess: null,
  territoire: null,
  statut: 'en-fonctionnement',
  confiance: 'haute',
  note: null,
  sources: [{ champ: 'tout', titre: 'Une page', url: null, date }],
  verifieLe: '2026-11-22',
  ...more,
});

test('records are counted by type, confidence and age of what their source says', () => {
  const records = [
    record({ type: 'msp', confiance: 'moyenne' }, '2021'),
    record({ telephone: '+33325408083' }, '12 mars 2026'),
    record({ confiance: 'basse' }, 'sans date'),
  ];
  expect(summariseDirectory(records, new Date('2026-11-22T12:00:00Z'))).toEqual([
    {
      type: 'dac',
      nombre: 2,
      avecTelephone: 1,
      confiance: { haute: 1, moyenne: 0, basse: 1 },
      fraicheur: { 'a-jour': 1, 'a-verifier': 1, ancienne: 0 },
    },
    {
      type: 'msp',
      nombre: 1,
      avecTelephone: 0,
      confiance: { haute: 0, moyenne: 1, basse: 0 },
      fraicheur: { 'a-jour': 0, 'a-verifier': 0, ancienne: 1 },
    },
  ]);
});
