import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { expect, test } from 'vitest';
import { type StructureRecord, structureRecordSchema, structureTypes } from '#domain/directory/structure.schema.ts';

const folder = 'data/directory';
const jsonFiles = readdirSync(folder).filter((name) => name.endsWith('.json'));
const files = jsonFiles.filter((name) => (structureTypes as readonly string[]).includes(name.replace('.json', '')));
const rowsOf = (file: string): unknown[] => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
const records = files.flatMap(rowsOf) as StructureRecord[];
const dac = records.filter(({ type }) => type === 'dac');

type PublishedCommune = { code: string; type: string; departement: string; codesPostaux?: string[] };
const published = (name: string) => {
  const require = createRequire(import.meta.url);
  return JSON.parse(readFileSync(require.resolve(`@etalab/decoupage-administratif/data/${name}.json`), 'utf8'));
};
const communes: PublishedCommune[] = published('communes');
const byCode = new Map(
  communes
    .filter(({ type }) => ['commune-actuelle', 'arrondissement-municipal'].includes(type))
    .map((commune) => [commune.code, commune]),
);
const current = communes.filter(({ type }) => type === 'commune-actuelle');
const departements = new Set(published('departements').map(({ code }: { code: string }) => code));
const epci = new Map<string, string[]>(
  published('epci').map(({ code, membres }: { code: string; membres: { code: string }[] }) => [
    code,
    membres.map((membre) => membre.code),
  ]),
);

test.each(files)('%s holds records of its own type that meet the schema', (file) => {
  for (const row of rowsOf(file)) {
    const read = structureRecordSchema.safeParse(row);
    expect(read.error?.issues ?? [], JSON.stringify(row).slice(0, 120)).toEqual([]);
    expect(read.data?.type).toBe(file.replace('.json', ''));
  }
});

test('a file is named after a type, but that of the withdrawn records', () => {
  expect(jsonFiles.filter((name) => !files.includes(name) && name !== 'retirees.json')).toEqual([]);
});

test('a misspelt key, a missing source and a date that is none are refused', () => {
  const [first] = records;
  const source = first?.sources[0];
  for (const wrong of [
    { ...first, telefone: null },
    { ...first, sources: [] },
    { ...first, sources: [{ ...source, date: 'copie indexée' }] },
    { ...first, verifieLe: '2026-02-30' },
  ])
    expect(structureRecordSchema.safeParse(wrong).success).toBe(false);
});

test('the 474 facts read on 22 November 2026 are all there, by type', () => {
  const counts = Object.fromEntries(files.map((file) => [file.replace('.json', ''), rowsOf(file).length]));
  expect(counts).toEqual({
    ars: 18,
    association: 7,
    cds: 58,
    clic: 4,
    cpts: 151,
    dac: 43,
    'esp-clap': 2,
    ess: 5,
    federation: 10,
    msp: 174,
    urps: 2,
  });
});

test('ids are unique and begin with the type', () => {
  expect(new Set(records.map(({ id }) => id)).size).toBe(474);
  expect(records.filter(({ id, type }) => !id.startsWith(`${type}-`)).map(({ id }) => id)).toEqual([]);
});

test('every telephone is a valid number in E.164', () => {
  const phones = records.flatMap(({ telephone }) => telephone ?? []);
  expect(phones.length).toBe(48);
  for (const phone of phones) {
    const parsed = parsePhoneNumberFromString(phone);
    expect(parsed?.isValid(), phone).toBe(true);
    expect(parsed?.number).toBe(phone);
  }
});

test('the only mobiles are three that organisations print as their own contact', () => {
  const mobiles = records.filter(
    ({ telephone }) => telephone && /^\+(?:33[67]|262692|590690|594694|596696)/.test(telephone),
  );
  expect(mobiles.map(({ id, telephone }) => [id, telephone])).toEqual([
    ['association-asalee', '+33613017625'],
    ['association-esp-clap', '+33665181144'],
    ['federation-c3si-des-pays-de-la-loire', '+33614149530'],
  ]);
});

test('no e-mail names a person: each one is written here by hand', () => {
  expect(records.flatMap(({ courriel }) => courriel ?? []).sort()).toEqual([
    'animationc3sipdl@gmail.com',
    'assos@cptsdracenie.fr',
    'clic@ccas-toulon.fr',
    'clic@la-seyne.fr',
    'clicducoudon@neuf.fr',
    'contact@actes-sante.fr',
    'contact@activ-sante.fr',
    'contact@apmsl.fr',
    'contact@asalee.fr',
    'contact@cpts-cerebellum.fr',
    'contact@cpts-collines-valbonne.fr',
    'contact@cpts-etoile-aubagne.org',
    'contact@cpts-itineraire-sante.fr',
    'contact@cpts-martigues.fr',
    'contact@cpts-nice-centre-nice-est.fr',
    'contact@cpts-synapse.fr',
    'contact@cpts-vignes-calanques.fr',
    'contact@cptsabd.fr',
    'contact@cptsbuechdevoluy.fr',
    'contact@cptsdesbaous.fr',
    'contact@cptsgapencais.com',
    'contact@cptsprovencesante.com',
    'contact@cptsvarouest.com',
    'contact@dac-varouest.fr',
    'contact@dac91nord.fr',
    'contact@docmsp.fr',
    'contact@esp-clap.org',
    'contact@pscv.fr',
    'contact@santelub.fr',
    'coordination@cptsdelabievre.fr',
    'coordination@cptstoulon.fr',
    'coordocptsvdg83@gmail.com',
    'cpts-antipolis@orange.fr',
    'cpts-coeurduvar@orange.fr',
    'cpts.asso.pays.salonais@gmail.com',
    'cpts.boulognebillancourt@gmail.com',
    'cpts.dhv@gmail.com',
    'cpts.fayence@gmail.com',
    'cpts.iaso@outlook.fr',
    'cpts.initiatives.sante@gmail.com',
    'cpts.littoralsudmarseille@gmail.com',
    'cpts.mirchamas@gmail.com',
    'cpts.nicenord.collines@gmail.com',
    'cpts.nov@gmail.com',
    'cpts.ouest.etang.berre@gmail.com',
    'cpts.paysdesmaures.littoral@gmail.com',
    'cpts.villagesdelarc@gmail.com',
    'cpts.villejuif@gmail.com',
    'cpts.vitalesante10@gmail.com',
    'cpts13007@gmail.com',
    'cpts2684@gmail.com',
    'cptsaixstevictoire@gmail.com',
    'cptschpv@gmail.com',
    'cptsdazur@gmail.com',
    'cptsdelarivierafrancaise@gmail.com',
    'cptsdesilesdor@gmail.com',
    'cptsduferion@outlook.fr',
    'cptsdugolfe@hotmail.com',
    'cptsduplateau@gmail.com',
    'cptsduverdon@gmail.com',
    'cptsh3ve@gmail.com',
    'cptslacaravelle@orange.fr',
    'cptslittoral06@gmail.com',
    'cptslsto@orange.fr',
    'cptsmarseille2et3eme@gmail.com',
    'cptspaysapt@protonmail.com',
    'cptspaysdarles@gmail.com',
    'cptspaysdegrasse@gmail.com',
    'cptspaysdelerins@gmail.com',
    'cptsprovenceverte@gmail.com',
    'cptssud04@gmail.com',
    'cptsvaldurance@gmail.com',
    'cptsvalleesdespaillons@gmail.com',
    'cptsvem@gmail.com',
    'cptsvpm@gmail.com',
    'info@cpts-ouest-gironde.fr',
    'mission@cpts-avignon.fr',
    'nordprovenceassociation@gmail.com',
    'projet.cpts.nordvaucluse@gmail.com',
    'secretariat@cpts-canton-vert.fr',
    'secretariat@cptsbrianconnaisecrins.fr',
    'secretariat@cptstineevesubie.fr',
    'social@ccvg.fr',
    'spes@spes-asso.fr',
  ]);
});

test('a low confidence DAC, federation or association is a name without a contact', () => {
  const low = records.filter(({ confiance, type }) => confiance === 'basse' && type !== 'msp');
  expect(low.length).toBe(9);
  for (const { telephone, courriel, site } of low) expect([telephone, courriel, site]).toEqual([null, null, null]);
});

test('what rests on the vaccination places of 2021 has no telephone', () => {
  const covid = records.filter(({ sources }) => sources.some(({ titre }) => titre.includes('Lieux de vaccination')));
  expect(covid.length).toBe(243);
  expect(covid.filter(({ telephone }) => telephone !== null)).toEqual([]);
});

test('every INSEE, department and EPCI code exists in 2026', () => {
  for (const { id, adresse, territoire } of records) {
    const codes = [...(territoire?.communes ?? []), ...(adresse?.codeInsee ? [adresse.codeInsee] : [])];
    expect([id, codes.filter((code) => !byCode.has(code))]).toEqual([id, []]);
    const parts = [...(territoire?.departements ?? []), ...(territoire?.departementsEnPartie ?? [])];
    expect([id, parts.filter((code) => !departements.has(code))]).toEqual([id, []]);
    expect([id, territoire?.epci.filter((code) => !epci.has(code)) ?? []]).toEqual([id, []]);
  }
});

test('every postcode is one of its commune', () => {
  const wrong = records.flatMap(({ id, adresse }) => {
    const { codeInsee, codePostal } = adresse ?? {};
    return codeInsee && codePostal && !byCode.get(codeInsee)?.codesPostaux?.includes(codePostal) ? [id] : [];
  });
  expect(wrong).toEqual([]);
});

test('every FINESS number passes its key (Luhn) and is given once', () => {
  const numbers = records.flatMap(({ finess }) => finess ?? []);
  expect(numbers.length).toBe(26);
  expect(new Set(numbers).size).toBe(26);
  const luhn = (number: string) =>
    [...number].reverse().reduce((sum, digit, rank) => {
      const value = Number(digit) * (rank % 2 === 0 ? 1 : 2);
      return sum + (value > 9 ? value - 9 : value);
    }, 0) % 10;
  expect(numbers.filter((number) => luhn(number) !== 0)).toEqual([]);
});

const boxes = [
  [-5.2, 41.3, 9.6, 51.2],
  [-61.9, 15.8, -60.9, 16.6],
  [-61.3, 14.3, -60.8, 14.9],
  [-54.7, 2.1, -51.6, 5.9],
  [55.2, -21.4, 55.9, -20.8],
  [44.9, -13.1, 45.4, -12.6],
] as const;

test('every position is in France, and is only ever the centre of a commune', () => {
  const placed = records.flatMap(({ id, position }) => (position ? [{ id, position }] : []));
  expect(placed.length).toBeGreaterThan(300);
  for (const { id, position } of placed) {
    const { lon, lat, precision } = position;
    expect([id, precision]).toEqual([id, 'commune']);
    expect([id, boxes.some(([w, s, e, n]) => lon >= w && lon <= e && lat >= s && lat <= n)]).toEqual([id, true]);
  }
});

test('a DAC without a known commune has no point: Haute-Marne and Alsace', () => {
  const points = dac.map(({ id, position }) => [id, position] as const);
  expect(Object.fromEntries(points)).toMatchObject({ 'dac-haute-marne': null, 'dac-alsace': null });
});

/** Communes that the codes of a territory hold, one by one. */
const heldBy = ({ territoire }: StructureRecord): string[] =>
  territoire
    ? [
        ...territoire.communes,
        ...territoire.epci.flatMap((code) => epci.get(code) ?? []),
        ...current.filter(({ departement }) => territoire.departements.includes(departement)).map(({ code }) => code),
      ]
    : [];

test('no two DAC cover one commune, unless both records say so', () => {
  const holders = new Map<string, StructureRecord[]>();
  for (const record of dac)
    for (const code of new Set(heldBy(record))) holders.set(code, [...(holders.get(code) ?? []), record]);
  const silent = [...holders].filter(([, held]) =>
    held.some((one) => held.some((other) => other !== one && !one.chevauche?.includes(other.id))),
  );
  expect(silent.map(([code, held]) => [code, held.map(({ id }) => id)])).toEqual([]);
});

test('nine DAC share the 946 communes of Provence-Alpes-Côte d’Azur, each commune once', () => {
  const region = ['04', '05', '06', '13', '83', '84'];
  const shares = dac
    .map((record) => [record.id, heldBy(record).filter((code) => region.includes(code.slice(0, 2))).length] as const)
    .filter(([, number]) => number > 0);
  expect(Object.fromEntries(shares)).toEqual({
    'dac-provence-sante-coordination': 310,
    'dac-hautes-alpes': 162,
    'dac-cap-azur-sante': 87,
    'dac-centre-de-soutien-sante-social': 61,
    'dac-est-azur': 15,
    'dac-13-sud': 22,
    'dac-var-est': 69,
    'dac-var-ouest': 84,
    'dac-vaucluse': 136,
  });
});

test('the CPTS of Provence-Alpes-Côte d’Azur have the communes and contacts of the list of January 2026', () => {
  const list = records.filter(
    ({ type, sources }) => type === 'cpts' && sources.some(({ titre }) => titre.startsWith('ARS Provence-Alpes')),
  );
  expect(list.length).toBe(70);
  expect(list.filter(({ courriel }) => courriel).length).toBe(68);
  expect(list.filter(({ site }) => site).length).toBe(30);
  const cpts = (id: string) => {
    const { nom, territoire, courriel, site } = list.find((record) => record.id === id)!;
    return [nom, territoire?.communes, courriel, site];
  };
  expect(cpts('cpts-coordination-sante-marseille-1-2-3')).toEqual([
    'CPTS Coordination Santé Marseille 2 et 3',
    ['13202', '13203'],
    'cptsmarseille2et3eme@gmail.com',
    null,
  ]);
  expect(cpts('cpts-nice-nord-et-ses-collines')).toEqual([
    'CPTS Nice Nord et ses Collines',
    ['06006', '06060', '06088'],
    'cpts.nicenord.collines@gmail.com',
    null,
  ]);
  expect(cpts('cpts-lsto')).toEqual([
    'CPTS La Seyne Toulon Ouest (LSTO)',
    ['83090', '83103', '83126', '83137', '83153'],
    'cptslsto@orange.fr',
    'http://cptslsto.fr',
  ]);
});

test('no text is in the jargon of research, and each address is in a source only when it is one', () => {
  const jargon =
    /index[ée]?e?s?\b|identifiants? d’index|commit|seed|copie (?:index|d’)|document du document|FINESS 603|\.json|\bORIA attribue/i;
  const texts = records.flatMap(({ id, nom, note, territoire, sources }) =>
    [nom, note, territoire?.mots, ...sources.flatMap(({ titre, date }) => [titre, date])].flatMap((text) =>
      text && jargon.test(text) ? [[id, text]] : [],
    ),
  );
  expect(texts).toEqual([]);
});

test('French texts have their apostrophes and their no-break spaces', () => {
  const careless = records.flatMap(({ id, nom, note, territoire, sources }) =>
    [nom, note, territoire?.mots, ...sources.map(({ titre }) => titre)].flatMap((text) =>
      text && /'|« | »| [;:!?]/.test(text) ? [[id, text]] : [],
    ),
  );
  expect(careless).toEqual([]);
});

test('the DAC of Grand Est have the addresses and numbers of the page they come from', () => {
  const contact = (id: string) => {
    const { adresse, telephone } = dac.find((record) => record.id === id) ?? {};
    return [adresse?.voie ?? null, adresse?.codePostal ?? null, adresse?.commune ?? null, telephone];
  };
  expect(contact('dac-ardennes')).toEqual(['1 bis rue de Lorraine', '08000', 'Charleville-Mézières', '+33324351252']);
  expect(contact('dac-aube')).toEqual(['1 avenue Pierre Brossolette', '10000', 'Troyes', '+33325408083']);
  expect(contact('dac-marne')).toEqual(['51 rue Louis Pasteur', '51100', 'Reims', '+33351251351']);
  expect(contact('dac-haute-marne')).toEqual([null, null, null, null]);
  expect(contact('dac-meurthe-et-moselle')).toEqual([
    '22 rue François de Neufchâteau',
    '54000',
    'Nancy',
    '+33356667700',
  ]);
  expect(contact('dac-meuse')).toEqual(['8 rue du Docteur Meunier', '55400', 'Étain', '+33372850117']);
  expect(contact('dac-moselle')).toEqual(['32 rue Lothaire', '57000', 'Metz', '+33372729000']);
  expect(contact('dac-alsace')).toEqual([null, null, null, '+33367300367']);
  expect(contact('dac-vosges')).toEqual([null, '88470', 'La Voivre', '+33374951737']);
});
