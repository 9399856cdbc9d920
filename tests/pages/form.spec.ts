import { expect, noJsTest } from './fixtures.ts';

noJsTest.describe('a form drawn from its description', () => {
  noJsTest.beforeEach(({ page }) => page.goto('/composants'));

  noJsTest('a field has its label, its help and its error, and is told to be mandatory in words', async ({ page }) => {
    const title = page.getByLabel('Intitulé');
    await expect(title).toHaveAccessibleDescription(/Indiquez l’intitulé\. Exemple\s: Suivre à plusieurs/);
    await expect(title).toHaveAttribute('aria-invalid', 'true');
    await expect(title).toHaveAttribute('required', '');
    await expect(page.getByText('sauf ceux où il est écrit « facultatif »')).toBeVisible();
    await expect(page.getByLabel('Page web de l’équipe (facultatif)')).not.toHaveAttribute('required');
    await expect(page.getByLabel('Le besoin que vous constatez')).toHaveAccessibleDescription(/500 caractères au plus/);
  });

  noJsTest('answers to choose among are a group with its question, its help and its error', async ({ page }) => {
    const forWhom = page.getByRole('group', { name: 'Pour qui ?' });
    await expect(forWhom).toHaveAccessibleDescription(/2 réponses au plus/);
    await expect(forWhom).toHaveAccessibleDescription(/Choisissez une réponse/);
    await expect(page.getByRole('radiogroup', { name: 'Des réunions à distance ?' })).toHaveAttribute(
      'aria-invalid',
      'true',
    );
    await expect(forWhom.getByRole('checkbox')).toHaveCount(3);
    await expect(page.getByLabel('Rythme des réunions')).toHaveValue('');
  });

  noJsTest('a browser fills in what it knows of the person, with the right keyboard', async ({ page }) => {
    const email = page.getByLabel('Adresse électronique');
    await expect(email).toHaveAttribute('autocomplete', 'email');
    await expect(email).toHaveAttribute('type', 'email');
    await expect(page.getByLabel('Nombre de rencontres')).toHaveAttribute('inputmode', 'numeric');
    await expect(page.getByLabel('Budget prévu')).toHaveAttribute('inputmode', 'decimal');
  });

  noJsTest('a field that waits for an answer comes with it, in the form and in a line', async ({ page }) => {
    const other = page.getByLabel('Quel autre thème ?');
    await expect(other).toBeHidden();
    await page.getByLabel('Un autre thème').check();
    await expect(other).toBeVisible();
    await page.getByLabel('Prévention des chutes').check();
    await expect(other).toBeHidden();
    const halfDay = page.getByRole('radiogroup', { name: 'Une demi-journée à chaque fois ?' });
    await expect(halfDay).toBeHidden();
    await page.getByLabel('Rythme des réunions').selectOption('Chaque trimestre');
    await expect(halfDay).toBeVisible();
    await page.getByLabel('Rythme des réunions').selectOption('Pas de réponse');
    await expect(halfDay).toBeHidden();
    const lines = page.getByRole('group', { name: /^Étape \d/ });
    await lines.nth(1).getByLabel('Des patients sont invités').check();
    await expect(lines.nth(0).getByLabel('Comment sont-ils accueillis ?')).toBeHidden();
    await expect(lines.nth(1).getByLabel('Comment sont-ils accueillis ?')).toBeVisible();
  });

  noJsTest('what one may not change is read, and not a field', async ({ page }) => {
    await expect(page.getByLabel('Priorité pour l’équipe')).toHaveCount(0);
    await expect(page.getByText('Priorité pour l’équipe, de 1 à 5')).toBeVisible();
  });
});
