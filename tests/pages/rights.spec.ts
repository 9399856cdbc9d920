import { checkMatrix, everyForm, privatePages } from '../rights/matrix.ts';
import { rows } from '../rights/rows.ts';
import { expect, test } from './fixtures.ts';

test('every private page that exists has a row, and no row is of a page that does not', () => {
  const described = new Set(rows.filter(({ form }) => form === undefined).map(({ file }) => file));
  expect([...described].sort()).toEqual(privatePages());
});

test('every form that exists has a row, and no row is of a form that does not', async () => {
  const described = rows.flatMap(({ form }) => (form === undefined ? [] : [form]));
  expect([...new Set(described)].sort()).toEqual(await everyForm());
});

test('everyone meets what the matrix says, on what is his, on what is another’s and on what does not exist', async ({
  baseURL,
}) => {
  test.setTimeout(240_000);
  const { cells, surprises, leaks } = await checkMatrix(baseURL ?? '', process.env.PAGES_DATABASE ?? '', rows);
  expect(leaks).toEqual([]);
  expect(surprises).toEqual([]);
  expect(cells).toBeGreaterThan(300);
});
