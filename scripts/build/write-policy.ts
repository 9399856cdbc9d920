import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pagePolicy } from './page-policy.ts';

/**
 * Writes `csp.json` for the server from the pages as they were built.
 * @throws when a page holds something that its own policy would block.
 */
export function writePolicy(dist: string): number {
  const client = join(dist, 'client');
  const styles = new Set<string>();
  const faults: string[] = [];
  for (const file of globSync('**/*.html', { cwd: client })) {
    const policy = pagePolicy(readFileSync(join(client, file), 'utf8'));
    for (const hash of policy.styles) styles.add(hash);
    faults.push(...policy.faults.map((fault) => `${file} : ${fault}`));
  }
  if (faults.length > 0) throw new Error(`La politique de sécurité bloquerait :\n${faults.join('\n')}`);
  writeFileSync(join(dist, 'csp.json'), `${JSON.stringify({ styles: [...styles].sort() })}\n`);
  return styles.size;
}
