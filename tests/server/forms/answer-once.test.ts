import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../src/server/db/client.ts';
import { DatabaseBusyError } from '../../../src/server/db/write-queue.ts';
import { type Answer, answerOnce, answerTo, purgeAnswers } from '../../../src/server/forms/answer-once.ts';
import type { Sending } from '../../../src/server/forms/sending.ts';

const secret = Buffer.alloc(32, 7);
const start = new Date('2026-11-27T18:00:00.000Z').getTime();
const joining: Sending = {
  key: 'f2a1c9d4-0b7e-4a55-9c3e-2f6d1b8a7e10',
  address: '/espace/invitation?jeton=abc',
  fields: [['geste', 'accepter']],
};
const done = (text: string, nextToken: string | null = 'avant'): Answer => ({ text, nextToken, keep: 'as-done' });

let folder: string;
let url: string;
let database: Database;
let clock: number;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'envois-'));
  url = `file:${join(folder, 'test.db')}`;
  database = await openDatabase(url);
  clock = start;
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const needs = (on = database) => ({ database: on, secret, now: () => new Date(clock) });
const rows = async () =>
  (await database.client.execute('select * from reponse_formulaire')).rows.map((row) => ({ ...row }));

type Of = { readonly sending?: Sending; readonly token?: string | null; readonly on?: Database };

/** Answers a sending, and tells what was said and whether anything was done for it. */
async function send({ sending = joining, token = 'avant', on = database }: Of = {}, answer = done('dit')) {
  let acted = 0;
  const given = await answerOnce(needs(on), { sending, token }, async () => {
    acted += 1;
    return answer;
  });
  return { acted, text: 'made' in given ? given.made.text : given.kept };
}

test('two at once act once, and both are told the same', async () => {
  let acted = 0;
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const act = async () => {
    acted += 1;
    await ended;
    return done('rejointe');
  };
  const first = answerOnce(needs(), { sending: joining, token: 'avant' }, act);
  const second = answerOnce(needs(), { sending: joining, token: 'avant' }, act);
  await expect.poll(async () => (await rows()).length).toBe(1);
  end();
  expect(await first).toEqual({ made: done('rejointe') });
  expect(await second).toEqual({ kept: 'rejointe' });
  expect(acted).toBe(1);
});

test('twenty at once from two processes on one database act once', async () => {
  const other = await openDatabase(url);
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) => send({ on: index % 2 === 0 ? database : other })),
  );
  await other.close();
  expect(answers.map(({ text }) => text)).toEqual(Array(20).fill('dit'));
  expect(answers.reduce((sum, { acted }) => sum + acted, 0)).toBe(1);
});

test('one after another, and after a restart, the answer is the same and nothing is done again', async () => {
  expect(await send()).toEqual({ acted: 1, text: 'dit' });
  expect(await send({}, done('autre'))).toEqual({ acted: 0, text: 'dit' });
  await database.close();
  database = await openDatabase(url);
  expect(await send({}, done('autre'))).toEqual({ acted: 0, text: 'dit' });
});

const others: readonly [what: string, other: Of][] = [
  ['another key', { sending: { ...joining, key: 'une-autre' } }],
  ['another page', { sending: { ...joining, address: '/espace/invitation?jeton=xyz' } }],
  ['another button', { sending: { ...joining, fields: [['geste', 'decliner']] } }],
  ['one field more', { sending: { ...joining, fields: [...joining.fields, ['nom', '']] } }],
  ['another session', { token: 'quelqu-un-d-autre' }],
  ['no session', { token: null }],
];
test.each(others)('%s is another sending, done on its own', async (_what, other) => {
  await send();
  expect(await send(other, done('le sien'))).toEqual({ acted: 1, text: 'le sien' });
});

test('a token that the answer replaced is given that answer for 30 seconds, the new one for 5 minutes', async () => {
  await send({}, done('dix codes', 'après'));
  clock = start + 29_999;
  expect(await answerTo(needs(), { sending: joining, token: 'avant' })).toBe('dix codes');
  clock = start + 30_000;
  expect(await answerTo(needs(), { sending: joining, token: 'avant' })).toBeNull();
  clock = start + 299_999;
  expect(await answerTo(needs(), { sending: joining, token: 'après' })).toBe('dix codes');
  clock = start + 300_000;
  expect(await answerTo(needs(), { sending: joining, token: 'après' })).toBeNull();
});

test('a refusal is said again for 30 seconds, then judged anew', async () => {
  await send({}, { text: 'code refusé', nextToken: 'avant', keep: 'as-refused' });
  clock = start + 29_999;
  expect(await send({}, done('accepté'))).toEqual({ acted: 0, text: 'code refusé' });
  clock = start + 30_000;
  expect(await send({}, done('accepté'))).toEqual({ acted: 1, text: 'accepté' });
});

test('what failed is not kept: the form is sent again as if for the first time', async () => {
  await send({}, { text: 'occupé', nextToken: 'avant', keep: 'not' });
  expect(await rows()).toEqual([]);
  const fail = () => Promise.reject(new DatabaseBusyError('occupée'));
  await expect(answerOnce(needs(), { sending: joining, token: 'avant' }, fail)).rejects.toThrow('occupée');
  expect(await rows()).toEqual([]);
  expect(await send({}, done('fait'))).toEqual({ acted: 1, text: 'fait' });
});

test('an answer that never came is made by who sends the form again, 20 seconds later', async () => {
  void answerOnce(needs(), { sending: joining, token: 'avant' }, () => new Promise<Answer>(() => undefined));
  await expect.poll(async () => (await rows()).length).toBe(1);
  clock = start + 20_000;
  expect(await send({}, done('fait'))).toEqual({ acted: 1, text: 'fait' });
});

test('neither the database nor our secrets give an answer, a token or what was typed back without the key', async () => {
  const sending: Sending = { ...joining, fields: [['phrase', 'rampe tiroir mousse velours gare']] };
  await send({ sending, token: 'jeton-d-avant' }, done('ABCD-EFGH jeton-d-apres', 'jeton-d-apres'));
  const written = JSON.stringify(await rows());
  expect(await rows()).toHaveLength(2);
  for (const word of ['rampe', 'ABCD', 'jeton-d', joining.key]) expect(written).not.toContain(word);
  const guessed = { ...sending, key: 'devinée' };
  expect(await answerTo(needs(), { sending: guessed, token: 'jeton-d-apres' })).toBeNull();
  expect(await answerTo({ ...needs(), secret: Buffer.alloc(32, 8) }, { sending, token: 'jeton-d-apres' })).toBeNull();
});

test('what is past its time goes with the next form, and every day', async () => {
  await send({}, done('dix codes', 'après'));
  clock = start + 30_000;
  await send({ sending: { ...joining, key: 'une-autre' } });
  expect(await rows()).toHaveLength(2);
  clock = start + 3_600_000;
  await database.write((tx) => purgeAnswers(tx, new Date(clock)));
  expect(await rows()).toEqual([]);
});
