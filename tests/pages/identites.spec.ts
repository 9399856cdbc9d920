import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { clientId, clientSecret, type LocalProvider, openLocalProvider } from '../server/identity/local-provider.ts';
import { checkAxe, expect, test } from './fixtures.ts';
import { lastLinkTo } from './mailbox.ts';

/** A site of its own, with Pro Santé Connect set up: the one that the other tests share has no provider. */
let psc: LocalProvider;
let site: string;
let server: ChildProcess;

test.describe.configure({ mode: 'serial' });

// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names that are taken out of the first argument.
test.beforeAll(async ({}, info) => {
  const port = await freePort();
  site = `http://127.0.0.1:${port}`;
  psc = await openLocalProvider('pro-sante-connect', site, 'localhost');
  server = spawn(process.execPath, ['scripts/serve.ts'], {
    env: {
      ...process.env,
      DATABASE_URL: `file:${info.outputPath('identites.db')}`,
      HOST: '127.0.0.1',
      PORT: String(port),
      SITE_URL: site,
      ACCESS_LOG: '0',
      PSC_ISSUER: psc.issuer,
      PSC_CLIENT_ID: clientId,
      PSC_CLIENT_SECRET: clientSecret,
    },
  });
  await expect
    .poll(
      () =>
        fetch(`${site}/readyz`).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 30_000 },
    )
    .toBe(200);
});
test.afterAll(async () => {
  server.kill('SIGTERM');
  await psc.close();
});

const nurse = (sub: string, name: string) => ({
  sub,
  acr: 'eidas1',
  claims: {
    SubjectNameID: '810100000008',
    given_name: 'Anne',
    family_name: name,
    SubjectRefPro: {
      exercices: [{ codeProfession: '60', activities: [{ raisonSocialeSite: 'CABINET DES TILLEULS' }] }],
    },
  },
});

const newContext = (browser: Browser, javaScriptEnabled: boolean): Promise<BrowserContext> =>
  browser.newContext({ baseURL: site, javaScriptEnabled, locale: 'fr-FR' });

const signIn = async (page: Page) => {
  await page.goto('/espace/connexion');
  await page.getByRole('button', { name: 'Se connecter avec Pro Santé Connect' }).click();
};

test('without JavaScript: first visit, account, address, sign-out at the provider, and back in', async ({
  browser,
}) => {
  const context = await newContext(browser, false);
  const page = await context.newPage();
  psc.letIn(nurse('infirmiere-1', 'Morel'));

  await signIn(page);
  await page.waitForURL('**/espace/premier-passage?*');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Premier passage avec Pro Santé Connect');
  await expect(page.getByLabel('Prénom et nom')).toHaveValue('Anne Morel');
  await page.getByLabel('Prénom et nom').fill('Anne Morel-Petit');
  await page.getByRole('button', { name: 'Ouvrir un compte' }).click();

  await expect(page.getByRole('status')).toHaveText('Votre compte est ouvert.');
  await page.goto('/espace');
  await expect(page).toHaveURL(/\/espace\/adresse\?suite=/);
  await page.getByLabel('Adresse électronique').fill('pas une adresse');
  await page.getByRole('button', { name: 'Recevoir le lien de confirmation' }).click();
  await expect(page.getByLabel('Adresse électronique')).toHaveValue('pas une adresse');
  await page.getByLabel('Adresse électronique').fill('anne.morel@exemple.fr');
  await page.getByRole('button', { name: 'Recevoir le lien de confirmation' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Regardez votre boîte');
  await page.goto(await lastLinkTo(context, 'anne.morel@exemple.fr'));
  await page.getByRole('button', { name: 'Accepter ce changement' }).click();
  await page.goto('/espace');
  await expect(page).toHaveURL(`${site}/espace`);

  await page.goto('/espace/compte/identites');
  await expect(page.getByText('10100000008', { exact: true })).toBeVisible();
  await expect(page.getByText('infirmier, CABINET DES TILLEULS')).toBeVisible();
  await page.getByRole('link', { name: 'Retirer Pro Santé Connect de mon compte' }).click();
  await page.getByRole('button', { name: 'Retirer Pro Santé Connect' }).click();
  await expect(page.getByRole('alert')).toContainText('Pro Santé Connect est votre seule façon d’entrer.');

  await page.getByRole('button', { name: 'Me déconnecter' }).click();
  await page.waitForURL('http://localhost:*/**');
  expect(psc.ended.at(-1)?.searchParams.get('id_token_hint')).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  await page.getByRole('button', { name: 'Oui' }).click();
  await page.waitForURL('**/espace/connexion?fait=deconnecte');
  await expect(page.getByRole('status')).toHaveText('Vous êtes déconnecté.');

  await signIn(page);
  await page.waitForURL(`${site}/espace`);
  await context.close();
});

test('a return that was used, or that began in another browser, opens nothing', async ({ browser }) => {
  const [mine, other] = await Promise.all([newContext(browser, false), newContext(browser, false)]);
  const page = await mine.newPage();
  psc.letIn(nurse('infirmiere-2', 'Garnier'));
  const returned = page.waitForRequest(/\/espace\/retour\/pro-sante-connect\?/);
  await signIn(page);
  const address = (await returned).url();
  await page.waitForURL('**/espace/premier-passage?*');

  for (const context of [mine, other]) {
    const again = await context.newPage();
    await again.goto(address);
    await expect(again.getByRole('alert')).toContainText('Cette connexion ne peut pas aboutir');
    await again.goto('/espace');
    await expect(again).toHaveURL(/\/espace\/connexion/);
  }

  // The address of the provider, opened by someone else: what comes back is not theirs to take.
  const start = psc.asked.length;
  const leaving = await mine.newPage();
  await leaving.route('http://localhost:*/**', (route) => route.abort());
  const way = leaving.waitForRequest(/^http:\/\/localhost:/);
  await signIn(leaving);
  const victim = await other.newPage();
  await victim.goto((await way).url());
  await expect(victim.getByRole('alert')).toContainText('Cette connexion ne peut pas aboutir');
  expect(psc.asked.length).toBe(start + 1);
  await Promise.all([mine.close(), other.close()]);
});

test('who gives up at the provider reads so in French, and nothing that the provider wrote', async ({ browser }) => {
  const context = await newContext(browser, false);
  const page = await context.newPage();
  psc.refuse();
  await signIn(page);
  await page.waitForURL('**/espace/connexion?*');
  await expect(page.getByRole('alert')).toContainText(
    'Pro Santé Connect ne vous a pas connecté, ou vous avez renoncé.',
  );
  expect(await page.content()).not.toContain('texte du fournisseur');
  expect(page.url()).not.toContain('texte');
  await context.close();
});

test('an existing account links the identity that waits, after its passphrase', async ({ browser }) => {
  const context = await newContext(browser, false);
  const page = await context.newPage();
  const phrase = 'rampe tiroir mousse velours gare';
  await page.goto('/espace/inscription');
  await page.getByLabel('Adresse électronique').fill('claire.roy@exemple.fr');
  await page.getByLabel('Prénom et nom').fill('Claire Roy');
  await page.getByLabel('Phrase de passe').fill(phrase);
  await page.locator('button[value="s-inscrire"]').click();
  await page.goto(await lastLinkTo(context, 'claire.roy@exemple.fr'));
  await page.getByLabel(/hrase de passe/).fill(phrase);
  await page.locator('button[value="confirmer"]').click();
  await page.getByRole('button', { name: 'Me déconnecter' }).click();

  psc.letIn(nurse('infirmiere-3', 'Roy'));
  await signIn(page);
  await page.waitForURL('**/espace/premier-passage?*');
  await page.getByRole('link', { name: 'Me connecter à mon compte, puis y lier Pro Santé Connect' }).click();
  await page.getByLabel('Adresse électronique').fill('claire.roy@exemple.fr');
  await page.getByLabel('Phrase de passe').fill(phrase);
  await page.getByRole('button', { name: 'Me connecter', exact: true }).click();
  await expect(page.getByText('vient de reconnaître Anne Roy')).toBeVisible();
  await page.getByLabel('Votre phrase de passe').fill('une phrase qui n’est pas la bonne');
  await page.getByRole('button', { name: 'La lier à mon compte' }).click();
  await expect(page.getByRole('alert')).toContainText('Ce n’est pas votre phrase de passe actuelle');
  await page.getByLabel('Votre phrase de passe').fill(phrase);
  await page.getByRole('button', { name: 'La lier à mon compte' }).click();
  await expect(page.getByRole('status')).toHaveText('Cette identité est liée à votre compte.');

  await page.getByRole('link', { name: 'Retirer Pro Santé Connect de mon compte' }).click();
  await page.getByLabel('Votre phrase de passe').fill(phrase);
  await page.getByRole('button', { name: 'Retirer Pro Santé Connect' }).click();
  await expect(page.getByRole('status')).toHaveText('Cette identité est retirée de votre compte.');

  await page.getByRole('link', { name: 'Lier Pro Santé Connect à mon compte' }).click();
  await page.getByLabel('Votre phrase de passe').fill(phrase);
  await page.getByRole('button', { name: 'Aller sur Pro Santé Connect' }).click();
  await page.waitForURL('**/espace/compte/identites?fait=identite-liee');
  await context.close();
});

test('the pages of identities pass axe, and break no policy', async ({ browser }) => {
  const context = await newContext(browser, true);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  psc.letIn(nurse('infirmiere-4', 'Lambert'));
  await page.goto('/espace/connexion');
  await checkAxe(page);
  await signIn(page);
  await page.waitForURL('**/espace/premier-passage?*');
  await checkAxe(page);
  await page.getByRole('button', { name: 'Ouvrir un compte' }).click();
  await checkAxe(page);
  await page.goto('/espace/compte/identites');
  await checkAxe(page);
  await page.goto('/espace/compte/identites?retirer=pro-sante-connect');
  await checkAxe(page);
  expect(errors).toEqual([]);
  await context.close();
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
