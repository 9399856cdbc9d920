import { expect, test } from 'vitest';
import { readAddress } from '../../../scripts/directory/administration-address.ts';
import { serviceName } from '../../../scripts/directory/administration-service.ts';
import { siteOf } from '../../../scripts/directory/site-of.ts';

test('an address gives what stands before the street, the street, and the town with its whole postcode', () => {
  expect(
    readAddress(
      "Centre local d'information et de coordination - Val-de-Sambre - 19 mail de la Sambre,6600,Saint-Étienne-de-Tinée",
    ),
  ).toEqual({
    before: ['Centre local d’information et de coordination', 'Val-de-Sambre'],
    street: '19 mail de la Sambre',
    after: [],
    codePostal: '06600',
    ville: 'Saint-Étienne-de-Tinée',
  });
});

test('boxes are left, slips of the copy are mended', () => {
  const read = readAddress('Centre hospitalier - 90 rue du 8-Mai-01945 - BP 20061,59530,Le Quesnoy');
  expect([read?.street, read?.after]).toEqual(['90 rue du 8-Mai-1945', []]);
  expect(readAddress('01193 avenue des Senes,83210,Solliès-Pont')?.street).toBe('1193 avenue des Senes');
  expect(readAddress('10, place Alphonse-Jourdain, 31000,Toulouse')?.street).toBe('10 place Alphonse-Jourdain');
  expect(readAddress('Place de lÉglise, 16120, Châteauneuf-sur-Charente')?.street).toBe('Place de l’Église');
  expect(readAddress('sans code')).toBeNull();
});

const services: readonly (readonly [before: string[], commune: string, expected: string | null])[] = [
  [['Centre local d’information et de coordination d’Épinal et couronne'], 'Épinal', 'CLIC d’Épinal et couronne'],
  [['Centre local d’information et de coordination', 'Val-de-Sambre'], 'Maubeuge', 'CLIC Val-de-Sambre'],
  [['Centre local d’information et de coordination', 'Hôtel de Ville'], 'Gouesnou', 'CLIC – Gouesnou'],
  [['Centre local d’information et de coordination Pilot’Âge'], 'Saint-Nazaire', 'CLIC Pilot’Âge'],
  [
    ['Centre local d’information et de coordination', 'Uzège', 'Pont-du-Gard', 'Antenne d’Aramon'],
    'Aramon',
    'CLIC Uzège – Pont-du-Gard, antenne d’Aramon',
  ],
  [
    ['GUIPA-CLIC', 'Centre local d’information et de coordination du Sud-Estuaire'],
    'Saint-Brevin-les-Pins',
    'CLIC du Sud-Estuaire',
  ],
  [['Instance de coordination de l’autonomie'], 'Neuvic', 'Instance de coordination de l’autonomie – Neuvic'],
  [['Coordination gérontologique de Suresnes'], 'Suresnes', 'Coordination gérontologique de Suresnes'],
  [['Maison du département'], 'Saint-Junien', null],
  [[], 'Chartres', null],
];

test.each(services)('%j, à %s', (before, commune, expected) => {
  expect(serviceName(before, commune)?.nom ?? null).toBe(expected);
});

test('a site keeps its path when it has one, its home page when they ran together, and is left when unreadable', () => {
  expect(siteOf('http://www.mdph03.fr')).toEqual({ kind: 'kept', url: 'http://www.mdph03.fr' });
  expect(siteOf('www.loiret.fr')).toEqual({ kind: 'kept', url: 'http://www.loiret.fr' });
  expect(siteOf('http://www.gard.frpres-de-chez-vous/accueil.html')).toEqual({
    kind: 'kept',
    url: 'http://www.gard.fr/',
  });
  expect(siteOf('http://www.eurelien.fr')).toEqual({ kind: 'kept', url: 'http://www.eurelien.fr' });
  expect(siteOf('https://la.charente-maritime.fr/personnes-handicapees')).toEqual({
    kind: 'kept',
    url: 'https://la.charente-maritime.fr/personnes-handicapees',
  });
  expect(siteOf("http://www.maisondel'entraide.fr")).toEqual({ kind: 'left', pourquoi: 'adresse illisible' });
  expect(siteOf('http://www.handicap.gouv.fr')).toEqual({ kind: 'left', pourquoi: 'site national' });
});
