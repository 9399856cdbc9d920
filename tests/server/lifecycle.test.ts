import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { listen } from '#server/http/listen.ts';
import { StartError } from '#server/start-error.ts';
import { startWords } from '../../src/messages/site/start.ts';
import { openSocket } from './raw-request.ts';
import { openSite } from './site.ts';

const impatient = { headersMs: 300, requestMs: 600, checkEveryMs: 50 };

test('a client that sends its headers drop by drop is answered 408 and cut within 2 s', async () => {
  const { port } = await openSite({}, impatient);
  const startedAt = performance.now();
  const { socket, received, closed } = openSocket(port);
  socket.write('GET / HTTP/1.1\r\nHost: a\r\n');
  const drip = setInterval(() => socket.write('X-A: b\r\n'), 50);
  await closed;
  clearInterval(drip);
  expect(performance.now() - startedAt).toBeLessThan(2_000);
  expect(received()).toMatch(/^HTTP\/1\.1 408 /);
});

test('a client that opens a connection and says nothing is cut within 2 s', async () => {
  const { port } = await openSite({}, impatient);
  const startedAt = performance.now();
  await openSocket(port).closed;
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});

test('a request under way ends, the next on the same connection gets 503, and new connections are refused', async () => {
  const site = await openSite();
  const { socket, received, closed } = openSocket(site.port);
  socket.write('GET /lent HTTP/1.1\r\nHost: a\r\n\r\n');
  await site.slow.asked;
  const stopped = site.stop(5_000);
  socket.write('GET /dac HTTP/1.1\r\nHost: a\r\n\r\n');
  await expect(fetch(site.origin)).rejects.toThrow();
  site.slow.answer();
  await Promise.all([stopped, closed]);
  expect(received().match(/^HTTP\/1\.1 \d+/gm)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 503']);
  expect(received()).toContain('Le site revient');
  expect(received()).toContain('retry-after: 5');
});

test('a request that never ends does not keep the site from stopping', async () => {
  const site = await openSite();
  const { socket } = openSocket(site.port);
  const asked = once(site.server, 'request');
  socket.write('POST /dac HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n');
  await asked;
  const startedAt = performance.now();
  await site.stop(200);
  expect(performance.now() - startedAt).toBeLessThan(1_500);
});

test('a port that is taken gives one French sentence', async () => {
  const taken = await openSite();
  const other = await openSite();
  await new Promise((resolve) => other.server.close(resolve));
  const refusal = await listen(other.server, { host: '127.0.0.1', port: taken.port }).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(StartError);
  expect(startWords((refusal as StartError).refusal)).toContain(
    `Le port ${taken.port} de 127.0.0.1 est déjà pris par un autre programme`,
  );
});

test('with a wrong value in the environment the site does not start: one sentence, no stack, exit code 1', () => {
  const run = spawnSync(process.execPath, ['scripts/serve.ts'], {
    env: { ...process.env, PORT: 'abc' },
    encoding: 'utf8',
  });
  expect(run.status).toBe(1);
  expect(run.stderr).toContain('PORT doit être un nombre entier entre 0 et 65535 (reçu : « abc »).');
  expect(run.stderr).not.toMatch(/\n\s+at /);
});
