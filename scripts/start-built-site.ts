import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isFresh } from './build/stamp.ts';
import { dist, root } from './environment.ts';

const script = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Builds the site where it is not, then becomes its server. */
export function startBuiltSite(): void {
  if (!isFresh(root, dist)) {
    console.log('Le site est à construire : cela prend moins d’une minute.');
    const build = spawnSync(process.execPath, [script('./build.ts')], { stdio: 'inherit' });
    if (build.status !== 0) process.exit(1);
  }

  // Memory at rest, measured: 267 MB by default, 170 MB with a small young generation. Two malloc arenas rather than
  // sixteen keep 100 MB from staying behind after a peak. Both can only be set as a process begins: the server takes
  // this process over, and receives its signals.
  const serve = [process.execPath, '--max-semi-space-size=4', script('./serve.ts')];
  if (process.execve && process.platform !== 'win32') {
    process.execve(process.execPath, serve, { MALLOC_ARENA_MAX: '2', ...process.env });
  }
  void import('./serve.ts');
}
