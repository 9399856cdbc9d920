import { expect, noJsTest, test } from './fixtures.ts';

noJsTest('without JavaScript: choose what is wrong, send, read the thanks', async ({ page }) => {
  await page.goto('/annuaire/dac-ardennes');
  await page.getByRole('link', { name: 'Signaler une erreur' }).click();
  await page.getByLabel('Le numéro ne répond pas').check();
  await page.getByRole('button', { name: 'Envoyer le signalement' }).click();
  await expect(page).toHaveURL(/recu=1$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Merci, c’est noté');
});

noJsTest.describe('an incomplete report', () => {
  noJsTest.use({ expectedProblems: [/400/] });
  noJsTest('names what is missing beside the field, and keeps what was typed', async ({ page }) => {
    await page.goto('/signaler?fiche=dac-aube');
    await page.getByLabel(/Une page qui donne/).fill('exemple');
    await page.getByRole('button', { name: 'Envoyer le signalement' }).click();
    await expect(page.locator('#motif-erreur')).toHaveText('Choisissez ce qui est à corriger.');
    await expect(page.locator('#preuve-erreur')).toContainText('Écrivez l’adresse entière de la page');
    await expect(page.getByLabel(/Une page qui donne/)).toHaveValue('exemple');
  });
});

test('a report posted from another site is refused', async ({ request }) => {
  const answer = await request.post('/signaler?fiche=dac-aube', {
    form: { motif: 'numero-faux' },
    headers: { origin: 'https://ailleurs.example' },
  });
  expect(answer.status()).toBe(403);
});

test('no page sets a cookie', async ({ request }) => {
  for (const address of [
    '/',
    '/dac?commune=10387',
    '/annuaire',
    '/signaler?fiche=dac-aube',
    '/comparer',
    '/api/v1/communes?q=troyes',
  ])
    expect((await request.get(address)).headers()['set-cookie'], address).toBeUndefined();
});
