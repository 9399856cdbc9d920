import { expect, test } from 'vitest';
import { criterionKeys } from '#domain/models/criteria.ts';
import { readSelection, selectionQuery } from '#domain/models/selection.ts';

const read = (query: string) => readSelection(new URLSearchParams(query));

test('models come in the order of the address, each once', () => {
  expect(read('modeles=msp,esp-clap,cpts,msp').modeles).toEqual(['msp', 'esp-clap', 'cpts']);
});

test('eight models at once are eight columns: there is no cap of three', () => {
  expect(read('modeles=dac,ess,cpts,cds,msp,esp-clap,esp,asalee').modeles).toHaveLength(8);
});

test('a form without JavaScript repeats the parameter, and is understood the same', () => {
  expect(read('modeles=msp&modeles=cds&criteres=minimum&criteres=lieu')).toMatchObject({
    modeles: ['msp', 'cds'],
    criteres: ['minimum', 'lieu'],
  });
});

test('an address without criteria shows the eighteen of them, in the order of the table', () => {
  const { criteres } = read('modeles=msp');
  expect(criteres).toHaveLength(18);
  expect(criteres.slice(0, 3)).toEqual(['definition', 'pourQui', 'minimum']);
});

test('criteria keep the order of the address', () => {
  expect(read('criteres=remuneration,minimum').criteres).toEqual(['remuneration', 'minimum']);
});

test('unknown words are reported and the rest is shown', () => {
  expect(read('modeles=msp,hopital&criteres=minimum,couleur')).toEqual({
    modeles: ['msp'],
    criteres: ['minimum'],
    inconnus: { modeles: ['hopital'], criteres: ['couleur'] },
  });
});

test('criteria that are all unknown show every criterion, and say so', () => {
  const selection = read('criteres=couleur');
  expect(selection.criteres).toHaveLength(18);
  expect(selection.inconnus.criteres).toEqual(['couleur']);
});

test('an empty address, empty words and names of object methods are no model', () => {
  expect(read('').modeles).toEqual([]);
  expect(read('modeles=,,%20,')).toMatchObject({ modeles: [], inconnus: { modeles: [] } });
  expect(read('modeles=constructor,__proto__&criteres=toString').inconnus).toEqual({
    modeles: ['constructor', '__proto__'],
    criteres: ['toString'],
  });
});

test('a thousand unknown words make a notice of five, of forty characters at most', () => {
  const { inconnus } = read(`modeles=${Array.from({ length: 1000 }, (_, n) => `${'x'.repeat(300)}${n}`).join(',')}`);
  expect(inconnus.modeles).toHaveLength(5);
  expect(inconnus.modeles[0]).toHaveLength(40);
});

test('a selection writes the address that gives it back', () => {
  expect(selectionQuery(['msp', 'esp-clap'], ['minimum', 'lieu'])).toBe('?modeles=msp,esp-clap&criteres=minimum,lieu');
  expect(selectionQuery(['msp'], criterionKeys)).toBe('?modeles=msp');
  expect(selectionQuery([], criterionKeys)).toBe('');
});
