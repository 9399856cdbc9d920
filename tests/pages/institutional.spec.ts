import { apiExamples } from '../../src/pages/api/v1/_examples.ts';
import { checkAxe, expect, noJsTest, test } from './fixtures.ts';

const pages = ['/mentions-legales', '/confidentialite', '/accessibilite', '/plan-du-site', '/donnees', '/developpeurs'];

for (const path of pages) {
  for (const width of [320, 1280]) {
    test(`${path} passes axe and holds in ${width} px, its details opened`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(path);
      for (const summary of await page.locator('summary').all()) await summary.click();
      await checkAxe(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    });
  }

  test(`${path} comes with its style in at most 14,000 bytes of brotli, sets no cookie and stores nothing`, async ({
    page,
    context,
  }) => {
    const response = await page.goto(path);
    expect(Number(response?.headers()['content-length'])).toBeLessThanOrEqual(14_000);
    expect(response?.headers()['content-encoding']).toBe('br');
    expect(await page.locator('link[rel=stylesheet]').count()).toBe(0);
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  });
}

noJsTest('what the publisher has not given is said so, never made up', async ({ page }) => {
  await page.goto('/mentions-legales');
  const name = page.locator('dt:text-is("Nom") + dd').first();
  await expect(name).toHaveText('À compléter par l’éditeur avant la mise en service');
});

test('the declaration, its title and the footer of every page give the same state', async ({ page }) => {
  await page.goto('/accessibilite');
  const state = await page.locator('#etat + p strong').innerText();
  expect(state).toBe('non conforme');
  await expect(page).toHaveTitle(new RegExp(`Accessibilité\\s?: ${state}`));
  for (const path of ['/', '/dac', '/donnees']) {
    await page.goto(path);
    await expect(page.getByRole('contentinfo')).toContainText(new RegExp(`Accessibilité\\s?: ${state}`));
  }
});

test('the declaration keeps the sections of the mandatory form, in order', async ({ page }) => {
  await page.goto('/accessibilite');
  expect(await page.locator('main h2').allInnerTexts()).toEqual([
    'État de conformité',
    'Contenus non accessibles',
    'Établissement de cette déclaration d’accessibilité',
    'Retour d’information et contact',
    'Voies de recours',
  ]);
  await expect(page.getByRole('main')).toContainText(
    'conformément à l’article 47 de la loi n° 2005-102 du 11 février 2005',
  );
  await expect(page.getByRole('main')).toContainText('Libre réponse 71120');
});

test('every address of the site map answers', async ({ page, request }) => {
  await page.goto('/plan-du-site');
  const addresses = await page
    .locator('main a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  expect(addresses.length).toBeGreaterThan(25);
  for (const address of addresses) expect((await request.get(address)).status(), address).toBe(200);
});

test('sitemap.xml lists pages that answer, and robots.txt gives its address', async ({ request }) => {
  const xml = await (await request.get('/sitemap.xml')).text();
  const paths = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(String(address)).pathname);
  expect(paths.length).toBeGreaterThan(400);
  const structures = paths.filter((path) => /^\/annuaire\/./.test(path));
  for (const path of [...paths.filter((path) => !structures.includes(path)), ...structures.slice(0, 5)]) {
    expect((await request.get(path)).status(), path).toBe(200);
  }
  const robots = await request.get('/robots.txt');
  expect(robots.headers()['content-type']).toContain('text/plain');
  expect(await robots.text()).toMatch(/^Sitemap: https?:\/\/.+\/sitemap\.xml$/m);
});

test('security.txt says that no contact is configured rather than give a made-up one', async ({ request }) => {
  const response = await request.get('/.well-known/security.txt');
  expect(response.status()).toBe(404);
  expect(await response.text()).toContain('contacts.securite');
});

for (const { methode, chemin, corps } of apiExamples) {
  test(`the example ${methode} ${chemin} is a real request: 200`, async ({ request }) => {
    const response = methode === 'GET' ? await request.get(chemin) : await request.post(chemin, { data: corps ?? {} });
    expect(response.status(), await response.text()).toBe(200);
  });
}

test('the page on data counts departments: known whole, in part and unknown make 101', async ({ page }) => {
  await page.goto('/donnees');
  const text = await page.locator('#manques ~ p').first().innerText();
  const [whole = 0, all = 0, partly = 0] = (text.match(/\d+/g) ?? []).map(Number);
  const unknown = Number((await page.getByText('où nous ne connaissons aucun DAC').innerText()).match(/\d+/)?.[0]);
  expect(all).toBe(101);
  expect(whole + partly + unknown).toBe(101);
});
