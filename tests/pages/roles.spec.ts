import type { Browser, Page } from '@playwright/test';
import { inPagesDatabase, openAccount, signedIn, unique } from './accounts.ts';
import { checkAxe, expect, noJsTest, test } from './fixtures.ts';
import { lastLinkTo, mailsTo } from './mailbox.ts';

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** The link of a role, sent to an address by the administrator of this page. */
async function sendRole(page: Page, email: string): Promise<string> {
  await page.goto('/association/comptes');
  await page.getByLabel('Adresse de la personne').fill(email);
  await page.getByLabel('Rôle', { exact: true }).selectOption('editeur-annuaire');
  await page.getByRole('button', { name: 'Envoyer le lien' }).click();
  await expect(page.getByRole('status')).toContainText('Le lien est parti par courriel.');
  return lastLinkTo(page.context(), email);
}

/** Someone whose address is not the one written to follows a link, and asks for its role. */
async function claim(browser: Browser, baseURL: string, link: string) {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const person = await signedIn(context, baseURL, { name: `Cyrille ${unique()}` });
  const page = await context.newPage();
  await page.goto(link);
  await expect(page.getByText('Le rôle ne s’ouvre pas tout seul à une autre adresse.')).toBeVisible();
  await page.getByRole('button', { name: 'Demander ce rôle' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre demande attend une réponse');
  return { context, page, person };
}

noJsTest(
  'a role followed with another address is asked for; it opens when an administrator says yes, and the person is told',
  async ({ page, context, baseURL, browser }) => {
    const colleague = await openAccount({ roles: [{ role: 'association-admin' }] });
    await signedIn(context, baseURL ?? '', { roles: [{ role: 'association-admin' }] });
    const email = `agent-${unique()}@exemple.fr`;
    const theirs = await claim(browser, baseURL ?? '', await sendRole(page, email));
    await theirs.page.goto('/espace/compte');
    await expect(theirs.page.getByText('Rôle demandé').locator('+ dd')).toContainText('édition de l’annuaire');
    expect((await theirs.page.goto('/association'))?.status()).toBe(403);
    expect(await mailsTo(context, colleague.email)).toContain('Une demande de rôle attend votre réponse');

    await page.goto('/association');
    await page.getByRole('link', { name: 'Demandes de rôle à décider' }).click();
    const asked = page.getByRole('listitem').filter({ hasText: theirs.person.name });
    await expect(asked).toContainText(theirs.person.email);
    await expect(asked).toContainText(email);
    await asked.getByRole('button', { name: `Ouvrir ce rôle à ${theirs.person.name}` }).click();
    await expect(page.getByRole('status')).toContainText('Le rôle est ouvert à ce compte.');
    expect(await mailsTo(context, theirs.person.email)).toEqual(['Votre rôle sur Coordonnées est ouvert']);
    expect(await mailsTo(context, colleague.email)).toContain('Un compte a un nouveau rôle sur Coordonnées');
    // Signed out: the role asks to come back with a second factor.
    await theirs.page.goto('/espace');
    await expect(theirs.page).toHaveURL(/\/espace\/connexion/);
    await page.goto(`/association/comptes/${theirs.person.id}`);
    await expect(page.getByRole('listitem').filter({ hasText: 'édition de l’annuaire' })).toBeVisible();
    await theirs.context.close();
  },
);

noJsTest(
  'a claim refused opens nothing; the person reads it on the page of the link, on her account, and by mail',
  async ({ page, context, baseURL, browser }) => {
    await signedIn(context, baseURL ?? '', { roles: [{ role: 'association-admin' }] });
    const link = await sendRole(page, `agent-${unique()}@exemple.fr`);
    const theirs = await claim(browser, baseURL ?? '', link);
    await page.goto('/association/comptes');
    await page.getByRole('button', { name: `Refuser à ${theirs.person.name}` }).click();
    await expect(page.getByRole('status')).toContainText('La demande est refusée.');
    await expect(page.getByText(theirs.person.name)).toHaveCount(0);
    expect(await mailsTo(context, theirs.person.email)).toEqual(['Votre demande de rôle n’a pas été acceptée']);
    await theirs.page.goto(link);
    await expect(theirs.page.getByRole('heading', { level: 1 })).toHaveText('Votre demande n’a pas été acceptée');
    await theirs.page.goto('/espace/compte');
    await expect(theirs.page.getByText('Rôle refusé').locator('+ dd')).toContainText('édition de l’annuaire');
    await theirs.context.close();
  },
);

test('the pages of a claim pass axe without overflow, for who asks, who also holds the link, and who answers', async ({
  page,
  context,
  baseURL,
  browser,
}) => {
  await signedIn(context, baseURL ?? '', { roles: [{ role: 'association-admin' }] });
  const link = await sendRole(page, `agent-${unique()}@exemple.fr`);
  const other = await browser.newContext({ baseURL: baseURL ?? '' });
  await signedIn(other, baseURL ?? '');
  const stranger = await other.newPage();
  const look = async (seen: Page) => {
    for (const width of [1280, 320]) {
      await seen.setViewportSize({ width, height: 800 });
      expect(await overflow(seen)).toBe(0);
      await checkAxe(seen);
    }
  };
  await stranger.goto(link);
  await look(stranger);
  const theirs = await claim(browser, baseURL ?? '', link);
  await stranger.goto(link);
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('Une demande attend déjà');
  await look(stranger);
  await page.goto('/association/comptes');
  await look(page);
  await other.close();
  await theirs.context.close();
});

test.describe('an own claim', () => {
  test.use({ expectedProblems: [/403/] });

  test('is seen by the administrator who made it, and answered by another', async ({ page, context, baseURL }) => {
    const email = `agent-${unique()}@exemple.fr`;
    await signedIn(context, baseURL ?? '', { roles: [{ role: 'association-admin' }] });
    const link = await sendRole(page, email);
    const claimant = await signedIn(context, baseURL ?? '', { roles: [{ role: 'association-admin' }] });
    await page.goto(link);
    await page.getByRole('button', { name: 'Demander ce rôle' }).click();
    await page.goto('/association/comptes');
    const own = page.getByRole('listitem').filter({ hasText: claimant.email });
    await expect(own).toContainText('un autre administrateur y répondra');
    await expect(own.getByRole('button')).toHaveCount(0);
    const [row] = (
      await inPagesDatabase((client) =>
        client.execute({ sql: 'select id from offre_role where compte_id = ?', args: [claimant.id] }),
      )
    ).rows;
    const answer = await context.request.post('/association/comptes', {
      form: { geste: 'confirmer-demande', demande: String(row?.id) },
      headers: { origin: baseURL ?? '' },
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(403);
  });
});
