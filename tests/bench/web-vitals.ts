import type { Browser } from '@playwright/test';
import type { BenchRow } from './bench-row.ts';
import { median } from './statistics.ts';

const runs = 9;
const pages = ['/', '/dac?commune=10387', '/modeles/esp-clap', '/annuaire'];

type Vitals = { readonly lcp: number; readonly tbt: number; readonly cls: number };

/** Row 3: a slow telephone (4 × slower, 1.6 Mbit/s, 150 ms), each page in turn with a plain text page. */
export async function vitalsRow(origin: string, plainOrigin: string, browser: Browser): Promise<BenchRow> {
  const ratios: number[] = [];
  let worstTbt = 0;
  let worstCls = 0;
  for (const page of pages) {
    const ours: number[] = [];
    const plain: number[] = [];
    const blocked: number[] = [];
    for (let run = 0; run < runs; run++) {
      plain.push((await vitalsOf(browser, plainOrigin)).lcp);
      const vitals = await vitalsOf(browser, origin + page);
      ours.push(vitals.lcp);
      blocked.push(vitals.tbt);
      worstCls = Math.max(worstCls, vitals.cls);
    }
    ratios.push(median(ours) / median(plain));
    worstTbt = Math.max(worstTbt, median(blocked));
  }
  const worst = Math.max(...ratios);
  return {
    numero: 3,
    figure: 'LCP et TBT sur téléphone lent, médiane de 9, contre une page de texte',
    mesure: `LCP ${worst.toFixed(2)} × (pire de ${pages.length} pages : ${ratios.map((ratio) => ratio.toFixed(2)).join(', ')}), TBT ${Math.round(worstTbt)} ms, CLS ${worstCls.toFixed(3)}`,
    ancre: 'pages à carte : TBT de 0,5 à 1,7 s',
    objectif: 'LCP ≤ 1,2 × texte ; TBT ≤ 100 ms ; CLS 0',
    tenu: worst <= 1.2 && worstTbt <= 100 && worstCls < 0.001,
  };
}

async function vitalsOf(browser: Browser, address: string): Promise<Vitals> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 200_000,
    uploadThroughput: 93_750,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(() => {
    const seen = { lcp: 0, tbt: 0, cls: 0 };
    Object.assign(window, { seen });
    const watch = (
      type: string,
      read: (entry: PerformanceEntry & { value?: number; hadRecentInput?: boolean }) => void,
    ) => new PerformanceObserver((list) => list.getEntries().forEach(read)).observe({ type, buffered: true });
    watch('largest-contentful-paint', ({ startTime }) => {
      seen.lcp = startTime;
    });
    watch('longtask', ({ duration }) => {
      seen.tbt += Math.max(0, duration - 50);
    });
    watch('layout-shift', ({ value = 0, hadRecentInput }) => {
      if (!hadRecentInput) seen.cls += value;
    });
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  // The observers are told after the paint: of the largest one at the latest.
  await page.waitForFunction(() => (window as unknown as { seen: Vitals }).seen.lcp > 0);
  const seen = await page.evaluate(() => (window as unknown as { seen: Vitals }).seen);
  await context.close();
  return seen;
}
