import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstBrokenLink } from '../../src/server/audit/audit-log.ts';
import { type Database, openDatabase } from '../../src/server/db/client.ts';
import { reportRecord } from '../../src/server/reports/report-record.ts';

let folder: string;
let database: Database;
const now = new Date('2026-11-22T10:00:00Z');
const report = { fiche: 'dac-aube', motif: 'numero-ne-repond-pas', preuve: null } as const;
const needs = (at = now) => ({ database, now: at, newId: randomUUID });
const count = async (table: string) =>
  Number((await database.client.execute(`select count(*) as n from ${table}`)).rows[0]?.n);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'signalement-'));
  database = await openDatabase(`file:${join(folder, 'test.db')}`);
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

test('a report leaves one row and one line of the log', async () => {
  expect((await reportRecord(needs(), report)).ok).toBe(true);
  expect(await count('signalement')).toBe(1);
  expect((await database.client.execute('select acteur, verbe, objet_id from journal')).rows[0]).toMatchObject({
    acteur: 'public',
    verbe: 'signaler',
    objet_id: 'dac-aube',
  });
});

test('30 reports at once on one record: 20 are kept, 10 refused, the chain of the log holds', async () => {
  const results = await Promise.all(Array.from({ length: 30 }, () => reportRecord(needs(), report)));
  expect(results.filter((result) => result.ok)).toHaveLength(20);
  expect(await count('signalement')).toBe(20);
  expect(await count('journal')).toBe(20);
  expect(await firstBrokenLink(database.db)).toBeNull();
});

test('a day later the same record can be reported again', async () => {
  for (let i = 0; i < 20; i++) await reportRecord(needs(), report);
  expect((await reportRecord(needs(new Date('2026-11-23T10:00:01Z')), report)).ok).toBe(true);
});

test('a line of the log can neither be changed nor erased', async () => {
  await reportRecord(needs(), report);
  await expect(database.client.execute("update journal set acteur = 'autre'")).rejects.toThrow(/ne se modifie pas/);
  await expect(database.client.execute('delete from journal')).rejects.toThrow(/ne s’efface pas/);
});

test('a line altered behind the triggers shows: the second of three is named', async () => {
  for (let i = 0; i < 3; i++) await reportRecord(needs(), report);
  await database.client.execute('drop trigger journal_sans_modification');
  await database.client.execute("update journal set acteur = 'autre' where numero = 2");
  expect(await firstBrokenLink(database.db)).toBe(2);
});
