import { checkAxe, expect, noJsTest, test } from './fixtures.ts';

noJsTest(
  'without JavaScript: filter by type and commune, the count is said, the address holds the filters',
  async ({ page, request }) => {
    const { total } = await (await request.get('/api/v1/structures')).json();
    expect(total).toBeGreaterThan(5800);
    await page.goto('/annuaire');
    await expect(page.getByRole('status')).toHaveText(`${total.toLocaleString('fr-FR')} structures.`);
    await page.getByLabel('DAC').check();
    await page.getByLabel(/Commune ou code postal/).fill('10000');
    await page.getByRole('button', { name: 'Filtrer' }).click();
    await expect(page).toHaveURL(/\/annuaire\?type=dac&commune=10387$/);
    await expect(page.getByRole('status')).toContainText('1 structure à Troyes');
    await expect(page.locator('[data-structure]')).toHaveCount(1);
    await expect(page.getByRole('link', { name: '03 25 40 80 83' })).toBeVisible();
  },
);

noJsTest('without JavaScript there is no button for a map that could not open', async ({ page }) => {
  await page.goto('/annuaire');
  await expect(page.getByRole('button', { name: 'Voir la carte' })).toHaveCount(0);
});

noJsTest('the list comes fifty at a time; the last page holds the rest', async ({ page, request }) => {
  const { total } = await (await request.get('/api/v1/structures')).json();
  await page.goto(`/annuaire?page=${Math.ceil(total / 50)}`);
  await expect(page.locator('[data-structure]')).toHaveCount(total % 50 || 50);
  await expect(page.getByRole('link', { name: 'Page suivante' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Page précédente' }).click();
  await expect(page.locator('[data-structure]')).toHaveCount(50);
});

noJsTest('a list inside a box keeps its box from page to page, and in its downloads', async ({ page, request }) => {
  await page.goto('/annuaire?bbox=-5.5,41,10,51.5&taille=20');
  await page.getByRole('link', { name: 'Page suivante' }).click();
  await expect(page).toHaveURL(/bbox=-5\.5,41,10,51\.5&taille=20&page=2$/);
  await expect(page.locator('[data-structure]')).toHaveCount(20);
  const csv = await page.getByRole('link', { name: 'CSV' }).getAttribute('href');
  expect(csv).toBe('/api/v1/structures.csv?bbox=-5.5,41,10,51.5');
  expect((await request.get(csv ?? '')).status()).toBe(200);
});

test('the map really loads: every positioned structure of the list is a point on it, axe finds nothing', async ({
  page,
}) => {
  const mapRequests: string[] = [];
  page.on('request', (request) => mapRequests.push(request.url()));
  await page.goto('/annuaire?type=dac');
  expect(mapRequests.filter((url) => /maplibre|directory-map|geojson/.test(url))).toEqual([]);
  await page.getByRole('button', { name: 'Voir la carte' }).click();
  const frame = page.locator('[data-map-frame]');
  await expect(frame).toHaveAttribute('data-map-state', 'prete');
  const positioned = await page.evaluate(
    async () => (await (await fetch('/api/v1/structures.geojson?type=dac')).json()).features.length,
  );
  expect(positioned).toBeGreaterThan(10);
  await expect(frame).toHaveAttribute('data-map-points', String(positioned));
  await expect(frame.locator('canvas')).toBeVisible();
  await checkAxe(page);
});

test('the map paints something: its picture holds land, sea and points, not one flat colour', async ({ page }) => {
  await page.goto('/annuaire?type=dac');
  await page.getByRole('button', { name: 'Voir la carte' }).click();
  await expect(page.locator('[data-map-frame]')).toHaveAttribute('data-map-state', 'prete');
  const picture = await page.locator('[data-map-frame] canvas').screenshot();
  // A page without any policy reads the picture back.
  const reader = await page.context().newPage();
  const colours = await reader.evaluate(async (base64) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    return new Set(new Uint32Array(data.buffer)).size;
  }, picture.toString('base64'));
  expect(colours).toBeGreaterThan(50);
});

test('from the keyboard, a line of the list shows its point on the map and its popup', async ({ page }) => {
  await page.goto('/annuaire?type=dac&departement=10');
  await page.getByRole('button', { name: 'Voir la carte' }).press('Enter');
  await expect(page.locator('[data-map-frame]')).toHaveAttribute('data-map-state', 'prete');
  await page.getByRole('button', { name: 'Voir Appui Santé Aube sur la carte' }).press('Enter');
  const popup = page.locator('.maplibregl-popup');
  await expect(popup.getByRole('link', { name: 'Appui Santé Aube' })).toHaveAttribute('href', '/annuaire/dac-aube');
  await expect(popup.getByRole('link', { name: '03 25 40 80 83' })).toBeVisible();
  await expect(page.locator('[data-structure="dac-aube"]')).toHaveAttribute('data-active', '');
});

test.describe('when the record of a point cannot be had', () => {
  test.use({ expectedProblems: [/500|console/] });
  test('its popup still leads to it', async ({ page }) => {
    await page.route('**/api/v1/structures/dac-aube', (route) => route.fulfill({ status: 500 }));
    await page.goto('/annuaire?type=dac&departement=10');
    await page.getByRole('button', { name: 'Voir la carte' }).click();
    await page.getByRole('button', { name: 'Voir Appui Santé Aube sur la carte' }).click();
    await expect(page.locator('.maplibregl-popup').getByRole('link')).toHaveAttribute('href', '/annuaire/dac-aube');
  });
});

test.describe('when the points cannot be had', () => {
  test.use({ expectedProblems: [/500|console/] });
  test('the map says so and the list remains', async ({ page }) => {
    await page.route('**/api/v1/structures.geojson*', (route) => route.fulfill({ status: 500 }));
    await page.goto('/annuaire');
    await page.getByRole('button', { name: 'Voir la carte' }).click();
    await expect(page.locator('[data-map-status]')).toHaveText(
      'La carte n’a pas pu s’ouvrir. La liste donne les mêmes informations.',
    );
    await expect(page.locator('[data-structure]').first()).toBeVisible();
  });
});

noJsTest('on a phone, a name or a commune can be typed on the first screen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/annuaire');
  await expect(page.getByLabel('Nom', { exact: true })).toBeInViewport({ ratio: 1 });
  await expect(page.getByLabel('Commune ou code postal')).toBeInViewport({ ratio: 1 });
});

test.describe('bad input', () => {
  test.use({ expectedProblems: [/400|404/], javaScriptEnabled: false });
  for (const [query, sentence] of [
    ['departement=999', 'Écrivez un code de département'],
    ['type=truc', 'Les types connus sont'],
    ['q=a', 'Écrivez au moins 2 caractères du nom.'],
    ['lieu=Xyzzyville', 'Nous ne trouvons pas de commune'],
    ['page=-1', 'Écrivez un numéro de page entier'],
    ['truc=1', 'Ce paramètre n’existe pas.'],
    [Array.from({ length: 1000 }, (_, at) => `f${at}=1`).join('&'), 'Ce paramètre n’existe pas.'],
  ] as const) {
    test(`?${query.slice(0, 30)} gets 400 and a French sentence`, async ({ page }) => {
      expect((await page.goto(`/annuaire?${query}`))?.status()).toBe(400);
      await expect(page.locator('main')).toContainText(sentence);
    });
  }
  test('an unknown record is a 404 page', async ({ page }) => {
    expect((await page.goto('/annuaire/fiche-inconnue'))?.status()).toBe(404);
  });
});

noJsTest('each number says the date of what gave it, each source what it proves', async ({ page }) => {
  await page.goto('/annuaire/msp-340021955');
  await expect(page.getByText('Numéro d’après une source du 8 janvier 2021.')).toBeVisible();
  await expect(page.getByText(/\(2026\)\s; FINESS.*\(8 janvier 2021\), pour le téléphone\./)).toBeVisible();
  await expect(page.getByText('À confirmer', { exact: true })).toBeVisible();
});

test.describe('a record that was withdrawn', () => {
  test.use({ expectedProblems: [/410/], javaScriptEnabled: false });
  test('its address answers 410, names it, says why and leads on', async ({ page, request }) => {
    expect((await page.goto('/annuaire/cds-090781741'))?.status()).toBe(410);
    await expect(page.locator('main')).toContainText('Centre de soins infirmiers de Foix');
    await expect(page.locator('main')).toContainText('n’est plus dans FINESS');
    await expect(page.getByRole('link', { name: 'Chercher dans l’annuaire' })).toHaveAttribute('href', '/annuaire');
    expect((await request.get('/api/v1/structures/cds-090781741')).status()).toBe(410);
  });
});

noJsTest('a structure shows all that is known of it, with its source, and says what is not', async ({ page }) => {
  await page.goto('/annuaire/dac-aube');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Appui Santé Aube');
  await expect(page.locator('address')).toContainText('1 avenue Pierre Brossolette');
  await expect(page.locator('main')).toContainText('Source lue le 22 novembre 2026');
  await expect(page.locator('dd', { hasText: 'Non précisé dans nos sources' }).first()).toBeVisible();
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '');
  expect(data.telephone).toBe('+33325408083');
});
