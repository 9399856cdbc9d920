import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { communeByCode, searchCommuneHits, searchCommunes } from '../../../src/domain/territory/commune-index.ts';
import { readTerritory } from '../../../src/server/territory/read-territory.ts';

const index = readTerritory('.');
const codesOf = (text: string, limit = 8) => searchCommunes(index, text, limit).map(({ code }) => code);
const firstCode = (text: string) => codesOf(text)[0];
const firstHit = (text: string) => searchCommuneHits(index, text, 8)[0];

describe('a name', () => {
  test.each([
    ['Troyes', '10387'],
    ['étain', '55181'],
    ['ETAIN', '55181'],
    ['saint-germain-en-laye', '78551'],
    ['St Germain en Laye', '78551'],
    ['st-germain en', '78551'],
    ['ste foy les lyon', '69202'],
    ['st foy les lyon', '69202'],
    ['l’île d’yeu', '85113'],
    ["L'Ile-d'Yeu", '85113'],
    ['lile dyeu', '85113'],
    ['ile d yeu', '85113'],
    ['œuf en ternois', '62633'],
    ['oeuf en ternois', '62633'],
    ['Chalon s/ Saône', '71076'],
    ['Aÿ-Champagne', '51030'],
    ['y', '80829'],
    ['eu', '76255'],
    ['noumea', '98818'],
    ['bastia', '2B033'],
  ])('« %s » is found first whatever the accents, hyphens and abbreviations', (text, code) => {
    expect(firstCode(text)).toBe(code);
  });

  test('the exact name goes before longer names that begin with it, however populated', () => {
    expect(codesOf('saint germain', 6)).toEqual(['10340', '70464', '86223', '07241', '54475', '78551']);
  });

  test('among names that begin with the text, the most populated goes first', () => {
    expect(firstCode('marseil')).toBe('13055');
    expect(codesOf('lill', 3)).toEqual(['59350', '62516', '76384']);
  });

  test('an article left out does not hide Le Havre, Le Mans, La Rochelle', () => {
    expect(['havre', 'mans', 'rochelle', 'rochel', 'sables d olonne'].map(firstCode)).toEqual([
      '76351',
      '72181',
      '17300',
      '17300',
      '85194',
    ]);
  });

  test('a word inside the name finds it, after names that begin with it', () => {
    expect(codesOf('mousson', 3)).toEqual(['54390', '54431', '54079']);
    expect(codesOf('laye')).toContain('78551');
  });

  test('words left out or turned round still find Aix-en-Provence and Châlons-en-Champagne', () => {
    expect(['aix provence', 'provence aix', 'chalons champagne', 'boulogne mer'].map(firstCode)).toEqual([
      '13001',
      '13001',
      '51108',
      '62160',
    ]);
  });

  test('« st » alone may be the beginning of Strasbourg, « st  » followed by a blank is « saint »', () => {
    expect(codesOf('st', 8)).toContain('67482');
    expect(codesOf('st ', 8)).not.toContain('67482');
  });
});

describe('one typing mistake', () => {
  test.each([
    ['a wrong letter', 'trpyes', '10387'],
    ['a wrong first letter', 'zroyes', '10387'],
    ['a missing letter', 'marseile', '13055'],
    ['a letter too many', 'bordeauxx', '33063'],
    ['two letters swapped', 'parsi', '75056'],
    ['in the beginning of a name', 'stasbour', '67482'],
    ['in a word of a long name', 'aix en provance', '13001'],
    ['in a word, others left out', 'aix provance', '13001'],
    ['after St', 'st ettienne', '42218'],
  ])('%s is forgiven: « %s »', (_, text, code) => {
    expect(firstCode(text)).toBe(code);
    expect(firstHit(text)?.niveau).toBe('approche');
  });

  test('two mistakes are not', () => {
    expect(codesOf('mqrsqille')).toEqual([]);
  });

  test('a digit is never mended: Paris has no 25th arrondissement, so the answer is Paris', () => {
    expect(firstHit('paris 25')).toMatchObject({ code: '75056', trouvePar: null });
  });

  test('names one letter away come after the exact one', () => {
    expect(codesOf('cannes', 1)).toEqual(['06029']);
    expect(codesOf('vannes', 8)).toContain('06029');
  });
});

describe('a code', () => {
  test('a postcode gives all its communes, the most populated first', () => {
    expect(firstCode('10000')).toBe('10387');
    expect(codesOf('51300', 3)).toEqual(['51649', '51262', '51328']);
  });

  test('the beginning of a postcode is enough', () => {
    expect(firstCode('10')).toBe('10387');
    expect(firstCode('5540')).toBe('55181');
    expect(codesOf('98', 3)).toContain('98818');
  });

  test('an INSEE code is found when it is no postcode, in Corsica in small letters too', () => {
    expect(['10387', '2A004', '2b033', '75056'].map(firstCode)).toEqual(['10387', '2A004', '2B033', '75056']);
  });

  test('97411, a postcode of Saint-Paul and the code of Saint-Denis, gives both', () => {
    expect(codesOf('97411')).toEqual(['97415', '97411']);
  });

  test('the code of a commune of other days gives the commune of today, unless it is a postcode', () => {
    expect(firstHit('12076')).toMatchObject({ commune: { code: '12218' }, trouvePar: { nature: 'deleguee' } });
    expect(codesOf('75015')).toEqual(['75056']);
  });

  test('a code and a name together: the commune of that name first', () => {
    expect(firstCode('10000 Troyes')).toBe('10387');
    expect(firstCode('Arles 13200')).toBe('13004');
    expect(firstCode('51300 Vitry-le-François')).toBe('51649');
  });

  test('a Cedex address gives its commune', () => {
    expect(firstCode('10012 Troyes Cedex')).toBe('10387');
    expect(firstCode('Lyon Cedex 03')).toBe('69123');
  });
});

describe('homonyms', () => {
  test('a department, by name or number, chooses among the communes called Saint-Denis', () => {
    expect(['saint denis 974', 'Saint-Denis (La Réunion)', 'st denis de la reunion'].map(firstCode)).toEqual([
      '97411',
      '97411',
      '97411',
    ]);
    expect(['Saint-Denis 93', 'saint-denis seine saint denis', 'Saint-Denis, Aude'].map(firstCode)).toEqual([
      '93066',
      '93066',
      '11339',
    ]);
    expect(firstCode('Valence Drôme')).toBe('26362');
  });

  test('all communes of one name are given, the most populated first', () => {
    const communes = searchCommunes(index, 'sainte colombe', 20).filter(({ nom }) => nom === 'Sainte-Colombe');
    expect(communes).toHaveLength(12);
    const populations = communes.map(({ population }) => population);
    expect(populations).toEqual([...populations].sort((a, b) => b - a));
  });
});

describe('places that belong to a commune of today', () => {
  test.each([
    ['paris 15', '75115', '75056', 'Paris 15e Arrondissement'],
    ['Paris 15e', '75115', '75056', 'Paris 15e Arrondissement'],
    ['paris 15ème arrondissement', '75115', '75056', 'Paris 15e Arrondissement'],
    ['75015', '75115', '75056', 'Paris 15e Arrondissement'],
    ['75116', '75116', '75056', 'Paris 16e Arrondissement'],
    ['75115', '75115', '75056', 'Paris 15e Arrondissement'],
    ['Lyon 3e', '69383', '69123', 'Lyon 3e Arrondissement'],
    ['marseille 1er', '13201', '13055', 'Marseille 1er Arrondissement'],
    ['13001', '13201', '13055', 'Marseille 1er Arrondissement'],
  ])('« %s » is the arrondissement %s of %s', (text, code, commune, nom) => {
    expect(firstHit(text)).toMatchObject({
      code,
      commune: { code: commune },
      trouvePar: { nature: 'arrondissement', nom },
    });
    expect(firstCode(text)).toBe(commune);
  });

  test('« paris » is Paris once, without its arrondissements', () => {
    expect(searchCommuneHits(index, 'paris', 20).filter(({ commune }) => commune.code === '75056')).toHaveLength(1);
    expect(codesOf('paris 1').filter((code) => code === '75056')).toHaveLength(1);
  });

  test.each([
    ['Cherbourg-Octeville', '50129', 'deleguee'],
    ['Annecy-le-Vieux', '74010', 'deleguee'],
    ['Arbignieu', '01015', 'deleguee'],
    ['lomme', '59350', 'associee'],
  ])('« %s » leads to the commune of today %s', (text, commune, nature) => {
    expect(firstHit(text)).toMatchObject({
      code: commune,
      commune: { code: commune },
      trouvePar: { nature, nom: expect.any(String) },
    });
  });

  test('a name of other days comes after a commune of today that only adds an article', () => {
    expect(codesOf('cannet', 2)).toEqual(['06030', '32344']);
  });
});

describe('anything may be typed', () => {
  test.each(['', ' ', '   ', '-', "'", '\u0000', '\uD800', '💊', '%', '<script>alert(1)</script>'.repeat(3)])(
    '« %s » finds nothing and breaks nothing',
    (text) => {
      expect(searchCommunes(index, text, 8)).toEqual([]);
    },
  );

  test.each([
    '__proto__',
    'constructor',
    'tostring',
    'hasOwnProperty',
    "' OR 1=1 --",
    '../../etc/passwd',
    'undefined',
    'NaN',
  ])('« %s » is a text like another', (text) => {
    expect(searchCommunes(index, text, 8).length).toBeLessThanOrEqual(8);
  });

  test('10,000 characters are read no further than a name may go', () => {
    for (const piece of ['a', 'saint ', 's ', '7', 'é', 'troyes ', '-', '\u0301', 'ﷺ']) {
      expect(searchCommunes(index, piece.repeat(10_000), 8).length).toBeLessThanOrEqual(8);
    }
  });

  test('no limit, no answer', () => {
    expect(searchCommunes(index, 'paris', 0)).toEqual([]);
    expect(searchCommunes(index, 'paris', -1)).toEqual([]);
  });

  test('any text gives at most as many distinct communes of today as asked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.integer({ min: 1, max: 20 }), (text, limit) => {
        const codes = codesOf(text, limit);
        expect(codes.length).toBeLessThanOrEqual(limit);
        expect(new Set(codes).size).toBe(codes.length);
        for (const code of codes) expect(communeByCode(index, code)?.code).toBe(code);
      }),
      { numRuns: 500 },
    );
  });

  test('what is found for a few does not change when more are asked for', () => {
    const names = fc.constantFrom('saint', 'troy', 'la ', 'villeneuve', 'parsi', '10', 'aix provance', 'st ma', 'mont');
    fc.assert(
      fc.property(names, fc.integer({ min: 1, max: 10 }), (text, limit) => {
        expect(codesOf(text, limit + 5).slice(0, limit)).toEqual(codesOf(text, limit));
      }),
    );
  });
});
