import { checkAxe, expect, noJsTest, test } from './fixtures.ts';

const foundPages = '[data-found="pages"] h3';
const count = '[data-found="count"]';

for (const width of [320, 1280]) {
  test(`the search and its results pass axe and hold in ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const query of ['', '?q=infirmier', '?q=DAC', '?q=Troyes', '?q=zygomatique']) {
      await page.goto(`/recherche${query}`);
      for (const summary of await page.locator('summary').all()) await summary.click();
      await checkAxe(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  });
}

test.describe('an empty search', () => {
  test.use({ expectedProblems: [/recherche\?q=/] });

  test('shows its error beside the field, and the first letters typed take it away', async ({ page }) => {
    await page.goto('/recherche?q=');
    await expect(page).toHaveTitle(/^Erreur/);
    const field = page.getByRole('searchbox');
    await expect(field).toHaveAccessibleDescription(/Écrivez ce que vous cherchez\./);
    await checkAxe(page);
    await field.fill('maison');
    await expect(page.getByText('Écrivez ce que vous cherchez.')).toHaveCount(0);
  });
});

noJsTest(
  'without JavaScript, « équipe » and « equipe » find the same pages, with the word marked',
  async ({ page }) => {
    await page.goto('/recherche');
    await page.getByLabel('Que cherchez-vous ?').fill('équipe');
    await page.getByRole('button', { name: 'Chercher' }).click();
    const withAccents = await page.locator(foundPages).allInnerTexts();
    expect(withAccents.length).toBeGreaterThan(3);
    await expect(page.locator('mark').first()).toHaveText(/équipe/i);
    await page.goto('/recherche?q=equipe');
    expect(await page.locator(foundPages).allInnerTexts()).toEqual(withAccents);
  },
);

noJsTest('without JavaScript, « infirmières » leads first to ASALEE', async ({ page }) => {
  await page.goto('/recherche?q=infirmi%C3%A8res');
  await expect(page.locator(foundPages).first()).toContainText('ASALEE');
});

noJsTest('« Troyes » gives the DAC of Troyes with its number, and leads to it', async ({ page }) => {
  await page.goto('/recherche?q=Troyes');
  const communes = page.locator('[data-found="communes"]');
  await expect(communes.getByRole('link', { name: '03 25 40 80 83' })).toHaveAttribute('href', 'tel:+33325408083');
  await communes.getByRole('link', { name: 'DAC de Troyes' }).click();
  await expect(page).toHaveURL('/dac?commune=10387');
});

noJsTest('« DAC de Troyes » is understood too', async ({ page }) => {
  await page.goto('/recherche?q=DAC+de+Troyes');
  await expect(page.locator('[data-found="communes"]').getByRole('link', { name: 'DAC de Troyes' })).toBeVisible();
});

noJsTest('« maison » finds pages and no commune that only begins like it', async ({ page }) => {
  await page.goto('/recherche?q=maison');
  await expect(page.locator(foundPages).first()).toContainText(/maison/i);
  await expect(page.locator('[data-found="communes"] li')).toHaveCount(0);
});

noJsTest('nothing found says so and opens other doors', async ({ page }) => {
  await page.goto('/recherche?q=zygomatique');
  await expect(page.locator(count)).toHaveText(/Aucun résultat pour/);
  await page.getByRole('main').getByRole('link', { name: 'Trouver mon DAC' }).click();
  await expect(page).toHaveURL('/dac');
});

test('an empty search, signs alone and 201 characters are answered by a French sentence and a 400', async ({
  request,
}) => {
  for (const [query, sentence] of [
    ['', 'Écrivez ce que vous cherchez.'],
    ['%22*%22', 'Écrivez au moins une lettre ou un chiffre.'],
    ['a'.repeat(201), 'Cette recherche est trop longue'],
    ['a'.repeat(5000), 'Cette recherche est trop longue'],
  ] as const) {
    const response = await request.get(`/recherche?q=${query}`);
    expect(response.status()).toBe(400);
    expect(await response.text()).toContain(sentence);
  }
});

test('hostile searches are searched as words: no 500, nothing reflected as markup', async ({ request }) => {
  for (const query of [
    '<script>alert(1)</script>',
    '" OR "a"*',
    'titre:x NEAR(a,b)',
    '{titre} : ^a',
    "'; drop table meta;--",
    '\u0000é',
    '%',
    '🏥 santé',
  ]) {
    const response = await request.get(`/recherche?q=${encodeURIComponent(query)}&q=autre&inconnu=1`);
    expect(response.status()).toBeLessThan(500);
    const outsideAttributes = (await response.text()).replace(/="[^"]*"/g, '');
    expect(outsideAttributes).not.toContain('<script>alert');
  }
});

test('with JavaScript, results follow what is typed, and the address too', async ({ page }) => {
  await page.goto('/recherche');
  await page.getByLabel('Que cherchez-vous ?').fill('indemnité');
  await expect(page.locator(count)).toHaveText(/pages pour/);
  await expect(page.locator(foundPages).first()).toContainText(/indemnités/);
  await expect(page).toHaveURL(`/recherche?q=${encodeURIComponent('indemnité')}`);
  await page.getByLabel('Que cherchez-vous ?').fill('Troyes');
  await expect(page.getByRole('link', { name: 'DAC de Troyes' })).toBeVisible();
  await expect(page.locator(foundPages)).toHaveCount(0);
});

test('Pagefind loads on the search page only, when one starts to type, and compiles under the policy', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/');
  await page.goto('/recherche?q=maison');
  expect(asked.filter((path) => path.startsWith('/pagefind/'))).toEqual([]);
  await page.getByLabel('Que cherchez-vous ?').fill('protocole');
  await expect(page.locator(count)).toHaveText(/protocole/);
  await expect.poll(() => asked.some((path) => /^\/pagefind\/fragment\//.test(path))).toBe(true);
});

test.describe('when Pagefind cannot load', () => {
  test.use({ expectedProblems: [/pagefind/] });

  test('the server answers as you type', async ({ page }) => {
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.goto('/recherche');
    await page.getByLabel('Que cherchez-vous ?').fill('infirmières');
    await expect(page.locator(foundPages).first()).toContainText('ASALEE');
    await expect(page.locator(count)).toHaveText(/pour «\sinfirmières\s»/);
  });
});

test('when the server does not answer, Pagefind still does', async ({ page }) => {
  await page.goto('/recherche');
  await page.getByLabel('Que cherchez-vous ?').focus();
  await page.waitForResponse(/wasm/);
  await page.route('**/recherche?*', (route) => route.abort('aborted'));
  await page.getByLabel('Que cherchez-vous ?').fill('protocole');
  await expect(page.locator(foundPages).first()).toBeVisible();
});
