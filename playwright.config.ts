import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findBrowser } from './tests/pages/browser.ts';

// Workers read this file again: what the first reading chose reaches them by the environment.
if (process.env.PAGES_PORT === undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'coordonnees-pages-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  process.env.PAGES_PORT = String(await freePort());
  process.env.PAGES_DATABASE = `file:${folder}/pages.db`;
}
const baseURL = `http://127.0.0.1:${process.env.PAGES_PORT}`;

export default defineConfig({
  testDir: 'tests/pages',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    trace: 'retain-on-failure',
    launchOptions: await findBrowser(),
  },
  webServer: {
    command: `"${process.execPath}" --max-semi-space-size=4 scripts/serve.ts`,
    url: `${baseURL}/readyz`,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    timeout: 60_000,
    env: {
      HOST: '127.0.0.1',
      PORT: process.env.PAGES_PORT,
      DATABASE_URL: process.env.PAGES_DATABASE ?? '',
      API_REQUESTS_PER_MINUTE: '0',
      ACCESS_LOG: '0',
    },
  },
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
