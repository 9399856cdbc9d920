import { expect, test } from 'vitest';
import { lexiconOf } from '../../../scripts/directory/lexicon.ts';
import { readableName } from '../../../scripts/directory/readable-name.ts';
import { readTerritory } from '../../../src/server/territory/read-territory.ts';

const lexicon = lexiconOf(readTerritory('.'));

/** Names of FINESS, the commune of today and its department, and the name as a French reader expects it. */
const names: readonly (readonly [written: string, commune: string, departement: string, expected: string])[] = [
  ['MSP DE LOUHANS', 'Louhans-Châteaurenaud', '71', 'MSP de Louhans'],
  ['MAISON DE SANTE PLURIPROFESSIONNELLE BARRIOL', 'Arles', '13', 'Maison de santé pluriprofessionnelle Barriol'],
  ['MAISON DE SANTE', 'Nogaro', '32', 'Maison de santé de Nogaro'],
  ['CENTRE DE SANTE', 'Le Creusot', '71', 'Centre de santé du Creusot'],
  [
    'MAISON DE SANTÉ PLURI-PROFESSIONNELLE',
    'Sacy-le-Grand',
    '60',
    'Maison de santé pluriprofessionnelle de Sacy-le-Grand',
  ],
  ['MAISON DE SANTE PLURIDISC. DE PONTACQ', 'Pontacq', '64', 'Maison de santé pluridisciplinaire de Pontacq'],
  [
    'MAISON DE SANTE PLURIDISC. ST-PARDOUX',
    'Saint-Pardoux-la-Rivière',
    '24',
    'Maison de santé pluridisciplinaire Saint-Pardoux',
  ],
  [
    'MAISON DE SANTE PLURIPROF. BOULONNAIS',
    'Boulogne-sur-Gesse',
    '31',
    'Maison de santé pluriprofessionnelle Boulonnais',
  ],
  [
    'MAISON DE SANTE ST-SYMPHORIEN/COISE',
    'Saint-Symphorien-sur-Coise',
    '69',
    'Maison de santé Saint-Symphorien-sur-Coise',
  ],
  ['MAISON MEDICALE DES SITELLES', 'Badonviller', '54', 'Maison médicale des Sitelles'],
  ['MAISON MÉDICALE DES CÈDRES', 'La Clayette', '71', 'Maison médicale des Cèdres'],
  ['MSP DES SALINES', 'Rosières-aux-Salines', '54', 'MSP des Salines'],
  ['MSP ILLE SUR TET', 'Ille-sur-Têt', '66', 'MSP Ille-sur-Têt'],
  ['MSP DE ST ANGEAU', 'Val-de-Bonnieure', '16', 'MSP de Saint-Angeau'],
  ['MSP MULTI-SITES RABELAIS - ET', 'Blois', '41', 'MSP multi-sites Rabelais'],
  ['MSP DE CHATRES SUR CHER -- ET', 'Châtres-sur-Cher', '41', 'MSP de Châtres-sur-Cher'],
  ["MSP DU VAL D'AURON - ET", 'Bourges', '18', 'MSP du Val d’Auron'],
  ['PSP/ MSP DE ROSCOFF', 'Roscoff', '29', 'PSP/MSP de Roscoff'],
  ['MSP POLE SANTE DE LA GOUTTE D OR', 'Paris', '75', 'MSP pôle santé de la Goutte d’Or'],
  ["MSP DE LA CLE D'OR", 'Dignac', '16', 'MSP de la Clé d’Or'],
  ['MSP LES VERTES COLLINES', 'Anvin', '62', 'MSP Les Vertes Collines'],
  ['MSP AGLY / VERDOUBLE', 'Estagel', '66', 'MSP Agly / Verdouble'],
  ['MSP VALLEE DU LOT', 'Prayssac', '46', 'MSP Vallée du Lot'],
  ['MSP CEVENNES LOZERIENNES', 'Saint-Étienne-Vallée-Française', '48', 'MSP Cévennes Lozériennes'],
  ['MSP MAISON DE SANTÉ BERCY SANTE', 'Paris', '75', 'MSP maison de santé Bercy Santé'],
  ['MSP DE CODOGNAN-MUS-VERGEZE', 'Vergèze', '30', 'MSP de Codognan-Mus-Vergèze'],
  ['MSP CAMARES BELMONT', 'Belmont-sur-Rance', '12', 'MSP Camarès Belmont'],
  ['MSP EVAUX CHAMBON SANTE', 'Évaux-les-Bains', '23', 'MSP Évaux Chambon Santé'],
  ['POLE DE SANTE DES DEUX VALLEES', 'Seix', '09', 'Pôle de santé des Deux Vallées'],
  ['POLE DE SANTE SUD ESTUAIRE (PSSE)', 'Corsept', '44', 'Pôle de santé Sud Estuaire (PSSE)'],
  ['SISA DU POLE DE SANTE DES DEUX VALLEES', 'Seix', '09', 'SISA du pôle de santé des Deux Vallées'],
  ['SISA LA VANLEE', 'Bréhal', '50', 'SISA La Vanlee'],
  [
    'ASSOC DES PROF DE SANTÉ DE CREVECOEUR',
    'Crèvecœur-le-Grand',
    '60',
    'Association des professionnels de santé de Crèvecœur',
  ],
  ['MSP PRO DE SANTE CASTELNOVIENS', 'Châteauneuf-sur-Charente', '16', 'MSP professionnels de santé Castelnoviens'],
  ['CDS DENTAIRE', 'Cannes', '06', 'CDS dentaire de Cannes'],
  ['CDS DENTAIRE JEAN JAURES', 'Bezons', '95', 'CDS dentaire Jean Jaurès'],
  ['CDS DENTAIRE LE MAGALI', 'Menton', '06', 'CDS dentaire Le Magali'],
  ['CDS DENTAIRE ST MICHEL LUXEMBOURG', 'Paris', '75', 'CDS dentaire Saint-Michel Luxembourg'],
  ['CDS MEDICO DENTAIRE BOULOGNE', 'Boulogne-Billancourt', '92', 'CDS médico-dentaire Boulogne'],
  ['CDS MINICIPAL J SALOMON', 'Le Plessis-Robinson', '92', 'CDS municipal J Salomon'],
  ['CDS MED. ADMR DE PIPRIAC', 'Pipriac', '35', 'CDS médical ADMR de Pipriac'],
  ['CDS DENTAIRE MFGS SSAM BEAUCAIRE', 'Beaucaire', '30', 'CDS dentaire MFGS SSAM Beaucaire'],
  ['CENTRE DE SANTE MUTUALITE FRANCAISE HP', 'Perpignan', '66', 'Centre de santé Mutualité française HP'],
  ['CENTRE DE SANTE - MUT. 16', 'Angoulême', '16', 'Centre de santé – Mutualité 16'],
  ['CENTRE DE SANTE DENTAIRE - BAYEUX', 'Bayeux', '14', 'Centre de santé dentaire – Bayeux'],
  ['CENTRE DE SOINS INFIRMIERS', 'Nexon', '87', 'Centre de soins infirmiers de Nexon'],
  ['CENTRE DE SOINS INFIRMIERS - CHERBOURG', 'Cherbourg-en-Cotentin', '50', 'Centre de soins infirmiers – Cherbourg'],
  ['CENTRE DE SANTÉ POLYVALENT SIN LE NOBL', 'Sin-le-Noble', '59', 'Centre de santé polyvalent Sin-le-Noble'],
  ['CS POLYVALENT DE MONTIGNY EN OSTREVENT', 'Montigny-en-Ostrevent', '59', 'CS polyvalent de Montigny-en-Ostrevent'],
  ['CTRE SOINS INF.DE SAVERNE ET ENV', 'Saverne', '67', 'Centre soins infirmiers de Saverne et Env'],
  ['CTRE DENT MUT GAILLAC', 'Gaillac', '81', 'Centre dentaire mutualiste Gaillac'],
  ["CENTRE DE SANTE OULLINS ENTR'AIDE", 'Oullins-Pierre-Bénite', '69', 'Centre de santé Oullins Entr’Aide'],
  ['CENTRE DE SOINS DE NORT SUR ERDRE', 'Nort-sur-Erdre', '44', 'Centre de soins de Nort-sur-Erdre'],
  ['CENTRE DE SANTE DE MA REGION A CERET', 'Céret', '66', 'Centre de santé de Ma Région à Céret'],
  ['ADN SANTE ANGERS', 'Angers', '49', 'ADN Santé Angers'],
  ['ADMR DU PAYS DE SAINT-FLOUR', 'Saint-Flour', '15', 'ADMR du Pays de Saint-Flour'],
  ["C.L.I.C. DE L'ILE D'OLERON", "Saint-Pierre-d'Oléron", '17', 'CLIC de l’Île d’Oléron'],
  ['C. L. I. C. SUD TOURAINE', 'Ligueil', '37', 'CLIC Sud Touraine'],
  ["CLIC ATOUT'AGE", 'Le Loroux-Bottereau', '44', 'CLIC Atout’Âge'],
  ['CLIC D ANTONY', 'Antony', '92', 'CLIC d’Antony'],
  ["CLIC PILOT'AGE CCAS LE HAVRE", 'Le Havre', '76', 'CLIC Pilot’Âge CCAS Le Havre'],
  ['CLIC DE NEUILYY-SUR-SEINE', 'Neuilly-sur-Seine', '92', 'CLIC de Neuilly-sur-Seine'],
  ['COORDIN. GERONTOL. EN RUFFECOIS', 'Villefagnan', '16', 'Coordination gérontologique en Ruffecois'],
  [
    'RESEAU DE COORDINATION GERONTOLOGIQUE',
    "L'Île-Bouchard",
    '37',
    'Réseau de coordination gérontologique de L’Île-Bouchard',
  ],
  ['CPTS ACTES-SANTE', 'Marseille', '13', 'CPTS Actes-Santé'],
  ['CPTS MARCHES DE BGNE', 'Val-Couesnon', '35', 'CPTS Marches de Bretagne'],
  ['CPTS DE MARSEILLE 7ÈME', 'Marseille', '13', 'CPTS de Marseille 7e'],
  ['CTPS DU CABARDES', 'Fraisse-Cabardès', '11', 'CPTS du Cabardès'],
  ['CPTS NOUGARO XIII-XV', 'Toulouse', '31', 'CPTS Nougaro XIII-XV'],
  ["CPTS TERRE DES SOURCES LOZER'EST", 'Langogne', '48', 'CPTS Terre des Sources Lozer’Est'],
  [
    'COMMUNAUTÉS PROFESSIONNELLES TERRITORIALES DE SANTÉ [sans nom propre dans FINESS]',
    'Raismes',
    '59',
    'Communauté professionnelle territoriale de santé (siège à Raismes)',
  ],
  ['DAC DE LA HAUTE GARONNE', 'Toulouse', '31', 'DAC de la Haute-Garonne'],
  ['DAC DES PYRENEES ORIENTALES', 'Perpignan', '66', 'DAC des Pyrénées-Orientales'],
  ['DAC-INTERCPTS 82', 'Montauban', '82', 'DAC-InterCPTS 82'],
  ['DAC APPUI SANTE LILLE AGGLO', 'Lille', '59', 'DAC Appui Santé Lille Agglo'],
  [
    'ASSOCIATION APPUI SANTE DU GRAND HAINAUT - VALENCIENNOIS CAM [tronqué dans FINESS]',
    'Valenciennes',
    '59',
    'Association Appui Santé du Grand Hainaut – Valenciennois',
  ],
  ['ESS DERMATOLOGIE ET VENEREOLOGIE', 'Toulouse', '31', 'ESS dermatologie et vénéréologie (siège à Toulouse)'],
];

test.each(names)('%s, à %s', (written, commune, departement, expected) => {
  const isSeat = /^(?:CPTS|DAC|ESS|COMMUNAUT)/.test(written);
  expect(readableName(written, { commune, ville: commune.toUpperCase(), departement, isSeat }, lexicon)).toBe(expected);
});

test('a town that is no commune of today is written as communes are', () => {
  const place = { commune: 'Val de Moder', ville: 'LA WALCK', departement: '67', isSeat: false };
  expect(readableName('ANT.CSI MERTZWILLER À LA WALCK', place, lexicon)).toBe('Antenne CSI Mertzwiller à La Walck');
});
