import { expect, test } from 'vitest';
import { resolvePlace } from '../../../src/domain/territory/resolve-place.ts';
import { readTerritory } from '../../../src/server/territory/read-territory.ts';

const index = readTerritory('.');
const ask = (query: string) => resolvePlace(index, new URLSearchParams(query));

test('an address without a place asks for nothing', () => expect(ask('')).toEqual({ kind: 'none' }));

test('an empty field is said to be empty, a field of 81 signs too long', () => {
  expect(ask('q=')).toEqual({ kind: 'empty' });
  expect(ask('q=+++')).toEqual({ kind: 'empty' });
  expect(ask(`q=${'a'.repeat(81)}`)).toEqual({ kind: 'too-long' });
});

test('10387 in « commune » is the INSEE code of Troyes, already an answer', () => {
  expect(ask('commune=10387')).toMatchObject({
    kind: 'found',
    code: '10387',
    typed: false,
    commune: { nom: 'Troyes' },
  });
});

test('10150 typed is a postcode, 10150 in « commune » is the INSEE code of Fontaine', () => {
  expect(ask('q=10150')).toMatchObject({ kind: 'several' });
  expect(ask('commune=10150')).toMatchObject({ kind: 'found', commune: { nom: 'Fontaine' } });
});

test('« troyes », « TROYES » and 10000 lead to Troyes at once', () => {
  for (const text of ['troyes', 'TROYES', '10000'])
    expect(ask(`q=${text}`)).toMatchObject({ kind: 'found', code: '10387', typed: true });
});

test('« Saint-Denis » is several communes: the person chooses, and La Réunion is among them', () => {
  const asked = ask('q=Saint-Denis');
  expect(asked.kind).toBe('several');
  expect(asked.kind === 'several' && asked.places.map(({ code }) => code)).toContain('97411');
});

test('75015 leads to the 15th arrondissement, whose code a territory may list', () => {
  expect(ask('q=75015')).toMatchObject({ kind: 'found', code: '75115', commune: { nom: 'Paris' } });
});

test('a misspelt name is proposed, never taken for an answer', () => {
  const asked = ask('q=Troies');
  expect(asked.kind).toBe('several');
  expect(asked.kind === 'several' && asked.places[0]?.commune.nom).toBe('Troyes');
});

test('a name that is no commune, a script, a code that does not exist: unknown, with the text kept', () => {
  expect(ask('q=Xyzzyville')).toEqual({ kind: 'unknown', text: 'Xyzzyville' });
  expect(ask('q=%3Cscript%3Ealert(1)%3C/script%3E').kind).toMatch(/unknown|several/);
  expect(ask('commune=99999')).toEqual({ kind: 'unknown', text: '99999' });
});

test('« Évry » is the Évry of the Yonne by name, and Évry-Courcouronnes for most people: the person chooses', () => {
  const asked = ask('q=Evry');
  expect(asked.kind === 'several' && asked.places.map(({ code }) => code)).toEqual(['89162', '91228']);
  expect(ask('q=Évry 89')).toMatchObject({ kind: 'found', code: '89162' });
});

test('the four communes named Clermont do not hide Clermont-Ferrand', () => {
  const asked = ask('q=Clermont');
  expect(asked.kind === 'several' && asked.places.map(({ code }) => code)).toContain('63113');
});
