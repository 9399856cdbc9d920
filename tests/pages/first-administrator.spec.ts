import { spawn } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { createClient } from '@libsql/client';
import type { Browser } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { lastLinkTo } from './mailbox.ts';

const phrase = 'rampe tiroir mousse velours gare';

/** A command as people run it, on a database of its own; `said` resolves when its output matches. */
function run(script: string, database: string, environment: Record<string, string> = {}, ...args: string[]) {
  const child = spawn(process.execPath, [`scripts/${script}.ts`, ...args], {
    env: { ...process.env, DATABASE_URL: `file:${database}`, SITE_URL: '', ...environment },
  });
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk;
      for (const listener of listeners) listener();
    });
  const ended = new Promise<{ code: number | null; output: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, output })),
  );
  const said = (wanted: RegExp) =>
    new Promise<string>((resolve) => {
      const look = () => {
        const found = wanted.exec(output)?.[0];
        if (found !== undefined) resolve(found);
      };
      listeners.add(look);
      look();
    });
  return { ended, said, stop: () => child.kill('SIGTERM') };
}

const startSite = (database: string) => run('serve', database, { PORT: '0', ACCESS_LOG: '1' });
const roleLink = /http:\/\/127\.0\.0\.1:\d+\/espace\/role\?jeton=[\w-]{43}/;

async function rolesIn(database: string): Promise<unknown[]> {
  const client = createClient({ url: `file:${database}`, timeout: 5_000 });
  const { rows } = await client.execute('select role, portee, accorde_par from habilitation');
  client.close();
  return rows.map((row) => ({ ...row }));
}

/** Opens an account on a site of its own, by the mail that waits there. */
async function openAccountAt(browser: Browser, origin: string, email: string) {
  const context = await browser.newContext({ baseURL: origin });
  const page = await context.newPage();
  await page.goto('/espace/inscription');
  await page.getByLabel('Prénom et nom').fill('Ada Morel');
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByLabel('Phrase de passe').fill(phrase);
  await page.getByRole('button', { name: 'Ouvrir mon compte' }).click();
  await page.goto(await lastLinkTo(context, email));
  await page.getByLabel('Phrase de passe').fill(phrase);
  await page.getByRole('button', { name: 'Confirmer et entrer' }).click();
  await expect(page).toHaveURL(/fait=compte-ouvert/);
  return page;
}

test('the first start prints one link; an account opened then takes up the role by it, once; a restart prints none', async ({
  browser,
}, info) => {
  const database = info.outputPath('premier.db');
  const site = startSite(database);
  const link = await site.said(roleLink);
  const page = await openAccountAt(browser, new URL(link).origin, 'ada@exemple.fr');
  await page.goto(link);
  await expect(page.locator('main')).toContainText('association, administration technique (toute la France)');
  expect(await rolesIn(database)).toEqual([]);
  await page.getByRole('button', { name: 'Prendre ce rôle' }).click();
  await expect(page).toHaveURL(/\/espace\/second-facteur\?suite=%2Fassociation%3Ffait%3Drole-pris$/);
  expect(await rolesIn(database)).toEqual([{ role: 'association-admin', portee: 'portail', accorde_par: 'systeme' }]);
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ce lien ne sert plus');
  await page.context().close();
  site.stop();
  const { code, output } = await site.ended;
  expect(code).toBe(0);
  // Once, from the console; the log of requests names the page and nothing after it.
  expect(output.split(new URL(link).searchParams.get('jeton') ?? '')).toHaveLength(2);
  expect(output).toMatch(/GET \/espace\/role 200/);

  const again = startSite(database);
  await again.said(/Coordonnées est ouvert à l’adresse/);
  again.stop();
  expect((await again.ended).output).not.toMatch(/administrateur|jeton/);
});

test('a start while a link waits says how to get another; the command gives it beside a site that runs, and voids the former', async ({
  browser,
}, info) => {
  const database = info.outputPath('attente.db');
  const first = startSite(database);
  const { search: former } = new URL(await first.said(roleLink));
  first.stop();
  await first.ended;

  const site = startSite(database);
  await site.said(/un lien a été donné à un démarrage précédent.*npm run admin/);
  const origin = await site.said(/http:\/\/127\.0\.0\.1:\d+/);
  const { code, output } = await run('admin', database).ended;
  expect(code).toBe(0);
  expect(output).toContain('Ce lien ne s’ouvre que sur cette machine');
  const { search } = new URL(roleLink.exec(output)?.[0] ?? '');
  const context = await browser.newContext({ baseURL: origin });
  const page = await context.newPage();
  const title = async (query: string) => {
    await page.goto(`/espace/role${query}`);
    return page.getByRole('heading', { level: 1 }).textContent();
  };
  expect(await title(former)).toBe('Ce lien ne sert plus');
  expect(await title(search)).toBe('Un rôle vous est proposé');
  await context.close();
  site.stop();
  expect((await site.ended).output).not.toContain('jeton=');

  const elsewhere = await run('admin', database, { SITE_URL: 'https://coordonnees.example' }).ended;
  expect(elsewhere.output).toContain('https://coordonnees.example/espace/role?jeton=');
  expect(elsewhere.output).not.toContain('ne s’ouvre que sur cette machine');
});

test('the command that checks the log finds a line that was changed, and an end that was cut by a head noted before', async ({
  browserName: _,
}, info) => {
  const database = info.outputPath('journal.db');
  for (let i = 0; i < 4; i++) await run('admin', database).ended;
  const whole = await run('journal', database).ended;
  expect(whole.code).toBe(0);
  expect(whole.output).toContain('La chaîne du journal tient : 4 lignes.');
  const head = (await run('journal', database, {}, '--tete').ended).output.trim();
  expect(head).toMatch(/^[0-9a-f]{64}$/);
  expect((await run('journal', database, {}, '--depuis', head).ended).code).toBe(0);
  expect((await run('journal', database, {}, '--depuis', 'abc').ended).code).toBe(2);

  const tamper = async (name: string, sql: string): Promise<string> => {
    const copy = info.outputPath(name);
    copyFileSync(database, copy);
    const client = createClient({ url: `file:${copy}` });
    const { rows } = await client.execute("select name from sqlite_master where type = 'trigger'");
    for (const trigger of rows) await client.execute(`drop trigger "${trigger.name}"`);
    await client.execute(sql);
    client.close();
    return copy;
  };
  const changed = await tamper('modifie.db', "update journal set acteur = 'quelqu-un' where numero = 2");
  const broken = await run('journal', changed).ended;
  expect(broken.code).toBe(1);
  expect(broken.output).toContain('rompu à la ligne n° 2');

  const cut = await tamper('coupe.db', 'delete from journal where numero = 4');
  expect((await run('journal', cut).ended).code).toBe(0);
  const noticed = await run('journal', cut, {}, '--depuis', head).ended;
  expect(noticed.code).toBe(1);
  expect(noticed.output).toContain('L’empreinte donnée n’est pas dans la chaîne');
});
