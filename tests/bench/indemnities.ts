import type { BenchRow } from './bench-row.ts';
import { checkIndemnityProperties } from './indemnity-properties.ts';
import { measureIndemnities } from './indemnity-speed.ts';

const longest = 5;

/** Beside the scoreboard: what always holds of the indemnities, on random teams, and how long a year takes. */
export async function indemnitiesRow(): Promise<BenchRow> {
  const { simulation } = measureIndemnities();
  const { runs, failures } = await checkIndemnityProperties();
  return {
    numero: 0,
    figure: 'Indemnités : propriétés sur des équipes au hasard ; année simulée pour 10 personnes',
    mesure: `${runs} essais, ${failures.length} échec(s) ; p50 ${simulation.p50.toFixed(1)} ms, p99 ${simulation.p99.toFixed(1)} ms`,
    ancre: '—',
    objectif: '≥ 100 000 essais, 0 échec ; ≤ 5 ms',
    tenu: runs >= 100_000 && failures.length === 0 && simulation.p99 <= longest,
  };
}
