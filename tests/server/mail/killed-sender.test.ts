import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import PostalMime, { type Email } from 'postal-mime';
import { expect, test } from 'vitest';
import { openOutbox } from './outbox.ts';
import { openRelay } from './relay.ts';

const all = ['un', 'deux', 'trois', 'quatre', 'cinq'];

/** Kills (SIGKILL) the sender at the third mail, before or after the relay accepts it, then lets another finish. */
async function sendAcrossACrash(moment: 'before' | 'after'): Promise<Email[]> {
  const outbox = await openOutbox();
  for (const key of all) await outbox.enqueue(key);
  const accepted: Email[] = [];
  let sender: ChildProcess | undefined;
  let heard = 0;
  const relay = await openRelay({
    async onData(stream, _session, done) {
      const mail = await PostalMime.parse(Buffer.concat(await stream.toArray()));
      heard += 1;
      if (heard === 3 && moment === 'before') return void sender?.kill('SIGKILL');
      accepted.push(mail);
      done();
      if (heard === 3) sender?.kill('SIGKILL');
    },
  });
  const run = (instant: string) => {
    const script = ['tests/server/mail/sending-process.ts', outbox.address, String(relay.server.port), instant];
    sender = spawn(process.execPath, script, { stdio: ['ignore', 'ignore', 'inherit'] });
    return once(sender, 'exit');
  };
  const [, signal] = await run('2026-11-22T10:00:00.000Z');
  expect(signal).toBe('SIGKILL');
  const [code] = await run('2026-11-22T10:05:00.000Z');
  expect(code).toBe(0);
  expect((await outbox.rows()).every(({ envoye_le }) => envoye_le !== null)).toBe(true);
  return accepted;
}

const recipient = ({ to }: Email) => to?.[0]?.address?.split('@')[0];

test('killed before the relay accepts the third of 5 mails: the 5 arrive, once each', async () => {
  const accepted = await sendAcrossACrash('before');
  expect(accepted.map(recipient).sort()).toEqual(all.toSorted());
});

test('killed as the relay accepts the third of 5 mails: the 5 arrive, the third at most twice, under one Message-ID', async () => {
  const accepted = await sendAcrossACrash('after');
  expect([...new Set(accepted.map(recipient))].sort()).toEqual(all.toSorted());
  expect(accepted.length).toBeLessThanOrEqual(6);
  expect(new Set(accepted.map(({ messageId }) => messageId)).size).toBe(5);
});
