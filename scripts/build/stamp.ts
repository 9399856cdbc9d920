import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const inputs = ['src/**', 'content/**', 'data/**', 'public/**', 'scripts/build.ts', 'scripts/build/**'];
const singleInputs = ['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** One fingerprint for all that the build reads: files, and the public address that pages carry. */
export function fingerprint(root: string): string {
  const hash = createHash('sha256').update(process.env.SITE_URL ?? '');
  const files = [...inputs.flatMap((pattern) => globSync(pattern, { cwd: root })), ...singleInputs].sort();
  for (const file of files) {
    const path = join(root, file);
    if (!statSync(path).isFile()) continue;
    hash.update(`\0${file}\0`).update(readFileSync(path));
  }
  return hash.digest('hex');
}

/** Written last: a build that was cut has no stamp, and is made again. */
export function stamp(root: string, dist: string): void {
  writeFileSync(join(dist, 'build.json'), `${JSON.stringify({ fingerprint: fingerprint(root) })}\n`);
}

export function isFresh(root: string, dist: string): boolean {
  const file = join(dist, 'build.json');
  return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).fingerprint === fingerprint(root);
}
