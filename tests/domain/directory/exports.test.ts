import { parse as parseCsv } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { csvHeader, csvRow, csvText } from '#domain/directory/csv.ts';
import { jsonLd } from '#domain/directory/json-ld.ts';
import { structureOf } from '#domain/directory/structure-of-record.ts';
import { vcardOf } from '#domain/directory/vcard.ts';
import { cardNote } from '../../../src/messages/directory/card-note.ts';
import { bareRecord, openingDay, structures } from './facts.ts';

const site = 'https://coordonnees.example';
const aube = structures('dac').find(({ id }) => id === 'dac-aube')!;
const tricky = structureOf(
  { ...bareRecord, nom: 'Pôle ; l’Étoile, \\ « été »', note: `Première ligne\n${'évêché '.repeat(30)}` },
  openingDay,
);

test('the vCard of the Aube holds its name, number and address', () => {
  const card = vcardOf(aube, site, cardNote(aube)).split('\r\n');
  expect(card.slice(0, 5)).toEqual([
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:org',
    'UID:https://coordonnees.example/annuaire/dac-aube',
    'FN:Appui Santé Aube',
  ]);
  expect(card).toContain('TEL;VALUE=uri;TYPE="work,voice":tel:+33325408083');
  expect(card).toContain('ADR;TYPE=work:;;1 avenue Pierre Brossolette;Troyes;;10000;France');
  expect(card).toContain('REV:20261122T000000Z');
  expect(card.slice(-2)).toEqual(['END:VCARD', '']);
});

test('the centre of a commune is not given as the place of an office', () => {
  expect(aube.position?.precision).toBe('commune');
  expect(vcardOf(aube, site, cardNote(aube))).not.toContain('GEO');
  expect(jsonLd(aube, site)).not.toContain('GeoCoordinates');
  const precise = structureOf({ ...bareRecord, position: { lon: 4.07, lat: 48.29, precision: 'numero' } }, openingDay);
  expect(vcardOf(precise, site, cardNote(precise))).toContain('GEO:geo:48.29,4.07');
});

test('vCard lines hold at most 75 octets and cut no character; unfolded, the text is whole', () => {
  const card = vcardOf(tricky, site, cardNote(tricky));
  const lines = card.split('\r\n');
  const octets = lines.map((line) => new TextEncoder().encode(line).length);
  expect(Math.max(...octets)).toBe(75);
  expect(card).not.toContain('\uFFFD');
  const unfolded = card.replaceAll('\r\n ', '');
  expect(unfolded).toContain('FN:Pôle \\; l’Étoile\\, \\\\ « été »\r\n');
  expect(unfolded).toContain(`NOTE:Première ligne\\n${'évêché '.repeat(30)}\r\n`);
});

test('a name cannot add a line to a vCard', () => {
  const forged = structureOf({ ...bareRecord, nom: 'Essai\r\nTEL:+33600000000' }, openingDay);
  expect(vcardOf(forged, site, cardNote(forged))).not.toMatch(/^TEL/m);
});

test('JSON-LD: a MDPH is a public service, a respite platform gives no care', () => {
  const typeOf = (type: 'mdph' | 'repit' | 'clic') =>
    JSON.parse(jsonLd(structureOf({ ...bareRecord, type }, openingDay), site))['@type'];
  expect([typeOf('mdph'), typeOf('repit'), typeOf('clic')]).toEqual([
    'GovernmentOrganization',
    'Organization',
    'MedicalOrganization',
  ]);
});

test('JSON-LD: a DAC is an Organization that serves a department, a centre a MedicalClinic with its FINESS', () => {
  expect(JSON.parse(jsonLd(aube, site))).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'Organization',
    '@id': 'https://coordonnees.example/annuaire/dac-aube',
    name: 'Appui Santé Aube',
    telephone: '+33325408083',
    contactPoint: { '@type': 'ContactPoint', telephone: '+33325408083' },
    address: { '@type': 'PostalAddress', addressLocality: 'Troyes', postalCode: '10000' },
    areaServed: {
      '@type': 'AdministrativeArea',
      name: 'Aube',
      identifier: [{ '@type': 'PropertyValue', propertyID: 'INSEE', value: '10' }],
    },
  });
  const chauny = structures('cds').find(({ id }) => id === 'cds-infirmiers-de-chauny')!;
  expect(JSON.parse(jsonLd(chauny, site))).toMatchObject({
    '@type': 'MedicalClinic',
    identifier: { '@type': 'PropertyValue', propertyID: 'FINESS', value: '020008629' },
  });
});

test('JSON-LD cannot close the element that holds it', () => {
  const forged = structureOf({ ...bareRecord, nom: '</script><script>alert(1)</script>' }, openingDay);
  const text = jsonLd(forged, site);
  expect(text).not.toContain('<');
  expect(JSON.parse(text).name).toBe('</script><script>alert(1)</script>');
});

const columns = 'id type_structure nom adresse code_postal commune code_insee longitude latitude'.split(' ');

test('the CSV of all DAC is read back whole, with a semicolon between codes', () => {
  const dac = structures('dac');
  const rows: Record<string, string>[] = parseCsv(csvHeader + dac.map(csvRow).join(''), { columns: true });
  expect(Object.keys(rows[0]!).slice(0, 9)).toEqual(columns);
  expect(rows.length).toBe(43);
  const row = rows.find(({ id }) => id === 'dac-alsace');
  expect(row).toMatchObject({
    nom: 'DAC d’Alsace',
    telephone: '+33367300367',
    telephone_affiche: '03 67 30 03 67',
    territoire_departements: '67;68',
    territoire_communes: '',
    verifie_le: '2026-11-22',
  });
});

test('any table can be written, numbers below zero included', () => {
  expect(
    csvText([
      ['Critère', 'DAC'],
      ['longitude', -1.55],
      ['-', null],
    ]),
  ).toBe("Critère,DAC\r\nlongitude,-1.55\r\n'-,\r\n");
});

test('lines end with CRLF, and commas, quotes and line breaks are quoted (RFC 4180)', () => {
  const line = csvRow(structureOf({ ...bareRecord, nom: 'Un, « deux » "trois"\nquatre' }, openingDay));
  expect(line.startsWith('msp-essai,msp,"Un, « deux » ""trois""\nquatre",')).toBe(true);
  expect(line.endsWith('\r\n')).toBe(true);
  expect(csvHeader.endsWith('\r\n')).toBe(true);
});

test.each(['=HYPERLINK("http://x")', '+33 cmd', '-2+3', '@SUM(A1)', '\t=1', '\r=1'])(
  'a name that begins like a formula, %j, opens as text',
  (nom) => {
    const [row]: Record<string, string>[] = parseCsv(
      csvHeader + csvRow(structureOf({ ...bareRecord, nom, note: nom }, openingDay)),
      { columns: true },
    );
    expect([row?.nom, row?.note]).toEqual([`'${nom}`, `'${nom}`]);
  },
);
