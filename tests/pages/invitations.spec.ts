import type { Page } from '@playwright/test';
import { hashPassphrase } from '../../src/server/auth/password.ts';
import { cookieOf, inPagesDatabase, openAccount, signedIn, unique } from './accounts.ts';
import { checkAxe, expect, noJsTest, test } from './fixtures.ts';
import { lastLinkTo, mailsTo } from './mailbox.ts';
import { addMember, openTeam } from './team-rows.ts';

const phrase = 'rampe tiroir mousse velours gare';
const someone = (name: string) => `${name}-${unique()}@exemple.fr`;

// Every page test comes from one network address, which may write to thirty people a day.
test.beforeEach(forgetTheCrowd);
noJsTest.beforeEach(forgetTheCrowd);
async function forgetTheCrowd(): Promise<void> {
  await inPagesDatabase((client) => client.execute('delete from tentative where nombre >= 15'));
}

/** A team whose référent, Ada Roux, is signed in, with one member who has no account: Béa Morel. */
async function teamOfAda(page: Page, baseURL: string) {
  const team = await openTeam();
  const ada = await signedIn(page.context(), baseURL, { name: 'Ada Roux' });
  await addMember(team.id, { firstName: 'Ada', name: 'Roux', account: ada.id, role: 'referent' });
  const bea = await addMember(team.id, { firstName: 'Béa', name: 'Morel' });
  return { team, ada, bea, list: `/espace/equipes/${team.id}/invitations` };
}

async function invite(page: Page, list: string, email: string): Promise<string> {
  await page.goto(list);
  await page.getByLabel('Adresse électronique de Béa Morel').fill(email);
  await page.getByRole('button', { name: 'Inviter Béa Morel' }).click();
  await expect(page.getByRole('status')).toHaveText('L’invitation est envoyée.');
  return lastLinkTo(page.context(), email);
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const [how, runTest] of [
  ['with JavaScript', test],
  ['without JavaScript', noJsTest],
] as const) {
  runTest(`invited, written to, signed in, joined, ${how}`, async ({ page, browser, baseURL }) => {
    const origin = baseURL ?? '';
    const { team, list } = await teamOfAda(page, origin);
    const email = someone('bea');
    const link = await invite(page, list, email);
    await expect(page.getByRole('region', { name: 'Béa Morel, infirmier' })).toContainText('1 courriel envoyé');
    expect(await mailsTo(page.context(), email)).toEqual(['Une équipe vous invite à la rejoindre']);

    const account = await openAccount({
      email: someone('bea-autre'),
      name: 'Béa Morel',
      passphraseHash: await hashed(phrase),
    });
    const hers = await browser.newContext({ ...(runTest === noJsTest && { javaScriptEnabled: false }) });
    const other = await hers.newPage();
    await other.goto(origin + link);
    await expect(other.getByRole('heading', { level: 1 })).toContainText(team.name);
    await expect(other.getByText('Ada Roux')).toBeVisible();
    await page.goto('/espace');
    await expect(page.getByRole('link', { name: 'Une invitation attend une réponse' })).toHaveAttribute('href', list);
    await expect(other.getByText('Béa Morel')).toBeVisible();
    await other.getByRole('link', { name: 'Me connecter' }).click();
    await other.getByLabel('Adresse électronique').fill(account.email);
    await other.getByLabel('Phrase de passe').fill(phrase);
    await other.getByRole('button', { name: 'Me connecter' }).click();
    await expect(other).toHaveURL(origin + link);
    await expect(other.getByText(/L’invitation a été envoyée à b…@e…/)).toBeVisible();
    const before = await sessionCookieOf(other);
    await other.getByRole('button', { name: 'Rejoindre l’équipe' }).click();
    // Her own page asks what nobody else can say of her.
    await expect(other.getByRole('status').first()).toHaveText('Vous avez rejoint l’équipe.');
    await expect(other.getByRole('heading', { name: 'Complétez votre fiche' })).toBeVisible();
    expect(await sessionCookieOf(other)).not.toBe(before);
    await other.goto(`${origin}/espace/equipes/${team.id}/referents`);
    await expect(other.getByText('Ada Roux')).toBeVisible();
    await other.goto(origin + link);
    await expect(other.getByText('C’est votre compte qui a rejoint l’équipe.')).toBeVisible();
    await hers.close();

    await page.goto('/espace');
    await expect(page.getByRole('link', { name: /attend/ })).toHaveCount(0);
    await page.goto(list);
    await expect(page.getByText('Chaque personne inscrite a rejoint l’équipe.')).toBeVisible();
    await expect(page.getByRole('row', { name: /Béa Morel acceptée/ })).toBeVisible();
  });

  runTest(
    `declined without an account, and never written to again there, ${how}`,
    async ({ page, browser, baseURL }) => {
      const { list } = await teamOfAda(page, baseURL ?? '');
      const link = await invite(page, list, someone('bea'));
      const hers = await browser.newContext({ ...(runTest === noJsTest && { javaScriptEnabled: false }) });
      const other = await hers.newPage();
      await other.goto((baseURL ?? '') + link);
      await other.getByRole('button', { name: 'Décliner l’invitation' }).click();
      await expect(other.getByRole('heading', { level: 1 })).toHaveText('Cette invitation a été déclinée');
      await hers.close();
      await page.goto(list);
      const card = page.getByRole('region', { name: 'Béa Morel, infirmier' });
      await expect(card).toContainText('Nous n’écrirons plus à cette adresse.');
      await expect(card.getByRole('button', { name: /nouveau lien/ })).toHaveCount(0);
    },
  );
}

noJsTest(
  'who has no account opens one from the invitation, and comes back to it',
  async ({ page, browser, baseURL }) => {
    const origin = baseURL ?? '';
    const { team, list } = await teamOfAda(page, origin);
    const email = someone('bea');
    const link = await invite(page, list, email);
    const hers = await browser.newContext({ javaScriptEnabled: false, baseURL: origin });
    const other = await hers.newPage();
    await other.goto(link);
    await other.getByRole('link', { name: 'Ouvrir un compte' }).click();
    await other.getByLabel('Prénom et nom').fill('Béa Morel');
    await other.getByLabel('Adresse électronique').fill(email);
    await other.getByLabel('Phrase de passe').fill(phrase);
    await other.getByRole('button', { name: 'Ouvrir mon compte' }).click();
    await other.goto(await lastLinkTo(hers, email));
    await other.getByLabel('Phrase de passe').fill(phrase);
    await other.getByRole('button', { name: 'Confirmer et entrer' }).click();
    await expect(other).toHaveURL(link);
    await other.getByRole('button', { name: 'Rejoindre l’équipe' }).click();
    await expect(other.getByRole('heading', { level: 1 })).toHaveText('Béa Morel');
    await expect(other.getByRole('navigation', { name: 'Fil d’Ariane' })).toContainText(team.name);
    await expect(other.getByRole('status').first()).toHaveText('Vous avez rejoint l’équipe.');
    await hers.close();
  },
);

test.describe('links that serve no more', () => {
  test.use({ expectedProblems: [/404|409|410/] });

  test('a wrong address is corrected on the same invitation; an unchanged one is said beside the field', async ({
    page,
    baseURL,
  }) => {
    const { list } = await teamOfAda(page, baseURL ?? '');
    const wrong = someone('bae');
    const right = someone('bea');
    const strangers = await invite(page, list, wrong);
    const card = page.getByRole('region', { name: 'Béa Morel, infirmier' });
    const correct = async (email: string) => {
      await card.getByText('Corriger l’adresse').click();
      await card.getByLabel('Nouvelle adresse électronique').fill(email);
      await card.getByRole('button', { name: 'Envoyer à cette adresse' }).click();
    };
    await correct(wrong);
    const field = card.getByLabel('Nouvelle adresse électronique');
    await expect(field).toHaveAccessibleDescription(/déjà été envoyée à cette adresse/);
    await expect(field).toHaveValue(wrong);
    await checkAxe(page);
    await page.goto(list);
    await correct(right);
    await expect(page.getByRole('status')).toContainText('nouvelle adresse');
    await expect(card).toContainText('2 courriels envoyés');
    expect((await page.goto(strangers))?.status()).toBe(404);
    const unknown = await page.locator('main').innerText();
    expect((await page.goto('/espace/invitation?jeton=inconnu'))?.status()).toBe(404);
    expect(await page.locator('main').innerText()).toBe(unknown);
    expect((await page.goto(await lastLinkTo(page.context(), right)))?.status()).toBe(200);
  });

  test('a withdrawn invitation says so, names no team, and its address is forgotten', async ({ page, baseURL }) => {
    const { list, team } = await teamOfAda(page, baseURL ?? '');
    const email = someone('bea');
    const link = await invite(page, list, email);
    await page.getByRole('button', { name: 'Retirer l’invitation de Béa Morel' }).click();
    await expect(page.getByRole('status')).toContainText('L’invitation est retirée');
    await expect(page.getByText(email)).toHaveCount(0);
    await expect(page.getByLabel('Adresse électronique de Béa Morel')).toBeVisible();
    expect((await page.goto(link))?.status()).toBe(410);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cette invitation a été retirée');
    await expect(page.locator('main')).not.toContainText(team.name);
  });

  test('an expired invitation says until when, and a new link works', async ({ page, baseURL }) => {
    const { list, bea } = await teamOfAda(page, baseURL ?? '');
    const email = someone('bea');
    const link = await invite(page, list, email);
    await inPagesDatabase((client) =>
      client.execute({ sql: "update invitation set jusquau = '2026-01-31' where membre_id = ?", args: [bea] }),
    );
    expect((await page.goto(link))?.status()).toBe(410);
    await expect(page.locator('main')).toContainText('Elle était valable jusqu’au 31 janvier 2026.');
    await page.goto(list);
    await page.getByRole('button', { name: 'Envoyer un nouveau lien à Béa Morel' }).click();
    await expect(page.getByRole('status')).toContainText('Un nouveau lien est envoyé');
    expect((await page.goto(await lastLinkTo(page.context(), email)))?.status()).toBe(200);
  });

  test('a référent who follows the link is told that he is in the team already', async ({ page, baseURL }) => {
    const { list } = await teamOfAda(page, baseURL ?? '');
    await page.goto(await invite(page, list, someone('bea')));
    await page.getByRole('button', { name: 'Rejoindre l’équipe' }).click();
    await expect(page.getByRole('alert')).toContainText('Votre compte fait déjà partie de cette équipe.');
  });

  test('a foreign team looks like one that does not exist', async ({ page, browser, baseURL }) => {
    const { list, team } = await teamOfAda(page, baseURL ?? '');
    const stranger = await browser.newContext({ baseURL: baseURL ?? '' });
    await signedIn(stranger, baseURL ?? '');
    const other = await stranger.newPage();
    for (const name of ['invitations', 'referents']) {
      const bodies = [];
      for (const id of [team.id, '00000000-0000-4000-8000-000000000000']) {
        expect((await other.goto(`/espace/equipes/${id}/${name}`))?.status()).toBe(404);
        bodies.push(await other.locator('body').innerText());
      }
      expect(bodies[0]).toBe(bodies[1]);
    }
    const posted = await stranger.request.post(list, {
      headers: { origin: baseURL ?? '' },
      form: { geste: 'inviter', membre: 'x' },
    });
    expect(posted.status()).toBe(404);
    await stranger.close();
  });
});

test('two members make one of them référent, in three browsers', async ({ page, browser, baseURL }) => {
  const origin = baseURL ?? '';
  const { team } = await teamOfAda(page, origin);
  const address = `/espace/equipes/${team.id}/referents`;
  const open = async (firstName: string) => {
    const account = await openAccount({ name: firstName, email: someone('membre') });
    await addMember(team.id, { firstName, account: account.id });
    const context = await browser.newContext({ baseURL: origin });
    await context.addCookies([cookieOf(account, origin)]);
    return { account, context, page: await context.newPage() };
  };
  const cleo = await open('Cléo');
  const dora = await open('Dora');
  const eve = await open('Ève');

  await cleo.page.goto(address);
  await cleo.page.getByLabel('Proposer comme référent').selectOption('Dora Essai');
  await cleo.page.getByRole('button', { name: 'Proposer cette personne' }).click();
  await expect(cleo.page.getByRole('status')).toContainText('Votre proposition est faite');
  await expect(cleo.page.getByText('Celui d’un second membre est nécessaire.')).toBeVisible();
  await checkAxe(cleo.page);
  expect(await mailsTo(page.context(), eve.account.email)).toEqual(['Quelque chose vous attend sur Coordonnées']);
  expect(await mailsTo(page.context(), cleo.account.email)).toEqual([]);

  await eve.page.goto(await lastLinkTo(page.context(), eve.account.email));
  await expect(eve.page.getByText('D’accord : Cléo Essai.')).toBeVisible();
  await eve.page.getByRole('button', { name: 'Je suis d’accord (Dora Essai)' }).click();
  await expect(eve.page.getByRole('status')).toContainText('le nouveau référent est nommé');
  await expect(eve.page.getByRole('listitem').filter({ hasText: 'Dora Essai' })).toBeVisible();

  // The new référent goes on in the session that she has: her places are read at every request.
  await dora.page.goto(address);
  await expect(dora.page.getByRole('heading', { name: 'Nommer un référent de plus' })).toBeVisible();
  await page.goto(address);
  await expect(page.getByRole('listitem').filter({ hasText: 'Ada Roux' })).toBeVisible();
  for (const { context } of [cleo, dora, eve]) await context.close();
});

test.describe('the last référent', () => {
  test.use({ expectedProblems: [/40[09]/] });

  test('cannot hand the role back before naming another, then can', async ({ page, baseURL }) => {
    const { team } = await teamOfAda(page, baseURL ?? '');
    const cleo = await openAccount({ email: someone('cleo') });
    await addMember(team.id, { firstName: 'Cléo', account: cleo.id });
    await page.goto(`/espace/equipes/${team.id}/referents`);
    await page.getByRole('button', { name: 'Rendre mon rôle de référent' }).click();
    await expect(page.getByRole('alert')).toContainText('Nommez-en d’abord un autre, par exemple Cléo Essai.');
    await page.getByRole('button', { name: 'Nommer référent' }).click();
    await expect(page.getByLabel('Membre', { exact: true })).toHaveAccessibleDescription(
      'Choisissez une personne de la liste.',
    );
    await page.getByLabel('Membre', { exact: true }).selectOption('Cléo Essai');
    await page.getByRole('button', { name: 'Nommer référent' }).click();
    await expect(page.getByRole('status')).toContainText('Le nouveau référent est nommé');
    await page.getByRole('button', { name: 'Rendre mon rôle de référent' }).click();
    await expect(page.getByRole('status')).toContainText('vous restez membre de l’équipe');
    await expect(page.getByRole('button', { name: 'Nommer référent' })).toHaveCount(0);
  });
});

for (const width of [320, 1280]) {
  test(`nothing overflows and axe finds nothing at ${width} px`, async ({ page, browser, baseURL }) => {
    await page.setViewportSize({ width, height: 800 });
    const { team, list } = await teamOfAda(page, baseURL ?? '');
    await page.goto(list);
    await checkAxe(page);
    const link = await invite(page, list, `une-adresse-bien-longue-${unique()}@messagerie.exemple.fr`);
    await page.getByText('Corriger l’adresse').click();
    const stranger = await browser.newContext({ viewport: { width, height: 800 } });
    const visitor = await stranger.newPage();
    await visitor.goto((baseURL ?? '') + link);
    expect(await overflow(visitor)).toBe(0);
    await checkAxe(visitor);
    await stranger.close();
    for (const address of [null, link, `/espace/equipes/${team.id}/referents`]) {
      if (address) await page.goto(address);
      expect(await overflow(page)).toBe(0);
      await checkAxe(page);
    }
  });
}

async function hashed(passphrase: string): Promise<string> {
  const hash = await hashPassphrase(passphrase);
  if (!hash.ok) throw new Error(hash.refusal);
  return hash.value;
}

const sessionCookieOf = async (page: Page) =>
  (await page.context().cookies()).find(({ name }) => name.endsWith('session'))?.value;
