import { expect, test } from 'vitest';
import { lexiconOf } from '../../../scripts/directory/lexicon.ts';
import { readableStreet } from '../../../scripts/directory/readable-street.ts';
import { readTerritory } from '../../../src/server/territory/read-territory.ts';

const lexicon = lexiconOf(readTerritory('.'));

const streets: readonly (readonly [written: string, expected: string | null])[] = [
  ['60 R JULES MICHELET', '60 rue Jules Michelet'],
  ['205 GR', '205 Grande rue'],
  ['29 GR GRANDE RUE | LE GÂVRE', '29 Grande rue, Le Gâvre'],
  ['16 GRANDE RUE', '16 Grande rue'],
  ['14 R B DE LA POSTE', '14 bis rue de la Poste'],
  ['2 AV T DU DOCTEUR MALLET', '2 ter avenue du Docteur Mallet'],
  ['5 R C DE SOIEMONT', '5 C rue de Soiemont'],
  ["22 AV DE L'YSER B", '22 bis avenue de l’Yser'],
  ['29 R DU 8 MAI 1945 C', '29 C rue du 8 Mai 1945'],
  ['21 B GRAND RUE', '21 B Grand rue'],
  ['12 R D AUREL', '12 rue d’Aurel'],
  ['16 R DE L ESTUAIRE', '16 rue de l’Estuaire'],
  ["24 R DE L'HOTEL DIEU", '24 rue de l’Hôtel Dieu'],
  ['44 BD SAINT MICHEL', '44 boulevard Saint-Michel'],
  ['7 R ST JACQUES', '7 rue Saint-Jacques'],
  ['25 AV JEAN XXIII', '25 avenue Jean XXIII'],
  ['255 AV MAL DE LATTRE DE TASSIGNY', '255 avenue Maréchal de Lattre de Tassigny'],
  ['27 R B CHARLES V', '27 bis rue Charles V'],
  ['3 - 5 BOULEVARD DE VERDUN', '3 - 5 boulevard de Verdun'],
  ['13 R DU JEU DE PAUME | BP 90527', '13 rue du Jeu de Paume'],
  ['4 ALL DES BRUYERES | SAINT LAURENT DE LA PLAINE', '4 allée des Bruyères, Saint-Laurent de la Plaine'],
  ['16 R SAINT SEPULCRE | 90351', '16 rue Saint-Sépulcre'],
  ['RTE DE MUSSIDAN', 'Route de Mussidan'],
  ['LES CITEAUX', 'Les Cîteaux'],
  ['22 R DU 1ER SEPTEMBRE 1944', '22 rue du 1er Septembre 1944'],
  ['28 R DE LA 101EME AIRBORNE', '28 rue de la 101e Airborne'],
  ['6 ACH DES PAS PERDUS', '6 ancien chemin des Pas Perdus'],
  ['28 QU B BOISSIER DE SAUVAGES | BP 75', '28 bis quai Boissier de Sauvages'],
  ['', null],
  ['BP 12', null],
  ['RTE DES ABYMES | B.P. 220', 'Route des Abymes'],
];

test.each(streets)('« %s »', (written, expected) => {
  expect(readableStreet(written, lexicon)).toBe(expected);
});
