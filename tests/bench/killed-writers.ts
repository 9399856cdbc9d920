import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstBrokenLink } from '../../src/server/audit/audit-log.ts';
import { type Database, openDatabase } from '../../src/server/db/client.ts';
import type { BenchRow } from './bench-row.ts';

const kills = Number(process.env.BENCH_KILLS ?? 1_000);
const longestLifeMs = 250;

/** Where an acknowledged id must be found again. */
const found: Readonly<Record<string, string>> = {
  compte: 'select 1 from compte where id = ?',
  equipe: 'select 1 from equipe where id = ?',
  membre: 'select 1 from membre where id = ?',
  invitation: 'select 1 from invitation where id = ?',
  place: 'select 1 from membre where id = ? and compte_id is not null',
};

/** What would be half done: each must be empty. */
const halves: readonly string[] = [
  `select id from compte where id not in (select compte_id from session) or id not in
    (select acteur from journal where verbe = 'ouvrir-compte')`,
  `select id from equipe where id not in (select equipe_id from membre where role = 'referent') or id not in
    (select objet_id from journal where verbe = 'creer-equipe')`,
  `select id from invitation where not exists
    (select 1 from courriel where cle = 'invitation:' || invitation.id || ':' || invitation.envois)`,
  `select id from invitation where etat = 'acceptee' and membre_id not in
    (select id from membre where compte_id is not null)`,
  `select id from membre where role = 'membre' and compte_id is not null and id not in
    (select membre_id from invitation where etat = 'acceptee')`,
  `select demande from jeton where type = 'inscription' and utilise_le is null and email is not null and not exists
    (select 1 from courriel where cle = 'confirmer-inscription:' || substr(jeton.email, 1, instr(jeton.email, '@') - 1))`,
];

const duplicates: readonly string[] = [
  'select email_cle from compte group by email_cle having count(*) > 1',
  'select nom_cle from equipe group by region, nom_cle having count(*) > 1',
  'select compte_id from membre where compte_id is not null group by equipe_id, compte_id having count(*) > 1',
  'select cle from courriel group by cle having count(*) > 1',
];

/** Row 9: the writer is killed again and again, at any moment, while four people write at once. */
export async function killRow(): Promise<BenchRow> {
  const folder = mkdtempSync(join(tmpdir(), 'coordonnees-kill-'));
  const url = `file:${folder}/kill.db`;
  await (await openDatabase(url)).close();
  let acknowledged = 0;
  let lost = 0;
  for (let run = 0; run < kills; run++) {
    const lines = await writeUntilKilled(url, run);
    acknowledged += lines.length;
    // Opened as the site would after a crash.
    const database = await openDatabase(url);
    for (const [kind = '', id = ''] of lines.map((line) => line.split(' '))) {
      const { rows } = await database.client.execute({ sql: found[kind] ?? '', args: [id] });
      if (rows.length === 0) lost += 1;
    }
    await database.close();
    if (run % 50 === 49) process.stderr.write(`  ${run + 1} arrêts brutaux, ${acknowledged} écrits confirmés\n`);
  }
  const database = await openDatabase(url);
  const half = await count(database, halves);
  const twice = await count(database, duplicates);
  const whole = (await database.client.execute('pragma integrity_check')).rows[0]?.[0] === 'ok';
  const chain = (await firstBrokenLink(database.db)) === null;
  await database.close();
  rmSync(folder, { recursive: true, force: true });
  return {
    numero: 9,
    figure: 'Arrêts brutaux (kill -9) pendant que quatre personnes écrivent : comptes, équipes, invitations, adhésions',
    mesure: `${kills} arrêts, ${acknowledged} écrits confirmés : ${lost} perdu(s), ${half} à moitié, ${twice} en double ; base ${whole ? 'intègre' : 'ABÎMÉE'}, journal ${chain ? 'continu' : 'ROMPU'}`,
    ancre: '0 / 0 / 0 en 50 sur une ébauche',
    objectif: '0 / 0 / 0 en 1 000',
    tenu: kills >= 1_000 && lost + half + twice === 0 && whole && chain,
  };
}

async function count({ client }: Database, queries: readonly string[]): Promise<number> {
  const rows = await Promise.all(queries.map(async (sql) => (await client.execute(sql)).rows.length));
  return rows.reduce((sum, found) => sum + found, 0);
}

/** The lines that a writer printed whole before it was killed, some time after its first. */
function writeUntilKilled(url: string, run: number): Promise<string[]> {
  const child = spawn(process.execPath, ['tests/bench/write-forever.ts', url, String(run)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    if (output === '') setTimeout(() => child.kill('SIGKILL'), Math.random() * longestLifeMs);
    output += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once('close', (_, signal) => {
      if (signal === 'SIGKILL') resolve(output.split('\n').slice(0, -1));
      else reject(new Error('Un écrivain s’est arrêté de lui-même.'));
    });
  });
}
