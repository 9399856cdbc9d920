import { readdirSync, readFileSync } from 'node:fs';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { expect, test } from 'vitest';
import { type DirectoryImport, directoryImportSchema } from '#domain/directory/import.schema.ts';
import { readDirectory } from '#server/directory/read-directory.ts';
import { readTerritory } from '#server/territory/read-territory.ts';

const folder = 'data/imports';
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const textOf = (file: string): string => readFileSync(`${folder}/${file}`, 'utf8');
const editions: DirectoryImport[] = files.map((file) => JSON.parse(textOf(file)));
const every = editions.flatMap(({ origine, fiches }) => fiches.map((fiche) => ({ origine, ...fiche })));
const ours = readDirectory('.').records;
const communes = readTerritory('.');
const arrondissements = new Map(
  communes.others.flatMap((place) => (place.nature === 'arrondissement' ? [[place.code, place]] : [])),
);

test.each(files)('%s is an edition named after its origin, one record a line', (file) => {
  const read = directoryImportSchema.safeParse(JSON.parse(textOf(file)));
  expect(read.error?.issues ?? []).toEqual([]);
  expect(`${read.data?.origine}.json`).toBe(file);
  const lines = textOf(file).split('\n');
  expect(lines.filter((line) => line.startsWith('{"id":')).length).toBe(
    read.data!.fiches.length + read.data!.retirees.length,
  );
});

test('each edition has its own rank, the newer the higher', () => {
  expect(Object.fromEntries(editions.map(({ origine, rang }) => [origine, rang]))).toEqual({
    'annuaire-administration-2019': 10,
    'finess-2021-01': 20,
    'finess-occitanie-2026': 30,
    'finess-13-59-75-2026-03': 40,
  });
});

test('no id is twice in an edition, nor under two kinds, and each begins with its kind', () => {
  for (const { origine, fiches } of editions) {
    expect([origine, new Set(fiches.map(({ id }) => id)).size]).toEqual([origine, fiches.length]);
  }
  const kinds = new Map(ours.map(({ id, type }) => [id, type]));
  const twoKinds = every.filter(({ id, type }) => {
    const known = kinds.get(id) ?? type;
    kinds.set(id, known);
    return known !== type;
  });
  expect(twoKinds.map(({ id }) => id)).toEqual([]);
  expect(every.filter(({ id, type }) => !id.startsWith(`${type}-`)).map(({ id }) => id)).toEqual([]);
});

test('every telephone is a valid number in E.164, and none is a mobile', () => {
  const phones = every.flatMap(({ champs }) => champs.telephone ?? []);
  expect(phones.length).toBeGreaterThan(4000);
  const wrong = phones.filter((phone) => {
    const parsed = parsePhoneNumberFromString(phone);
    return !parsed?.isValid() || parsed.number !== phone || ['MOBILE', 'PREMIUM_RATE'].includes(parsed.getType() ?? '');
  });
  expect(wrong).toEqual([]);
});

test('no edition gives an e-mail', () => {
  expect(every.filter(({ champs }) => champs.courriel !== undefined).map(({ id }) => id)).toEqual([]);
});

const luhn = (number: string): number =>
  [...number.replace('A', '1').replace('B', '2')].reverse().reduce((sum, digit, rank) => {
    const value = Number(digit) * (rank % 2 === 0 ? 1 : 2);
    return sum + (value > 9 ? value - 9 : value);
  }, 0) % 10;

test('every FINESS number passes its key, and is that of its id', () => {
  const numbered = every.filter(({ champs }) => champs.finess);
  expect(numbered.length).toBeGreaterThan(5000);
  expect(numbered.filter(({ champs }) => luhn(champs.finess!) !== 0).map(({ id }) => id)).toEqual([]);
  const own = new Set(ours.map(({ id }) => id));
  const elsewhere = numbered.filter(
    ({ id, type, champs }) => !own.has(id) && id !== `${type}-${champs.finess!.toLowerCase()}`,
  );
  expect(elsewhere.map(({ id }) => id)).toEqual([]);
});

test('every INSEE code is that of a commune or arrondissement of 2026, every postcode one of its own', () => {
  const wrong = every.flatMap(({ id, champs: { adresse } }) => {
    const { codeInsee, codePostal } = adresse ?? {};
    if (!codeInsee) return [id];
    const number = communes.numberOf.get(codeInsee);
    const postcodes =
      number === undefined ? arrondissements.get(codeInsee)?.codesPostaux : communes.postcodes[number]!.split(' ');
    if (!postcodes) return [id];
    return codePostal && !postcodes.includes(codePostal) ? [`${id} ${codePostal}`] : [];
  });
  expect(wrong).toEqual([]);
});

test('a record taken out is given by an older edition, and what replaces it is there', () => {
  const live = new Set([...ours.map(({ id }) => id), ...every.map(({ id }) => id)]);
  const gone = editions.flatMap(({ retirees }) => retirees.map(({ id }) => id));
  for (const { rang, retirees, fiches } of editions) {
    const older = new Set(
      editions.filter((other) => other.rang < rang).flatMap((other) => other.fiches.map(({ id }) => id)),
    );
    const here = new Set(fiches.map(({ id }) => id));
    for (const { id, remplaceePar } of retirees) {
      expect([id, older.has(id), here.has(id)]).toEqual([id, true, false]);
      if (remplaceePar) expect([id, live.has(remplaceePar), gone.includes(remplaceePar)]).toEqual([id, true, false]);
    }
  }
});

test('French texts have their apostrophes and no stray capitals or marks', () => {
  const careless = every.flatMap(({ id, champs: { nom, adresse, note, territoire } }) =>
    [nom, adresse?.voie, adresse?.commune, note, territoire?.mots].flatMap((text) =>
      text && /['"\u0080-\u009f]|« | »| [;:!?]|\s{2}|^\s|\s$|^\p{Ll}/u.test(text) ? [[id, text]] : [],
    ),
  );
  expect(careless).toEqual([]);
});
