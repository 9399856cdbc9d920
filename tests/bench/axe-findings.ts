import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from '@playwright/test';
import type { BenchRow } from './bench-row.ts';
import { entryPages, publicPages } from './routes.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Row 16: what axe finds over every page, and over the open map, at 320 and 1280 px. */
export async function accessibilityRow(origin: string, browser: Browser): Promise<BenchRow> {
  const found: string[] = [];
  const states = [
    ...publicPages,
    ...entryPages,
    '/annuaire?type=dac#carte',
    '/nulle-part',
    '/annuaire?page=-1',
    '/dac?q=',
  ];
  for (const width of [320, 1280]) {
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    const page = await context.newPage();
    for (const state of states) {
      await page.goto(origin + state);
      if (state.endsWith('#carte')) {
        await page.getByRole('button', { name: 'Voir la carte' }).click();
        await page.locator('[data-map-state=prete]').waitFor();
      }
      const { violations } = await new AxeBuilder({ page, axeSource })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'RGAAv4'])
        .analyze();
      found.push(...violations.map(({ id }) => `${state} : ${id}`));
    }
    await context.close();
  }
  return {
    numero: 16,
    figure: 'Accessibilité : ce qu’axe trouve (règles RGAA), chaque page et état, à 320 et 1280 px',
    mesure: `${found.length} sur ${states.length * 2} vues${found.length > 0 ? ` : ${found.slice(0, 3).join(' ; ')}` : ''}`,
    ancre: 'un pair déclare 100 % du RGAA',
    objectif: '0',
    tenu: found.length === 0,
  };
}
