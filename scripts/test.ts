import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { isFresh } from './build/stamp.ts';
import { dist, loadEnvironment, root } from './environment.ts';
import { add, type Count, nothing, readPlaywright, readVitest } from './test/results.ts';
import { run } from './test/run.ts';

loadEnvironment();
process.env.PATH = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
process.env.ASTRO_TELEMETRY_DISABLED = '1';

const reports = mkdtempSync(join(tmpdir(), 'coordonnees-tests-'));
const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');

const check = async (title: string, ...command: [string, ...string[]]): Promise<Count> =>
  (await run(title, command)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

async function unitTests(): Promise<Count> {
  await run('Règles, données, serveur', [
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${vitestReport}`,
  ]);
  return readVitest(vitestReport);
}

/** Pages are tested on the built site: without a build, there is nothing to open. */
async function pageTests(): Promise<Count> {
  const built = isFresh(root, dist) || (await run('Construction du site', [process.execPath, 'scripts/build.ts']));
  if (!built) return { passed: 0, failed: 1 };
  await run('Pages, dans un navigateur', ['playwright', 'test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport,
  });
  return readPlaywright(playwrightReport);
}

let total = nothing;
for (const step of [
  () => check('Types', 'astro', 'check', '--minimumFailingSeverity', 'error'),
  () => check('Règles de code', 'biome', 'check', '.'),
  () => check('Mise en forme des pages', 'prettier', '--check', 'src/**/*.astro'),
  unitTests,
  pageTests,
]) {
  total = add(total, await step());
}

rmSync(reports, { recursive: true, force: true });
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
