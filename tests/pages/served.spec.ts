import { expect, noJsTest, test } from './fixtures.ts';

const onEveryResponse = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
};

for (const [what, path, status] of [
  ['the home page, prerendered', '/', 200],
  ['a rendered page', '/dac', 200],
  ['a rendered page with an answer', '/dac?commune=10387', 200],
  ['an unknown page', '/rien-ici', 404],
  ['what Astro adds for islands, which no page uses', '/_server-islands/rien', 404],
  ['the API', '/api/v1/communes?q=troyes', 200],
  ['an unknown address of the API', '/api/v1/rien', 404],
  ['the state of the server', '/healthz', 200],
  ['the state of the database', '/readyz', 200],
] as const) {
  test(`${what} (${path}) is answered ${status} with the security headers and no cookie`, async ({ request }) => {
    const response = await request.get(path);
    expect(response.status()).toBe(status);
    expect(response.headers()).toMatchObject(onEveryResponse);
    expect(response.headers()['content-security-policy']).toMatch(/^default-src 'none'.*frame-ancestors 'none'/);
    expect(response.headers()['content-security-policy']).not.toContain('unsafe-inline');
    expect(response.headers()['set-cookie']).toBeUndefined();
  });
}

for (const path of ['/', '/dac', '/annuaire']) {
  test(`${path} is drawn with its style and its scripts under the policy`, async ({ page }) => {
    await page.goto(path);
    await expect(page.locator('h1')).toBeVisible();
    const margin = await page.locator('body').evaluate((body) => getComputedStyle(body).marginTop);
    expect(margin).toBe('0px');
  });

  noJsTest(`${path} is drawn without JavaScript`, async ({ page }) => {
    await page.goto(path);
    await expect(page.locator('h1')).toBeVisible();
  });
}

test.describe('a script written into the page', () => {
  test.use({ expectedProblems: [/Executing inline script violates/] });

  test('does not run: the policy really blocks', async ({ page }) => {
    await page.goto('/');
    const title = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "envahi"';
      document.head.append(script);
      return document.title;
    });
    expect(title).not.toBe('envahi');
  });
});

test('French typography reaches both kinds of pages', async ({ request }) => {
  for (const path of ['/', '/dac']) {
    const html = await (await request.get(path)).text();
    const text = html.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, '\n');
    expect(text).not.toMatch(/\p{L}'\p{L}| [;!?»]|« /u);
  }
});

test('JSON asked in gzip comes in gzip, a page asked in brotli comes in brotli', async ({ request }) => {
  const encoding = async (path: string, accepted: string) =>
    (await request.get(path, { headers: { 'accept-encoding': accepted } })).headers()['content-encoding'];
  expect(await encoding('/', 'br')).toBe('br');
  expect(await encoding('/', 'gzip')).toBe('gzip');
  expect(await encoding('/dac', 'br')).toBe('br');
  expect(await encoding('/api/v1/structures', 'gzip')).toBe('gzip');
});
