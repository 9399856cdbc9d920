import type { Page } from '@playwright/test';
import type { StaffRole } from '#domain/access/roles.ts';
import { openAccount, signedIn } from './accounts.ts';
import { checkAxe, expect, noJsTest, test } from './fixtures.ts';

const region = 'pays-de-la-loire';

const homes: readonly [string, StaffRole | null, string][] = [
  ['a reviewer', 'association-instructeur', '/association'],
  ['a manager', 'association-gestionnaire', '/association'],
  ['an administrator', 'association-admin', '/association'],
  ['an editor of the directory', 'editeur-annuaire', '/association'],
  ['an agency', 'ars', '/ars'],
  ['someone without a role', null, '/espace'],
];
for (const [who, role, home] of homes) {
  noJsTest(
    `${who} lands in the room that is hers, after a sign-in and from the menu`,
    async ({ page, context, baseURL }) => {
      const roles = role ? [{ role, ...(role === 'ars' && { region }) }] : [];
      await page.goto('/');
      await page.getByRole('navigation', { name: 'Navigation principale' }).getByText('Mon espace').click();
      await expect(page).toHaveURL('/espace/connexion?suite=%2Fespace%2Faccueil');
      await signedIn(context, baseURL ?? '', { roles });
      // The page of the sign-in leads on who is signed in already, as its form does.
      await page.goto(page.url());
      await expect(page).toHaveURL(home);
      await page.goto('/');
      await page.getByRole('navigation', { name: 'Navigation principale' }).getByText('Mon espace').click();
      await expect(page).toHaveURL(home);
      await expect(page.getByRole('navigation', { name: 'Mon espace' }).locator('[aria-current=page]')).toHaveAttribute(
        'href',
        home,
      );
    },
  );
}

/** The pages of the association and of the agency, with what fills them. */
async function privatePages(page: Page, baseURL: string): Promise<readonly string[]> {
  const other = await openAccount({ roles: [{ role: 'ars', region }] });
  await signedIn(page.context(), baseURL, {
    roles: [
      { role: 'association-admin' },
      { role: 'association-instructeur', region },
      { role: 'editeur-annuaire' },
      { role: 'ars', region },
    ],
  });
  const names = [
    '',
    '/equipes',
    '/comptes',
    `/comptes/${other.id}`,
    '/journal',
    '/courriers',
    '/travaux',
    '/signalements',
  ];
  return [...names.map((name) => `/association${name}`), '/ars'];
}

noJsTest(
  'at 320 px the work begins in the first half of the screen, and its menus open by their names',
  async ({ page, baseURL }) => {
    await page.setViewportSize({ width: 320, height: 568 });
    for (const address of await privatePages(page, baseURL ?? '')) {
      await page.goto(address);
      const title = await page.getByRole('heading', { level: 1 }).boundingBox();
      expect(title?.y, address).toBeLessThan(284);
    }
    await page.goto('/association/journal');
    await expect(page.getByRole('link', { name: 'Mon compte' })).toBeHidden();
    await page.getByText('Mes pages : Association').click();
    await expect(page.getByRole('link', { name: 'Mon compte' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Me déconnecter' })).toBeVisible();
    await page.getByText('Pages de l’association : Journal').click();
    await page.getByRole('link', { name: 'Courriels' }).click();
    await expect(page).toHaveURL('/association/courriers');
    await page.getByText('Menu', { exact: true }).click();
    await page.getByRole('link', { name: 'Mon DAC' }).click();
    await expect(page).toHaveURL('/dac');
  },
);

test('with the keyboard alone, menus open at 320 px, and are there without opening at 1280 px', async ({
  page,
  baseURL,
}) => {
  await privatePages(page, baseURL ?? '');
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.replaceAll(/\s+/g, ' ').trim());
  const reach = async (name: string) => {
    for (let presses = 0; presses < 40 && (await focused()) !== name; presses++) await page.keyboard.press('Tab');
    expect(await focused()).toBe(name);
  };
  await page.setViewportSize({ width: 320, height: 568 });
  await page.goto('/association');
  await reach('Pages de l’association : Ce qui attend');
  await page.keyboard.press('Enter');
  await reach('Comptes et rôles');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/association/comptes');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/association');
  await reach('Mon compte');
  await reach('Journal');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/association/journal');
});

test('every page of the association and of the agency passes axe at 320 px with its menus open, without overflow', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 320, height: 568 });
  for (const address of await privatePages(page, baseURL ?? '')) {
    await page.goto(address);
    for (const menu of await page.locator('details.menu > summary').all()) await menu.click();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide, address).toBe(0);
    await checkAxe(page);
  }
});

test('at 1280 px the table of the log takes the width of the page', async ({ page, baseURL }) => {
  await privatePages(page, baseURL ?? '');
  await page.goto('/association/journal');
  expect((await page.locator('main table').boundingBox())?.width).toBeGreaterThan(1_200);
});

test.describe('what is wrong', () => {
  test.use({ expectedProblems: [/400/] });

  test('is told of every field at once, each on a line of its own between its name and its field', async ({
    page,
    baseURL,
  }) => {
    await privatePages(page, baseURL ?? '');
    await page.goto('/association/comptes');
    await page.getByLabel('Adresse de la personne').fill('agent');
    await page.getByRole('button', { name: 'Envoyer le lien' }).click();
    await expect(page.getByLabel('Adresse de la personne')).toHaveAccessibleDescription(/adresse électronique entière/);
    await expect(page.getByLabel('Rôle', { exact: true })).toHaveAccessibleDescription(/Choisissez un rôle/);
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      for (const field of ['email', 'role']) {
        const boxes = [`label[for=${field}]`, `#${field}-erreur`, `#${field}`].map((at) =>
          page.locator(at).boundingBox(),
        );
        const [name, error, input] = await Promise.all(boxes);
        expect(error?.y, field).toBeGreaterThanOrEqual((name?.y ?? 0) + (name?.height ?? 0));
        expect(input?.y, field).toBeGreaterThanOrEqual((error?.y ?? 0) + (error?.height ?? 0));
      }
    }
  });
});

test('a long log is walked through in both directions', async ({ page, context, baseURL }) => {
  const writer = await signedIn(context, baseURL ?? '');
  for (let turn = 1; turn <= 105; turn++) {
    const sent = await context.request.post('/espace/compte', {
      form: { geste: 'renommer', nom: `Anne ${turn}` },
      headers: { origin: baseURL ?? '' },
      maxRedirects: 0,
    });
    expect(sent.status()).toBe(303);
  }
  await signedIn(context, baseURL ?? '', { roles: [{ role: 'association-admin' }] });
  await page.goto(`/association/journal?acteur=${writer.id}`);
  const numbers = async () =>
    (await page.locator('main tbody th').allTextContents()).map((text) => Number(text.trim()));
  const first = await numbers();
  await page.getByRole('link', { name: 'Lignes plus anciennes' }).click();
  const second = await numbers();
  await page.getByRole('link', { name: 'Lignes plus anciennes' }).click();
  const third = await numbers();
  expect([first.length, second.length, third.length]).toEqual([50, 50, 5]);
  expect(new Set([...first, ...second, ...third]).size).toBe(105);
  await expect(page.getByRole('link', { name: 'Lignes plus anciennes' })).toHaveCount(0);
  await expect(page.locator('main caption')).toContainText(`du n° ${third[0]} au n° ${third.at(-1)}`);
  await page.getByRole('link', { name: 'Lignes plus récentes' }).click();
  expect(await numbers()).toEqual(second);
  await page.getByRole('link', { name: 'Lignes plus récentes' }).click();
  expect(await numbers()).toEqual(first);
  await expect(page.getByRole('link', { name: /récentes|dernières/ })).toHaveCount(0);
});
