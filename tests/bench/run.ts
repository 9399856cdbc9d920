/**
 * `npm run bench`: measures the rows of the scoreboard on the built site, on this machine, and prints one table.
 * `npm run bench -- 5 14` measures these rows only. A row that cannot run says so, and prints no figure.
 */
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findBrowser } from '../pages/browser.ts';
import { accessibilityRow } from './axe-findings.ts';
import type { BenchRow } from './bench-row.ts';
import { openBuiltSite, openScript } from './built-site.ts';
import { communeSearchRow } from './commune-search.ts';
import { dacRow } from './dac-cpu.ts';
import { directoryRow } from './directory-bytes.ts';
import { firstViewRow } from './first-view.ts';
import { indemnitiesRow } from './indemnities.ts';
import { killRow } from './killed-writers.ts';
import { likeTimeRow } from './like-time.ts';
import { securityRow } from './observatory.ts';
import { orientationRow } from './orientation-space.ts';
import { memoryRow } from './resting-memory.ts';
import { rightsRow } from './rights-matrix.ts';
import { sessionRow } from './session-cpu.ts';
import { signInRow } from './sign-in-speed.ts';
import { vitalsRow } from './web-vitals.ts';

if (!existsSync('dist/server/entry.mjs'))
  throw new Error('Le site n’est pas construit : lancez d’abord « npm run build ».');
const wanted = process.argv.slice(2).map(Number);
const site = await openBuiltSite();
const plain = await openScript('tests/bench/plain-page.ts');
const browser = await chromium.launch(await findBrowser());

const rows: [numero: number, measure: () => Promise<BenchRow>][] = [
  [0, () => memoryRow(site)],
  [0, indemnitiesRow],
  [0, () => signInRow(site)],
  [0, () => sessionRow(site)],
  [0, likeTimeRow],
  [1, () => firstViewRow(site.origin)],
  [2, () => directoryRow(site.origin, browser)],
  [3, () => vitalsRow(site.origin, plain.origin, browser)],
  [4, communeSearchRow],
  [5, () => dacRow(site, plain)],
  [9, killRow],
  [11, () => securityRow(site.origin)],
  [12, () => rightsRow(site)],
  [14, () => orientationRow()],
  [16, () => accessibilityRow(site.origin, browser)],
];

const verdict = ({ tenu }: BenchRow) => (tenu === null ? 'non mesuré' : tenu ? 'tenu' : 'NON TENU');
const measured: BenchRow[] = [];
for (const [numero, measure] of rows) {
  if (wanted.length > 0 && !wanted.includes(numero)) continue;
  process.stderr.write(`Ligne ${numero}…\n`);
  measured.push(
    await measure().catch(
      (error: Error): BenchRow => ({
        numero,
        figure: 'non mesurée',
        mesure: error.message.split('\n')[0] ?? '',
        ancre: '',
        objectif: '',
        tenu: null,
      }),
    ),
  );
}
await browser.close();
plain.stop();
site.stop();

console.log('\n| n° | figure | mesure | ancre | objectif | |\n|---|---|---|---|---|---|');
for (const row of measured)
  console.log(`| ${row.numero} | ${row.figure} | ${row.mesure} | ${row.ancre} | ${row.objectif} | ${verdict(row)} |`);
process.exit(measured.some(({ tenu }) => tenu === false) ? 1 : 0);
