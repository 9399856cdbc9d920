import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import { beforeEach, expect, test } from 'vitest';
import { createPageCache, type PageCache } from '../../src/server/http/page-cache.ts';

const address = '/dac?commune=10387';
const page = Buffer.from('<h1>À Troyes, appelez votre DAC</h1>');
let cache: PageCache;
let clock: number;

type Sent = { status: number; headers: Record<string, unknown>; body: Buffer | undefined };

const ask = (headers: Record<string, string> = {}, method = 'GET', url = address): Sent | null => {
  const sent: Sent = { status: 200, headers: {}, body: undefined };
  const response = {
    setHeader: (name: string, value: unknown) => {
      sent.headers[name] = value;
    },
    writeHead: (status: number) => {
      sent.status = status;
      return response;
    },
    end: (body?: Buffer) => {
      sent.body = body;
    },
  };
  const request = { method, url, headers: { 'accept-encoding': 'gzip, br', ...headers } };
  return cache.answer(request as unknown as IncomingMessage, response as unknown as ServerResponse) ? sent : null;
};
const untilKept = () => expect.poll(() => ask()).not.toBeNull();

let revision: string;

beforeEach(() => {
  clock = 0;
  revision = 'un';
  cache = createPageCache(
    () => clock,
    undefined,
    () => revision,
  );
});

test('an address asked for once is not kept, at the second rendering it is', async () => {
  cache.rendered(address, page);
  // Another that is asked for twice afterwards, and kept.
  const other = '/dac?commune=55181';
  cache.rendered(other, page);
  cache.rendered(other, page);
  await expect.poll(() => ask({}, 'GET', other)).not.toBeNull();
  expect(ask()).toBeNull();
  cache.rendered(address, page);
  await untilKept();
  expect(brotliDecompressSync(ask()!.body!).toString()).toBe('<h1>À Troyes, appelez votre DAC</h1>');
});

test('a kept page is asked again after ten minutes', async () => {
  cache.rendered(address, page);
  cache.rendered(address, page);
  await untilKept();
  clock = 599_000;
  expect(ask()).not.toBeNull();
  clock = 601_000;
  expect(ask()).toBeNull();
});

test('a browser that has the page already gets 304 and no body; one without brotli, or a POST, gets nothing from here', async () => {
  cache.rendered(address, page);
  cache.rendered(address, page);
  await untilKept();
  const etag = String(ask()!.headers.etag);
  expect(ask({ 'if-none-match': etag })).toMatchObject({ status: 304, body: undefined });
  expect(ask({ 'accept-encoding': 'gzip' })).toBeNull();
  expect(ask({}, 'POST')).toBeNull();
  expect(ask({}, 'GET', '/dac?commune=55181')).toBeNull();
});

test('pages that fill 2 MB push the oldest out of a cache of 1 MB', async () => {
  cache = createPageCache(() => clock, { bytes: 1_000_000, seconds: 600, addressesSeen: 10 });
  for (let at = 0; at < 8; at++) {
    const unlike = randomBytes(250_000);
    cache.rendered(`/p?${at}`, unlike);
    cache.rendered(`/p?${at}`, unlike);
    await expect.poll(() => ask({}, 'GET', `/p?${at}`)).not.toBeNull();
  }
  expect(ask({}, 'GET', '/p?0')).toBeNull();
  expect(ask({}, 'GET', '/p?7')).not.toBeNull();
});

test('a page made under another revision of the directory is not sent, and the next one is kept in its place', async () => {
  cache.rendered(address, page);
  cache.rendered(address, page);
  await untilKept();
  revision = 'deux';
  expect(ask()).toBeNull();
  const corrected = Buffer.from('<h1>À Troyes, le numéro a changé</h1>');
  cache.rendered(address, corrected);
  cache.rendered(address, corrected);
  await untilKept();
  expect(brotliDecompressSync(ask()!.body!).toString()).toBe('<h1>À Troyes, le numéro a changé</h1>');
});

test('a page whose rendering began before a change is never sent after it, however late it comes', async () => {
  revision = 'deux';
  cache.rendered(address, page, 'un');
  cache.rendered(address, page, 'un');
  cache.rendered(address, Buffer.from('<h1>À Troyes, le numéro a changé</h1>'));
  cache.rendered(address, Buffer.from('<h1>À Troyes, le numéro a changé</h1>'));
  await untilKept();
  expect(brotliDecompressSync(ask()!.body!).toString()).toBe('<h1>À Troyes, le numéro a changé</h1>');
});
