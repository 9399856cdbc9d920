import type { Browser } from '@playwright/test';
import type { BenchRow } from './bench-row.ts';
import { firstViewBytes } from './first-view.ts';

const list = '/annuaire?type=dac';

/** Row 2: what travels until the filtered list with its numbers can be used, then with the map open. */
export async function directoryRow(origin: string, browser: Browser): Promise<BenchRow> {
  const usable = await firstViewBytes(origin, list);
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  let bytes = 0;
  await session.send('Network.enable');
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(origin + list, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Voir la carte' }).click();
  await page.locator('[data-map-state=prete]').waitFor();
  await page.waitForLoadState('networkidle');
  await context.close();

  const bare = await browser.newContext({ javaScriptEnabled: false });
  const withoutScripts = await bare.newPage();
  await withoutScripts.goto(origin + list);
  const phones = await withoutScripts.locator('[data-structure] a[href^="tel:"]').count();
  await bare.close();
  return {
    numero: 2,
    figure: 'Annuaire : octets jusqu’à la liste utilisable, puis avec la carte ouverte',
    mesure: `${Math.round(usable / 102.4) / 10} Ko, puis ${Math.round(bytes / 1024)} Ko en tout ; ${phones} numéros sans JavaScript`,
    ancre: 'une page de recherche comparable : 492 Ko ; MapLibre seul : 372 Ko',
    objectif: 'liste ≤ 20 Ko, avec la carte ≤ 420 Ko, utile sans JavaScript',
    tenu: usable <= 20 * 1024 && bytes <= 420 * 1024 && phones > 0,
  };
}
