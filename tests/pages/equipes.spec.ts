import type { Locator, Page } from '@playwright/test';
import { withoutFormKeys } from '../form-keys.ts';
import { inPagesDatabase, openAccount, signedIn, unique } from './accounts.ts';
import { checkAxe, expect, noJsTest, test } from './fixtures.ts';
import { lastLinkTo } from './mailbox.ts';
import { addMember, openTeam, writtenToEnough } from './team-rows.ts';

// Numbers whose key is right, and the same with one digit changed.
const rightRpps = '10003456786';
const wrongRpps = '10003456782';

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Ada Roux leads a team and is signed in; Béa Morel is a nurse in it, without an account. */
async function teamOfAda(page: Page, baseURL: string) {
  const team = await openTeam();
  const ada = await signedIn(page.context(), baseURL, { name: 'Ada Roux' });
  const adaSeat = await addMember(team.id, { firstName: 'Ada', name: 'Roux', account: ada.id, role: 'referent' });
  const bea = await addMember(team.id, { firstName: 'Béa', name: 'Morel' });
  return { team, ada, adaSeat, bea, path: `/espace/equipes/${team.id}` };
}

/** Someone more, in a form or in one of its lines. */
async function fillPerson(scope: Page | Locator, profession = 'medecin-generaliste') {
  await scope.getByLabel('Prénom', { exact: true }).fill('Claire');
  await scope.getByLabel('Nom', { exact: true }).fill('Petit');
  await scope.getByLabel('Profession', { exact: true }).selectOption(profession);
}

/** Who makes a team, herself. */
async function fillFounder(page: Page, profession = 'infirmier') {
  await page.getByLabel('Votre prénom').fill('Ada');
  await page.getByLabel('Votre nom').fill('Roux');
  await page.getByLabel('Votre profession').selectOption(profession);
}

async function fillTeam(page: Page, name: string) {
  await page.getByLabel('Nom de l’équipe').first().fill(name);
  await page.getByLabel('Mayenne (53)').check();
}

const teamIdOf = (account: string) =>
  inPagesDatabase(async (client) => {
    const { rows } = await client.execute({ sql: 'select equipe_id from membre where compte_id = ?', args: [account] });
    return String(rows[0]?.equipe_id);
  });

const members = (teamId: string) =>
  inPagesDatabase(async (client) =>
    (
      await client.execute({ sql: 'select * from membre where equipe_id = ? order by cree_le', args: [teamId] })
    ).rows.map((row) => ({
      ...row,
    })),
  );

for (const [how, runTest] of [
  ['with JavaScript', test],
  ['without JavaScript', noJsTest],
] as const) {
  runTest.describe(how, () => {
    runTest('nobody’s room says what to do next, and a team is made from it in one page', async ({ page, baseURL }) => {
      const ada = await signedIn(page.context(), baseURL ?? '', { name: 'Ada Roux' });
      await page.goto('/espace');
      await page.getByRole('link', { name: 'Créer mon équipe' }).click();
      await expect(page.getByLabel('Votre prénom')).toHaveValue('Ada');
      await expect(page.getByLabel('Votre nom')).toHaveValue('Roux');
      const name = `Équipe du bocage ${unique()}`;
      await fillTeam(page, name);
      await page.getByLabel('Votre profession').selectOption('infirmier');
      const line = (number: number) => page.getByRole('group', { name: `Personne ${number}` });
      await fillPerson(line(1));
      const address = `claire-${unique()}@exemple.fr`;
      await line(1).getByLabel('Adresse électronique').fill(address);
      await page.getByRole('button', { name: 'Ajouter une personne' }).click();
      await fillPerson(line(3), 'pharmacien');
      await line(3).getByLabel('Prénom', { exact: true }).fill('Zoé');
      await page.getByRole('button', { name: 'Voir les règles' }).click();
      await expect(page.getByText('Quand Claire Petit et Zoé Petit auront accepté')).toHaveCount(2);
      await page.getByRole('button', { name: 'Créer l’équipe et inviter' }).click();

      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
      await expect(page.getByText('Les invitations sont parties.')).toBeVisible();
      await expect(page.getByRole('heading', { name: 'Réponse attendue (1)' })).toBeVisible();
      await expect(page.getByRole('heading', { name: 'Pas d’invitation en cours (1)' })).toBeVisible();
      expect(await lastLinkTo(page.context(), address)).toContain('/espace/invitation?jeton=');

      await page.getByRole('link', { name: 'Compléter ma fiche' }).click();
      await expect(page.getByRole('heading', { name: 'Complétez votre fiche' })).toBeVisible();
      await page.getByLabel('En libéral').check();
      await page.getByLabel('Commune d’exercice').fill('Gorron');
      await page.getByLabel('J’atteste n’exercer').check();
      await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
      await expect(page.getByRole('heading', { name: 'Corriger' })).toBeVisible();
      await page.goto('/espace');
      await expect(page.getByRole('link', { name })).toBeVisible();
      await expect(page.getByText('Compléter ma fiche')).toHaveCount(0);
      const rows = await members(await teamIdOf(ada.id));
      expect(rows.map(({ prenom, entree, exercice }) => [prenom, entree === rows[0]?.entree, exercice])).toEqual([
        ['Ada', true, 'liberal'],
        ['Claire', true, null],
        ['Zoé', true, null],
      ]);
    });

    runTest('what someone said of herself in one team is proposed to her in the next', async ({ page, baseURL }) => {
      const { team } = await teamOfAda(page, baseURL ?? '');
      await page.context().clearCookies();
      const cleo = await signedIn(page.context(), baseURL ?? '', { name: 'Cléo Petit' });
      await addMember(team.id, { firstName: 'Cléo', name: 'Petit', account: cleo.id });
      const other = await openTeam();
      const own = await addMember(other.id, { firstName: 'Cléo', name: 'Petit', account: cleo.id });
      await inPagesDatabase((client) =>
        client.execute({ sql: 'update membre set exercice = null, commune = null where id = ?', args: [own] }),
      );
      await page.goto(`/espace/equipes/${other.id}/membres/${own}`);
      await expect(page.getByLabel('En libéral')).toBeChecked();
      await expect(page.getByLabel('Commune d’exercice')).toHaveValue('Laval');
      expect((await members(other.id))[0]).toMatchObject({ exercice: null, commune: null });
      await page.getByLabel('J’atteste n’exercer').check();
      await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
      await expect(page.getByText('sont enregistrées')).toBeVisible();
      expect((await members(other.id))[0]).toMatchObject({ exercice: 'liberal', commune: '53130' });
    });
  });
}

noJsTest('the button shows what a member changes, and saves nothing', async ({ page, baseURL }) => {
  const { team, path } = await teamOfAda(page, baseURL ?? '');
  await page.goto(`${path}/membres/nouveau`);
  await fillPerson(page);
  await page.getByRole('button', { name: 'Voir ce que cela change' }).click();
  await expect(page.getByText('L’équipe compte un médecin généraliste : Claire Petit.')).toBeVisible();
  await expect(page.getByLabel('Prénom')).toHaveValue('Claire');
  expect(await members(team.id)).toHaveLength(2);
});

test('the rules follow the form as it is filled', async ({ page, baseURL }) => {
  const { path } = await teamOfAda(page, baseURL ?? '');
  await page.goto(`${path}/membres/nouveau`);
  const effect = page.locator('[data-effect]');
  await page.getByLabel('Profession', { exact: true }).selectOption('pharmacien');
  await expect(effect).toContainText('Il manque un médecin généraliste');
  await page.getByLabel('Profession', { exact: true }).selectOption('medecin-generaliste');
  await expect(effect).toContainText('L’équipe compte un médecin généraliste');
});

test('the rules follow a row as it is corrected, and a team as it is made', async ({ page, baseURL }) => {
  const { path, adaSeat } = await teamOfAda(page, baseURL ?? '');
  const effect = page.locator('[data-effect]');
  await page.goto(`${path}/membres/${adaSeat}`);
  await page.getByLabel('Salarié dans un autre cadre').check();
  await expect(effect).toContainText('Participent sans indemnité');

  await page.goto('/espace/equipes/nouvelle');
  await expect(effect).toContainText('Choisissez d’abord une profession.');
  await page.getByLabel('Votre profession').selectOption('infirmier');
  await expect(effect).toContainText(
    'il manque un médecin généraliste, un second professionnel de santé et une attestation',
  );
  const line = page.getByRole('group', { name: 'Personne 1' });
  await line.getByLabel('Prénom', { exact: true }).fill('Zoé');
  await line.getByLabel('Profession', { exact: true }).selectOption('medecin-generaliste');
  await expect(effect).toContainText('Quand Zoé aura accepté');
});

test('a commune is proposed while it is typed, and kept by its code', async ({ page, baseURL }) => {
  const { team, path, bea } = await teamOfAda(page, baseURL ?? '');
  await page.goto(`${path}/membres/${bea}`);
  await page.getByLabel('Commune d’exercice').fill('');
  await page.getByLabel('Commune d’exercice').pressSequentially('Saint-Denis-de-G');
  await page.getByRole('listbox', { name: 'Communes proposées' }).getByRole('option').first().click();
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.getByText('sont enregistrées')).toBeVisible();
  expect((await members(team.id)).map(({ commune }) => commune)).toContain('53211');
});

noJsTest.describe('bad inputs', () => {
  noJsTest.use({ expectedProblems: [/40[0-9]/] });

  noJsTest('each error stands beside its field, and nothing typed is lost', async ({ page, baseURL }) => {
    const { team, path, bea } = await teamOfAda(page, baseURL ?? '');
    const before = await members(team.id);
    await page.goto(`${path}/membres/${bea}`);
    await page.getByLabel('Commune d’exercice').fill('Xyzzyx');
    await page.getByLabel('Nom', { exact: true }).fill('é'.repeat(300));
    await page.getByLabel('Prénom').fill('<b>Zoé</b> 👩‍⚕️ "&');
    await page.getByLabel('Numéro RPPS').fill(wrongRpps);
    await page.getByLabel('Salarié d’un centre de soins').check();
    await page.getByLabel('Nom du centre').fill('Centre du bourg');
    await page.getByLabel('Numéro FINESS').fill('530000001');
    await page.getByLabel('Date d’arrivée').fill('');
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await expect(page.locator('#rpps-erreur')).toContainText('sa clé ne correspond pas');
    await expect(page.locator('#centre-finess-erreur')).toContainText('sa clé ne correspond pas');
    await expect(page.locator('#commune-erreur')).toContainText('Nous ne trouvons pas cette commune');
    await expect(page.locator('#nom-erreur')).toContainText('80 caractères au plus');
    await expect(page.locator('#entree-erreur')).toBeVisible();
    await expect(page.getByLabel('Numéro RPPS')).toHaveAttribute('aria-describedby', 'rpps-erreur rpps-aide');
    await expect(page.getByLabel('Prénom')).toHaveValue('<b>Zoé</b> 👩‍⚕️ "&');
    await expect(page.getByLabel('Nom du centre')).toHaveValue('Centre du bourg');
    await expect(page.getByLabel('Commune d’exercice')).toHaveValue('Xyzzyx');
    await expect(page.locator('main b').filter({ hasText: /^Zoé$/ })).toHaveCount(0);
    expect(await members(team.id)).toEqual(before);
  });

  noJsTest('an ambiguous commune is chosen among the found ones', async ({ page, baseURL }) => {
    const { team, path, bea } = await teamOfAda(page, baseURL ?? '');
    await page.goto(`${path}/membres/${bea}`);
    await page.getByLabel('Commune d’exercice').fill('Saint-Denis');
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await expect(page.locator('#commune-erreur')).toContainText('Plusieurs communes');
    await page.getByLabel('93200', { exact: false }).check();
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await expect(page.getByText('sont enregistrées')).toBeVisible();
    expect((await members(team.id)).map(({ commune }) => commune)).toContain('93066');
  });

  noJsTest('a last day before the arrival is refused beside its field', async ({ page, baseURL }) => {
    const { path, bea } = await teamOfAda(page, baseURL ?? '');
    await page.goto(`${path}/membres/${bea}`);
    await page.getByLabel('Dernier jour').fill('2025-01-01');
    await page.getByRole('button', { name: 'Enregistrer ce dernier jour' }).click();
    await expect(page.locator('#sortie-erreur')).toContainText('précède l’arrivée');
    await expect(page.getByLabel('Dernier jour')).toHaveValue('2025-01-01');
  });

  noJsTest('a last day taken back by the other side is refused beside its field', async ({ page, baseURL }) => {
    const { team, path } = await teamOfAda(page, baseURL ?? '');
    const cleo = await openAccount({ name: 'Cléo Petit' });
    const own = await addMember(team.id, { firstName: 'Cléo', name: 'Petit', account: cleo.id });
    await inPagesDatabase((client) =>
      client.execute({
        sql: "update membre set sortie = '2099-12-31', sortie_par = 'membre', sortie_decidee_le = '2026-01-02' where id = ?",
        args: [own],
      }),
    );
    await page.goto(`${path}/membres/${own}`);
    await page.getByLabel('Dernier jour').fill('');
    await page.getByRole('button', { name: 'Enregistrer ce dernier jour' }).click();
    await expect(page.locator('#sortie-erreur')).toContainText('elle seule peut revenir sur ce choix');
  });

  noJsTest('a number of the team is refused with the name of who bears it', async ({ page, baseURL }) => {
    const { team, path, bea, adaSeat } = await teamOfAda(page, baseURL ?? '');
    await inPagesDatabase((client) =>
      client.execute({ sql: 'update membre set rpps = ? where id = ?', args: [rightRpps, bea] }),
    );
    await page.goto(`${path}/membres/${adaSeat}`);
    await page.getByLabel('Numéro RPPS').fill(`8${rightRpps}`);
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await expect(page.locator('#rpps-erreur')).toContainText('Béa Morel');
    expect((await members(team.id)).find(({ id }) => id === adaSeat)?.rpps).toBeNull();
  });

  noJsTest('two browsers correct one member: the second sees both texts and decides', async ({ page, baseURL }) => {
    const { team, path, bea } = await teamOfAda(page, baseURL ?? '');
    const other = await page.context().newPage();
    await page.goto(`${path}/membres/${bea}`);
    await other.goto(`${path}/membres/${bea}`);
    for (const [tab, cpts] of [
      [page, 'CPTS du Nord'],
      [other, 'CPTS du Sud'],
    ] as const) {
      await tab.getByLabel('CPTS').fill(cpts);
      await tab.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    }
    await expect(page.getByText('sont enregistrées')).toBeVisible();
    const row = other.getByRole('row', { name: 'CPTS' });
    await expect(row).toContainText('CPTS du Nord');
    await expect(row).toContainText('CPTS du Sud');
    await expect(other.getByLabel('CPTS')).toHaveValue('CPTS du Sud');
    expect((await members(team.id)).map(({ cpts }) => cpts)).toContain('CPTS du Nord');
    await other.getByRole('button', { name: 'Enregistrer mon texte' }).click();
    await expect(other.getByText('sont enregistrées')).toBeVisible();
    expect((await members(team.id)).map(({ cpts }) => cpts)).toContain('CPTS du Sud');
  });

  noJsTest('a team of others looks like one that does not exist', async ({ page, baseURL }) => {
    const { team, bea } = await teamOfAda(page, baseURL ?? '');
    await page.context().clearCookies();
    await signedIn(page.context(), baseURL ?? '');
    const nobody = '00000000-0000-4000-8000-000000000000';
    const body = async (id: string, end: string) => {
      const answer = await page.context().request.get(`/espace/equipes/${id}${end}`);
      return [answer.status(), withoutFormKeys(await answer.text()).replaceAll(id, 'ID')];
    };
    for (const end of [
      '',
      '/modifier',
      '/journal',
      '/export.json',
      '/quitter',
      '/membres/nouveau',
      `/membres/${bea}`,
    ]) {
      const foreign = await body(team.id, end);
      expect(foreign[0]).toBe(404);
      expect(foreign).toEqual(await body(nobody, end));
    }
  });

  noJsTest('a name that is taken is said to be, and no more', async ({ page, baseURL }) => {
    const name = `Équipe prise ${unique()}`;
    for (const expected of ['Votre équipe est créée', 'Ce nom est déjà pris dans la région']) {
      await page.context().clearCookies();
      await signedIn(page.context(), baseURL ?? '');
      await page.goto('/espace/equipes/nouvelle');
      await fillTeam(page, name);
      await fillFounder(page);
      await fillPerson(page.getByRole('group', { name: 'Personne 1' }));
      await page.getByRole('button', { name: 'Créer l’équipe' }).click();
      await expect(page.getByText(expected).first()).toBeVisible();
    }
    await expect(page.getByLabel('Prénom', { exact: true }).first()).toHaveValue('Claire');
  });

  noJsTest('someone who prepares a team is led back to it, and ticks a box for another', async ({ page, baseURL }) => {
    const { team } = await teamOfAda(page, baseURL ?? '');
    await page.goto('/espace/equipes/nouvelle');
    await expect(page.getByText('Vous avez déjà une équipe en préparation.')).toBeVisible();
    await expect(page.getByRole('link', { name: `Reprendre « ${team.name} »` })).toBeVisible();
    const name = `Autre équipe ${unique()}`;
    await fillTeam(page, name);
    await fillFounder(page);
    await page.getByRole('button', { name: 'Créer l’équipe' }).click();
    await expect(page.locator('#une-de-plus-erreur')).toBeVisible();
    await page.getByLabel('Je souhaite créer une autre équipe').check();
    await page.getByRole('button', { name: 'Créer l’équipe' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  });

  noJsTest(
    'each line of a new team is wrong in its own place; an address serves one line',
    async ({ page, baseURL }) => {
      await signedIn(page.context(), baseURL ?? '', { name: 'Ada Roux' });
      await page.goto('/espace/equipes/nouvelle');
      const line = (number: number) => page.getByRole('group', { name: `Personne ${number}` });
      const create = () => page.getByRole('button', { name: 'Créer l’équipe' }).click();
      await fillTeam(page, `Équipe ${unique()}`);
      await page.getByLabel('Votre profession').selectOption('infirmier');
      // The first line stays empty: it says nothing.
      await line(2).getByLabel('Nom', { exact: true }).fill('Petit');
      await line(2).getByLabel('Adresse électronique').fill('claire@');
      await create();
      await expect(page.locator('#personnes-2-prenom-erreur')).toContainText('Personne 2 : indiquez le prénom.');
      await expect(page.locator('#personnes-2-profession-erreur')).toContainText('choisissez une profession');
      await expect(page.locator('#personnes-2-courriel-erreur')).toBeVisible();
      await expect(page.locator('#personnes-1-nom-erreur')).toHaveCount(0);
      await page.getByRole('button', { name: 'Ajouter une personne' }).click();
      for (const number of [2, 3]) {
        await fillPerson(line(number));
        await line(number).getByLabel('Adresse électronique').fill('claire@exemple.fr');
      }
      await create();
      await expect(page.locator('#personnes-3-courriel-erreur')).toContainText('déjà celle d’une autre ligne');
      await expect(page.locator('#personnes-2-courriel-erreur')).toHaveCount(0);
    },
  );

  noJsTest('an invitation that cannot leave is said, with its address and why', async ({ page, baseURL }) => {
    await signedIn(page.context(), baseURL ?? '', { name: 'Ada Roux' });
    const address = `claire-${unique()}@exemple.fr`;
    await writtenToEnough(address);
    await page.goto('/espace/equipes/nouvelle');
    await fillTeam(page, `Équipe ${unique()}`);
    await page.getByLabel('Votre profession').selectOption('infirmier');
    const line = page.getByRole('group', { name: 'Personne 1' });
    await fillPerson(line);
    await line.getByLabel('Adresse électronique').fill(address);
    await page.getByRole('button', { name: 'Créer l’équipe' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre équipe est créée');
    await expect(page.getByRole('listitem').filter({ hasText: address })).toContainText('Plusieurs courriels');
    await page.getByRole('link', { name: 'Inviter plus tard' }).click();
    await expect(page.getByLabel('Adresse électronique de Claire Petit')).toBeVisible();
  });

  noJsTest('the last référent is told who could take over, and stays', async ({ page, baseURL }) => {
    const { team, path } = await teamOfAda(page, baseURL ?? '');
    const cle = await openAccount({ name: 'Cléo Petit' });
    await addMember(team.id, { firstName: 'Cléo', name: 'Petit', account: cle.id });
    await page.goto(`${path}/quitter`);
    await expect(page.getByText('par exemple Cléo Petit')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Nommer un autre référent' })).toBeVisible();
  });
});

test('the same form sent twice at once makes one team', async ({ page, baseURL }) => {
  const ada = await signedIn(page.context(), baseURL ?? '');
  const name = `Équipe double ${unique()}`;
  const form = new URLSearchParams({
    geste: 'creer-equipe',
    'equipe-nom': name,
    departements: '53',
    prenom: 'Claire',
    nom: 'Petit',
    profession: 'infirmier',
  });
  const send = () =>
    page.context().request.post('/espace/equipes/nouvelle', {
      headers: { origin: baseURL ?? '', 'content-type': 'application/x-www-form-urlencoded' },
      data: form.toString(),
      maxRedirects: 0,
    });
  const answers = await Promise.all([send(), send()]);
  expect(answers.map((answer) => answer.status())).toEqual([303, 303]);
  expect(answers[0]?.headers().location).toBe(answers[1]?.headers().location);
  const made = await inPagesDatabase((client) =>
    client.execute({ sql: 'select id from membre where compte_id = ?', args: [ada.id] }),
  );
  expect(made.rows).toHaveLength(1);
});

noJsTest('ten lines for other teams, without a script', async ({ page, baseURL }) => {
  const { team, path, bea } = await teamOfAda(page, baseURL ?? '');
  await page.goto(`${path}/membres/${bea}`);
  await page.getByText('Autres ESP CLAP de cette personne').click();
  await page.getByLabel('Nom de l’autre équipe').fill('Équipe d’Ernée');
  await page.getByRole('button', { name: 'Ajouter une ligne' }).click();
  const line = (number: number) => page.getByRole('group', { name: `Autre équipe ${number}` });
  await expect(line(2)).toBeFocused();
  await line(2).getByLabel('Nom de l’autre équipe').fill('Équipe de trop');
  await page.getByRole('button', { name: 'Ajouter une ligne' }).click();
  await line(3).getByLabel('Nom de l’autre équipe').fill('Équipe de Craon');
  await line(3).getByLabel('Des patients sont communs').check();
  await page.getByRole('button', { name: 'Retirer : Autre équipe 2' }).click();
  await expect(line(2).getByLabel('Nom de l’autre équipe')).toHaveValue('Équipe de Craon');
  await expect(line(3)).toHaveCount(0);
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.getByText('Équipe d’Ernée (patients communs à confirmer)')).toBeVisible();
  const row = (await members(team.id)).find(({ id }) => id === bea);
  expect(JSON.parse(String(row?.autres_esp_clap))).toEqual([
    { nom: 'Équipe d’Ernée', patientsCommuns: false },
    { nom: 'Équipe de Craon', patientsCommuns: true },
  ]);
});

noJsTest('a member corrects her own row, not that of others, nor her arrival', async ({ page, baseURL }) => {
  const { team, path, bea } = await teamOfAda(page, baseURL ?? '');
  await page.context().clearCookies();
  const cleo = await signedIn(page.context(), baseURL ?? '', { name: 'Cléo Petit' });
  const own = await addMember(team.id, { firstName: 'Cléo', name: 'Petit', account: cleo.id });
  await page.goto(`${path}/membres/${bea}`);
  await expect(page.getByRole('button', { name: 'Enregistrer' })).toHaveCount(0);
  await page.goto(`${path}/membres/${own}`);
  await expect(page.getByLabel('Date d’arrivée')).toHaveCount(0);
  await page.getByLabel('J’atteste').check();
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.getByText('Attesté le')).toBeVisible();
  await page.goto(`${path}/quitter`);
  await page.getByRole('button', { name: 'Quitter l’équipe' }).click();
  await expect(page.getByText('Votre dernier jour dans l’équipe est enregistré.')).toBeVisible();
});

noJsTest('who left comes back in a new row, and the log tells it in words', async ({ page, baseURL }) => {
  const { team, path, bea } = await teamOfAda(page, baseURL ?? '');
  await page.goto(`${path}/membres/${bea}`);
  await page.getByLabel('Dernier jour').fill('2026-06-30');
  await page.getByRole('button', { name: 'Enregistrer ce dernier jour' }).click();
  await page.goto(path);
  await page.getByText('Anciens membres (1)').click();
  await page.getByRole('link', { name: 'Inscrire son retour' }).click();
  await expect(page.getByLabel('Prénom')).toHaveValue('Béa');
  await page.getByRole('button', { name: 'Ajouter à l’équipe' }).click();
  await expect(page.getByText('Cette personne est inscrite.')).toBeVisible();
  expect(await members(team.id)).toHaveLength(3);
  await page.goto(`${path}/journal`);
  await expect(page.getByText('Béa Morel : dernier jour fixé au 30 juin 2026 par un référent.')).toBeVisible();
  await expect(page.getByText('Par Ada Roux').first()).toBeVisible();
  const file = await page.context().request.get(`${path}/export.json`);
  expect(file.headers()['content-disposition']).toContain('attachment');
  expect(file.headers()['cache-control']).toContain('no-store');
  expect((await file.json()).membres).toHaveLength(3);
});

noJsTest('who decided a departure alone takes it back, and each is told so', async ({ page, baseURL }) => {
  const { team, path } = await teamOfAda(page, baseURL ?? '');
  const asAda = await page.context().cookies();
  await page.context().clearCookies();
  const cleo = await signedIn(page.context(), baseURL ?? '', { name: 'Cléo Petit' });
  const asCleo = await page.context().cookies();
  const own = await addMember(team.id, { firstName: 'Cléo', name: 'Petit', account: cleo.id });
  const as = async (cookies: typeof asAda) => {
    await page.context().clearCookies();
    await page.context().addCookies(cookies);
    await page.goto(`${path}/membres/${own}`);
  };
  const save = async (day: string) => {
    await page.getByLabel('Dernier jour').fill(day);
    await page.getByRole('button', { name: 'Enregistrer ce dernier jour' }).click();
  };

  await as(asAda);
  await save('2099-12-31');
  await expect(page.getByText('Le dernier jour est enregistré.')).toBeVisible();
  await as(asCleo);
  await expect(page.getByText('Un référent a fixé ce dernier jour au 31 décembre 2099')).toBeVisible();
  await as(asAda);
  await save('');
  await expect(page.getByText('Le dernier jour est retiré')).toBeVisible();
  await as(asCleo);
  await save('2099-12-31');
  await as(asAda);
  await expect(page.getByText('Cette personne a choisi elle-même de partir le 31 décembre 2099')).toBeVisible();
});

test('a new name waits for the yes of who bears it, and the old one counts', async ({ page, baseURL }) => {
  const { team, path } = await teamOfAda(page, baseURL ?? '');
  const asAda = await page.context().cookies();
  await page.context().clearCookies();
  const cleo = await signedIn(page.context(), baseURL ?? '', { name: 'Cléo Petit' });
  const asCleo = await page.context().cookies();
  const own = await addMember(team.id, { firstName: 'Cléo', name: 'Petit', account: cleo.id });
  const as = async (cookies: typeof asAda) => {
    await page.context().clearCookies();
    await page.context().addCookies(cookies);
    await page.goto(`${path}/membres/${own}`);
  };
  const propose = async (name: string) => {
    await as(asAda);
    await page.getByLabel('Nom', { exact: true }).fill(name);
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await expect(page.getByText('attend l’accord de cette personne')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cléo Petit');
  };

  await propose('Grand');
  await expect(page.getByRole('row', { name: 'Nom' })).toContainText('Grand');
  await page.getByRole('button', { name: 'Retirer cette proposition' }).click();
  await expect(page.getByText('La proposition est retirée')).toBeVisible();

  await propose('Moyen');
  await as(asCleo);
  await page.goto('/espace');
  await page.getByRole('link', { name: 'Un changement de votre fiche attend votre accord' }).click();
  await checkAxe(page);
  await page.getByRole('button', { name: 'Refuser' }).click();
  await expect(page.getByText('Vous avez refusé ce changement')).toBeVisible();

  await propose('Petit-Grand');
  await as(asCleo);
  await page.getByRole('button', { name: 'Accepter ce changement' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cléo Petit-Grand');
});

noJsTest(
  'a line made by mistake is erased, and a team that nobody else joined is deleted',
  async ({ page, baseURL }) => {
    const { team, path, bea } = await teamOfAda(page, baseURL ?? '');
    await page.goto(`${path}/membres/${bea}`);
    await page.getByText('Cette ligne a été inscrite par erreur').click();
    await page.getByRole('button', { name: 'Effacer cette ligne' }).click();
    await expect(page.getByText('La ligne est effacée')).toBeVisible();
    expect(await members(team.id)).toHaveLength(1);
    await page.getByRole('link', { name: 'Supprimer l’équipe' }).click();
    await page.getByRole('link', { name: 'La garder' }).click();
    await page.getByRole('link', { name: 'Supprimer l’équipe' }).click();
    await page.getByRole('button', { name: 'Supprimer l’équipe' }).click();
    await expect(page.getByText('L’équipe est supprimée.')).toBeVisible();
    await expect(page.getByText(team.name)).toHaveCount(0);
  },
);

noJsTest('a team that someone joined is not deleted, nor is her line', async ({ page, baseURL }) => {
  const { team, path } = await teamOfAda(page, baseURL ?? '');
  const cleo = await openAccount({ name: 'Cléo Petit' });
  const own = await addMember(team.id, { firstName: 'Cléo', name: 'Petit', account: cleo.id });
  await page.goto(path);
  await expect(page.getByRole('link', { name: 'Supprimer l’équipe' })).toHaveCount(0);
  await page.goto(`${path}/supprimer`);
  await expect(page.getByText('D’autres personnes ont rejoint cette équipe')).toContainText('Cléo Petit');
  await page.goto(`${path}/membres/${own}`);
  await expect(page.getByText('Cette ligne a été inscrite par erreur')).toHaveCount(0);
});

test('the ARS sees a team once it was handed to it, and may change nothing', async ({ page, baseURL }) => {
  const { team, path } = await teamOfAda(page, baseURL ?? '');
  await page.context().clearCookies();
  await signedIn(page.context(), baseURL ?? '', { roles: [{ role: 'ars' }] });
  expect((await page.context().request.get(path)).status()).toBe(404);
  await inPagesDatabase((client) =>
    client.execute({ sql: "update equipe set transmise_le = '2026-11-01' where id = ?", args: [team.id] }),
  );
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(team.name);
  await expect(page.getByRole('link', { name: 'Ajouter un membre' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Quitter l’équipe' })).toHaveCount(0);
});

for (const width of [320, 1280]) {
  test(`every page of a team holds at ${width} pixels and passes axe`, async ({ page, baseURL }) => {
    const { path, bea } = await teamOfAda(page, baseURL ?? '');
    await page.setViewportSize({ width, height: 800 });
    const ends = ['', '/modifier', '/supprimer', '/membres/nouveau', `/membres/${bea}`, '/quitter', '/journal'];
    for (const address of ['/espace', '/espace/equipes/nouvelle', ...ends.map((end) => path + end)]) {
      await page.goto(address);
      await checkAxe(page);
      expect(await overflow(page), address).toBeLessThanOrEqual(0);
      if (process.env.SHOTS)
        await page.screenshot({
          path: `${process.env.SHOTS}/${width}-${address.replace(path, 'equipe').replace(bea, 'bea').replaceAll('/', '_')}.png`,
          fullPage: true,
        });
    }
  });
}
