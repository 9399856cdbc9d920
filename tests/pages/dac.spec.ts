import { expect, noJsTest, test } from './fixtures.ts';

const phone = 'tel:+33325408083';

test('typing « troy », one arrow and Enter lead to Appui Santé Aube and its number', async ({ page }) => {
  await page.goto('/dac');
  const field = page.getByRole('combobox', { name: /Dans quelle commune/ });
  await field.fill('troy');
  await expect(page.getByRole('option').first()).toHaveText(/Troyes \(10000, Aube\)/);
  await field.press('ArrowDown');
  await expect(field).toHaveAttribute('aria-activedescendant', /.+/);
  await field.press('Enter');
  await expect(page).toHaveURL(/\/dac\?commune=10387$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('À Troyes, appelez votre DAC');
  await expect(page.getByRole('link', { name: /03 25 40 80 83/ })).toHaveAttribute('href', phone);
  await expect(page.locator('.dac-card')).toContainText('Troyes est dans l’Aube, que ce DAC couvre en entier.');
});

test('the suggestions say how many they are, Escape closes them and keeps the text', async ({ page }) => {
  await page.goto('/');
  const field = page.getByRole('combobox', { name: /Dans quelle commune/ });
  await field.fill('saint-denis');
  await expect(page.locator('[data-commune-status]')).toHaveText(/8 communes proposées/);
  await field.press('Escape');
  await expect(page.getByRole('listbox')).toBeHidden();
  await expect(field).toHaveValue('saint-denis');
  await expect(field).toHaveAttribute('aria-expanded', 'false');
});

test('a click on a suggestion works too, and the address holds the code, not the text typed', async ({ page }) => {
  await page.goto('/dac');
  await page.getByRole('combobox').fill('etain');
  await page.getByRole('option', { name: 'Étain (55400, Meuse)' }).click();
  await expect(page).toHaveURL(/\?commune=55181$/);
  await expect(page.getByRole('link', { name: /03 72 85 01 17/ })).toBeVisible();
});

test('with the keyboard only, from the home page to the number', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  while (!(await page.evaluate(() => document.activeElement?.matches('input[name=q]'))))
    await page.keyboard.press('Tab');
  await page.keyboard.type('10000');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/dac\?commune=10387$/);
  const number = page.getByRole('link', { name: /03 25 40 80 83/ });
  for (let presses = 0; presses < 30 && !(await number.evaluate((link) => link === document.activeElement)); presses++)
    await page.keyboard.press('Tab');
  await expect(number).toBeFocused();
});

noJsTest('without JavaScript: a name that is one commune leads straight to the answer', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel(/Dans quelle commune/).fill('troyes');
  await page.getByRole('button', { name: 'Trouver mon DAC' }).click();
  await expect(page).toHaveURL(/\/dac\?commune=10387$/);
  await expect(page.locator(`a[href="${phone}"]`)).toBeVisible();
});

noJsTest('without JavaScript: a name that is several communes gives a list to choose from', async ({ page }) => {
  await page.goto('/dac');
  await page.getByLabel(/Dans quelle commune/).fill('Saint-Denis');
  await page.getByRole('button', { name: 'Trouver mon DAC' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('De quelle commune s’agit-il ?');
  await page.locator('.places li', { hasText: 'La Réunion' }).getByRole('link').click();
  await expect(page).toHaveURL(/\?commune=97411$/);
  await expect(page.locator('.dac-card')).toContainText('DAC La Réunion');
});

noJsTest(
  'Haute-Marne: the DAC exists, its number is said to be missing, and what is left is given',
  async ({ page }) => {
    await page.goto('/dac?commune=52121');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'À Chaumont, un DAC existe, mais son numéro nous manque',
    );
    await expect(page.locator('.dac-card a[href^="tel:"]')).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'ARS Grand Est' })).toBeVisible();
  },
);

noJsTest('Quimper: a department covered in part is not taken for an answer', async ({ page }) => {
  await page.goto('/dac?commune=29232');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'À Quimper, nous ne savons pas lequel est votre DAC',
  );
});

noJsTest('the emergency numbers stand on each patients’ page', async ({ page }) => {
  for (const address of [
    '/dac',
    '/dac?commune=10387',
    '/dac/carte?commune=10387',
    '/modeles/dac',
    '/annuaire/dac-aube',
  ]) {
    await page.goto(address);
    const bar = page.getByRole('complementary', { name: 'Numéros d’urgence' });
    for (const number of ['15', '112', '18', '114'])
      await expect(bar.getByRole('link', { name: number, exact: true })).toBeVisible();
  }
});

test.describe('bad input', () => {
  test.use({ expectedProblems: [/400|404/], javaScriptEnabled: false });
  const cases = [
    ['q=', 400, 'Écrivez le nom de la commune ou son code postal.'],
    [`q=${'a'.repeat(5000)}`, 400, 'Ce texte est trop long'],
    ['q=Xyzzyville', 404, 'Nous ne trouvons pas de commune « Xyzzyville »'],
    ['commune=99999', 404, 'Nous ne trouvons pas de commune « 99999 »'],
    ['q=%3Cscript%3Ealert(1)%3C%2Fscript%3E', 404, 'Nous ne trouvons pas de commune'],
  ] as const;
  for (const [query, status, sentence] of cases) {
    test(`?${query.slice(0, 40)} gets ${status} and a French sentence beside the field`, async ({ page }) => {
      expect((await page.goto(`/dac?${query}`))?.status()).toBe(status);
      const error = page.locator('#commune-erreur');
      await expect(error).toContainText(sentence.replaceAll('« ', '«\u202f').replaceAll(' »', '\u202f»'));
      await expect(page.locator('input[name=q]')).toHaveAttribute('aria-invalid', 'true');
      await expect(page.locator('script:not([src])')).toHaveCount(0);
    });
  }
});

test('the contact card is a vCard with the number', async ({ request }) => {
  const card = await request.get('/annuaire/dac-aube.vcf');
  expect(card.headers()['content-type']).toMatch(/text\/vcard/);
  expect(await card.text()).toMatch(/BEGIN:VCARD[\s\S]*\+33325408083[\s\S]*END:VCARD/);
});

test('the card to print fits one A6 page', async ({ page }) => {
  await page.goto('/dac/carte?commune=10387');
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? [];
  expect(pages).toHaveLength(1);
  // A6 landscape is 148 × 105 mm, 419.5 × 297.6 points.
  expect(pdf.toString('latin1')).toMatch(/MediaBox\s*\[\s*0 0 4(?:19|20)[.\d]* 29[78][.\d]*\s*\]/);
});
