import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isFresh } from './build/stamp.ts';
import { dist, loadEnvironment, root } from './environment.ts';
import { serve } from './serve.ts';

loadEnvironment();
if (!isFresh(root, dist)) {
  console.log('Le site est à construire, cela prend moins d’une minute.');
  const build = spawnSync(process.execPath, [fileURLToPath(new URL('./build.ts', import.meta.url))], {
    stdio: 'inherit',
  });
  if (build.status !== 0) process.exit(1);
}
await serve();
