import { randomUUID } from 'node:crypto';
import type { APIRequestContext, Page } from '@playwright/test';
import { withoutFormKeys } from '../form-keys.ts';
import { checkAxe, expect, noJsTest, test } from './fixtures.ts';
import { lastLinkTo, mailsTo } from './mailbox.ts';

const phrase = 'rampe tiroir mousse velours gare';
const otherPhrase = 'citron bascule nuage treize ancre';
const someone = () => `anne-${randomUUID()}@exemple.fr`;
const refusals = [/40[034]|429/];

async function signUp(page: Page, email: string, name = 'Anne Morel'): Promise<void> {
  await page.goto('/espace/inscription');
  await page.getByLabel('Prénom et nom').fill(name);
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByLabel('Phrase de passe').fill(phrase);
  await page.getByRole('button', { name: 'Ouvrir mon compte' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Regardez vos courriels');
}

async function openAccount(page: Page, email: string): Promise<void> {
  await signUp(page, email);
  await page.goto(await lastLinkTo(page.context(), email));
  await page.getByLabel('Phrase de passe').fill(phrase);
  await page.getByRole('button', { name: 'Confirmer et entrer' }).click();
  await expect(page).toHaveURL('/espace?fait=compte-ouvert');
}

async function signIn(page: Page, email: string, typed = phrase): Promise<void> {
  await page.goto('/espace/connexion');
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByLabel('Phrase de passe').fill(typed);
  await page.getByRole('button', { name: 'Me connecter' }).click();
}

for (const [how, runTest] of [
  ['with JavaScript', test],
  ['without JavaScript', noJsTest],
] as const) {
  runTest(`an account is asked for, confirmed, left and opened again, ${how}`, async ({ page }) => {
    const email = someone();
    await openAccount(page, email);
    await page.getByRole('button', { name: 'Me déconnecter' }).click();
    await expect(page.getByRole('status')).toHaveText('Vous êtes déconnecté.');
    await page.goto('/espace/compte');
    await expect(page).toHaveURL('/espace/connexion?suite=%2Fespace%2Fcompte');
    await page.getByLabel('Adresse électronique').fill(email);
    await page.getByLabel('Phrase de passe').fill(phrase);
    await page.getByRole('button', { name: 'Me connecter' }).click();
    await expect(page).toHaveURL('/espace/compte');
    await expect(page.getByText(email)).toBeVisible();
  });
}

test.describe('what is refused', () => {
  test.use({ expectedProblems: refusals });

  test('each wrong field of a sign-up is said beside it, and what was typed stays', async ({ page }) => {
    await page.goto('/espace/inscription');
    await page.getByLabel('Adresse électronique').fill('anne.exemple.fr');
    await page.getByLabel('Phrase de passe').fill('trop court');
    await page.getByRole('button', { name: 'Ouvrir mon compte' }).click();
    await expect(page).toHaveTitle(/^Erreur/);
    await expect(page.getByLabel('Prénom et nom')).toHaveAccessibleDescription(/Indiquez votre nom/);
    const address = page.getByLabel('Adresse électronique');
    await expect(address).toHaveAccessibleDescription(/Écrivez une adresse électronique entière/);
    await expect(address).toHaveValue('anne.exemple.fr');
    await expect(page.getByLabel('Phrase de passe')).toHaveAccessibleDescription(
      /10 caractères\s: il en faut au moins 15/,
    );
    await checkAxe(page);
  });

  test('a wrong passphrase and an unknown address get the same page', async ({ page }) => {
    const email = someone();
    await openAccount(page, email);
    await page.context().clearCookies();
    const bodyOf = async (address: string) => {
      await signIn(page, address, otherPhrase);
      await expect(page.getByRole('alert')).toContainText('ne vont pas ensemble');
      return withoutFormKeys(await page.content()).replaceAll(address, '…');
    };
    expect(await bodyOf(email)).toBe(await bodyOf(someone()));
  });

  test('a link serves once, and a made-up link opens nothing', async ({ page }) => {
    const email = someone();
    await signUp(page, email);
    const link = await lastLinkTo(page.context(), email);
    for (const address of [link, link, '/espace/confirmer?jeton=inventé', '/espace/confirmer']) {
      await page.context().clearCookies();
      await page.goto(address);
      await page.getByLabel('Phrase de passe').fill(phrase);
      await page.getByRole('button', { name: 'Confirmer et entrer' }).click();
      if (address === link && (await page.getByRole('alert').count()) === 0) continue;
      await expect(page.getByRole('alert')).toContainText('Ce lien ne peut plus servir');
    }
  });

  test('a form of another site, or JSON from anywhere, changes nothing', async ({ page, request }) => {
    const email = someone();
    await openAccount(page, email);
    const foreign = { origin: 'https://autre.example' };
    const form = { geste: 'renommer', nom: 'Autre' };
    const post = (headers: Record<string, string>, body: object) =>
      page.context().request.post('/espace/compte', { headers, ...body, maxRedirects: 0 });
    expect((await post(foreign, { form })).status()).toBe(403);
    expect((await post({ ...foreign, 'content-type': 'application/json' }, { data: form })).status()).toBe(403);
    const own = { origin: new URL(page.url()).origin };
    expect((await post({ ...own, 'sec-fetch-site': 'cross-site' }, { form })).status()).toBe(403);
    expect((await post({ ...own, 'content-type': 'application/json' }, { data: form })).status()).toBe(415);
    expect((await post(own, { form: { geste: 'inconnu' } })).status()).toBe(400);
    await page.goto('/espace/compte');
    await expect(page.getByLabel('Prénom et nom')).toHaveValue('Anne Morel');
    const stranger = await request.post('/espace/compte', { headers: own, form, maxRedirects: 0 });
    expect([stranger.status(), stranger.headers().location]).toEqual([
      303,
      '/espace/connexion?suite=%2Fespace%2Fcompte',
    ]);
  });
});

test.describe('a form that cannot be read', () => {
  const send = async (request: APIRequestContext, type: string, data: string) => {
    const origin = new URL((await request.get('/espace/inscription')).url()).origin;
    const headers = { origin, 'content-type': type };
    const answer = await request.post('/espace/inscription', { headers, data });
    return [answer.status(), await answer.text(), answer.headers().connection];
  };

  test('past a megabyte it is said to be too long, the connection ends, and the next page comes at once', async ({
    request,
  }) => {
    const body = `geste=s-inscrire&nom=${'a'.repeat(2_000_000)}`;
    const [status, text, connection] = await send(request, 'application/x-www-form-urlencoded', body);
    expect([status, connection]).toEqual([413, 'close']);
    expect(text).toMatch(/trop long/);
    const startedAt = performance.now();
    expect((await request.get('/espace/inscription')).status()).toBe(200);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });

  test('cut halfway it is said to be incomplete', async ({ request }) => {
    const cut = '--limite\r\nContent-Disposition: form-data; name="nom"\r\n\r\nAnne';
    const [status, text] = await send(request, 'multipart/form-data; boundary=limite', cut);
    expect(status).toBe(400);
    expect(text).toMatch(/incomplet/);
  });
});

test('signing up again with an address that has an account looks the same, and its owner learns it by mail', async ({
  page,
}) => {
  const email = someone();
  await openAccount(page, email);
  await page.context().clearCookies();
  await signUp(page, email, 'Quelqu’un d’autre');
  expect((await mailsTo(page.context(), email))[0]).toBe('Vous avez déjà un compte');
});

noJsTest('a forgotten passphrase is replaced by a link, and every session ends', async ({ page, browser, baseURL }) => {
  const email = someone();
  await openAccount(page, email);
  const elsewhere = await browser.newContext({ baseURL: baseURL ?? '' });
  const other = await elsewhere.newPage();
  await other.goto('/espace/phrase-oubliee');
  await other.getByLabel('Adresse électronique').fill(email);
  await other.getByRole('button', { name: 'Recevoir un lien' }).click();
  await other.goto(await lastLinkTo(elsewhere, email));
  await other.getByLabel('Nouvelle phrase de passe').fill(otherPhrase);
  await other.getByRole('button', { name: 'Enregistrer cette phrase' }).click();
  await expect(other.getByRole('status')).toContainText('Votre nouvelle phrase de passe est enregistrée');
  await page.goto('/espace/compte');
  await expect(page).toHaveURL(/connexion/);
  await signIn(other, email, otherPhrase);
  await expect(other).toHaveURL('/espace');
  await elsewhere.close();
});

noJsTest('an address changes when both addresses accept', async ({ page }) => {
  const [email, next] = [someone(), someone()];
  await openAccount(page, email);
  await page.goto('/espace/compte/adresse');
  await page.getByLabel('Nouvelle adresse').fill(next);
  await page.getByLabel('Votre phrase de passe').fill(phrase);
  await page.getByRole('button', { name: 'Envoyer les deux messages' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Regardez vos deux boîtes');
  for (const [to, heading] of [
    [next, 'Plus qu’un message'],
    [email, 'Votre adresse est changée'],
  ] as const) {
    await page.goto(await lastLinkTo(page.context(), to));
    await page.getByRole('button', { name: 'Accepter ce changement' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
  }
  await page.goto('/espace/compte');
  await expect(page.getByText(next)).toBeVisible();
});

test('a session opened elsewhere is seen and closed; changing the passphrase closes the others', async ({
  page,
  browser,
  baseURL,
}) => {
  const email = someone();
  await openAccount(page, email);
  const elsewhere = await browser.newContext({
    baseURL: baseURL ?? '',
    userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
  });
  const other = await elsewhere.newPage();
  await signIn(other, email);
  await expect(other).toHaveURL('/espace');
  await page.goto('/espace/compte/sessions');
  await page.getByRole('button', { name: /^Fermer cette session \(Firefox sur Windows, depuis le / }).click();
  await expect(page.getByRole('status')).toHaveText('Cette session est fermée.');
  await other.goto('/espace');
  await expect(other).toHaveURL(/connexion/);

  await signIn(other, email);
  const before = (await page.context().cookies()).find(({ name }) => name === 'session')?.value;
  await page.goto('/espace/compte/phrase');
  await page.getByLabel('Phrase de passe actuelle').fill(phrase);
  await page.getByLabel('Nouvelle phrase de passe').fill(otherPhrase);
  await page.getByRole('button', { name: 'Changer ma phrase' }).click();
  await expect(page.getByRole('status')).toContainText('Votre phrase de passe est changée');
  expect((await page.context().cookies()).find(({ name }) => name === 'session')?.value).not.toBe(before);
  await other.goto('/espace');
  await expect(other).toHaveURL(/connexion/);
  await elsewhere.close();
});

noJsTest('an account is exported, then deleted with its exceptions said', async ({ page }) => {
  const email = someone();
  await openAccount(page, email);
  const exported = await page.context().request.get('/espace/compte/export.json');
  expect(exported.headers()).toMatchObject({
    'content-disposition': 'attachment; filename="mon-compte-coordonnees.json"',
    'cache-control': 'no-store',
  });
  expect(await exported.json()).toMatchObject({ compte: { email, nom: 'Anne Morel' } });
  await page.goto('/espace/compte/supprimer');
  await expect(page.getByText('Le journal des actions reste')).toBeVisible();
  await page.getByLabel('J’ai compris').check();
  await page.getByLabel('Votre phrase de passe').fill(phrase);
  await page.getByRole('button', { name: 'Supprimer mon compte' }).click();
  await expect(page.getByRole('status')).toContainText('Votre compte est supprimé');
  expect((await mailsTo(page.context(), email))[0]).toBe('Votre compte est supprimé');
});

test('private pages are kept by no one, and the address of a link is told to no page', async ({ page, request }) => {
  const page1 = await request.get('/espace/connexion');
  expect(page1.headers()).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
  const answer = await page.goto('/espace/confirmer?jeton=abc');
  expect(answer?.headers()['referrer-policy']).toBe('no-referrer');
  const old = await request.get('/espace/confirmer?jeton=abc');
  expect(old.headers()['referrer-policy']).toBe('strict-origin');
});

test('the strength of a passphrase is told while it is typed, and it can be shown', async ({ page }) => {
  await page.goto('/espace/inscription');
  const field = page.getByLabel('Phrase de passe');
  await field.fill('azerty');
  await expect(page.getByRole('status')).toHaveText('6 caractères sur 15.');
  await field.fill('citron bascule nuage treize ancre velours gare');
  await expect(page.getByRole('status')).toHaveText('Forte.');
  await expect(field).toHaveAttribute('type', 'password');
  await page.getByRole('button', { name: 'Montrer ce que j’écris' }).click();
  await expect(field).toHaveAttribute('type', 'text');
});

test('mails are read on this machine alone: not under another name, not through a proxy', async ({ request }) => {
  const status = async (headers: Record<string, string>) =>
    (await request.get('/espace/boite-locale', { headers })).status();
  expect(await status({})).toBe(200);
  expect(await status({ host: 'autre.example' })).toBe(404);
  expect(await status({ 'x-forwarded-for': '203.0.113.9' })).toBe(404);
});

test('every page of accounts: axe finds nothing and nothing overflows, at 320 and 1280 px', async ({ page }) => {
  test.slow();
  await openAccount(page, someone());
  const pages = ['', '/compte', '/compte/adresse', '/compte/phrase', '/compte/sessions', '/compte/supprimer'];
  const signedOut = ['/connexion', '/inscription', '/inscription?envoye=1', '/confirmer', '/phrase-oubliee'];
  for (const path of [...pages, 'sign-out', ...signedOut, '/nouvelle-phrase', '/changer-adresse', '/boite-locale']) {
    if (path === 'sign-out') {
      await page.context().clearCookies();
      continue;
    }
    await page.goto(`/espace${path}`);
    await expect(page.locator('h1:visible')).toHaveCount(1);
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${path} ${width} px`).toBe(0);
      await checkAxe(page);
    }
  }
});
