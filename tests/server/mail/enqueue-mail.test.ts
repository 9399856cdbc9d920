import { expect, test } from 'vitest';
import { readDeadLetters } from '#server/mail/dead-letters.ts';
import { enqueueMail } from '#server/mail/enqueue-mail.ts';
import { readLocalMailbox } from '#server/mail/local-mailbox.ts';
import { dueMail } from '#server/mail/mail-lease.ts';
import { purgeMails } from '#server/mail/purge-mails.ts';
import { openOutbox, sendTo } from './outbox.ts';
import { openRelay } from './relay.ts';

const mail = { key: 'verification:7', to: 'zoe@exemple.fr', subject: 'Vérifiez', text: 'Ouvrez le lien.' };

test('when the transaction rolls back, nothing waits and nothing leaves', async () => {
  const outbox = await openOutbox();
  const relay = await openRelay();
  const attempt = outbox.database.write(async (tx) => {
    await enqueueMail(tx, { ...mail, at: outbox.clock.now });
    throw new Error('le changement a échoué');
  });
  await expect(attempt).rejects.toThrow('le changement a échoué');
  await outbox.worker(sendTo(relay.server)).sendDue();
  expect(relay.received).toEqual([]);
  expect(await outbox.rows()).toEqual([]);
});

test('one key asked for 5 times at once makes one mail', async () => {
  const outbox = await openOutbox();
  await Promise.all(Array.from({ length: 5 }, () => outbox.enqueue('verification-7')));
  expect(await outbox.rows()).toHaveLength(1);
});

test.each(['', 'zoe', 'a@b.fr, c@d.fr', 'a@b.fr\r\nBcc: c@d.fr', 'Zoé <zoe@exemple.fr>', `${'a'.repeat(250)}@b.fr`])(
  '%j is not one address: the change that asked for the mail fails with it',
  async (to) => {
    const outbox = await openOutbox();
    const attempt = outbox.database.write((tx) => enqueueMail(tx, { ...mail, to, at: outbox.clock.now }));
    await expect(attempt).rejects.toThrow(TypeError);
  },
);

test('the local mailbox shows the mails that wait, last first, page by page, and no longer those that left', async () => {
  const outbox = await openOutbox();
  await outbox.enqueue('parti');
  await outbox.worker(sendTo((await openRelay()).server)).sendDue();
  for (const key of ['un', 'deux', 'trois']) await outbox.enqueue(key);
  const read = async (page = {}) => (await readLocalMailbox(outbox, page)).map(({ destinataire }) => destinataire);
  expect(await read()).toEqual(['trois@exemple.fr', 'deux@exemple.fr', 'un@exemple.fr']);
  expect(await read({ before: 3, limit: 5 })).toEqual(['un@exemple.fr']);
  expect((await readLocalMailbox(outbox))[0]?.texte).toBe('Ouvrez le lien.');
});

test('a mail written more than 30 days ago is erased', async () => {
  const outbox = await openOutbox();
  await outbox.enqueue('vieux', new Date('2026-10-23T09:59:59.999Z'));
  await outbox.enqueue('recent', new Date('2026-10-23T10:00:00.000Z'));
  await purgeMails({ database: outbox.database, now: outbox.clock.now });
  expect((await outbox.rows()).map(({ cle }) => cle)).toEqual(['recent']);
});

test('no query of the outbox walks through the table', async () => {
  const { database, clock } = await openOutbox();
  const written: { sql: string; params: unknown[] }[] = [
    dueMail(database.db, clock.now).toSQL(),
    readLocalMailbox({ database }).toSQL(),
    readDeadLetters({ database }, clock.now).toSQL(),
    { sql: 'delete from courriel where cree_le < ?', params: ['2026-10-23'] },
    { sql: 'update courriel set bail_par = ? where id = ? and bail_par = ? and essais = ?', params: ['a', 1, 'b', 1] },
  ];
  for (const { sql, params } of written) {
    const { rows } = await database.client.execute({ sql: `explain query plan ${sql}`, args: params as string[] });
    const steps = rows.map(({ detail }) => String(detail));
    expect(steps, sql).not.toEqual([]);
    expect(
      steps.filter((step) => !/^SEARCH courriel USING (?:COVERING )?(?:INDEX|INTEGER PRIMARY KEY)/.test(step)),
      sql,
    ).toEqual([]);
  }
});
