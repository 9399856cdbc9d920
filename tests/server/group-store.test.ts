import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstBrokenLink } from '../../src/server/audit/audit-log.ts';
import { type Database, openDatabase } from '../../src/server/db/client.ts';
import {
  answerGroup,
  deleteGroup,
  type OpenedGroup,
  openGroup,
  purgeGroups,
  readGroup,
  voteInGroup,
} from '../../src/server/orientation/group-store.ts';
import { readOrientation } from '../../src/server/orientation/read-rules.ts';

const rules = readOrientation(process.cwd());
const opening = new Date('2026-11-22T10:00:00Z');
const after = (days: number) => new Date(opening.getTime() + days * 24 * 3600 * 1000);
const reponses = 'role=mg&mg=1&autres=infirmier,pharmacien&deja=&version=2026-11-22.1';

let folder: string;
let database: Database;
let opened: OpenedGroup;
const needs = (now = opening) => ({ database, now });
const count = async (table: string) =>
  Number((await database.client.execute(`select count(*) as n from ${table}`)).rows[0]?.n);
const answer = (nom: string, remplacer = false, now = opening) =>
  answerGroup(needs(now), opened.cle, { nom, reponses, remplacer });
/** « Aa », « Ab »… 40 names that differ. */
const names = Array.from(
  { length: 40 },
  (_, index) => `A${String.fromCharCode(97 + (index % 26))}${'z'.repeat(Math.floor(index / 26))}`,
);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'groupe-'));
  database = await openDatabase(`file:${join(folder, 'test.db')}`);
  const result = await openGroup(needs());
  if (!result.ok) throw new Error(result.refusal);
  opened = result.value;
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

test('the two secrets of a group differ, and hold 24 signs of base64url: 144 bits', () => {
  expect(opened.cle).toMatch(/^[\w-]{24}$/);
  expect(opened.gestion).toMatch(/^[\w-]{24}$/);
  expect(opened.cle).not.toBe(opened.gestion);
});

test('a set of answers comes back as it was given, an empty set among them', async () => {
  expect(await answer('Zoé')).toEqual({ ok: true, value: undefined });
  const group = await readGroup(needs(), rules, opened.cle);
  expect(group?.participants).toEqual([
    { nom: 'Zoé', reponses: { role: 'mg', mg: 1, autres: ['infirmier', 'pharmacien'], deja: [] } },
  ]);
  expect(group?.effaceLe).toBe('2026-12-22T10:00:00.000Z');
});

test('40 answers at once: 30 are kept, 10 refused, and the chain of the log holds', async () => {
  const results = await Promise.all(names.map((nom) => answer(nom)));
  expect(results.filter(({ ok }) => ok)).toHaveLength(30);
  expect(results.filter((result) => !result.ok && result.refusal === 'GROUPE_COMPLET')).toHaveLength(10);
  expect(await count('groupe_reponse')).toBe(30);
  expect(await count('journal')).toBe(31);
  expect(await firstBrokenLink(database.db)).toBeNull();
});

test('a name that is taken is refused, then replaced when its owner says so; a full group still lets him', async () => {
  for (const nom of names.slice(0, 29)) await answer(nom);
  await answer('Zoé');
  expect(await answer('ZOE')).toEqual({ ok: false, refusal: 'NOM_DEJA_PRIS' });
  expect((await answer('ZOE', true)).ok).toBe(true);
  expect(await count('groupe_reponse')).toBe(30);
  expect((await readGroup(needs(), rules, opened.cle))?.participants.map(({ nom }) => nom)).toContain('ZOE');
});

test('another key opens nothing, and answers nothing', async () => {
  const wrong = 'AAAAAAAAAAAAAAAAAAAAAAAA';
  expect(await readGroup(needs(), rules, wrong)).toBeNull();
  const refused = { ok: false, refusal: 'GROUPE_INCONNU' };
  expect(await answerGroup(needs(), wrong, { nom: 'Zoé', reponses, remplacer: false })).toEqual(refused);
  expect(await voteInGroup(needs(), wrong, { nom: 'Zoé', avis: { MSP: 'pour' } })).toEqual(refused);
});

test('one vote by participant and by model: the last one counts, « sans avis » takes it back', async () => {
  await answer('Zoé');
  const vote = (avis: 'pour' | 'contre' | 'sans') =>
    voteInGroup(needs(), opened.cle, { nom: 'zoé', avis: { MSP: avis } });
  const votes = async () => (await readGroup(needs(), rules, opened.cle))?.votes;
  await vote('pour');
  await vote('contre');
  expect(await votes()).toEqual([{ nomCle: 'zoe', modele: 'MSP', avis: 'contre' }]);
  await vote('sans');
  expect(await votes()).toEqual([]);
});

test('whoever has not answered does not vote', async () => {
  await answer('Zoé');
  expect(await voteInGroup(needs(), opened.cle, { nom: 'Paul', avis: { MSP: 'pour' } })).toEqual({
    ok: false,
    refusal: 'NOM_INCONNU',
  });
});

test('the wrong secret erases nothing; the right one erases the group, its answers and its votes', async () => {
  await answer('Zoé');
  await voteInGroup(needs(), opened.cle, { nom: 'Zoé', avis: { MSP: 'pour' } });
  expect(await deleteGroup(needs(), opened.cle, opened.cle)).toEqual({ ok: false, refusal: 'LIEN_DE_GESTION_FAUX' });
  expect(await count('groupe_reponse')).toBe(1);
  expect(await deleteGroup(needs(), opened.cle, opened.gestion)).toEqual({ ok: true, value: undefined });
  expect(await Promise.all(['groupe', 'groupe_reponse', 'groupe_vote'].map(count))).toEqual([0, 0, 0]);
});

test('after thirty days a group no longer opens, and the purge leaves nothing of it but its neighbour', async () => {
  await answer('Zoé');
  await openGroup(needs(after(1)));
  expect(await readGroup(needs(after(29)), rules, opened.cle)).not.toBeNull();
  expect(await readGroup(needs(after(30)), rules, opened.cle)).toBeNull();
  expect(await answer('Paul', false, after(30))).toEqual({ ok: false, refusal: 'GROUPE_INCONNU' });
  expect(await purgeGroups(needs(after(30)))).toBe(1);
  expect(await count('groupe')).toBe(1);
  expect(await count('groupe_reponse')).toBe(0);
  expect(await purgeGroups(needs(after(30)))).toBe(0);
});

test('300 groups may be opened in a day, the next one is refused, and the day after takes new ones', async () => {
  const results = await Promise.all(Array.from({ length: 300 }, () => openGroup(needs())));
  expect(results.filter(({ ok }) => ok)).toHaveLength(299);
  expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: 'TROP_DE_GROUPES' });
  expect((await openGroup(needs(new Date('2026-11-23T10:00:01Z')))).ok).toBe(true);
});

test('the log tells what was done to the group, and neither a name nor a secret', async () => {
  await answer('Zoé');
  await voteInGroup(needs(), opened.cle, { nom: 'Zoé', avis: { MSP: 'pour', CPTS: 'contre' } });
  await deleteGroup(needs(), opened.cle, opened.gestion);
  const { rows } = await database.client.execute('select * from journal order by numero');
  expect(rows.map(({ verbe }) => verbe)).toEqual([
    'ouvrir-groupe',
    'repondre-groupe',
    'voter-groupe',
    'effacer-groupe',
  ]);
  const log = JSON.stringify(rows);
  for (const secret of ['Zoé', 'zoe', opened.cle, opened.gestion]) expect(log).not.toContain(secret);
  expect(await firstBrokenLink(database.db)).toBeNull();
});

test('the file of the database holds neither secret', async () => {
  await answer('Zoé');
  await database.client.execute('pragma wal_checkpoint(truncate)');
  const file = readFileSync(join(folder, 'test.db')).toString('latin1');
  expect(file).toContain('role=mg');
  expect(file).not.toContain(opened.cle);
  expect(file).not.toContain(opened.gestion);
});
