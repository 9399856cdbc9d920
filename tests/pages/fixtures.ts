import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';

export { expect };

type Watch = {
  /** What this test provokes on purpose, such as `/404/` when it opens an unknown page. */
  expectedProblems: readonly RegExp[];
  /** Fails the test on any problem of a page; runs by itself. */
  watch: undefined;
};

/**
 * Every test fails on a console error, an uncaught exception, a violation of the content security policy, a request
 * of the site that fails, or any request to another site.
 */
export const test = base.extend<Watch>({
  expectedProblems: [[], { option: true }],
  watch: [
    async ({ context, baseURL, expectedProblems }, use) => {
      const problems = problemsOf(context, new URL(baseURL ?? '').origin);
      await use(undefined);
      expect(problems.filter((problem) => !expectedProblems.some((expected) => expected.test(problem)))).toEqual([]);
    },
    { auto: true },
  ],
});

/** The same journeys as a person whose browser runs no script. */
export const noJsTest = test.extend({ javaScriptEnabled: false });

/** All that went wrong in the pages of a context, one line each; the list grows as it happens. */
function problemsOf(context: BrowserContext, origin: string): string[] {
  const problems: string[] = [];
  // Chromium tells a violation of the policy as an error of the console.
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console : ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (webError) => problems.push(`exception : ${webError.error().message}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.origin !== origin) problems.push(`autre site : ${url.href}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) problems.push(`réponse ${response.status()} : ${response.url()}`);
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // A page that is left gives up what it was still loading.
    if (reason !== 'net::ERR_ABORTED') problems.push(`requête échouée (${reason}) : ${request.url()}`);
  });
  return problems;
}

const require = createRequire(import.meta.url);
const axeSource = [
  readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'),
  `axe.configure({ locale: ${readFileSync(require.resolve('axe-core/locales/fr.json'), 'utf8')} });`,
].join('\n');

/** Fails with one French line per finding of axe, over the rules of WCAG 2.2 AA and RGAA 4. */
export async function checkAxe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page, axeSource })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'RGAAv4'])
    .analyze();
  const findings = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id} : ${help} (${target.join(' ')})`),
  );
  expect(findings).toEqual([]);
}
