import { expect, noJsTest, test } from './fixtures.ts';

noJsTest('three boxes checked, one click: the table compares them and the address says so', async ({ page }) => {
  await page.goto('/comparer?modeles=dac');
  await page.getByLabel('DAC').uncheck();
  for (const label of ['MSP', 'CDS', 'ASALEE']) await page.getByLabel(label, { exact: true }).check();
  await page.getByRole('button', { name: 'Comparer' }).click();
  await expect(page).toHaveURL(/modeles=asalee&modeles=msp&modeles=cds/);
  await expect(page.locator('thead th')).toHaveText(['Critère', 'ASALEE', 'MSP', 'CDS']);
});

noJsTest('the minimum of an MSP is shown with both figures, each with its scope', async ({ page }) => {
  await page.goto('/comparer?modeles=msp,esp-clap&criteres=minimum');
  const row = page.locator('tbody tr');
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('3 généralistes + 1 auxiliaire médical (Pays de la Loire)');
  await expect(row).toContainText('2 généralistes + 1 autre');
  await expect(row.getByRole('rowheader')).toContainText('Réponses différentes');
});

noJsTest('an unknown model in the address is named and left aside', async ({ page }) => {
  await page.goto('/comparer?modeles=msp,licorne,cpts');
  await expect(page.locator('.note')).toContainText('licorne');
  await expect(page.locator('thead th')).toHaveText(['Critère', 'MSP', 'CPTS']);
});

noJsTest('one professional: ESP CLAP and MSP no, ESP CLAP and CPTS yes', async ({ page }) => {
  await page.goto('/comparer?modeles=esp-clap,msp,cpts');
  await expect(page.getByRole('listitem').filter({ hasText: /^ESP CLAP et MSP/ })).toContainText(
    'ESP CLAP et MSP : non.',
  );
  await expect(page.getByRole('listitem').filter({ hasText: /^ESP CLAP et CPTS/ })).toContainText(
    'ESP CLAP et CPTS : oui.',
  );
});

noJsTest('on a phone each criterion is a card that names the model beside each answer', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto('/comparer?modeles=msp,cpts&criteres=contrat');
  const label = await page
    .locator('td[data-label]')
    .first()
    .evaluate((cell) => getComputedStyle(cell, '::before').content);
  expect(label).toContain('MSP');
});

test('the CSV opens with the criteria as rows and one column a model', async ({ request }) => {
  const csv = await (await request.get('/comparer.csv?modeles=msp,cpts&criteres=minimum,contrat')).text();
  expect(csv.split('\r\n')[0]).toBe('Critère,MSP,CPTS,Différence');
  expect(csv).toContain('Équipe minimale');
});

test('printed on A4, the comparison of three models keeps the form and the menu away', async ({ page }) => {
  await page.goto('/comparer?modeles=msp,cpts,esp-clap');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation', { name: 'Navigation principale' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Comparer' })).toBeHidden();
  await expect(page.locator('table.compare')).toBeVisible();
});
