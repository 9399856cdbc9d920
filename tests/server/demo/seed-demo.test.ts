import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readComposition } from '#domain/team/composition.ts';
import { firstBrokenLink } from '../../../src/server/audit/audit-log.ts';
import { openDatabase } from '../../../src/server/db/client.ts';
import { seedDemo } from '../../../src/server/demo/seed-demo.ts';
import { membersOn, teamMemberOf } from '../../../src/server/team/team-store.ts';

test('the demonstration: labelled people who can receive nothing, no number of a register, one whole team and one that lacks a doctor', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'demo-'));
  const database = await openDatabase(`file:${join(folder, 'a.db')}`);
  onTestFinished(async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  });
  const now = new Date('2026-11-25T12:00:00.000Z');
  const needs = { database, now, newId: randomUUID, throttleKey: Buffer.alloc(32, 7), send: async () => undefined };
  await seedDemo(needs);
  await seedDemo(needs);

  const rows = async (sql: string) => (await database.client.execute(sql)).rows.map((row) => ({ ...row }));
  const accounts = await rows('select nom, email from compte');
  expect(accounts).toHaveLength(9);
  for (const { nom, email } of accounts) {
    expect(nom).toMatch(/^Démo /);
    expect(email).toMatch(/@demonstration\.invalid$/);
  }
  expect(await rows('select * from membre where rpps is not null or centre is not null')).toEqual([]);
  const teams = await rows('select id, nom from equipe order by nom');
  expect(teams.map(({ nom }) => nom)).toEqual(['Équipe de démonstration A', 'Équipe de démonstration B']);
  const missing = async (id: string) => {
    const members = (await membersOn(database.db, id, '2026-11-25')).map(teamMemberOf);
    const reading = readComposition(members, { day: '2026-11-25', paidPerCentre: 2 });
    const lacks = ({ rules }: typeof reading.today) =>
      rules.filter(({ kind, satisfied }) => kind === 'condition' && !satisfied).map(({ code }) => code);
    const { agreed, awaited, declined, unasked } = reading;
    return {
      people: [agreed, awaited, declined, unasked].map((ids) => ids.length),
      today: lacks(reading.today),
      expected: reading.expected && lacks(reading.expected),
    };
  };
  expect(await missing(String(teams[0]?.id))).toEqual({
    people: [3, 1, 1, 1],
    today: [],
    expected: ['HORS_MSP_ET_CDS'],
  });
  expect(await missing(String(teams[1]?.id))).toEqual({
    people: [1, 0, 0, 0],
    today: ['MEDECIN_GENERALISTE', 'SECOND_PROFESSIONNEL'],
    expected: null,
  });
  expect(await firstBrokenLink(database.db)).toBeNull();
});
