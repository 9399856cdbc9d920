import { withoutFormKeys } from '../form-keys.ts';
import type { BenchRow } from './bench-row.ts';
import { openBuiltSite } from './built-site.ts';
import { type SignedIn, signedInOn } from './signed-in.ts';
import { median } from './statistics.ts';

const pairs = 40;

/**
 * Beside the scoreboard: sign-in, sign-up and reset, in turn for an address that has an account and for one that has
 * none. The ratio of their medians must stay within what chance makes of two equal things.
 */
export async function likeTimeRow(): Promise<BenchRow> {
  // Each request comes from a place of its own, so that no limit on attempts slows one side down.
  const site = await openBuiltSite({ TRUST_PROXY: '1' });
  try {
    const forms: readonly (readonly [name: string, path: string, fields: Record<string, string>])[] = [
      ['connexion', '/espace/connexion', { geste: 'se-connecter', phrase: 'citron bascule nuage treize ancre' }],
      [
        'inscription',
        '/espace/inscription',
        { geste: 's-inscrire', nom: 'Mesure', phrase: 'citron bascule nuage treize ancre' },
      ],
      ['oubli', '/espace/phrase-oubliee', { geste: 'demander-lien' }],
    ];
    let place = 0;
    const timed = async (path: string, fields: Record<string, string>, email: string) => {
      place += 1;
      const startedAt = performance.now();
      const answer = await fetch(site.origin + path, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: site.origin, 'x-forwarded-for': `198.51.${place >> 8}.${place & 255}` },
        body: new URLSearchParams({ ...fields, email }),
      });
      const body = withoutFormKeys(await answer.text()).replaceAll(email, '…');
      return { ms: performance.now() - startedAt, seen: `${answer.status} ${answer.headers.get('location')} ${body}` };
    };
    const ratios: string[] = [];
    let worst = 1;
    let same = true;
    for (const [name, path, fields] of forms) {
      const known: number[] = [];
      const unknown: number[] = [];
      const people: SignedIn[] = [];
      while (people.length < pairs) people.push(await signedInOn(site.databaseUrl));
      for (const [pair, { email }] of people.entries()) {
        const stranger = email.replace('bench-', 'autre-');
        // In turn also within a pair: whoever comes first finds colder caches.
        const first = await timed(path, fields, pair % 2 === 0 ? email : stranger);
        const second = await timed(path, fields, pair % 2 === 0 ? stranger : email);
        same &&= first.seen === second.seen;
        known.push((pair % 2 === 0 ? first : second).ms);
        unknown.push((pair % 2 === 0 ? second : first).ms);
      }
      const ratio = median(known) / median(unknown);
      worst = Math.max(worst, ratio, 1 / ratio);
      ratios.push(`${name} ${median(known).toFixed(1)} / ${median(unknown).toFixed(1)} ms`);
    }
    return {
      numero: 0,
      figure: 'Adresse connue ou inconnue : mêmes réponses, en temps semblable',
      mesure: `${ratios.join(', ')} ; réponses ${same ? 'identiques' : 'DIFFÉRENTES'}`,
      ancre: `${pairs} paires chacune, tour à tour`,
      objectif: 'identiques, rapport ≤ 1,2',
      tenu: same && worst <= 1.2,
    };
  } finally {
    site.stop();
  }
}
