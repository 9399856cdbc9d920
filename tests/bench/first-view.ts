import { request } from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import type { BenchRow } from './bench-row.ts';
import { publicPages } from './routes.ts';

const budget = 14_000;

/** Row 1: bytes that must arrive before the first text shows, of the heaviest public page. */
export async function firstViewRow(origin: string): Promise<BenchRow> {
  const weights = await Promise.all(
    publicPages.map(async (page) => ({ page, bytes: await firstViewBytes(origin, page) })),
  );
  const worst = weights.reduce((heaviest, one) => (one.bytes > heaviest.bytes ? one : heaviest));
  const over = weights.filter(({ bytes }) => bytes > budget).length;
  return {
    numero: 1,
    figure: 'Première vue : octets (brotli) de HTML et de CSS ou JS bloquants, pire page',
    mesure: `${worst.bytes} o (${worst.page.slice(0, 60)}) ; ${over} page(s) au-dessus sur ${weights.length}`,
    ancre: 'premier envoi d’une connexion : 14 600 o',
    objectif: '≤ 14 000 o sur chaque page',
    tenu: over === 0,
  };
}

/** The page as it travels, and any sheet or script that would hold its display back. */
export async function firstViewBytes(origin: string, page: string): Promise<number> {
  const html = await fetch(origin + page).then((answer) => answer.text());
  const blocking = [
    ...html.matchAll(
      /<link[^>]+rel="stylesheet"(?![^>]*media="print")[^>]+href="([^"]+)"|<script(?![^>]*type="module")(?![^>]*type="application)[^>]*src="([^"]+)"/g,
    ),
  ];
  const files = await Promise.all(
    blocking.map((match) => fetch(new URL(match[1] ?? match[2] ?? '', origin)).then((answer) => answer.arrayBuffer())),
  );
  return (
    (await transferred(origin + page)) +
    files.reduce((sum, file) => sum + brotliCompressSync(Buffer.from(file)).length, 0)
  );
}

/** Bytes of the body on the wire, as a browser that takes brotli receives it. */
const transferred = (address: string): Promise<number> =>
  new Promise((resolve, reject) => {
    request(address, { headers: { 'accept-encoding': 'br' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      answer.on('end', () => resolve(bytes));
    })
      .on('error', reject)
      .end();
  });
