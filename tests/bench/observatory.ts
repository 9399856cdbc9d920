import type { BenchRow } from './bench-row.ts';
import { entryPages, otherRoutes, publicPages } from './routes.ts';

/** What Mozilla's Observatory takes off or adds (github.com/mdn/mdn-http-observatory, `src/grader/charts.js`), over http on loopback. */
type Rule = { readonly name: string; readonly points: (headers: Headers, html: string) => number };

const policyOf = (headers: Headers) =>
  new Map(
    (headers.get('content-security-policy') ?? '').split(';').map((directive) => {
      const [name = '', ...values] = directive.trim().split(/\s+/);
      return [name, values] as const;
    }),
  );

const rules: readonly Rule[] = [
  {
    name: 'content-security-policy',
    points: (headers) => {
      const policy = policyOf(headers);
      if (!policy.has('default-src')) return -25;
      const scripts = policy.get('script-src') ?? policy.get('default-src') ?? [];
      const styles = policy.get('style-src') ?? policy.get('default-src') ?? [];
      if ([...scripts].some((value) => /unsafe-inline|^\*$|^data:|^https?:$/.test(value))) return -20;
      if ([...scripts].some((value) => value === "'unsafe-eval'")) return -10;
      if (styles.includes("'unsafe-inline'")) return 0;
      return policy.get('default-src')?.join() === "'none'" ? 10 : 5;
    },
  },
  { name: 'cookies', points: (headers) => (headers.has('set-cookie') ? -20 : 0) },
  {
    name: 'cross-origin-resource-sharing',
    points: (headers) => (headers.get('access-control-allow-credentials') ? -50 : 0),
  },
  {
    name: 'referrer-policy',
    points: (headers) =>
      /^(no-referrer|same-origin|strict-origin)/.test(headers.get('referrer-policy') ?? '') ? 5 : 0,
  },
  {
    name: 'subresource-integrity',
    points: (_headers, html) => (/<script[^>]+src="https?:/.test(html) ? -5 : 0),
  },
  {
    name: 'x-content-type-options',
    points: (headers) => (headers.get('x-content-type-options') === 'nosniff' ? 0 : -5),
  },
  {
    name: 'x-frame-options',
    points: (headers) =>
      policyOf(headers).get('frame-ancestors')
        ? 5
        : /DENY|SAMEORIGIN/.test(headers.get('x-frame-options') ?? '')
          ? 0
          : -20,
  },
  { name: 'cross-origin-resource-policy', points: (headers) => (headers.has('cross-origin-resource-policy') ? 10 : 0) },
];

/** Row 11: the lowest score over every route. HSTS and the redirection to https are judged behind TLS only. */
export async function securityRow(origin: string): Promise<BenchRow> {
  const scores: { route: string; score: number }[] = [];
  for (const route of [...publicPages, ...entryPages, ...otherRoutes]) {
    const answer = await fetch(origin + route, { redirect: 'manual' });
    const html = await answer.text();
    scores.push({ route, score: 100 + rules.reduce((sum, { points }) => sum + points(answer.headers, html), 0) });
  }
  const worst = scores.reduce((lowest, one) => (one.score < lowest.score ? one : lowest));
  return {
    numero: 11,
    figure: 'En-têtes de sécurité : règles de Mozilla Observatory, pire adresse',
    mesure: `${worst.score}/100 (${worst.route}) sur ${scores.length} adresses`,
    ancre: 'Astro nu : F, 10/100',
    objectif: '≥ 100 sur chaque adresse',
    tenu: worst.score >= 100,
  };
}
