import MiniSearch from 'minisearch';
import { type CommuneIndex, searchCommunes } from '../../src/domain/territory/commune-index.ts';
import { readTerritory } from '../../src/server/territory/read-territory.ts';
import type { BenchRow } from './bench-row.ts';
import {
  beginningOf,
  type Mistake,
  mistakes,
  plain,
  type Query,
  realisticQueries,
  repeatable,
  withMistake,
} from './commune-queries.ts';

/** The codes of the communes that answer a text, best first. */
type Search = (text: string, limit: number) => string[];

const queryCount = 400;
const sampleSize = 1200;
const rounds = 3;

/** Row 4: CPU of a commune search and how often it finds, against minisearch on the same communes in the same run. */
export async function communeSearchRow(): Promise<BenchRow> {
  const index = readTerritory('.');
  const ours: Search = (text, limit) => searchCommunes(index, text, limit).map(({ code }) => code);
  const peer = minisearchOf(index);
  const queries = realisticQueries(index, queryCount);
  const times = { ours: [] as Percentiles[], peer: [] as Percentiles[] };
  for (let round = 0; round < rounds; round++) {
    times.ours.push(timesOf(ours, queries));
    times.peer.push(timesOf(peer, queries));
  }
  const beginnings = recallOfBeginnings(index, ours);
  const peerBeginnings = recallOfBeginnings(index, peer);
  const mended = mistakes.map((mistake) => recallWithMistake(index, ours, mistake));
  const peerMended = mistakes.map((mistake) => recallWithMistake(index, peer, mistake));
  const p99 = median(times.ours.map((time) => time.p99));
  return {
    numero: 4,
    figure: `Recherche de commune : CPU par requête (${queryCount} requêtes, ${rounds} tours), rappel`,
    mesure: [
      timeText(times.ours),
      `débuts de nom, 10 premiers : ${percent(beginnings.found)} (plafond ${percent(beginnings.ceiling)})`,
      `une lettre fausse, 5 premiers : ${percent(mean(mended))} (${mistakes.map((name, at) => `${name} ${percent(mended[at]!)}`).join(', ')})`,
    ].join(' ; '),
    ancre: `minisearch : ${timeText(times.peer)} ; débuts ${percent(peerBeginnings.found)} ; une lettre fausse ${percent(mean(peerMended))}`,
    objectif:
      'p99 ≤ 5 ms ; débuts = plafond d’un classement par population, à 0,5 point près ; une lettre fausse ≥ 98 %',
    tenu: p99 <= 5 && beginnings.found >= beginnings.ceiling - 0.005 && mean(mended) >= 0.98,
  };
}

/** Beginnings, one mistake in five letters, population as boost; any word, which finds more here than all of them. */
function minisearchOf(index: CommuneIndex): Search {
  const engine = new MiniSearch<{ id: number; nom: string; codes: string }>({
    fields: ['nom', 'codes'],
    processTerm: (term) => plain(term),
    searchOptions: {
      prefix: true,
      fuzzy: 0.2,
      combineWith: 'OR',
      boostDocument: (id) => Math.log10(10 + index.populations[Number(id)]!),
    },
  });
  engine.addAll(index.names.map((nom, id) => ({ id, nom, codes: `${index.codes[id]} ${index.postcodes[id]}` })));
  return (text, limit) =>
    engine
      .search(text)
      .slice(0, limit)
      .map(({ id }) => index.codes[Number(id)]!);
}

type Percentiles = { readonly p50: number; readonly p99: number };

/**
 * Milliseconds a query, the shortest of three runs in a row: the work is synchronous, so that this is its CPU time
 * without what other programs take. (The thread's own CPU clock moves by steps of milliseconds: too coarse.)
 */
function timesOf(search: Search, queries: readonly Query[]): Percentiles {
  const times = queries.map(({ text }) => {
    let shortest = Number.POSITIVE_INFINITY;
    for (let run = 0; run < 3; run++) {
      const start = performance.now();
      search(text, 8);
      shortest = Math.min(shortest, performance.now() - start);
    }
    return shortest;
  });
  times.sort((a, b) => a - b);
  return { p50: times[Math.floor(times.length * 0.5)]!, p99: times[Math.floor(times.length * 0.99)]! };
}

/**
 * How often a commune drawn at random is among the 10 first for the beginning of its name, and how often it would be
 * if all names with that beginning were ranked by population alone.
 */
function recallOfBeginnings(index: CommuneIndex, search: Search): { found: number; ceiling: number } {
  const random = repeatable(10);
  const names = index.names.map((name) => plain(name).replaceAll(/[^a-z0-9]+/g, ' '));
  const byPopulation = [...names.keys()].sort((a, b) => index.populations[b]! - index.populations[a]!);
  let found = 0;
  let ceiling = 0;
  for (let drawn = 0; drawn < sampleSize; drawn++) {
    const commune = Math.floor(random() * names.length);
    const text = beginningOf(names[commune]!, random);
    if (search(text, 10).includes(index.codes[commune]!)) found += 1;
    let larger = 0;
    for (const other of byPopulation) {
      if (other === commune || larger === 10) break;
      if (names[other]!.startsWith(text)) larger += 1;
    }
    if (larger < 10) ceiling += 1;
  }
  return { found: found / sampleSize, ceiling: ceiling / sampleSize };
}

/** How often one of the 5 first bears the name that was typed with a mistake: homonyms cannot be told apart by it. */
function recallWithMistake(index: CommuneIndex, search: Search, mistake: Mistake): number {
  const random = repeatable(5);
  let found = 0;
  for (let drawn = 0; drawn < sampleSize; ) {
    const name = plain(index.names[Math.floor(random() * index.names.length)]!);
    if (name.length < 5) continue;
    drawn += 1;
    const codes = search(withMistake(name, mistake, random), 5);
    if (codes.some((code) => plain(index.names[index.numberOf.get(code)!]!) === name)) found += 1;
  }
  return found / sampleSize;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
const percent = (share: number): string => `${(share * 100).toFixed(1).replace('.', ',')} %`;
const milliseconds = (value: number): string => value.toFixed(2).replace('.', ',');

function timeText(times: readonly Percentiles[]): string {
  const p99 = times.map((time) => time.p99);
  const spread = `${milliseconds(Math.min(...p99))} à ${milliseconds(Math.max(...p99))}`;
  return `p50 ${milliseconds(median(times.map(({ p50 }) => p50)))} ms, p99 ${milliseconds(median(p99))} ms (${spread})`;
}
