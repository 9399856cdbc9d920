import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type BuiltSite = {
  readonly origin: string;
  /** Empty for a script that has none. */
  readonly databaseUrl: string;
  /** CPU seconds, user and system, that the server has used so far. */
  cpuSeconds(): number;
  /** Resident memory of the server, in MB. */
  memoryMb(): number;
  stop(): void;
};

/** Starts the built site on a free port, with a database of its own. @throws when it does not answer in 30 s. */
export async function openBuiltSite(environment: Readonly<Record<string, string>> = {}): Promise<BuiltSite> {
  const folder = mkdtempSync(join(tmpdir(), 'coordonnees-bench-'));
  const port = await freePort();
  const databaseUrl = `file:${folder}/bench.db`;
  const server = spawn(process.execPath, ['--max-semi-space-size=4', 'scripts/serve.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      API_REQUESTS_PER_MINUTE: '0',
      ACCESS_LOG: '1',
      ...environment,
    },
  });
  const origin = `http://127.0.0.1:${port}`;
  await answers(`${origin}/readyz`);
  return {
    origin,
    databaseUrl,
    ...usageOf(server),
    stop: () => {
      server.kill('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts a script that listens and prints its port. */
export async function openScript(file: string): Promise<BuiltSite> {
  const server = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise<string>((resolve) =>
    server.stdout.once('data', (line) => resolve(String(line).trim())),
  );
  return { origin: `http://127.0.0.1:${port}`, databaseUrl: '', ...usageOf(server), stop: () => void server.kill() };
}

/** Linux counts processor time in hundredths of a second. */
const ticksPerSecond = 100;

const usageOf = (child: ChildProcess): Pick<BuiltSite, 'cpuSeconds' | 'memoryMb'> => ({
  cpuSeconds: () => {
    const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  },
  memoryMb: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024,
});

async function answers(address: string): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    const ready = await fetch(address).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${address} ne répond pas.`);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
