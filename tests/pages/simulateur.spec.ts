import type { Page } from '@playwright/test';
import { checkAxe, expect, noJsTest, test } from './fixtures.ts';

const duo = 'equipe=medecin-generaliste:1,infirmier:1';
// The order of magnitude that the scheme gives: 12 × 135 + 10 × 135 + 8 × 700 = 8 570 €, before PPS and STAFF.
const everyCap = `${duo}&rcp-avec-patient=12&rcp-sans-patient=10&staff=12&protocole-complexe=8`;
// Four at 75 € and four at 60 € make 540 € a meeting: 18 meetings fit in 10 000 €, the last two do not.
const bigTeam =
  'equipe=medecin-generaliste:1,pharmacien:2,sage-femme:1,infirmier:2,orthophoniste:2&rcp-avec-patient=12&rcp-sans-patient=8';

const total = (page: Page) => page.locator('#resultat');
const line = (page: Page, number: number) => page.getByRole('group', { name: `Ligne ${number}` });

test('the first screen already informs: a GP and a nurse, 1 945 €, and a share for each', async ({ page }) => {
  await page.goto('/simulateur');
  await expect(total(page)).toHaveText(/1\s945\s€\s*pour l’équipe en \d{4}/);
  const people = page.getByRole('table', { name: 'Personne par personne' });
  // 4 × 110 + 7 × 75 + 200, then 4 × 40 + 7 × 60 + 200.
  await expect(people.getByRole('row', { name: /Médecin généraliste/ })).toContainText(/1\s165\s€/);
  await expect(people.getByRole('row', { name: /Infirmier/ })).toContainText(/780\s€/);
});

test('a pair at every cap earns at least 8 570 €, and its 12 STAFF are to fix, never zero', async ({ page }) => {
  await page.goto(`/simulateur?${everyCap}`);
  await expect(total(page)).toContainText(/Au moins 8\s570\s€/);
  const actions = page.getByRole('table', { name: 'Action par action' });
  await expect(actions.getByRole('row', { name: /12 RCP avec patient/ })).toContainText(/1\s620\s€/);
  await expect(actions.getByRole('row', { name: /10 RCP sans patient/ })).toContainText(/1\s350\s€/);
  await expect(actions.getByRole('row', { name: /8 protocoles de cas 2/ })).toContainText(/5\s600\s€/);
  await expect(actions.getByRole('row', { name: /12 STAFF/ })).toHaveText(/12 STAFF\s*à fixer par l’association\s*$/);
  const caps = page.getByRole('table', { name: 'Face aux plafonds de l’équipe' });
  await expect(caps.getByRole('row', { name: /STAFF/ })).toContainText('12 sur 12, plafond atteint');
  await expect(caps.getByRole('row', { name: /PPS/ })).toContainText('aucun plafond écrit');
});

test('every euro is explained, the odd cent too: 400 € among three', async ({ page }) => {
  await page.goto('/simulateur?equipe=medecin-generaliste:1,infirmier:1,pharmacien:1&protocole-simple=1');
  await page.locator('#calcul-0 summary').click();
  const explained = page.locator('#calcul-0');
  await expect(explained).toContainText(/133,34\s€, une part égale et un centime du reste/);
  await expect(explained).toContainText(/Total\s: 133,34\s€ \+ 133,33\s€ \+ 133,33\s€ = 400\s€/);
});

test('a big team passes the envelope: it is said, and nothing is cut', async ({ page }) => {
  await page.goto(`/simulateur?${bigTeam}`);
  await expect(total(page)).toContainText(/9\s720\s€/);
  const section = page.getByRole('region', { name: /pour l’équipe/ });
  await expect(section).toContainText(/1\s080\s€ de plus sont en attente \(2 actions\)/);
  await expect(section).toContainText('Rien n’est coupé, l’association décidera.');
  await expect(section).toContainText('rapporté par trois sources publiques, à confirmer par l’association');
});

test('a refused action says why in the sentence of its rule', async ({ page }) => {
  await page.goto('/simulateur?equipe=infirmier:1,pharmacien:1&staff=2');
  await expect(page.getByRole('region', { name: /pour l’équipe/ })).toContainText(
    '2 actions ne seraient pas indemnisées. La présence d’un médecin généraliste est obligatoire pour un STAFF.',
  );
});

test('hypotheses are marked, sources and the day they were read are given', async ({ page }) => {
  await page.goto('/simulateur');
  const main = page.getByRole('main');
  await expect(main).toContainText('Les plafonds se comptent par équipe. (hypothèse à confirmer par l’association)');
  await expect(main).toContainText('Plan lu le 22 novembre 2026.');
  await expect(page.getByRole('link', { name: 'Le dispositif ESP CLAP et sa foire aux questions' })).toBeVisible();
});

noJsTest(
  'without JavaScript: a team of three is composed by the form, and its year is in the address',
  async ({ page }) => {
    await page.goto('/simulateur?rcp-sans-patient=0');
    await page.getByRole('group', { name: 'Ajouter' }).getByLabel('Profession').selectOption('pharmacien');
    await page.getByRole('button', { name: 'Ajouter' }).click();
    await expect(page).toHaveURL(/equipe=medecin-generaliste:1,infirmier:1,pharmacien:1&/);
    await line(page, 2).getByLabel('Combien').fill('2');
    await page.getByLabel('RCP sans patient', { exact: true }).fill('10');
    await page.getByLabel('PPS à 3 professionnels').fill('2');
    await page.getByRole('button', { name: 'Calculer', exact: true }).click();
    // 10 × (75 + 60 + 60 + 75) + 2 × 150.
    await expect(total(page)).toContainText(/3\s000\s€/);
    await expect(page).toHaveURL(
      /\?equipe=medecin-generaliste:1,infirmier:2,pharmacien:1&pps-3=2&rcp-sans-patient=10&annee=\d{4}#resultat$/,
    );
    await page.getByRole('button', { name: 'Retirer la ligne 2' }).click();
    // The pharmacist takes the place of the nurses; with two people left, care plans among three are left out.
    await expect(total(page)).toContainText(/1\s500\s€/);
    await expect(page.getByText(/PPS à 3 professionnels \(2\)\s: l’équipe n’a que 2 personnes/)).toBeVisible();
  },
);

noJsTest('without JavaScript: who takes part and who is the referent are chosen', async ({ page }) => {
  await page.goto(`/simulateur?equipe=medecin-generaliste:1,infirmier:2&pps-2=1&rcp-sans-patient=2`);
  await page.locator('#rcp-sans-patient-qui summary').click();
  await page.locator('#rcp-sans-patient-qui').getByLabel('Infirmier 2').check();
  await page.locator('#pps-2-qui summary').click();
  await page.locator('#pps-2-qui').getByLabel('Référent').selectOption({ label: 'Infirmier 1' });
  await page.getByRole('button', { name: 'Calculer', exact: true }).click();
  await expect(page).toHaveURL(/pps-2\.referent=infirmier-1&rcp-sans-patient=2&rcp-sans-patient\.sans=infirmier-2/);
  const people = page.getByRole('table', { name: 'Personne par personne' });
  // 60 + 2 × 75; 40 + 50 + 2 × 60; nothing attended.
  await expect(people.getByRole('row', { name: /Médecin/ })).toContainText(/210\s€/);
  await expect(people.getByRole('row', { name: /Infirmier 1/ })).toContainText(/210\s€/);
  await expect(people.getByRole('row', { name: /Infirmier 2/ })).toContainText(/0\s€\s*0 action/);
});

noJsTest('without JavaScript: the centre that brings three names the two who are paid', async ({ page }) => {
  await page.goto('/simulateur?equipe=medecin-generaliste:1,infirmier.centre-a:3&rcp-sans-patient=1');
  const centre = page.getByRole('group', { name: /Qui est indemnisé/ });
  await expect(centre.getByLabel('Infirmier (centre A) 2')).toBeChecked();
  await centre.getByLabel('Infirmier (centre A) 2').uncheck();
  await centre.getByLabel('Infirmier (centre A) 3').check();
  await page.getByRole('button', { name: 'Calculer', exact: true }).click();
  const people = page.getByRole('table', { name: 'Personne par personne' });
  await expect(people.getByRole('row', { name: /centre A\) 2/ })).toContainText(/0\s€.*sans indemnité/);
  await expect(people.getByRole('row', { name: /centre A\) 3/ })).toContainText(/60\s€/);
});

test('live: a number changed gives the new year at once, keeps the focus and announces the total', async ({ page }) => {
  await page.goto(`/simulateur?${everyCap}`);
  await page.getByLabel('RCP sans patient', { exact: true }).fill('4');
  await page.keyboard.press('Tab');
  // Six meetings of 135 € less.
  await expect(total(page)).toContainText(/7\s760\s€/);
  await expect(page.getByRole('status')).toHaveText(/^Total\s: au moins 7\s760\s€ pour l’équipe en \d{4}\.$/);
  await expect(page.locator('#rcp-sans-patient-qui summary')).toBeFocused();
  await expect(page).toHaveURL(/rcp-sans-patient=4&/);
  await page.reload();
  await expect(total(page)).toContainText(/7\s760\s€/);
});

test('live: a person added and taken away redraws the form, with the focus where it was', async ({ page }) => {
  await page.goto(`/simulateur?${duo}&rcp-sans-patient=2`);
  const adding = page.locator('#profession-2');
  await adding.focus();
  await adding.selectOption('pharmacien');
  await expect(total(page)).toContainText(/420\s€/);
  await expect(page.locator('#profession-2')).toBeFocused();
  await expect(page.locator('#profession-2')).toHaveValue('pharmacien');
  await page.getByRole('button', { name: 'Retirer la ligne 2' }).click();
  await expect(total(page)).toContainText(/300\s€/);
  await expect(page).toHaveURL(/equipe=medecin-generaliste:1,pharmacien:1&/);
});

test('with the keyboard only: Enter in a field calculates, and takes nobody away', async ({ page }) => {
  await page.goto(`/simulateur?${duo}&rcp-sans-patient=2`);
  await page.locator('#nombre-1').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await expect(total(page)).toContainText(/390\s€/);
  await expect(page.locator('#nombre-1')).toBeFocused();
  await expect(page).toHaveURL(/equipe=medecin-generaliste:1,infirmier:2&/);
});

test.describe('bad input', () => {
  test.use({ expectedProblems: [/400/] });

  for (const javaScriptEnabled of [true, false]) {
    test.describe(javaScriptEnabled ? 'live' : 'without JavaScript', () => {
      test.use({ javaScriptEnabled });

      test('is told in French beside its field, and what was typed stays', async ({ page }) => {
        await page.goto(`/simulateur?${duo}&staff=2`);
        const field = page.getByLabel('RCP sans patient', { exact: true });
        await field.fill('dix');
        await page.getByRole('button', { name: 'Calculer', exact: true }).click();
        await expect(page).toHaveTitle(/^Erreur\s: /);
        await expect(total(page)).toHaveText('Un champ est à corriger');
        await expect(field).toHaveValue('dix');
        await expect(field).toHaveAttribute('aria-invalid', 'true');
        await expect(field).toHaveAccessibleDescription(/« dix » n’est pas un nombre entier/);
        await expect(page.getByLabel('STAFF', { exact: true })).toHaveValue('2');
        // axe is a script itself.
        if (javaScriptEnabled) await checkAxe(page);
      });
    });
  }

  test('of any kind is a 400 that explains, never a 500', async ({ page, request }) => {
    for (const [query, sentence] of [
      ['equipe=', 'Ajoutez au moins un professionnel à l’équipe.'],
      ['equipe=magicien:1', 'Nous ne connaissons pas la profession « magicien ».'],
      ['equipe=infirmier:31', '30 au plus.'],
      ['staff=100', '99 au plus.'],
      ['au=2026-02-30', '« 2026-02-30 » n’est pas une date qui existe.'],
      ['annee=12', '« 12 » n’est pas une année entre 2000 et 2100.'],
      ['plan=atlantide', 'Nous ne connaissons pas le plan « atlantide ».'],
    ]) {
      const answer = await page.goto(`/simulateur?${query}`);
      expect(answer?.status(), query).toBe(400);
      await expect(page.getByRole('main')).toContainText(String(sentence));
      expect((await request.get(`/simulateur.csv?${query}`)).status(), query).toBe(400);
    }
  });
});

for (const query of [
  '',
  everyCap,
  bigTeam,
  'equipe=medecin-generaliste:1,infirmier.centre-a:4,psychologue:1&pps-4=2',
]) {
  test(`axe finds nothing and nothing overflows at 320 and 1280 px, all unfolded: ${query || 'by default'}`, async ({
    page,
  }) => {
    await page.goto(`/simulateur?${query}`);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
      await checkAxe(page);
    }
  });
}

test('the bar that keeps the total in sight never hides the field that has the focus, on a small phone', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await page.goto('/simulateur');
  await page.locator('#nombre-0').focus();
  const hidden: string[] = [];
  for (let press = 0; press < 40; press += 1) {
    await page.keyboard.press('Tab');
    const place = await page.evaluate(() => {
      const focused = document.activeElement;
      const bar = document.querySelector('.sum');
      if (!focused || !bar || !focused.closest('form') || bar.contains(focused)) return null;
      const isHidden = focused.getBoundingClientRect().top > bar.getBoundingClientRect().top - 10;
      return isHidden ? focused.id || focused.textContent : null;
    });
    if (place !== null) hidden.push(place);
  }
  expect(hidden).toEqual([]);
});

test('on paper: the year, its team and its address, without the form nor the menus', async ({ page }) => {
  await page.goto(`/simulateur?${everyCap}`);
  await page.emulateMedia({ media: 'print' });
  await expect(total(page)).toBeVisible();
  await expect(page.getByText('Équipe : 1 médecin généraliste, 1 infirmier.')).toBeVisible();
  await expect(page.getByText(/\/simulateur\?equipe=medecin-generaliste:1,infirmier:1&/)).toBeVisible();
  await expect(page.locator('form')).toBeHidden();
  await expect(page.getByRole('navigation', { name: 'Navigation principale' })).toBeHidden();
  await expect(page.getByRole('link', { name: 'Télécharger en CSV' })).toBeHidden();
});

test('the CSV holds the same year, an unknown amount as an empty cell', async ({ request }) => {
  const answer = await request.get(`/simulateur.csv?${everyCap}&annee=2026`);
  expect(answer.headers()['content-type']).toBe('text/csv; charset=utf-8');
  expect(answer.headers()['content-disposition']).toContain('simulation.csv');
  const rows = (await answer.text()).split('\r\n');
  expect(rows[0]).toBe('rubrique,libelle,nombre,plafond,montant_euros,en_attente_euros,a_fixer,precision');
  expect(rows.find((row) => row.startsWith('total,'))).toContain(
    'Total pour l’équipe en 2026 (au moins),,,8570.00,0.00,12,',
  );
  expect(rows.find((row) => row.startsWith('action,STAFF'))).toContain('action,STAFF,12,,,0.00,12,');
  expect(rows.find((row) => row.startsWith('personne,Infirmier'))).toContain('personne,Infirmier,42,,4120.00,0.00,12,');
});

test('another day gives the same year, and says that only one version of the plan is known', async ({ page }) => {
  await page.goto(`/simulateur?${duo}&rcp-sans-patient=10&au=2024-06-30`);
  await expect(total(page)).toContainText(/1\s350\s€/);
  await expect(page.locator('#quand')).toContainText('Nous ne connaissons qu’une version de ce plan');
  await page.getByRole('link', { name: 'Versions du plan' }).click();
  await expect(page).toHaveURL(/\/simulateur\/periodes$/);
  await expect(page.getByText('Nous n’en connaissons qu’une : il n’y a donc rien à comparer.')).toBeVisible();
  const plan = page.getByRole('table', { name: /Cette version/ });
  await expect(plan.getByRole('row', { name: /Réunion STAFF/ })).toContainText('à fixer par l’association');
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await checkAxe(page);
});
