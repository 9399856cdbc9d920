import type { BenchRow } from './bench-row.ts';
import type { BuiltSite } from './built-site.ts';

/** Beside the scoreboard: resident memory of the whole server, a few seconds after its start. */
export async function memoryRow(site: BuiltSite): Promise<BenchRow> {
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  const memory = Math.round(site.memoryMb());
  return {
    numero: 0,
    figure: 'Mémoire du serveur au repos',
    mesure: `${memory} Mo`,
    ancre: '—',
    objectif: '≤ 250 Mo',
    tenu: memory <= 250,
  };
}
