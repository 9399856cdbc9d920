import { expect, test } from 'vitest';
import { rulesPicture, sourcesCited } from '#domain/orientation/rules-picture.ts';
import { describeCondition } from '../../../src/messages/orientation/conditions.ts';
import { rules } from './verdicts.ts';

const picture = rulesPicture(rules);
const effectsOf = (question: string, option: string) =>
  picture.questions.find(({ id }) => id === question)!.reponses.find(({ slug }) => slug === option)!.effets;
const codes = (question: string, option: string) =>
  effectsOf(question, option).flatMap(({ regle, sens }) => (regle ? [sens === 'sans' ? `sans ${regle}` : regle] : []));

test('every question and every option is drawn', () => {
  expect(picture.questions).toHaveLength(12);
  expect(picture.questions.flatMap(({ reponses }) => reponses)).toHaveLength(
    11 + 5 + 6 + 3 + 3 + 4 + 4 + 5 + 9 + 6 + 19 + 3,
  );
});
test('« garder son cabinet » gives eight models points, with sentence and source', () => {
  const effects = effectsOf('lieu', 'garder_cabinet');
  expect(effects.map(({ modeles, points }) => `${modeles} ${points}`)).toEqual([
    'ESP_CLAP 3',
    'ESP_PROJET 3',
    'ESP_SIMPLE 3',
    'CPTS 2',
    'ESS 2',
    'ASALEE 1',
    'MSP -3',
    'CDS -4',
  ]);
  expect(effects.every(({ phrase, sources, quand }) => phrase && sources.length > 0 && quand === null)).toBe(true);
});
test('an answer that is enough to exclude needs no other condition', () => {
  const [x4] = effectsOf('statut', 'salarie');
  expect(x4).toMatchObject({ genre: 'exclusion', regle: 'X4', modeles: ['MSP'], quand: null });
});
test('a region where the ESP CLAP does not exist shows X2, the one where it does shows P5 and P9', () => {
  expect(codes('region', 'bretagne')).toEqual(['X2']);
  expect(codes('region', 'pays_de_la_loire')).toEqual(['P5', 'P9']);
});
test('leaving a profession out is drawn as such', () => {
  expect(codes('autres', 'specialiste')).toEqual(['sans X5']);
  expect(codes('autres', 'infirmier')).toContain('sans P11');
});
test('X10 names the seven models it closes', () => {
  const x10 = effectsOf('role', 'etablissement').find(({ regle }) => regle === 'X10')!;
  expect(x10.modeles).toEqual(['ESP_CLAP', 'ESP_PROJET', 'ESP_SIMPLE', 'ASALEE', 'MSP', 'CDS', 'ESS']);
});
test('being in an MSP leads to « already there » and to X1 and X8', () => {
  expect(effectsOf('deja', 'msp').map(({ genre, regle }) => regle ?? genre)).toEqual(['en-place', 'X1', 'X8']);
});
test('a condition on several questions is said in words', () => {
  const p3 = effectsOf('region', 'centre_val_de_loire').find(({ regle }) => regle === 'P3')!;
  expect(p3.quand && describeCondition(rules.data, p3.quand)).toMatch(/trois professionnels.* et .*moins de 3/);
});
test('what depends on the result alone stands apart', () => {
  expect(picture.resultat.map(({ genre, regle, modeles }) => regle ?? `${genre} ${modeles}`)).toEqual([
    'complement CPTS',
    'N5',
  ]);
});
test('every exclusion, prerequisite and note of the rules is drawn somewhere', () => {
  const drawn = new Set(
    [...picture.questions.flatMap(({ reponses }) => reponses.flatMap(({ effets }) => effets)), ...picture.resultat].map(
      ({ regle }) => regle,
    ),
  );
  const numbers = (letter: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);
  for (const code of [...numbers('X', 11), ...numbers('P', 12), ...numbers('N', 6)]) expect(drawn).toContain(code);
});
test('the sources cited begin with the five documents and go on with the public pages', () => {
  expect(sourcesCited(rules)).toEqual(
    expect.arrayContaining(['S0', 'S1', 'S2', 'S3', 'S4', 'urps-infirmiers-centre', 'fmps-aci']),
  );
});
