import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { communesFileSchema } from '../../src/domain/territory/territory-tables.schema.ts';
import type { BenchRow } from './bench-row.ts';
import type { BuiltSite } from './built-site.ts';
import { repeatable } from './commune-queries.ts';
import { median, spread } from './statistics.ts';

const rounds = 5;
const requests = 2_000;
const warmUp = 12_000;
const connections = 8;

/**
 * Row 5: processor time of an answer of « Mon DAC » over that of a bare node:http answer, in turn. « En service »:
 * communes asked for as they are peopled, once the server has been asked for a while; « rendue »: each commune for
 * the first time, so that nothing is kept.
 */
export async function dacRow(site: BuiltSite, plain: BuiltSite): Promise<BenchRow> {
  const { drawn, fresh } = communesToAsk();
  await load(site.origin, drawn, warmUp);
  await load(plain.origin, () => '/', requests);
  const inService: number[] = [];
  const rendered: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const served = await cpuPerRequest(site, drawn);
    const bare = await cpuPerRequest(plain, () => '/');
    const made = await cpuPerRequest(site, fresh);
    inService.push(served / bare);
    rendered.push(made / bare);
  }
  return {
    numero: 5,
    figure: '« Mon DAC » : temps processeur par réponse, contre node:http nu',
    mesure: `en service ${spread(inService)} × ; rendue pour la première fois ${spread(rendered)} ×`,
    ancre: 'node:http nu = 1, dans la même exécution',
    objectif: '≤ 10 × (jugé en service)',
    tenu: median(inService) <= 10,
  };
}

type NextPath = () => string;

/** Draws communes by population, the same ones at each run; and walks the small ones from the end, each once. */
function communesToAsk(): { drawn: NextPath; fresh: NextPath } {
  const { communes } = communesFileSchema.parse(JSON.parse(readFileSync('data/territory/communes.json', 'utf8')));
  const largest = [...communes].sort((a, b) => (b[3] ?? 0) - (a[3] ?? 0));
  const upTo: number[] = [];
  let people = 0;
  for (const commune of largest) {
    people += commune[3] ?? 0;
    upTo.push(people);
  }
  const random = repeatable(1);
  const address = (at: number) => `/dac?commune=${largest[at]![0]}`;
  let last = largest.length;
  return {
    drawn: () => {
      const person = random() * people;
      return address(upTo.findIndex((count) => count >= person));
    },
    fresh: () => address(--last),
  };
}

async function cpuPerRequest(server: BuiltSite, next: NextPath): Promise<number> {
  const before = server.cpuSeconds();
  const done = await load(server.origin, next, requests);
  return (server.cpuSeconds() - before) / done;
}

async function load(origin: string, next: NextPath, count: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  let sent = 0;
  let done = 0;
  const worker = async () => {
    while (sent++ < count) {
      const path = next();
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
