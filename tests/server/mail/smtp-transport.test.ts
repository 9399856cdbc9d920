import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { type Letter, smtpTransport } from '#server/mail/smtp-transport.ts';
import { sender, sendHastilyTo, sendTo } from './outbox.ts';
import { openRelay, refusal } from './relay.ts';

const letter: Letter = {
  key: 'invitation:42:1',
  to: 'zoe.lefevre@exemple.fr',
  subject: 'L’équipe de Châlons-en-Champagne vous invite : à bientôt, Zoé Lefèvre, œuvrons ensemble',
  text: 'Bonjour Zoé,\n\nUne équipe « pluriprofessionnelle » vous attend à l’adresse suivante :\nhttps://coordonnees.example/invitation/aB3\n.\n\nÀ bientôt',
  writtenAt: new Date('2026-11-22T10:00:00.000Z'),
};
const calm = new AbortController().signal;

test('a French subject and text arrive intact, to one person, with a stable identifier and the date of writing', async () => {
  const relay = await openRelay();
  expect(await sendTo(relay.server)(letter, calm)).toEqual({ outcome: 'envoye' });
  const [mail] = relay.received;
  expect(mail).toMatchObject({
    subject: letter.subject,
    from: { name: 'Coordonnées', address: 'ne-pas-repondre@exemple.fr' },
    to: [{ address: 'zoe.lefevre@exemple.fr' }],
    date: '2026-11-22T10:00:00.000Z',
  });
  expect(mail?.text?.trimEnd()).toBe(letter.text);
  expect(mail?.messageId).toMatch(/^<[0-9a-f]{40}@exemple\.fr>$/);
  expect(mail?.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
  expect(mail?.headers.map(({ key }) => key)).not.toContain('x-mailer');
});

test('the same key gives the same identifier, another key another one', async () => {
  const relay = await openRelay();
  const send = sendTo(relay.server);
  for (const key of ['a', 'a', 'b']) await send({ ...letter, key }, calm);
  const [one, again, other] = relay.received.map(({ messageId }) => messageId);
  expect(again).toBe(one);
  expect(other).not.toBe(one);
});

test.each([
  [550, 'refuse'],
  [450, 'reporte'],
  [421, 'panne'],
] as const)('a recipient answered %i is « %s », with the words of the relay', async (code, outcome) => {
  const relay = await openRelay({ onRcptTo: (_address, _session, done) => done(refusal(code, 'Boite inconnue')) });
  const delivery = await sendTo(relay.server)(letter, calm);
  expect(delivery).toMatchObject({ outcome, why: expect.stringContaining('Boite inconnue') });
});

test.each([
  [554, 'refuse'],
  [452, 'reporte'],
] as const)('a text answered %i is « %s »', async (code, outcome) => {
  const relay = await openRelay({
    onData(stream, _session, done) {
      stream.resume().on('end', () => done(refusal(code, 'Non')));
    },
  });
  expect(await sendTo(relay.server)(letter, calm)).toMatchObject({ outcome });
});

test('a relay that refuses every connection with 554 is an outage, not the fault of the mail', async () => {
  const relay = await openRelay({ onConnect: (_session, done) => done(refusal(554, 'Adresse bloquee')) });
  expect(await sendTo(relay.server)(letter, calm)).toMatchObject({ outcome: 'panne' });
});

test('a wrong password is an outage, and the reason does not carry it', async () => {
  const relay = await openRelay({
    authOptional: false,
    onAuth: (_auth, _session, done) => done(refusal(535, 'Identifiants refuses')),
  });
  const server = { ...relay.server, auth: { user: 'portail', pass: 'tres-secret' } };
  const delivery = await sendTo(server)(letter, calm);
  expect(delivery).toMatchObject({ outcome: 'panne', why: expect.stringContaining('Identifiants refuses') });
  expect(JSON.stringify(delivery)).not.toContain('tres-secret');
});

test('a relay that accepts the connection and never greets is an outage', async () => {
  const mute = createServer(() => undefined);
  await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
  const { port } = mute.address() as { port: number };
  const delivery = await sendHastilyTo({ host: '127.0.0.1', port, tls: 'aucun', auth: null })(letter, calm);
  expect(delivery).toMatchObject({ outcome: 'panne' });
  mute.close();
});

test('a relay that takes the text and never answers is an outage', async () => {
  const relay = await openRelay({ onData: (stream) => void stream.resume() });
  expect(await sendHastilyTo(relay.server)(letter, calm)).toMatchObject({ outcome: 'panne' });
});

test('a relay that drips one line at a time is cut when the whole takes too long', async () => {
  const drips = createServer((socket) => {
    const drip = setInterval(() => socket.write('220-encore\r\n'), 20);
    socket.on('error', () => undefined).on('close', () => clearInterval(drip));
  });
  await new Promise<void>((resolve) => drips.listen(0, '127.0.0.1', resolve));
  const { port } = drips.address() as { port: number };
  const send = smtpTransport({ host: '127.0.0.1', port, tls: 'aucun', auth: null }, sender, {
    connectMs: 20_000,
    silenceMs: 20_000,
    wholeMs: 200,
  });
  expect(await send(letter, calm)).toMatchObject({ outcome: 'panne' });
  drips.close();
});

test('a connection dropped in the middle of DATA is an outage', async () => {
  let heardOfTheText = '';
  const drops = createServer((socket) => {
    let inText = false;
    socket.on('error', () => undefined);
    socket.write('220 relais\r\n');
    socket.on('data', (chunk) => {
      if (inText) {
        heardOfTheText += chunk;
        socket.destroy();
      } else {
        inText = chunk.toString().startsWith('DATA');
        socket.write(inText ? '354 allez\r\n' : '250 oui\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => drops.listen(0, '127.0.0.1', resolve));
  const { port } = drops.address() as { port: number };
  const delivery = await sendTo({ host: '127.0.0.1', port, tls: 'aucun', auth: null })(letter, calm);
  expect(delivery).toMatchObject({ outcome: 'panne' });
  expect(heardOfTheText).toContain('From: ');
  drops.close();
});

test('nobody listening is an outage', async () => {
  const relay = await openRelay();
  await relay.stop();
  expect(await sendTo(relay.server)(letter, calm)).toMatchObject({
    outcome: 'panne',
    why: expect.stringContaining('ECONNREFUSED'),
  });
});

test('where STARTTLS is required, a relay without it gets neither password nor mail', async () => {
  let asked = false;
  const relay = await openRelay({
    onAuth(_auth, _session, done) {
      asked = true;
      done(null, { user: 'portail' });
    },
  });
  const server = { ...relay.server, tls: 'starttls', auth: { user: 'portail', pass: 'secret' } } as const;
  expect(await sendTo(server)(letter, calm)).toMatchObject({ outcome: 'panne' });
  expect(asked).toBe(false);
  expect(relay.received).toEqual([]);
});

test('where STARTTLS is required, a certificate that nobody signed is refused before the mail', async () => {
  // smtp-server shows a self-signed certificate of its own.
  const relay = await openRelay({ disabledCommands: [] });
  const delivery = await sendTo({ ...relay.server, tls: 'starttls' })(letter, calm);
  expect(delivery).toMatchObject({ outcome: 'panne', why: expect.stringMatching(/certificate|self.signed/i) });
  expect(relay.received).toEqual([]);
});

test('a mail that is cut while it leaves is « panne », never taken for sent', async () => {
  const cut = new AbortController();
  const relay = await openRelay({
    onData(stream) {
      stream.resume();
      cut.abort();
    },
  });
  expect(await sendTo(relay.server)(letter, cut.signal)).toMatchObject({ outcome: 'panne' });
});
