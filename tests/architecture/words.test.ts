import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { frenchTexts } from './french-text.ts';

/**
 * Where French has to stay outside of `messages`, and why: it is not said to anyone, it is read, recognised or made up.
 * Everything else that these rooms have to tell is a code with its facts.
 */
const stays: Readonly<Record<string, string>> = {
  'src/domain/directory/source-date.ts': 'reads the dates that sources write',
  'src/domain/indemnities/hypothesis.ts': 'the mark that data bears, word for word',
  'src/domain/patient-data/patient-data.ts': 'the turns of phrase that it looks for',
  'src/domain/site/name.ts': 'a proper name, and the words that anyone would guess',
  'src/server/directory/text-match.ts': 'the words that people type for a kind of structure',
  'src/server/search/french-words.ts': 'the language that it reduces to its roots',
  'src/server/demo/demo-people.ts': 'made-up names: data of the demonstration',
  'src/server/http/access-log.ts': 'the fixed words of a line of the log',
};

const files = globSync('src/{domain,server,doors}/**/*.ts').sort();

test('there are rooms to guard', () => expect(files.length).toBeGreaterThan(300));

test.each(files.filter((file) => !Object.hasOwn(stays, file)))('%s says nothing in French', (file) => {
  expect(frenchTexts(file)).toEqual([]);
});

test.each(Object.keys(stays))('%s is still an exception', (file) => {
  expect(frenchTexts(file).length).toBeGreaterThan(0);
});

const texts = (source: string) => frenchTexts('sample.ts', source).map(({ text }) => text);

test('a sentence is seen in a refusal, a template, a label, and without any accent', () => {
  expect(texts(`z.string().max(80, 'Ce nom est trop long.')`)).toEqual(['Ce nom est trop long.']);
  expect(texts(`const said = \`Le port \${port} est pris ; \${rest}\`;`)).toEqual(['Le port ', ' est pris ; ']);
  expect(texts(`const label = { nom: 'Équipe' };`)).toEqual(['Équipe']);
  expect(texts(`const label = 'Nom du centre';`)).toEqual(['Nom du centre']);
  expect(texts(`const label = "L'adresse : à confirmer";`)).toEqual(["L'adresse : à confirmer"]);
});

test('codes, keys, queries, headers, comments and English errors are not seen', () => {
  for (const source of [
    `refuse({ code: 'NOM_TROP_LONG', champ: 'nom-du-centre' })`,
    `sql\`select nom, commune from structure where departement = ?\``,
    `execute('update compte set nom = ? where id = ?')`,
    `header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")`,
    `throw new Error('A page forgot to ask whether the team is there.')`,
    `/** Le nom de l’équipe. */ const name = 'nom';`,
    `import { équipe } from './à-côté.ts';`,
    `text.replaceAll('œ', 'oe')`,
  ])
    expect(texts(source)).toEqual([]);
});
