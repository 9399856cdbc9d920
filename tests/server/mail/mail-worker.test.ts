import { expect, test } from 'vitest';
import { openDatabase } from '#server/db/client.ts';
import { readDeadLetters } from '#server/mail/dead-letters.ts';
import { leaseMail } from '#server/mail/mail-lease.ts';
import type { Delivery, Letter } from '#server/mail/smtp-transport.ts';
import { type Outbox, openOutbox, sendHastilyTo, sendTo } from './outbox.ts';
import { openRelay, refusal } from './relay.ts';

const minute = 60_000;
const wait = (outbox: Outbox, ms: number) => {
  outbox.clock.now = new Date(outbox.clock.now.getTime() + ms);
};
const keys = (letters: readonly { readonly to?: readonly { readonly address?: string }[] }[]) =>
  letters.map(({ to }) => to?.[0]?.address?.split('@')[0]);
/** A sender that notes the mails and answers as told. */
const noting = (answer: (letter: Letter) => Delivery = () => ({ outcome: 'envoye' })) => {
  const letters: string[] = [];
  const send = async (letter: Letter) => {
    letters.push(letter.key);
    return answer(letter);
  };
  return { letters, send };
};

test('what is due leaves in order, once, and its text leaves the database with it', async () => {
  const outbox = await openOutbox();
  const relay = await openRelay();
  for (const key of ['un', 'deux', 'trois']) await outbox.enqueue(key);
  const worker = outbox.worker(sendTo(relay.server));
  await Promise.all([worker.sendDue(), worker.sendDue()]);
  await worker.sendDue();
  expect(keys(relay.received)).toEqual(['un', 'deux', 'trois']);
  expect((await outbox.rows())[0]).toMatchObject({
    texte: '',
    essais: 1,
    envoye_le: '2026-11-22T10:00:00.000Z',
    prochain_essai_le: null,
    bail_jusqua: null,
    bail_par: null,
  });
});

test('4 workers, each with its own connection to one database, send 40 mails once each', async () => {
  const outbox = await openOutbox();
  const relay = await openRelay();
  const all = Array.from({ length: 40 }, (_, index) => `mail${index}`);
  for (const key of all) await outbox.enqueue(key);
  const databases = await Promise.all([1, 2, 3, 4].map(() => openDatabase(outbox.address)));
  await Promise.all(
    databases.map((database, index) => outbox.worker(sendTo(relay.server), `w${index}`, database).sendDue()),
  );
  await Promise.all(databases.map((database) => database.close()));
  expect(keys(relay.received).sort()).toEqual(all.sort());
});

test('450 is tried again after 1 min, 2, 4, and the mail then leaves', async () => {
  const outbox = await openOutbox();
  let refusals = 3;
  const relay = await openRelay({
    onRcptTo: (_address, _session, done) => (refusals-- > 0 ? done(refusal(450, 'Plus tard')) : done()),
  });
  await outbox.enqueue('patient');
  const worker = outbox.worker(sendTo(relay.server));
  await worker.sendDue();
  expect((await outbox.rows())[0]).toMatchObject({ prochain_essai_le: '2026-11-22T10:01:00.000Z', bail_par: null });
  for (const minutes of [1, 2]) {
    wait(outbox, minutes * minute - 1);
    await worker.sendDue();
    wait(outbox, 1);
    await worker.sendDue();
  }
  expect((await outbox.rows())[0]).toMatchObject({ essais: 3, prochain_essai_le: '2026-11-22T10:07:00.000Z' });
  wait(outbox, 4 * minute);
  await worker.sendDue();
  expect(keys(relay.received)).toEqual(['patient']);
  expect((await outbox.rows())[0]).toMatchObject({ essais: 4, derniere_erreur: null });
});

test('450 for one person does not hold back the next mail', async () => {
  const outbox = await openOutbox();
  const { letters, send } = noting(({ key }) =>
    key === 'plus-tard' ? { outcome: 'reporte', why: '450' } : { outcome: 'envoye' },
  );
  for (const key of ['plus-tard', 'suivant']) await outbox.enqueue(key);
  await outbox.worker(send).sendDue();
  expect(letters).toEqual(['plus-tard', 'suivant']);
});

test('550 is a dead letter at the first try: shown with its reason, without its text, and never tried again', async () => {
  const outbox = await openOutbox();
  const relay = await openRelay({
    onRcptTo: ({ address }, _session, done) =>
      address.startsWith('inconnue') ? done(refusal(550, 'Boite inconnue')) : done(),
  });
  for (const key of ['inconnue', 'connue']) await outbox.enqueue(key);
  const worker = outbox.worker(sendTo(relay.server));
  await worker.sendDue();
  wait(outbox, 24 * 60 * minute);
  await worker.sendDue();
  expect(keys(relay.received)).toEqual(['connue']);
  const dead = await readDeadLetters(outbox, outbox.clock.now);
  expect(dead).toEqual([
    {
      id: 1,
      destinataire: 'inconnue@exemple.fr',
      sujet: 'Une équipe vous invite',
      creeLe: '2026-11-22T10:00:00.000Z',
      abandonneLe: '2026-11-22T10:00:00.000Z',
      essais: 1,
      derniereErreur: expect.stringContaining('Boite inconnue'),
    },
  ]);
  expect((await outbox.rows())[0]).toMatchObject({ texte: '' });
  expect(outbox.told).toEqual(['Courriel 1 abandonné après 1 essai(s).']);
});

test('after 16 tries spread over a day and a half, a mail always put off is a dead letter', async () => {
  const outbox = await openOutbox();
  const { letters, send } = noting(() => ({ outcome: 'reporte', why: '450' }));
  await outbox.enqueue('toujours');
  const worker = outbox.worker(send);
  for (let minutes = 0; minutes < 36 * 60; minutes++) {
    await worker.sendDue();
    wait(outbox, minute);
  }
  expect(letters).toHaveLength(16);
  expect(await readDeadLetters(outbox, outbox.clock.now)).toMatchObject([{ essais: 16 }]);
});

test('when the relay hangs, the round stops at the first mail and rests a minute; every mail leaves later', async () => {
  const outbox = await openOutbox();
  const mute = await openRelay({ onData: (stream) => void stream.resume() });
  for (const key of ['un', 'deux']) await outbox.enqueue(key);
  let current = sendHastilyTo(mute.server);
  const worker = outbox.worker((letter, signal) => current(letter, signal));
  await worker.sendDue();
  await worker.sendDue();
  expect((await outbox.rows()).map(({ essais }) => essais)).toEqual([1, 0]);
  const relay = await openRelay();
  current = sendTo(relay.server);
  wait(outbox, minute);
  await worker.sendDue();
  expect(keys(relay.received).sort()).toEqual(['deux', 'un']);
});

test('an outage is told once a round, without the address that the relay repeats', async () => {
  const outbox = await openOutbox();
  const { send } = noting(({ to }) => ({ outcome: 'panne', why: `421 <${to}> trop de courriels` }));
  for (const key of ['un', 'deux']) await outbox.enqueue(key);
  await outbox.worker(send).sendDue();
  expect(outbox.told).toEqual(['Le serveur de courriels a fait défaut : 421 <…> trop de courriels']);
});

test('a process that dies with a mail in hand: another takes it when the lease of 5 min runs out, not before', async () => {
  const outbox = await openOutbox();
  const relay = await openRelay();
  await outbox.enqueue('repris');
  await leaseMail(outbox.database, { by: 'mort', now: outbox.clock.now, ms: 5 * minute });
  const worker = outbox.worker(sendTo(relay.server), 'vivant');
  wait(outbox, 5 * minute - 1);
  await worker.sendDue();
  expect(relay.received).toEqual([]);
  wait(outbox, 1);
  await worker.sendDue();
  expect(keys(relay.received)).toEqual(['repris']);
  expect((await outbox.rows())[0]).toMatchObject({ essais: 2 });
});

test('a process that dies between the 250 and the mark: the second copy has the same Message-ID and date', async () => {
  const outbox = await openOutbox();
  const relay = await openRelay();
  const send = sendTo(relay.server);
  await outbox.enqueue('double');
  const mail = await leaseMail(outbox.database, { by: 'mort', now: outbox.clock.now, ms: 5 * minute });
  const letter = { key: 'double', to: 'double@exemple.fr', subject: mail?.sujet ?? '', text: mail?.texte ?? '' };
  await send({ ...letter, writtenAt: new Date('2026-11-22T10:00:00Z') }, new AbortController().signal);
  wait(outbox, 6 * minute);
  await outbox.worker(send, 'vivant').sendDue();
  const [first, second] = relay.received;
  expect(second?.messageId).toBe(first?.messageId);
  expect(second?.date).toBe(first?.date);
});

test('a mail that kills the process at each try ends as a dead letter after 16, without a 17th', async () => {
  const outbox = await openOutbox();
  await outbox.enqueue('poison');
  for (let crash = 0; crash < 16; crash++) {
    await leaseMail(outbox.database, { by: `mort${crash}`, now: outbox.clock.now, ms: 5 * minute });
    wait(outbox, 5 * minute);
  }
  const { letters, send } = noting();
  await outbox.worker(send).sendDue();
  expect(letters).toEqual([]);
  expect(await readDeadLetters(outbox, outbox.clock.now)).toHaveLength(1);
});

test('when the database refuses the mark, the mail is marked before any other is taken and leaves once', async () => {
  const outbox = await openOutbox();
  const { letters, send } = noting();
  let broken = false;
  const fragile = {
    ...outbox.database,
    write: ((work) =>
      broken ? Promise.reject(new Error('disque plein')) : outbox.database.write(work)) as typeof outbox.database.write,
  };
  for (const key of ['un', 'deux']) await outbox.enqueue(key);
  const worker = outbox.worker(
    async (letter) => {
      broken = letters.length === 0;
      return send(letter);
    },
    'un',
    fragile,
  );
  await expect(worker.sendDue()).rejects.toThrow('disque plein');
  await expect(worker.sendDue()).rejects.toThrow('disque plein');
  expect(letters).toEqual(['un']);
  broken = false;
  wait(outbox, 10 * minute);
  await worker.sendDue();
  expect(letters).toEqual(['un', 'deux']);
});

test('a sender that took too long changes nothing to the mail that another holds, save to say that it left', async () => {
  const outbox = await openOutbox();
  await outbox.enqueue('lent');
  const slow = outbox.worker(async () => {
    wait(outbox, 5 * minute);
    await leaseMail(outbox.database, { by: 'autre', now: outbox.clock.now, ms: 5 * minute });
    return { outcome: 'refuse', why: '550' };
  }, 'lent');
  await slow.sendDue();
  expect((await outbox.rows())[0]).toMatchObject({ bail_par: 'autre', abandonne_le: null, texte: 'Ouvrez le lien.' });
});

test('a mail that waited three days for a relay to be set up is given up, not sent', async () => {
  const outbox = await openOutbox();
  const { letters, send } = noting();
  await outbox.enqueue('perime', new Date('2026-11-19T09:59:59Z'));
  await outbox.enqueue('recent', new Date('2026-11-19T10:00:00Z'));
  await outbox.worker(send).sendDue();
  expect(letters).toEqual(['recent']);
});

test('asked to stop, the worker lets the mail under way end and takes no other', async () => {
  const outbox = await openOutbox();
  for (const key of ['un', 'deux']) await outbox.enqueue(key);
  const letters: string[] = [];
  const begun = Promise.withResolvers<void>();
  const answered = Promise.withResolvers<Delivery>();
  const worker = outbox.worker(({ key }) => {
    letters.push(key);
    begun.resolve();
    return answered.promise;
  });
  worker.start(1_000_000);
  await begun.promise;
  const stopped = worker.stop(60_000);
  answered.resolve({ outcome: 'envoye' });
  await stopped;
  expect(letters).toEqual(['un']);
  expect((await outbox.rows()).map(({ envoye_le }) => envoye_le !== null)).toEqual([true, false]);
});

test('past the grace, a mail that hangs is cut and waits for the next start', async () => {
  const outbox = await openOutbox();
  const inText = Promise.withResolvers<void>();
  const mute = await openRelay({
    onData(stream) {
      stream.resume();
      inText.resolve();
    },
  });
  await outbox.enqueue('coupe');
  const worker = outbox.worker(sendTo(mute.server));
  worker.start(1_000_000);
  await inText.promise;
  await worker.stop(0);
  expect((await outbox.rows())[0]).toMatchObject({ bail_par: null, envoye_le: null, abandonne_le: null, essais: 1 });
  expect((await outbox.rows())[0]?.prochain_essai_le).toBe('2026-11-22T10:01:00.000Z');
});
