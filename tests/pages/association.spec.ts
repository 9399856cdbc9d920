import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { StaffRole } from '#domain/access/roles.ts';
import { inPagesDatabase, openAccount, signedIn, unique } from './accounts.ts';
import { checkAxe, expect, noJsTest, test } from './fixtures.ts';
import { lastLinkTo } from './mailbox.ts';

const refused = [/réponse 40[34]|status of 40[34]/];
const region = 'pays-de-la-loire';
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** A team of the Pays de la Loire, with a member who has an account and no référent. */
async function team(account: string | null = null): Promise<{ id: string; name: string }> {
  const id = randomUUID();
  const key = unique();
  const now = new Date().toISOString();
  await inPagesDatabase(async (client) => {
    await client.execute({
      sql: 'insert into equipe (id, nom, nom_cle, region, departements, cree_le) values (?, ?, ?, ?, ?, ?)',
      args: [id, `Équipe ${key}`, `equipe${key}`, region, '["53"]', now],
    });
    await client.execute({
      sql: `insert into membre (id, equipe_id, compte_id, role, nom, prenom, profession, exercice, commune, entree,
        autres_esp_clap, cree_le) values (?, ?, ?, 'membre', 'Test', 'Béa', 'infirmier', 'liberal', '53130', '2026-01-01', '[]', ?)`,
      args: [randomUUID(), id, account, now],
    });
  });
  return { id, name: `Équipe ${key}` };
}

const rooms: readonly [StaffRole, readonly string[]][] = [
  ['association-instructeur', ['Ce qui attend', 'Équipes']],
  ['association-gestionnaire', ['Ce qui attend', 'Équipes']],
  ['association-admin', ['Ce qui attend', 'Comptes et rôles', 'Journal', 'Courriels', 'Travaux quotidiens']],
  ['editeur-annuaire', ['Ce qui attend', 'Signalements']],
];
for (const [role, names] of rooms) {
  test(`${role} finds its own pages in the room of the association; all of them pass axe, without overflow`, async ({
    page,
    context,
    baseURL,
  }) => {
    await signedIn(context, baseURL ?? '', { roles: [{ role }] });
    await page.goto('/association');
    const menu = page.getByRole('navigation', { name: 'Pages de l’association' });
    expect((await menu.getByRole('link').allTextContents()).map((text) => text.trim())).toEqual(names);
    const addresses = await menu
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    for (const address of addresses) {
      await page.setViewportSize({ width: 1280, height: 800 });
      const answer = await page.goto(address ?? '');
      expect(answer?.headers()['cache-control']).toContain('no-store');
      await expect(menu.locator('[aria-current=page]')).toHaveAttribute('href', address ?? '');
      await expect(page.locator('h1:visible')).toHaveCount(1);
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await overflow(page), `${address} ${width} px`).toBe(0);
        await checkAxe(page);
      }
    }
  });
}

test('who signs in lands where she works', async ({ page, context, baseURL }) => {
  for (const [roles, room] of [
    [[{ role: 'association-instructeur', region }], '/association'],
    [[{ role: 'editeur-annuaire' }], '/association'],
    [[{ role: 'ars', region }], '/ars'],
    [[], '/espace'],
  ] as const) {
    await signedIn(context, baseURL ?? '', { roles });
    for (const wanted of ['/espace/connexion', '/espace/connexion?suite=%2Fespace']) {
      await page.goto(wanted);
      await expect(page).toHaveURL(room);
    }
    await page.goto('/espace/connexion?suite=%2Fespace%2Fcompte');
    await expect(page).toHaveURL('/espace/compte');
  }
});

test('a list asked from a place that no list has begins at its beginning', async ({ page, context, baseURL }) => {
  const roles = [{ role: 'association-admin' }, { role: 'editeur-annuaire' }] as const;
  await signedIn(context, baseURL ?? '', { roles });
  for (const list of ['journal?', 'signalements?', 'comptes?titulaires=association-admin&']) {
    for (const place of ['Infinity', '1e308', '1.5', '-1', 'NaN']) {
      const answer = await page.request.get(`/association/${list}avant=${place}&apres=${place}`);
      expect([list, place, answer.status()]).toEqual([list, place, 200]);
    }
  }
});

test.describe('what is refused', () => {
  test.use({ expectedProblems: refused });

  test('a role sees no page of another, and someone without a role none', async ({ page, context, baseURL }) => {
    const pages = ['equipes', 'comptes', 'journal', 'courriers', 'signalements'];
    const opened = async () => {
      const statuses = [];
      for (const name of pages) statuses.push((await page.goto(`/association/${name}`))?.status());
      return statuses;
    };
    await signedIn(context, baseURL ?? '', { roles: [{ role: 'association-instructeur', region }] });
    expect(await opened()).toEqual([200, 403, 404, 404, 403]);
    await signedIn(context, baseURL ?? '', { roles: [{ role: 'association-admin' }] });
    expect(await opened()).toEqual([403, 200, 200, 200, 403]);
    await signedIn(context, baseURL ?? '');
    expect(await opened()).toEqual([403, 403, 404, 404, 403]);
    await page.goto('/espace');
    await expect(page.getByRole('navigation', { name: 'Mon espace' })).not.toContainText('Association');
  });

  test('a team is found by the beginning of its name in one’s region, and does not exist for another', async ({
    page,
    context,
    baseURL,
  }) => {
    const { id, name } = await team();
    await signedIn(context, baseURL ?? '', { roles: [{ role: 'association-gestionnaire', region }] });
    await page.goto('/association/equipes');
    await page.getByLabel('Nom').fill(name.slice(0, 12));
    await page.getByRole('button', { name: 'Chercher' }).click();
    const row = page.getByRole('row', { name });
    await expect(row).toContainText('Aucun référent avec un compte');
    // The words of the team’s own page, by the same rules: its one nurse has no account.
    await expect(row).toContainText('il manque un médecin généraliste et un second professionnel de santé');
    await row.getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
    await expect(page.locator('.rules').getByText('Il manque un médecin généraliste')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Désigner ce référent' })).toHaveCount(0);
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overflow(page)).toBe(0);
      await checkAxe(page);
    }
    await signedIn(context, baseURL ?? '', { roles: [{ role: 'association-gestionnaire', region: 'bretagne' }] });
    expect((await page.goto(`/association/equipes/${id}`))?.status()).toBe(404);
    await page.goto(`/association/equipes?nom=${encodeURIComponent(name)}`);
    await expect(page.getByText('Aucune équipe ne répond')).toBeVisible();
  });

  test('nobody changes his own roles, not even by a form made up', async ({ page, context, baseURL }) => {
    const admin = await signedIn(context, baseURL ?? '', { roles: [{ role: 'association-admin' }] });
    await page.goto(`/association/comptes/${admin.id}`);
    await expect(page.getByText('personne ne change ses propres rôles')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Accorder ce rôle' })).toHaveCount(0);
    const answer = await context.request.post(`/association/comptes/${admin.id}`, {
      form: { geste: 'accorder-role', role: 'ars', portee: region },
      headers: { origin: baseURL ?? '' },
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(403);
  });
});

noJsTest(
  'the association names a référent, unless its member who acts is of the team',
  async ({ page, context, baseURL }) => {
    const member = await openAccount();
    const { id } = await team(member.id);
    await signedIn(context, baseURL ?? '', { roles: [{ role: 'association-instructeur', region }] });
    await page.goto(`/association/equipes/${id}`);
    await page.getByLabel('Membre').selectOption({ label: 'Béa Test' });
    await page.getByRole('button', { name: 'Désigner ce référent' }).click();
    await expect(page).toHaveURL(`/association/equipes/${id}?fait=referent-nomme`);
    await expect(page.locator('.people li').filter({ hasText: 'Béa Test' })).toContainText('Référent');

    const reviewer = await signedIn(context, baseURL ?? '', { roles: [{ role: 'association-instructeur', region }] });
    const own = await team(reviewer.id);
    await page.goto(`/association/equipes/${own.id}`);
    await expect(page.getByText('la décision revient à un autre membre de l’association')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Désigner ce référent' })).toHaveCount(0);
  },
);

noJsTest(
  'an administrator finds an account by its address, gives it a role and takes it back',
  async ({ page, context, baseURL }) => {
    const other = await openAccount({ name: 'Cyrille Test' });
    await signedIn(context, baseURL ?? '', { roles: [{ role: 'association-admin' }] });
    await page.goto('/association/comptes');
    await page.getByLabel('Adresse électronique exacte').fill(other.email.toUpperCase());
    await page.getByRole('button', { name: 'Chercher' }).click();
    await page.getByRole('link', { name: 'Cyrille Test' }).click();
    await expect(page.getByText('Ce compte n’a aucun rôle accordé.')).toBeVisible();
    await page.getByLabel('Rôle', { exact: true }).selectOption('association-gestionnaire');
    await page.getByLabel('Où il compte').selectOption(region);
    await page.getByRole('button', { name: 'Accorder ce rôle' }).click();
    await expect(page.getByRole('status')).toContainText('Le rôle est accordé.');
    await expect(page.getByText('Sessions ouvertes').locator('+ dd')).toHaveText('0');
    await page.getByRole('button', { name: 'Retirer ce rôle' }).click();
    await expect(page.getByRole('status')).toContainText('Le rôle est retiré.');
    await expect(page.getByText('Ce compte n’a aucun rôle accordé.')).toBeVisible();
  },
);

test.describe('a form with a mistake', () => {
  test.use({ expectedProblems: [/400/] });

  test('is said beside its field, and keeps what was typed', async ({ page, context, baseURL }) => {
    await signedIn(context, baseURL ?? '', { roles: [{ role: 'association-admin' }] });
    await page.goto('/association/comptes');
    await page.getByLabel('Adresse de la personne').fill('agent@exemple.fr');
    await page.getByLabel('Rôle', { exact: true }).selectOption('ars');
    await page.getByRole('button', { name: 'Envoyer le lien' }).click();
    await expect(page.getByLabel('Où il compte')).toHaveAccessibleDescription(/choisissez laquelle/);
    await expect(page.getByLabel('Adresse de la personne')).toHaveValue('agent@exemple.fr');
    await expect(page.getByLabel('Rôle', { exact: true })).toHaveValue('ars');
    await checkAxe(page);
  });
});

noJsTest(
  'a role sent by mail is shown by its link, taken up by a button, and the link serves once',
  async ({ page, context, baseURL, browser }) => {
    const email = `agent-${unique()}@exemple.fr`;
    await signedIn(context, baseURL ?? '', { roles: [{ role: 'association-admin' }] });
    await page.goto('/association/comptes');
    await page.getByLabel('Adresse de la personne').fill(email);
    await page.getByLabel('Rôle', { exact: true }).selectOption('ars');
    await page.getByLabel('Où il compte').selectOption(region);
    await page.getByRole('button', { name: 'Envoyer le lien' }).click();
    await expect(page.getByRole('status')).toContainText('Le lien est parti par courriel.');
    await expect(page.getByRole('listitem').filter({ hasText: email })).toContainText('Pays de la Loire');
    const link = await lastLinkTo(context, email);

    const theirs = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
    const agent = await theirs.newPage();
    await agent.goto(link);
    await expect(agent.getByRole('heading', { level: 1 })).toHaveText('Un rôle vous est proposé');
    await expect(agent.getByText('agence régionale de santé (Pays de la Loire)')).toBeVisible();
    await expect(agent.locator('main')).not.toContainText(email);
    await expect(agent.getByRole('link', { name: 'Me connecter' })).toHaveAttribute(
      'href',
      `/espace/connexion?${new URLSearchParams({ suite: link })}`,
    );
    const person = await signedIn(theirs, baseURL ?? '', { email: email.toUpperCase() });
    await agent.goto(link);
    await agent.getByRole('button', { name: 'Prendre ce rôle' }).click();
    await expect(agent).toHaveURL(`/espace/second-facteur?${new URLSearchParams({ suite: '/ars?fait=role-pris' })}`);
    await signedIn(theirs, baseURL ?? '');
    await agent.goto(link);
    await expect(agent.getByRole('heading', { level: 1 })).toHaveText('Ce lien ne sert plus');
    await theirs.close();

    await page.goto(`/association/comptes/${person.id}`);
    await expect(page.getByRole('listitem').filter({ hasText: 'agence régionale de santé' })).toBeVisible();
  },
);

test('a link that waits is withdrawn', async ({ page, context, baseURL }) => {
  const email = `agent-${unique()}@exemple.fr`;
  await signedIn(context, baseURL ?? '', { roles: [{ role: 'association-admin' }] });
  await page.goto('/association/comptes');
  await page.getByLabel('Adresse de la personne').fill(email);
  await page.getByLabel('Rôle', { exact: true }).selectOption('editeur-annuaire');
  await page.getByRole('button', { name: 'Envoyer le lien' }).click();
  const link = await lastLinkTo(context, email);
  await page.goto(link);
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await overflow(page)).toBe(0);
    await checkAxe(page);
  }
  await page.goto('/association/comptes');
  await page.getByRole('button', { name: `Retirer ce lien (${email})` }).click();
  await expect(page.getByRole('status')).toContainText('Ce lien ne sert plus.');
  await expect(page.getByText(email)).toHaveCount(0);
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ce lien ne sert plus');
});

noJsTest(
  'the log is read in words, by who acted, and its chain is checked from its page',
  async ({ page, context, baseURL }) => {
    const admin = await signedIn(context, baseURL ?? '', { name: 'Ada Test', roles: [{ role: 'association-admin' }] });
    await page.goto('/espace/compte');
    await page.getByLabel('Prénom et nom').fill('Ada Essai');
    await page.getByRole('button', { name: 'Changer mon nom' }).click();
    await page.goto('/association/journal');
    await page.getByLabel('Qui').fill(admin.id);
    await page.getByRole('button', { name: 'Filtrer' }).click();
    const lines = page.getByRole('table').locator('tbody tr');
    await expect(lines).toHaveCount(1);
    await expect(lines).toContainText('Ada Essai');
    await expect(lines).toContainText('change de nom');
    await page.getByRole('button', { name: 'Vérifier la chaîne' }).click();
    await expect(page.getByRole('status')).toContainText('La chaîne du journal tient');
    await expect(page.getByRole('status')).toContainText('Vérifié en');
  },
);

test('a mail given up is listed with its address and the reason, without its text', async ({
  page,
  context,
  baseURL,
}) => {
  const to = `perdu-${unique()}@exemple.fr`;
  const now = new Date().toISOString();
  await inPagesDatabase((client) =>
    client.execute({
      sql: `insert into courriel (destinataire, sujet, texte, cle, cree_le, essais, abandonne_le, derniere_erreur)
        values (?, 'Confirmez votre adresse', '', ?, ?, 9, ?, '550 boîte inconnue')`,
      args: [to, unique(), now, now],
    }),
  );
  await signedIn(context, baseURL ?? '', { roles: [{ role: 'association-admin' }] });
  await page.goto('/association/courriers');
  const row = page.getByRole('row', { name: to });
  await expect(row).toContainText('550 boîte inconnue');
  await expect(row).toContainText('après 9 essais');
});

test('a report of an error leads its editor to the record', async ({ page, context, baseURL }) => {
  await page.goto('/signaler?fiche=dac-aube');
  await page.getByLabel('L’adresse est fausse').check();
  await page.getByRole('button', { name: /Envoyer|Signaler/ }).click();
  await signedIn(context, baseURL ?? '', { roles: [{ role: 'editeur-annuaire' }] });
  await page.goto('/association/signalements');
  const row = page.getByRole('row', { name: 'dac-aube' }).first();
  await expect(row).toContainText(/est fausse|faux/);
  await expect(row.getByRole('link')).toHaveAttribute('href', '/annuaire/dac-aube');
});

test('a visit to a private page leaves the public ones public and composed', async ({ page, context, baseURL }) => {
  await signedIn(context, baseURL ?? '', { roles: [{ role: 'association-admin' }] });
  await page.goto('/association');
  const answer = await page.goto('/dac?commune=10387');
  expect(answer?.headers()['cache-control']).toBe('public, max-age=300');
  expect(answer?.headers()['x-robots-tag']).toBeUndefined();
  expect(answer?.headers()['content-type']).toBe('text/html; charset=utf-8');
});

test('a doctor who declined counts for nobody until the association records that she agreed', async ({
  page,
  context,
  baseURL,
}) => {
  const bea = await openAccount();
  const { id } = await team(bea.id);
  const doctor = randomUUID();
  await inPagesDatabase((client) =>
    client.batch(
      [
        {
          sql: `insert into membre (id, equipe_id, nom, prenom, profession, exercice, commune, entree, attestation,
            autres_esp_clap, cree_le) values (?, ?, 'Roux', 'Ada', 'medecin-generaliste', 'liberal', '53130', '2026-01-01', '2026-01-01', '[]', ?)`,
          args: [doctor, id, new Date().toISOString()],
        },
        {
          sql: `insert into invitation (id, equipe_id, membre_id, email, jeton, etat, jusquau, envoyee_le)
            values (?, ?, ?, 'ada@exemple.fr', ?, 'declinee', '2099-12-31', '2026-01-01')`,
          args: [randomUUID(), id, doctor, randomUUID()],
        },
        { sql: "update equipe set transmise_le = '2026-11-01' where id = ?", args: [id] },
      ],
      'write',
    ),
  );
  const roles = [{ role: 'association-instructeur', region }] as const;
  await signedIn(context, baseURL ?? '', { roles });
  const address = `/association/equipes/${id}`;
  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'Invitation déclinée (1)' })).toBeVisible();
  await expect(page.locator('.rules').getByText('Il manque un médecin généraliste')).toBeVisible();

  await page.getByText('Ada Roux, médecin généraliste : invitation déclinée').click();
  await page.getByLabel('Comment Ada Roux a donné son accord').fill('Document signé, reçu le 12 novembre.');
  await page.getByRole('button', { name: 'Enregistrer cet accord' }).click();
  await expect(page.getByText('L’accord est enregistré')).toBeVisible();
  await expect(page.locator('.rules').getByText('L’équipe compte un médecin généraliste : Ada Roux.')).toBeVisible();
  await checkAxe(page);

  const association = await page.locator('.rules').allTextContents();
  await signedIn(context, baseURL ?? '', { roles: [{ role: 'ars', region }] });
  await page.goto(`/ars/equipes/${id}`);
  expect(await page.locator('.rules').allTextContents()).toEqual(association);

  await signedIn(context, baseURL ?? '', { roles });
  await page.goto(address);
  await page.getByRole('button', { name: 'Retirer cet accord (Ada Roux)' }).click();
  await expect(page.getByText('L’accord est retiré')).toBeVisible();
});

test.describe('a consent without its reason', () => {
  test.use({ expectedProblems: [/400/] });

  test('comes back open, with what is wrong beside its field', async ({ page, context, baseURL }) => {
    await signedIn(context, baseURL ?? '', { roles: [{ role: 'association-instructeur', region }] });
    const { id } = await team();
    await page.goto(`/association/equipes/${id}`);
    await page.getByText('Béa Test, infirmier : aucune invitation en cours').click();
    await page.getByLabel('Comment Béa Test a donné son accord').fill('oui');
    await page.getByRole('button', { name: 'Enregistrer cet accord' }).click();
    await expect(page.locator('.error')).toContainText('Écrivez comment cette personne a donné son accord');
    await expect(page.getByLabel('Comment Béa Test a donné son accord')).toHaveValue('oui');
  });
});

test('the administrator reads how each daily job went, and how much waits to be written', async ({
  page,
  context,
  baseURL,
}) => {
  await signedIn(context, baseURL ?? '', { roles: [{ role: 'association-admin' }] });
  // The jobs began once the site was open: none was waited for.
  await expect(async () => {
    await page.goto('/association/travaux');
    await expect(page.getByRole('cell', { name: 'fait', exact: true })).toHaveCount(4, { timeout: 100 });
  }).toPass();
  await expect(page.getByRole('row', { name: /courriels de plus de trente jours/ })).toContainText(/\d\sm?s/);
  await expect(page.getByText('Plus longue attente')).toBeVisible();
});
