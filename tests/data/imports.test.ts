import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { expect, test } from 'vitest';
import { type DirectoryImport, directoryImportSchema } from '#domain/directory/import.schema.ts';
import { type StructureRecord, structureTypes } from '#domain/directory/structure.schema.ts';
import { readTerritory } from '#server/territory/read-territory.ts';

const folder = 'data/imports';
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const textOf = (file: string): string => readFileSync(`${folder}/${file}`, 'utf8');
const editions: DirectoryImport[] = files.map((file) => JSON.parse(textOf(file)));
const every = editions.flatMap(({ origine, fiches }) => fiches.map((fiche) => ({ origine, ...fiche })));
const ours = structureTypes.flatMap((type): StructureRecord[] => {
  const file = `data/directory/${type}.json`;
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
});
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

test('each edition holds what was read of it, by kind', () => {
  const byKind = ({ fiches }: DirectoryImport) => {
    const counts: Record<string, number> = {};
    for (const { type } of fiches) counts[type] = (counts[type] ?? 0) + 1;
    return counts;
  };
  expect(Object.fromEntries(editions.map((edition) => [edition.origine, byKind(edition)]))).toEqual({
    'annuaire-administration-2019': { clic: 630, mdph: 92, repit: 128 },
    'finess-2021-01': { cds: 2495, clic: 317, cpts: 103, msp: 1763 },
    'finess-occitanie-2026': { cds: 280, clic: 13, cpts: 82, dac: 13, ess: 2, msp: 372 },
    'finess-13-59-75-2026-03': { cpts: 18, dac: 6, msp: 18 },
  });
  expect(
    editions.flatMap(({ origine, retirees }) => (retirees.length > 0 ? [[origine, retirees.length]] : [])),
  ).toEqual([['finess-occitanie-2026', 39]]);
});

/** Read by hand in the files of the sources. */
const sample: readonly (readonly [origine: string, id: string, facts: unknown[]])[] = [
  ['finess-2021-01', 'msp-710014465', ['MSP de Louhans', '350 avenue Fernand Point', '71500', '71263', '+33385758595']],
  [
    'finess-2021-01',
    'cds-2a0002168',
    [
      'Centre de santé mutualiste de Porto-Vecchio',
      'Quai Poretta, Immeuble Saint-Jean',
      '20137',
      '2A247',
      '+33495700581',
    ],
  ],
  [
    'finess-2021-01',
    'cds-970112249',
    ['CDS du CREPS Antilles Guyane', 'Route des Abymes', null, '97101', '+590590821823'],
  ],
  [
    'finess-2021-01',
    'cpts-le-mans-agglo',
    ['CPTS Le Mans Agglo', '5 boulevard Paul Chantrel', '72100', '72181', undefined],
  ],
  ['finess-2021-01', 'clic-440050581', ['CLIC Atout’Âge', '51 rue de la Loire', '44430', '44084', '+33251719589']],
  [
    'finess-2021-01',
    'cds-municipal-etienne-gatineau-sailliant-gennevilliers',
    ['CDS municipal Gennevilliers', '3 rue de la Paix', '92230', '92036', '+33140856650'],
  ],
  [
    'annuaire-administration-2019',
    'clic-710012709',
    ['Coordination d’appui de la Bresse-Bourguignonne', '3 rue des Bordes', '71500', '71263', '+33385758585'],
  ],
  [
    'annuaire-administration-2019',
    'clic-cap-sicie',
    ['CLIC du Cap-Sicié', 'Espace social docteur Paul-Raybaud, 1 rue Ernest-Renan', '83500', '83126', '+33494069704'],
  ],
  [
    'annuaire-administration-2019',
    'mdph-01053-01',
    ['MDPH de l’Ain', '13 avenue de la Victoire', '01000', '01053', '+33800888444'],
  ],
  [
    'annuaire-administration-2019',
    'mdph-71076-01',
    ['MDPH de Saône-et-Loire, antenne de Chalon-sur-Saône', '52 rue Pierre-Deliry', '71100', '71076', '+33385982806'],
  ],
  [
    'annuaire-administration-2019',
    'repit-33063-01',
    [
      'Plateforme d’accompagnement et de répit de Bordeaux',
      'EHPAD, Villa Pia, 52 rue des Treuils',
      '33000',
      '33063',
      '+33557104338',
    ],
  ],
  [
    'finess-occitanie-2026',
    'dac-090004888',
    ['DAC de l’Ariège', '29 C rue du 8 Mai 1945', '09100', '09312', undefined],
  ],
  ['finess-occitanie-2026', 'dac-tarn', ['DAC 81', '70 route des Agriculteurs', '81000', '81004', undefined]],
  [
    'finess-occitanie-2026',
    'cds-090004433',
    ['Centre de santé Ambroise Croizat de Lavelanet', 'Espace Pierre Mendès France', '09300', '09160', undefined],
  ],
  ['finess-occitanie-2026', 'msp-mirepoix', ['MSP de Mirepoix', '3 rue François Jacob', '09500', '09194', undefined]],
  [
    'finess-13-59-75-2026-03',
    'cpts-590067898',
    [
      'Communauté professionnelle territoriale de santé (siège à Armentières)',
      '13 rue Nationale',
      '59280',
      '59017',
      '+33328822272',
    ],
  ],
  [
    'finess-13-59-75-2026-03',
    'dac-13-sud',
    ['DAC Marseille Aubagne La Ciotat', '11 rue Montgrand', '13006', '13206', undefined],
  ],
];

test.each(sample)('%s: %s is as its source says', (origine, id, facts) => {
  const champs = editions
    .find((edition) => edition.origine === origine)
    ?.fiches.find((fiche) => fiche.id === id)?.champs;
  const { adresse } = champs ?? {};
  expect([champs?.nom, adresse?.voie, adresse?.codePostal, adresse?.codeInsee, champs?.telephone]).toEqual(facts);
});

test('a DAC that only FINESS names covers no commune for sure', () => {
  const dac = every.filter(({ type }) => type === 'dac');
  expect(dac.length).toBe(19);
  const sure = dac.filter(({ champs: { territoire } }) => {
    const { departements = [], epci = [], communes: listed = [] } = territoire ?? {};
    return departements.length + epci.length + listed.length > 0;
  });
  expect(sure).toEqual([]);
  expect(
    dac.filter(({ champs }) => champs.territoire).map(({ champs }) => champs.territoire?.departementsEnPartie),
  ).toEqual([['59'], ['59'], ['59'], ['09'], ['11'], ['30'], ['32'], ['34'], ['48'], ['65'], ['66'], ['82']]);
});

test('none of our DAC appears twice', () => {
  const own = new Set(ours.map(({ id }) => id));
  expect(
    every
      .filter(({ id, type }) => type === 'dac' && own.has(id))
      .map(({ id }) => id)
      .sort(),
  ).toEqual([
    'dac-13-sud',
    'dac-aveyron',
    'dac-haute-garonne',
    'dac-lille-agglo',
    'dac-lot',
    'dac-provence-sante-coordination',
    'dac-tarn',
  ]);
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
