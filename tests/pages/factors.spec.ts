import type { BrowserContext, Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { hashPassphrase } from '../../src/server/auth/password.ts';
import { inPagesDatabase, signedIn, unique } from './accounts.ts';
import { checkAxe, expect, noJsTest, test } from './fixtures.ts';
import { lastLinkTo } from './mailbox.ts';

const phrase = 'rampe tiroir mousse velours gare';
const otherPhrase = 'citron bascule nuage treize ancre';
/** Browsers give keys to names alone: the same site, asked for as localhost. */
const named = `http://localhost:${process.env.PAGES_PORT}`;

async function hashed(): Promise<string> {
  const hash = await hashPassphrase(phrase);
  if (!hash.ok) throw new Error(hash.refusal);
  return hash.value;
}

async function enterAsSomeone(context: BrowserContext, baseURL: string) {
  return signedIn(context, baseURL, { passphraseHash: await hashed() });
}

async function signIn(page: Page, email: string, typed = phrase): Promise<void> {
  await page.goto('/espace/connexion');
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByLabel('Phrase de passe').fill(typed);
  await page.getByRole('button', { name: 'Me connecter', exact: true }).click();
}

async function signOut(page: Page): Promise<void> {
  const menu = page.locator('summary').filter({ hasText: 'Mes pages' });
  if (await menu.isVisible()) await menu.click();
  await page.getByRole('button', { name: 'Me déconnecter' }).click();
  await expect(page.getByRole('status')).toHaveText('Vous êtes déconnecté.');
}

/** A device with a fingerprint reader, that always knows its owner. */
async function withDevice(page: Page): Promise<void> {
  const devices = await page.context().newCDPSession(page);
  await devices.send('WebAuthn.enable');
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function addKey(page: Page, name: string): Promise<void> {
  await page.getByLabel('Nom de la clé').fill(name);
  await page.getByRole('textbox', { name: 'Votre phrase de passe' }).first().fill(phrase);
  await page.getByRole('button', { name: 'Ajouter une clé d’accès' }).click();
  await page.getByRole('button', { name: 'Créer la clé' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vos codes de secours');
}

const codeNow = (secret: string, step = 0): string =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: Date.now() + step * 30_000 });

/** Three seconds or more before the next code: one that is typed is still good when it arrives. */
async function earlyInStep(): Promise<void> {
  const left = 30_000 - (Date.now() % 30_000);
  if (left < 3_000) await new Promise((resolve) => setTimeout(resolve, left));
}

/** Sets an application up on the page of an account; returns its secret and the recovery codes. */
async function setApplicationUp(page: Page): Promise<{ secret: string; codes: string[] }> {
  await page.goto('/espace/compte/protection');
  await page.getByRole('textbox', { name: 'Votre phrase de passe' }).last().fill(phrase);
  await page.getByRole('button', { name: 'Mettre en place une application de codes' }).click();
  const secret = (await page.locator('.secret').innerText()).replace(/\s/g, '');
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  // The step before: what is shown now stays good for the sign-in that follows.
  await earlyInStep();
  await page.getByLabel('Code à 6 chiffres').fill(codeNow(secret, -1));
  await page.getByRole('button', { name: 'Confirmer' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vos codes de secours');
  const codes = await page.locator('.codes li').allInnerTexts();
  expect(codes).toHaveLength(10);
  await page.getByRole('link', { name: 'J’ai noté mes codes' }).click();
  return { secret, codes };
}

test.describe('with keys', () => {
  test.use({ baseURL: named });

  test('a key is added, opens the site alone, then after the passphrase, gets another name and is removed', async ({
    page,
    context,
  }) => {
    const { email } = await enterAsSomeone(context, named);
    await withDevice(page);
    await page.goto('/espace/compte/protection');
    await addKey(page, 'Mon téléphone');
    await page.getByRole('link', { name: 'J’ai noté mes codes' }).click();
    await expect(page.getByText('Il vous en reste 10.')).toBeVisible();
    await expect(page.getByText('pas encore utilisée')).toBeVisible();
    await signOut(page);

    await page.goto('/espace/compte/protection');
    await page.getByRole('button', { name: 'Me connecter avec une clé d’accès' }).click();
    await expect(page).toHaveURL('/espace/compte/protection');
    await expect(page.getByText('dernière utilisation le')).toBeVisible();
    await signOut(page);

    await signIn(page, email);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre second facteur');
    await page.goto('/espace/compte');
    await expect(page).toHaveURL('/espace/second-facteur?suite=%2Fespace%2Fcompte');
    await page.getByRole('button', { name: 'Utiliser ma clé d’accès' }).click();
    await expect(page).toHaveURL('/espace/compte');

    await page.goto('/espace/compte/protection');
    await page.getByRole('link', { name: 'Renommer ou retirer la clé Mon téléphone' }).click();
    await page.getByLabel('Nom de la clé').fill('Téléphone du cabinet');
    await page.getByRole('button', { name: 'Renommer' }).click();
    await page.getByRole('link', { name: 'la clé Téléphone du cabinet' }).click();
    await page.getByLabel('Votre phrase de passe').fill(phrase);
    await page.getByRole('button', { name: 'Retirer cette clé' }).click();
    await expect(page.getByRole('status')).toContainText('Cette clé d’accès est retirée.');
    await signOut(page);
    await signIn(page, email);
    await expect(page).toHaveURL('/espace');
  });

  test('who was granted a role sets a key up at the door, and enters', async ({ page, context }) => {
    const { id } = await signedIn(context, named, {
      passphraseHash: await hashed(),
      roles: [{ role: 'association-gestionnaire' }],
      secondFactorGiven: false,
    });
    await inPagesDatabase((client) =>
      client.execute({ sql: 'update compte set second_facteur_requis = 1 where id = ?', args: [id] }),
    );
    await withDevice(page);
    await page.goto('/espace/compte');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choisissez un second facteur');
    await addKey(page, 'Mon téléphone');
    await page.getByRole('link', { name: 'J’ai noté mes codes' }).click();
    await expect(page).toHaveURL('/espace/compte');
    await expect(page.getByRole('link', { name: 'Association' })).toBeVisible();
  });

  test('a device without a key says so beside the button, and nothing is sent', async ({ page }) => {
    await withDevice(page);
    await page.goto('/espace/connexion');
    await page.getByRole('button', { name: 'Me connecter avec une clé d’accès' }).click();
    await expect(page.getByRole('alert')).toHaveText(
      'Aucune clé n’a répondu. Réessayez, ou choisissez un autre moyen.',
    );
  });
});

test('at an IP address no key is offered, and the page says where they work', async ({ page, context, baseURL }) => {
  await enterAsSomeone(context, baseURL ?? '');
  await page.goto('/espace/compte/protection');
  await expect(page.getByRole('link', { name: named })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ajouter une clé d’accès' })).toHaveCount(0);
});

noJsTest(
  'codes are set up, asked for after the passphrase and accepted, without a script',
  async ({ page, context, baseURL }) => {
    const { email } = await enterAsSomeone(context, baseURL ?? '');
    const { secret } = await setApplicationUp(page);
    await signOut(page);
    await signIn(page, email);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre second facteur');
    await earlyInStep();
    await page.getByLabel('Code à 6 chiffres').fill(codeNow(secret));
    await page.getByRole('button', { name: 'Continuer' }).click();
    await expect(page).toHaveURL('/espace');
  },
);

test.describe('what is refused', () => {
  test.use({ expectedProblems: [/40[04]|429/] });

  test('a wrong code is said beside its field, at the set-up and at the door', async ({ page, context, baseURL }) => {
    const { email } = await enterAsSomeone(context, baseURL ?? '');
    await page.goto('/espace/compte/protection');
    await page.getByRole('textbox', { name: 'Votre phrase de passe' }).last().fill(phrase);
    await page.getByRole('button', { name: 'Mettre en place une application de codes' }).click();
    const secret = await page.locator('.secret').innerText();
    await page.getByLabel('Code à 6 chiffres').fill('12');
    await page.getByRole('button', { name: 'Confirmer' }).click();
    await expect(page.locator('#code-application-erreur')).toContainText('Ce code n’est pas accepté');
    expect(await page.locator('.secret').innerText()).toBe(secret);
    await earlyInStep();
    await page.getByLabel('Code à 6 chiffres').fill(codeNow(secret.replace(/\s/g, ''), -1));
    await page.getByRole('button', { name: 'Confirmer' }).click();
    await page.getByRole('link', { name: 'J’ai noté mes codes' }).click();
    await signOut(page);
    await signIn(page, email);
    await page.getByLabel('Code à 6 chiffres').fill('000000');
    await page.getByRole('button', { name: 'Continuer' }).click();
    await expect(page.locator('#code-erreur')).toContainText('Ce code n’est pas accepté');
    await expect(page.getByLabel('Code à 6 chiffres')).toHaveAttribute('aria-describedby', 'code-erreur code-aide');
  });

  test('after five wrong codes the next one must wait, and programs are told so too', async ({
    page,
    context,
    baseURL,
  }) => {
    await enterAsSomeone(context, baseURL ?? '');
    const send = () =>
      page.request.post('/espace/second-facteur', {
        headers: { origin: baseURL ?? '' },
        form: { geste: 'donner-code', code: '000000' },
      });
    const answers = await Promise.all(Array.from({ length: 8 }, send));
    const waiting = answers.filter((answer) => answer.status() === 429);
    expect(new Set(answers.map((answer) => answer.status()))).toEqual(new Set([400, 429]));
    expect(await waiting[0]?.text()).toMatch(/Trop d’essais de suite\. Réessayez dans \d+\sseconde/);
  });

  test('a recovery code opens once and not twice, and the page after it offers to repair', async ({
    page,
    context,
    baseURL,
  }) => {
    const { email } = await enterAsSomeone(context, baseURL ?? '');
    const { codes } = await setApplicationUp(page);
    const use = async () => {
      await signOut(page);
      await signIn(page, email);
      await page.getByText('utiliser un code de secours').click();
      await page.getByLabel('Code de secours').fill(codes[0]?.toLowerCase().replace('-', ' ') ?? '');
      await page.getByRole('button', { name: 'Utiliser ce code' }).click();
    };
    await use();
    await expect(page).toHaveURL('/espace/compte/protection?fait=code-secours-utilise');
    await expect(page.getByText('Il vous en reste 9.')).toBeVisible();
    await use();
    await expect(page.locator('#code-secours-erreur')).toContainText('Ce code n’est pas accepté');
    await expect(page).toHaveURL(/second-facteur/);
  });

  test('a passphrase chosen again by a link does not get round the second factor', async ({
    page,
    context,
    baseURL,
  }) => {
    const { email } = await enterAsSomeone(context, baseURL ?? '');
    const { secret } = await setApplicationUp(page);
    await signOut(page);
    await page.goto('/espace/phrase-oubliee');
    await page.getByLabel('Adresse électronique').fill(email);
    await page.getByRole('button').last().click();
    await page.goto(await lastLinkTo(context, email));
    await page.getByLabel('phrase de passe').fill(otherPhrase);
    await page.locator('main form button').last().click();
    await expect(page).toHaveURL('/espace/connexion?fait=phrase-choisie');
    await signIn(page, email, otherPhrase);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre second facteur');
    await page.goto('/espace');
    await expect(page).toHaveURL('/espace/second-facteur?suite=%2Fespace');
    await earlyInStep();
    await page.getByLabel('Code à 6 chiffres').fill(codeNow(secret));
    await page.getByRole('button', { name: 'Continuer' }).click();
    await expect(page).toHaveURL('/espace');
  });
});

for (const width of [320, 1280]) {
  test(`axe finds nothing on the pages of second factors at ${width} px`, async ({ browser }) => {
    const context = await browser.newContext({ baseURL: named, viewport: { width, height: 800 }, locale: 'fr-FR' });
    const page = await context.newPage();
    const { email } = await enterAsSomeone(context, named);
    await withDevice(page);
    await page.goto('/espace/compte/protection');
    await checkAxe(page);
    await addKey(page, `Clé ${unique()}`);
    await checkAxe(page);
    await page.goto('/espace/compte/protection');
    await page.getByRole('textbox', { name: 'Votre phrase de passe' }).nth(1).fill(phrase);
    await page.getByRole('button', { name: 'Mettre en place une application de codes' }).click();
    await checkAxe(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.goto('/espace/compte/protection');
    await page.getByRole('link', { name: /Renommer ou retirer/ }).click();
    await checkAxe(page);
    await signOut(page);
    await signIn(page, email);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre second facteur');
    await checkAxe(page);
    await context.close();
  });
}
