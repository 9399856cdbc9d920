import { expect, test } from 'vitest';
import { stemmed, stemOf, wordsOf } from '#server/search/french-words.ts';

const same = (...words: string[]) => expect([...new Set(words.map(stemOf))]).toHaveLength(1);

test('a word is searched alike with or without accents, in capitals or not, singular or plural', () => {
  same('équipe', 'equipe', 'Équipes', 'EQUIPES');
  same('santé', 'sante', 'SANTÉ');
  same('médecin', 'medecins');
  same('œuvre', 'oeuvres');
});

test('the forms of one French word meet: infirmière, infirmier, infirmieres', () => {
  same('infirmière', 'infirmier', 'infirmières', 'infirmiers', 'infirmiere', 'INFIRMIERES');
  same('indemnité', 'indemnités', 'indemnite', 'indemnites');
  same('coordonnée', 'coordonné', 'coordonnees', 'coordonnes', 'coordonner');
  same('national', 'nationaux', 'nationale');
});

test('words that mean other things stay apart', () => {
  expect(stemOf('maison')).not.toBe(stemOf('maire'));
  expect(stemOf('CPTS')).not.toBe(stemOf('CDS'));
  expect(stemOf('ESP')).not.toBe(stemOf('ESS'));
});

test("« l’équipe » and « l'équipe » are searched as « équipe », and empty words are left out", () => {
  expect(stemmed('l’équipe')).toBe('equip');
  expect(stemmed("L'ÉQUIPE")).toBe('equip');
  expect(stemmed('Qu’est-ce qu’une équipe ?')).toBe('equip');
});

test('a word is found where it stands, accents written as one or as two characters', () => {
  expect(wordsOf('Une e\u0301quipe')).toEqual([{ start: 4, end: 11, stem: 'equip' }]);
});
