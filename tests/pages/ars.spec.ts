import { randomUUID } from 'node:crypto';
import { inPagesDatabase, signedIn, unique } from './accounts.ts';
import { checkAxe, expect, test } from './fixtures.ts';

test.use({ expectedProblems: [/réponse 40[34]|status of 40[34]/] });

/** A team of Mayotte, where no other test puts one, handed over or not. */
async function team(transmiseLe: string | null): Promise<{ id: string; name: string }> {
  const id = randomUUID();
  const name = `Équipe ${unique()}`;
  await inPagesDatabase((client) =>
    client.execute({
      sql: 'insert into equipe (id, nom, nom_cle, region, departements, transmise_le, cree_le) values (?, ?, ?, ?, ?, ?, ?)',
      args: [id, name, id, 'mayotte', '["976"]', transmiseLe, new Date().toISOString()],
    }),
  );
  return { id, name };
}

test('an agency to which nothing was handed over is told so', async ({ page, context, baseURL }) => {
  await signedIn(context, baseURL ?? '', { roles: [{ role: 'ars', region: 'corse' }] });
  await page.goto('/ars');
  await expect(page.getByText('Aucun projet de santé n’a encore été transmis à votre agence.')).toBeVisible();
});

test('an agency reads the teams handed to it in its region, and no other page', async ({ page, context, baseURL }) => {
  const handed = await team(new Date().toISOString());
  const kept = await team(null);
  await signedIn(context, baseURL ?? '', { roles: [{ role: 'ars', region: 'mayotte' }] });
  await page.goto('/ars');
  await expect(page.getByText(kept.name)).toHaveCount(0);
  await page.getByRole('link', { name: handed.name }).click();
  await expect(page).toHaveURL(`/ars/equipes/${handed.id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(handed.name);
  await expect(page.locator('main form')).toHaveCount(1); // « Me déconnecter », and nothing to write with.
  for (const address of ['/ars', `/ars/equipes/${handed.id}`]) {
    await page.goto(address);
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide, `${address} ${width} px`).toBe(0);
      await checkAxe(page);
    }
  }
  const statuses = [];
  for (const address of [`/ars/equipes/${kept.id}`, `/ars/equipes/${randomUUID()}`, '/association'])
    statuses.push((await page.goto(address))?.status());
  expect(statuses).toEqual([404, 404, 403]);
  await signedIn(context, baseURL ?? '', { roles: [{ role: 'ars', region: 'bretagne' }] });
  expect((await page.goto(`/ars/equipes/${handed.id}`))?.status()).toBe(404);
});
