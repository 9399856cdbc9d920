import { get } from 'node:http';
import type { Page } from '@playwright/test';
import { checkAxe, expect, noJsTest, test } from './fixtures.ts';

/** Persona V01: one general practitioner, a nurse and a pharmacist in Pays de la Loire, each in his own practice. */
const V01 =
  'role=mg&mg=1&autres=infirmier,pharmacien&lieu=garder_cabinet&statut=liberal&remu=individuelle&juridique=non' +
  '&echelle=patients_communs&themes=cas_complexes,domicile&region=pays_de_la_loire&temps=dix_heures';
const answer = async (page: Page, ...labels: string[]) => {
  for (const label of labels) await page.getByLabel(label, { exact: true }).check();
};
const goOn = (page: Page) => page.getByRole('button', { name: 'Continuer' }).click();

noJsTest('V01 goes from the presentation to « L’ESP CLAP vous convient » without any script', async ({ page }) => {
  await page.goto('/choisir');
  await page.getByRole('link', { name: 'Commencer' }).click();
  await expect(page.getByText('Question 1 sur 11').last()).toBeVisible();
  for (const labels of [
    ['médecin généraliste'],
    ['un'],
    ['infirmier', 'pharmacien'],
    ['chacun garde son cabinet'],
    ['libéral'],
    ['à chacun'],
    ['non'],
    ['nos patients communs'],
    ['situations complexes', 'soins et maintien à domicile'],
    ['Aucune'],
  ]) {
    await answer(page, ...labels);
    await goOn(page);
  }
  await page.getByLabel('Votre région').selectOption('Pays de la Loire');
  await page.getByRole('button', { name: 'Question suivante' }).click();
  await answer(page, 'une dizaine d’heures');
  await page.getByRole('button', { name: 'Voir le résultat' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('L’ESP CLAP vous convient');
  expect(new URL(page.url()).search).toContain('autres=infirmier,pharmacien&lieu=garder_cabinet');
  expect(new URL(page.url()).search).toContain('deja=&region=pays_de_la_loire');
  for (const name of ['ESP sans projet écrit', 'ESP avec projet écrit', 'ASALEE', 'MSP', 'CDS', 'CPTS', 'ESS'])
    await expect(page.locator('main')).toContainText(name);
  await expect(page.getByRole('link', { name: '06 65 18 11 44' })).toHaveAttribute('href', 'tel:+33665181144');
  await expect(page.getByRole('link', { name: 'Comparer ces structures' })).toHaveAttribute(
    'href',
    '/comparer?modeles=esp-clap,esp',
  );
  await expect(page.getByRole('link', { name: 'Simuler une année' })).toHaveAttribute(
    'href',
    '/simulateur?equipe=medecin-generaliste:1,infirmier:1,pharmacien:1',
  );
});

noJsTest('changing the fourth answer keeps the eight others, and the result follows', async ({ page }) => {
  await page.goto(`/choisir/resultat?${V01}`);
  await page.getByRole('link', { name: 'Modifier : Où voulez-vous exercer' }).click();
  await expect(page.getByLabel('chacun garde son cabinet')).toBeChecked();
  await answer(page, 'au même endroit');
  await page.getByRole('button', { name: 'Voir le résultat' }).first().click();
  const { searchParams } = new URL(page.url());
  expect(searchParams.get('lieu')).toBe('meme_lieu');
  expect(searchParams.get('themes')).toBe('cas_complexes,domicile');
  expect(searchParams.get('temps')).toBe('dix_heures');
});

noJsTest('the previous question comes back with its answer ticked', async ({ page }) => {
  await page.goto('/choisir/lieu?role=mg&mg=2&autres=infirmier');
  await page.getByRole('link', { name: 'Question précédente' }).click();
  await expect(page.getByLabel('infirmier', { exact: true })).toBeChecked();
  await expect(page.getByLabel('pharmacien', { exact: true })).not.toBeChecked();
});

noJsTest('« je ne sais pas encore » takes an answer back', async ({ page }) => {
  await page.goto('/choisir/lieu?role=mg&lieu=meme_lieu');
  await answer(page, 'Je ne sais pas encore');
  await goOn(page);
  expect(new URL(page.url()).searchParams.has('lieu')).toBe(false);
  expect(page.url()).toContain('/choisir/statut?role=mg');
});

noJsTest('a condition names the smallest change, and its link applies it', async ({ page }) => {
  await page.goto(`/choisir/resultat?${V01.replace('mg&mg=1', 'infirmier&mg=0')}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('L’ESP CLAP vous convient, à une condition');
  await page.getByRole('link', { name: 'Voir le résultat avec ce changement' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('L’ESP CLAP vous convient');
  expect(new URL(page.url()).searchParams.get('mg')).toBe('1');
});

noJsTest('too few answers: the result says how many are left and goes on from there', async ({ page }) => {
  await page.goto('/choisir/resultat?role=mg&mg=2');
  await expect(page.locator('main')).toContainText('Il reste neuf questions sans réponse.');
  await page.getByRole('link', { name: 'Répondre à la suite' }).click();
  await expect(page).toHaveURL(/\/choisir\/autres\?role=mg&mg=2/);
});

noJsTest('a model put aside by a wish says so, with a way to change the wish', async ({ page }) => {
  await page.goto(`/choisir/resultat?${V01}`);
  await page.getByText('Écartés').click();
  await expect(page.getByText('À cause de votre réponse au statut.')).toBeVisible();
  await page.getByRole('link', { name: 'Changer cette réponse' }).click();
  await expect(page.getByRole('group', { name: 'Vous souhaitez être' })).toBeVisible();
});

test('the whole of the first questions by the keyboard alone', async ({ page }) => {
  await page.goto('/choisir/role');
  await page.getByLabel('médecin généraliste').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByLabel('infirmier ou infirmière')).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/choisir\/mg\?role=infirmier/);
  await page.getByLabel('aucun').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Continuer' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/choisir\/resultat\?role=infirmier&mg=0/);
});

test('a tick refreshes the list of what is still possible, and tells how many are', async ({ page }) => {
  await page.goto('/choisir/statut?role=mg&region=pays_de_la_loire');
  const list = page.getByRole('complementary').filter({ hasText: 'Ce qui reste possible' });
  await expect(list.getByRole('listitem').filter({ hasText: 'CDS' })).not.toContainText('exclu');
  await page.getByLabel('libéral').check();
  await expect(list.getByRole('listitem').filter({ hasText: 'CDS' })).toContainText('exclu');
  await expect(list.getByRole('listitem').filter({ hasText: 'CDS' })).toContainText('salariés');
  await expect(list.getByRole('status')).toHaveText(/\d modèles? possibles?, \d sous condition, \d de côté\./);
});

test('« aucune » and the boxes put each other out', async ({ page }) => {
  await page.goto('/choisir/deja?role=mg');
  await page.getByLabel('une CPTS').check();
  await page.getByLabel('Aucune').check();
  await expect(page.getByLabel('une CPTS')).not.toBeChecked();
  await page.getByLabel('ASALEE').check();
  await expect(page.getByLabel('Aucune')).not.toBeChecked();
});

test.describe('what is wrong', () => {
  test.use({ expectedProblems: [/\b40[049]\b/] });

  test('going on without a profession: 400, a sentence beside the field, and nothing is lost', async ({ page }) => {
    await page.goto('/choisir/role?lieu=meme_lieu&deja=');
    const [response] = await Promise.all([
      page.waitForResponse(/\/choisir\/role\?/),
      page.getByRole('button', { name: 'Continuer' }).click(),
    ]);
    expect(response.status()).toBe(400);
    await expect(page.getByText('Choisissez une réponse')).toBeVisible();
    await expect(page).toHaveTitle(/^Erreur/);
    await answer(page, 'sage-femme');
    await goOn(page);
    await expect(page).toHaveURL(/role=sage_femme&lieu=meme_lieu&deja=&/);
  });

  test('a question that does not exist is a 404', async ({ request }) => {
    expect((await request.get('/choisir/couleur')).status()).toBe(404);
    expect((await request.get('/choisir/regles/couleur')).status()).toBe(404);
  });

  test('a result without a profession asks for it', async ({ page }) => {
    const response = await page.goto('/choisir/resultat?lieu=meme_lieu');
    expect(response?.status()).toBe(400);
    await expect(page.getByRole('group', { name: 'Vous êtes' })).toBeVisible();
  });

  test('an unknown key and a bad answer are named, the rest of the link is kept', async ({ page }) => {
    await page.goto(`/choisir/resultat?${V01}&couleur=bleu&region=atlantide`);
    await expect(page.locator('main')).toContainText('« couleur »');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('L’ESP CLAP vous convient');
  });

  test('a link made with a version of the rules that never was says which rules apply', async ({ page }) => {
    await page.goto(`/choisir/resultat?${V01}&version=2020-01-01.1`);
    await expect(page.getByText('Nous appliquons celles d’aujourd’hui.')).toBeVisible();
    await page.goto(`/choisir/resultat?${V01}`);
    await expect(page.getByText('Nous appliquons celles d’aujourd’hui.')).toHaveCount(0);
  });

  for (const path of [
    '/choisir/resultat?role=%00',
    '/choisir/resultat?role=mg&mg=-1&autres=%3Cscript%3E&themes=,,,&groupe=../../etc',
    `/choisir/role?${'a=1&'.repeat(900)}`,
    '/choisir/resultat.pdf?role=mg&mg=99',
    '/choisir/groupe/%2e%2e',
    '/choisir/groupe/x',
  ]) {
    test(`${path.slice(0, 60)} is answered, and never by a fault of the site`, async ({ request }) => {
      expect((await request.get(path)).status()).toBeLessThan(500);
    });
  }
});

for (const page of ['/choisir/role', '/choisir/resultat', '/choisir/resultat.pdf']) {
  test(`${page} sends a patient or a carer to the DAC`, async ({ request }) => {
    const response = await request.get(`${page}?role=patient_aidant&suite=continuer`, { maxRedirects: 0 });
    expect(response.status()).toBe(303);
    expect(response.headers().location).toBe('/dac');
  });
}

test('the result of V01 is one A4 page of PDF that names its lead', async ({ request }) => {
  const response = await request.get(`/choisir/resultat.pdf?${V01}`);
  expect(response.headers()['content-type']).toBe('application/pdf');
  const file = await response.body();
  expect(file.subarray(0, 5).toString()).toBe('%PDF-');
  expect(file.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  expect(file.toString('utf8')).toContain('L’ESP CLAP vous convient');
});

test('the result of V01 prints on one A4 page', async ({ page }) => {
  await page.goto(`/choisir/resultat?${V01}`);
  const file = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  expect(file.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

for (const path of [
  `/choisir/resultat?${V01}`,
  `/choisir/region?${V01}`,
  '/choisir/regles',
  '/choisir/regles/role',
  '/choisir',
]) {
  test(`${path.split('?')[0]} weighs at most 14,000 bytes compressed, style and all`, async ({ baseURL }) => {
    expect(await bytesOf(`${baseURL}${path}`)).toBeLessThanOrEqual(14_000);
  });
}

const shown = [
  '/choisir',
  '/choisir/autres?role=infirmier&mg=0',
  '/choisir/region?role=mg',
  `/choisir/resultat?${V01}`,
  `/choisir/resultat?${V01.replace('mg&mg=1', 'infirmier&mg=0')}&groupe=KpsiaZU8lHjDMT1mVVlcaDJo`,
  '/choisir/resultat?role=mg',
  '/choisir/groupe',
  '/choisir/regles',
  '/choisir/regles/role',
];
for (const width of [320, 1280]) {
  for (const path of shown) {
    test(`${path.slice(0, 60)} at ${width} px: no finding of axe, no sideways scrolling`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(path);
      for (const folded of await page.locator('main details').all())
        await folded.evaluate((one) => one.setAttribute('open', ''));
      await checkAxe(page);
      expect(await overflow(page)).toBe(0);
    });
  }
}

noJsTest(
  'three people find what suits them all, see where they differ, vote, and the group is erased',
  async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto('/choisir/groupe');
    await page.getByRole('button', { name: 'Ouvrir un groupe' }).click();
    const erase = await page.getByLabel('Lien pour effacer le groupe').inputValue();
    const group = new URL(page.url()).pathname;
    const response = await page.goto(group);
    expect(response?.headers()['cache-control']).toBe('no-store');
    expect(response?.headers()['x-robots-tag']).toBe('noindex');
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
    await expect(page.getByLabel('Lien pour effacer le groupe')).toHaveCount(0);

    await page.getByRole('link', { name: 'Donner mes réponses' }).click();
    await answer(page, 'médecin généraliste');
    await goOn(page);
    expect(new URL(page.url()).searchParams.get('groupe')).toBe(group.split('/').at(-1));
    const key = group.split('/').at(-1);
    for (const [name, answers] of [
      ['Anne', V01],
      ['Paul', V01.replace('role=mg', 'role=infirmier').replace('remu=individuelle', 'remu=collective')],
      ['Zoé', V01.replace('role=mg&mg=1', 'role=pharmacien&mg=0')],
    ] as const) {
      await page.goto(`/choisir/resultat?${answers}&groupe=${key}`);
      await page.getByLabel('Prénom ou initiales').fill(name);
      await page.getByRole('button', { name: 'Enregistrer' }).click();
      await expect(page.getByRole('status').filter({ hasText: 'Vos réponses sont dans le groupe.' })).toBeVisible();
    }
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('L’ESP CLAP convient à tous, sous conditions');
    await expect(page.locator('main')).toContainText('Anne et Paul : convient.');
    await expect(page.locator('main')).toContainText('à chacun : Anne et Zoé · à l’équipe : Paul');

    await page.getByLabel('Vous êtes').selectOption('Zoé');
    await page.getByRole('radiogroup', { name: 'Choisir l’ESP CLAP' }).getByLabel('Pour').check();
    await page.getByRole('button', { name: 'Voter' }).click();
    await expect(page.locator('main')).toContainText('pour, 1 (Zoé)');
    expect(await overflow(page)).toBe(0);

    await page.goto(erase);
    await page.getByRole('button', { name: 'Effacer le groupe' }).click();
    await expect(page.getByText('Le groupe est effacé, avec toutes ses réponses.')).toBeVisible();
  },
);

test.describe('in a group', () => {
  test.use({ expectedProblems: [/\b40[0349]\b/] });

  test('a name that is taken, an e-mail for a name, and the wrong secret are refused beside the field', async ({
    page,
  }) => {
    await page.goto('/choisir/groupe');
    await page.getByRole('button', { name: 'Ouvrir un groupe' }).click();
    const group = new URL(page.url()).pathname;
    const key = group.split('/').at(-1);
    const save = async (name: string) => {
      await page.goto(`/choisir/resultat?${V01}&groupe=${key}`);
      await page.getByLabel('Prénom ou initiales').fill(name);
      await page.getByRole('button', { name: 'Enregistrer' }).click();
    };
    await save('a@b.fr');
    await expect(page.locator('#nom-erreur')).toContainText('Écrivez des lettres seulement');
    await page.getByLabel('Prénom ou initiales').fill('Anne');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(page.getByText('Vos réponses sont dans le groupe.')).toBeVisible();
    await save('ANNE');
    await expect(page.locator('#nom-erreur')).toContainText('Ce nom a déjà des réponses');
    await checkAxe(page);
    await page.getByLabel('Ce nom est le mien').check();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(page.getByText('Vos réponses sont dans le groupe.')).toBeVisible();
    await page.goto(`${group}?gestion=AAAAAAAAAAAAAAAAAAAAAAAA`);
    await page.getByRole('button', { name: 'Effacer le groupe' }).click();
    await expect(page.getByText('Ce lien ne permet pas d’effacer le groupe.')).toBeVisible();
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(group);
      await checkAxe(page);
      expect(await overflow(page)).toBe(0);
    }
  });

  test('an address that no group has is a 404 that says why', async ({ page }) => {
    const response = await page.goto('/choisir/groupe/AAAAAAAAAAAAAAAAAAAAAAAA');
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ce groupe n’existe pas, ou n’existe plus');
  });

  test('another site cannot open a group', async ({ request }) => {
    const response = await request.post('/choisir/groupe', {
      headers: { origin: 'https://ailleurs.example' },
      form: { a: '1' },
    });
    expect(response.status()).toBe(403);
  });
});

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** The compressed length of a page, as it travels. */
function bytesOf(address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(address, { headers: { 'accept-encoding': 'br' } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('end', () => resolve(response.headers['content-encoding'] === 'br' ? bytes : Number.NaN));
    }).on('error', reject);
  });
}
