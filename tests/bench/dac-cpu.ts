import { Agent, get } from 'node:http';
import type { BenchRow } from './bench-row.ts';
import type { BuiltSite } from './built-site.ts';
import { median, spread } from './statistics.ts';

const rounds = 5;
const requests = 2_000;
const connections = 8;
const communes = ['10387', '55181', '67482', '52121', '13201', '97411', '29232', '75056', '44109', '33063'];

/** Row 5: processor time of a rendered answer of « Mon DAC » over that of a bare node:http answer, in turn. */
export async function dacRow(site: BuiltSite, plain: BuiltSite): Promise<BenchRow> {
  const paths = communes.map((code) => `/dac?commune=${code}`);
  await load(site.origin, paths, requests);
  await load(plain.origin, ['/'], requests);
  const ratios: number[] = [];
  const perAnswer: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const ours = await cpuPerRequest(site, paths);
    const bare = await cpuPerRequest(plain, ['/']);
    ratios.push(ours / bare);
    perAnswer.push(ours * 1e3);
  }
  return {
    numero: 5,
    figure: '« Mon DAC » : temps processeur par réponse rendue, contre node:http nu',
    mesure: `${spread(ratios)} × ; ${median(perAnswer).toFixed(2)} ms par réponse`,
    ancre: 'node:http nu = 1, dans la même exécution',
    objectif: '≤ 10 ×',
    tenu: median(ratios) <= 10,
  };
}

async function cpuPerRequest(server: BuiltSite, paths: readonly string[]): Promise<number> {
  const before = server.cpuSeconds();
  const done = await load(server.origin, paths, requests);
  return (server.cpuSeconds() - before) / done;
}

async function load(origin: string, paths: readonly string[], count: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  let next = 0;
  let done = 0;
  const worker = async () => {
    while (next < count) {
      const path = paths[next++ % paths.length]!;
      const status = await statusOf(origin + path, agent);
      if (status !== 200) throw new Error(`${path} : ${status}`);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  agent.destroy();
  return done;
}

const statusOf = (address: string, agent: Agent): Promise<number> =>
  new Promise((resolve, reject) => {
    get(address, { agent, headers: { 'accept-encoding': 'br, gzip' } }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
    }).on('error', reject);
  });
