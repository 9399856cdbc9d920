import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { precompress } from './build/precompress.ts';
import { writeSearchFile } from './build/search-file.ts';
import { indexPages } from './build/search-index.ts';
import { stamp } from './build/stamp.ts';
import { writePolicy } from './build/write-policy.ts';
import { dist, loadEnvironment, root } from './environment.ts';

loadEnvironment();
const client = join(dist, 'client');
const startedAt = performance.now();
const say = (line: string) =>
  console.log(`${((performance.now() - startedAt) / 1000).toFixed(1).padStart(5)} s  ${line}`);

try {
  rmSync(dist, { recursive: true, force: true });
  say('Construction des pages…');
  const astro = spawnSync(process.execPath, [join(root, 'node_modules/astro/bin/astro.mjs'), 'build'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  if (astro.status !== 0) throw new Error('La construction des pages a échoué : voir ci-dessus.');
  say(`Pages vérifiées contre la politique de sécurité (styles en ligne : ${writePolicy(dist)}).`);
  say(`Recherche préparée sur ${await indexPages(client)} pages, et ${writeSearchFile(dist)} pour le serveur.`);
  say(`${await precompress(client)} fichiers compressés d’avance.`);
  stamp(root, dist);
  say('Site construit.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
