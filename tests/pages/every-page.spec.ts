import type { Page } from '@playwright/test';
import { frenchTypography } from '../../src/domain/shared/typography.ts';
import { checkAxe, expect, test } from './fixtures.ts';

const addresses = [
  '/',
  '/modeles',
  ...['asalee', 'esp', 'esp-clap', 'msp', 'cds', 'cpts', 'ess', 'dac'].map((slug) => `/modeles/${slug}`),
  '/comparer',
  '/comparer?modeles=asalee,esp,esp-clap,msp,cds,cpts,ess,dac',
  '/comparer?modeles=msp&criteres=minimum',
  '/comparer/cumuls',
  '/dac',
  '/dac?commune=10387',
  '/dac?commune=52121',
  '/dac?commune=29232',
  '/dac?commune=13201',
  '/dac?commune=97801',
  '/dac?q=saint-denis',
  '/dac/carte?commune=10387',
  '/annuaire',
  '/annuaire?type=msp&departement=44',
  '/annuaire?q=xyzzyx',
  '/annuaire/dac-aube',
  '/annuaire/dac-13-sud',
  '/signaler?fiche=dac-aube',
  '/signaler?fiche=dac-aube&recu=1',
  '/composants',
];

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What a person reads, text node by text node, but for code and what people type. */
const texts = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (!parentElement?.closest('script, style, code, pre, textarea')) found.push(textContent ?? '');
    }
    return found;
  });

for (const address of addresses) {
  test(`${address}: axe finds nothing, nothing overflows, French spaces and apostrophes, at 320 and 1280 px`, async ({
    page,
  }) => {
    const answer = await page.goto(address);
    expect(answer?.status()).toBe(200);
    await expect(page).toHaveTitle(/Coordonnées/);
    await expect(page.locator('h1:visible')).toHaveCount(1);
    expect((await texts(page)).filter((text) => frenchTypography(text) !== text)).toEqual([]);
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overflow(page), `${width} px`).toBe(0);
      await checkAxe(page);
    }
  });
}

test.describe('an unknown address', () => {
  test.use({ expectedProblems: [/404/] });
  test('is a 404 that helps, at 320 px too', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    expect((await page.goto('/nulle-part'))?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cette page n’existe pas');
    await checkAxe(page);
  });
});

test('the whole page stays readable at 200 % zoom: 640 px wide, no overflow', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 400 });
  for (const address of ['/', '/dac?commune=10387', '/comparer', '/annuaire']) {
    await page.goto(address);
    expect(await overflow(page), address).toBe(0);
  }
});

test('dark mode: axe finds nothing on the main pages', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const address of ['/', '/modeles/esp-clap', '/comparer', '/dac?commune=10387', '/annuaire']) {
    await page.goto(address);
    await checkAxe(page);
  }
});
