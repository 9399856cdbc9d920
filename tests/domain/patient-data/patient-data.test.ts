import { expect, test } from 'vitest';
import { isBlocked, patientDataIn } from '#domain/patient-data/patient-data.ts';

const kindsIn = (text: string): string[] => patientDataIn(text).map(({ kind }) => kind);

/** Texts that must not be saved. The keys of the numbers were computed by hand: 97 less the remainder by 97. */
const blocked: readonly (readonly [text: string, kind: string])[] = [
  ['2 55 08 14 168 025 38', 'nir'],
  ['255081416802538', 'nir'],
  ['Numéro 2.55.08.14.168.025.38 relevé en réunion', 'nir'],
  ['2\u00a055\u00a008\u00a014\u00a0168\u00a0025\u00a038', 'nir'],
  ['2550814168025', 'nir'],
  ['sans sa clé : 2 55 08 14 168 025.', 'nir'],
  ['1 84 12 2A 004 025', 'nir'],
  ['1 84 12 2b 004 025', 'nir'],
  ['1 84 20 99 404 025', 'nir'],
  ['OID 1.2.250.1.213.1.4.8', 'ins'],
  ['INS : 255081416', 'ins'],
  ['carte Vitale n° 2550814168', 'ins'],
];

test.each(blocked)('« %s » is blocked', (text, kind) => {
  expect(kindsIn(text)).toContain(kind);
  expect(isBlocked(patientDataIn(text))).toBe(true);
});

const warned: readonly (readonly [text: string, kind: string])[] = [
  ['Un homme né le 12/04/1951, vu deux fois', 'naissance'],
  ['une dame née le 3 mars 1938', 'naissance'],
  ['DDN : 12/04/51', 'naissance'],
  ['date de naissance 1er août 1940', 'naissance'],
  ['Mme D., 82 ans, vit seule', 'age-et-initiale'],
  ['le patient R. âgé de 64 ans', 'age-et-initiale'],
  ['Mme Durand est d’accord', 'personne-nommee'],
  ['M. DURAND', 'personne-nommee'],
  ['Madame Étienne-Leroy sortira lundi', 'personne-nommee'],
  ['la patiente Germaine a été vue', 'personne-nommee'],
  ['Joindre sa fille au 06 12 34 56 78', 'telephone-mobile'],
  ['+33 7.12.34.56.78', 'telephone-mobile'],
  ['écrire à fille.de.la.dame@exemple.fr', 'courriel'],
  ['habite 12 bis rue des Lilas', 'adresse'],
  ['4, impasse de l’Église', 'adresse'],
];

test.each(warned)('« %s » is asked about, and not blocked', (text, kind) => {
  expect(kindsIn(text)).toContain(kind);
  expect(isBlocked(patientDataIn(text))).toBe(false);
});

/** What a projet de santé says all the time, and what looks like a number of a person without being one. */
const innocent: readonly string[] = [
  '',
  'Nos patients communs sont surtout des personnes de plus de 75 ans qui vivent seules.',
  'Un patient diabétique sur trois n’a pas vu d’ophtalmologue depuis deux ans.',
  'Les patients BPCO et les patients sous AVK sont revus tous les 6 mois.',
  'le patient BPCO âgé',
  'Madame la directrice de l’EHPAD et Monsieur le maire sont informés.',
  'Madame X, citée en exemple',
  'La réunion du 12/04/2026 a réuni six professionnels.',
  'RPPS 10101234567',
  'SIRET 123 456 789 00012, RNA W491234567',
  'FINESS 490012345 et 440012345',
  'Cabinet : 02 41 12 34 56',
  '2 RCP, 55 patients, 8 mois, 14 séances',
  '2 55 08 14 168 025 39',
  '2 55 43 14 168 025',
  'Entre 2020 et 2026, 12 protocoles et 10 RCP',
  'Notre-Dame-de-Monts, Saint-Jean-de-Monts',
  'Rue des Lilas, au rez-de-chaussée',
  'M. pour Masculin',
];

test.each(innocent)('« %s » raises nothing', (text) => {
  expect(patientDataIn(text)).toEqual([]);
});

test('a finding says where it stands, so that a page can show it', () => {
  const text = 'Écrire à Mme Durand demain';
  const [finding] = patientDataIn(text);
  expect(text.slice(finding!.from, finding!.to)).toBe('Mme Durand');
});

test('two at once are told in the order of the text', () => {
  expect(kindsIn('Mme Durand, née le 03/03/1938, 2 55 08 14 168 025 38')).toEqual([
    'personne-nommee',
    'naissance',
    'nir',
  ]);
});

test.each([
  '2'.repeat(100_000),
  '1 '.repeat(50_000),
  'Mme '.repeat(25_000),
  'INS '.repeat(25_000),
  'a@'.repeat(50_000),
])('a text of 100,000 characters is read without going back and forth', (text) => {
  const start = performance.now();
  patientDataIn(text);
  expect(performance.now() - start).toBeLessThan(5_000);
});
