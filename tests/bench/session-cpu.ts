import type { BenchRow } from './bench-row.ts';
import type { BuiltSite } from './built-site.ts';
import { signedInOn } from './signed-in.ts';
import { median, spread } from './statistics.ts';

const requests = 1_500;
const rounds = 5;

/** Beside the scoreboard: processor time that reading a session and the rights of its owner adds to one same page. */
export async function sessionRow(site: BuiltSite): Promise<BenchRow> {
  const { cookie } = await signedInOn(site.databaseUrl);
  const cpuMs = async (headers: Record<string, string>) => {
    const before = site.cpuSeconds();
    await load(`${site.origin}/espace/phrase-oubliee`, headers);
    return ((site.cpuSeconds() - before) * 1000) / requests;
  };
  await cpuMs({});
  await cpuMs({ cookie });
  const added: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const stranger = await cpuMs({});
    added.push((await cpuMs({ cookie })) - stranger);
  }
  return {
    numero: 0,
    figure: 'Session : temps processeur ajouté à une page (lecture, droits, menu)',
    mesure: `${spread(added)} ms`,
    ancre: 'la même page sans cookie, dans la même exécution',
    objectif: '≤ 2 ms',
    tenu: median(added) <= 2,
  };
}

async function load(address: string, headers: Record<string, string>): Promise<void> {
  let sent = 0;
  const worker = async () => {
    while (sent++ < requests) {
      const answer = await fetch(address, { headers });
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`${address} : ${answer.status}`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}
