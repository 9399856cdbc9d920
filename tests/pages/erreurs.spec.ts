import { signedIn, unique } from './accounts.ts';
import { checkAxe, expect, test } from './fixtures.ts';

test.use({ expectedProblems: [/40[0-9]/] });

const staff = [{ role: 'association-admin' }] as const;
const team = [] as const;

/** Pages whose form says what is missing when it is sent empty, and how many fields it names. */
const forms = [
  { path: '/espace/connexion', button: 'Me connecter', fields: 2, roles: null },
  { path: '/espace/inscription', button: 'Ouvrir mon compte', fields: 3, roles: null },
  { path: '/espace/phrase-oubliee', button: 'Recevoir un lien', fields: 1, roles: null },
  { path: '/espace/equipes/nouvelle', button: 'Créer l’équipe et inviter', fields: 3, roles: team },
  { path: '/espace/compte/phrase', button: 'Enregistrer cette phrase', fields: 1, roles: team },
  { path: '/espace/compte/supprimer', button: 'Supprimer mon compte', fields: 1, roles: team },
  { path: '/association/comptes', button: 'Envoyer le lien', fields: 2, roles: staff },
] as const;

for (const { path, button, fields, roles } of forms)
  test(`${path} sent empty says what to correct, and leads to each field`, async ({ page, context, baseURL }) => {
    if (roles) await signedIn(context, baseURL ?? '', { roles, email: `vide-${unique()}@exemple.fr` });
    await page.goto(path);
    await page.locator('main').getByRole('button', { name: button, exact: true }).click();
    await expect(page).toHaveTitle(/^Erreur\s: /);
    const summary = page.getByRole('alert');
    await expect(summary).toBeFocused();
    const links = await summary.getByRole('link').all();
    expect(links).toHaveLength(fields);
    for (const link of links) {
      const field = page.locator((await link.getAttribute('href')) ?? '');
      await expect(field).toBeVisible();
    }
    await checkAxe(page);
  });

for (const path of ['/association/journal?objet=x', '/association/comptes?adresse=x'])
  test(`${path} says in its title that it was not understood`, async ({ page, context, baseURL }) => {
    await signedIn(context, baseURL ?? '', { roles: staff });
    await page.goto(path);
    await expect(page).toHaveTitle(/^Erreur\s: /);
    await expect(page.getByRole('alert').getByRole('link')).toHaveCount(1);
    await checkAxe(page);
  });
