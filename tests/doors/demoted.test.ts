import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient } from '@libsql/client';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { can } from '#domain/access/can.ts';
import type { ProvenIdentity } from '#domain/identity/proven-identity.ts';
import { readSecrets } from '#server/auth/secrets.ts';
import { type Database, openDatabase } from '#server/db/client.ts';
import { openIdentityProviders } from '#server/identity/identity-providers.ts';
import { readPlans } from '#server/plans/read-plans.ts';
import type { Services } from '#server/services.ts';
import { readTerritory } from '#server/territory/read-territory.ts';
import type { FactorShown } from '../../src/doors/account/enrolment.ts';
import { protectionForms } from '../../src/doors/account/factor-forms.ts';
import type { Form } from '../../src/doors/form.ts';
import { keepPendingIdentity } from '../../src/doors/identity/identity-cookies.ts';
import type { Outcome } from '../../src/doors/outcome.ts';
import { type Context, type Visit, visitOf } from '../../src/doors/visit.ts';
import { accountRefusalSentence } from '../../src/messages/account/account.ts';
import { goneSentence } from '../../src/messages/team/invitation.ts';
import { formTables } from '../rights/matrix.ts';
import { openRightsWorld, type RightsWorld } from '../rights/people.ts';
import { rows } from '../rights/rows.ts';
import { type Case, cases, type Loss, losses, without } from './losses.ts';

let folder: string;
let url: string;
let database: Database;
let client: Client;
let services: Services;
let forms: Readonly<Record<string, Form<unknown>>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'droits-'));
  url = `file:${join(folder, 'test.db')}`;
  database = await openDatabase(url);
  client = createClient({ url, timeout: 5_000 });
  services = {
    config: { siteUrl: 'http://127.0.0.1:4321', behindTls: false, trustProxy: false, mail: null, demo: false },
    database,
    communes: readTerritory('.'),
    plans: readPlans('.'),
    secrets: readSecrets(join(folder, 'cle')),
    commonWords: [],
    identities: openIdentityProviders([]),
    newId: randomUUID,
    now: () => new Date(),
  } as unknown as Services;
  forms = await formTables();
});
afterAll(async () => {
  client.close();
  await database.close();
  rmSync(folder, { recursive: true });
});

const proven: ProvenIdentity = {
  provider: 'pro-sante-connect',
  issuer: 'https://psc.exemple.fr',
  subject: 'essai',
  nationalId: null,
  rpps: null,
  secondFactor: true,
  declared: { exercices: [] },
};

/** Sends a form as someone of a world of its own, as far as `posted` lets it in: the right is there. */
async function letIn(name: string, { as, on = 'A', fields = {} }: Case) {
  const world = await openRightsWorld(url);
  const row = rows.find(({ form }) => form === name);
  const form = forms[name];
  if (!row || !form) throw new Error(`No form ${name}.`);
  const fill = (text: string) => text.replaceAll(/\{(\w+)\}/g, (whole, id: string) => world.ids[on][id] ?? whole);
  const typed = { geste: name.split('.')[1] ?? '', ...row.fields, ...fields };
  const jar = new Map([['session', world.cookies[as].replace('session=', '')]]);
  const visit = await visitTo(world, on, jar, fill(row.page), filled(typed, fill));
  if (name === 'identityForms.lier-attente') keepPendingIdentity(visit, { ...proven, subject: randomUUID() });
  if (name === 'protectionForms.confirmer-application') await prepareApplication(visit);
  if (!visit.sent || visit.sent instanceof Response) throw new Error('The form cannot be read.');
  const object = await form.object(visit, visit.sent.typed);
  expect(can(visit.actor, form.verb, object), `${name}: ${as} may`).toEqual({ ok: true, value: undefined });
  return { world, visit, typed: visit.sent.typed, run: form.run };
}

const filled = (typed: object, fill: (text: string) => string) =>
  new URLSearchParams(Object.entries(typed).map(([name, value]) => [fill(name), fill(String(value))]));

function visitTo(
  { ids }: RightsWorld,
  on: 'A' | 'B',
  jar: Map<string, string>,
  page: string,
  body: URLSearchParams,
): Promise<Visit> {
  const address = new URL(page, 'http://127.0.0.1:4321');
  const cookies = {
    get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined),
    set: (name: string, value: string) => jar.set(name, value),
  };
  return visitOf({
    request: new Request(address, { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin' } }),
    url: address,
    params: ids[on],
    cookies,
    locals: { services },
    clientAddress: '192.0.2.10',
    response: { status: 200, headers: new Headers() },
  } as unknown as Context);
}

/** The first step of an application of codes, so that the second one has all that it needs. */
async function prepareApplication(visit: Visit): Promise<void> {
  if (!visit.sent || visit.sent instanceof Response) throw new Error('The form cannot be read.');
  const { typed } = visit.sent;
  const outcome = (await protectionForms['preparer-application'].run(visit, typed, new Map())) as Outcome<FactorShown>;
  if (!('shown' in outcome) || outcome.shown.what !== 'application') throw new Error('No application was prepared.');
  typed.set('preparation', outcome.shown.sealed);
  typed.set('code-application', TOTP.generate({ secret: Secret.fromBase32(outcome.shown.secret) }));
}

async function lose(loss: Loss, { accounts, ids }: RightsWorld, { as, on = 'A' }: Case): Promise<void> {
  const args = [accounts[as], ids[on].equipe ?? ''];
  for (const sql of losses[loss]) {
    const asked = args.filter((_, index) => sql.includes(`?${index + 1}`));
    await client.execute({ sql: asked.length === 1 ? sql.replaceAll('?2', '?1') : sql, args: asked });
  }
}

/** Lines of the log: nothing that counts is written without one. */
const logged = async () => Number((await client.execute('select count(*) as n from journal')).rows[0]?.n);

/** Why it was not done; « fait » when it was, or when something else than a right stood in the way. */
function whyNot(outcome: Outcome<unknown>, expected: string): string {
  if ('denied' in outcome) return outcome.denied.code;
  const sentences: readonly string[] = 'errors' in outcome ? Object.values(outcome.errors) : [];
  if (expected === 'LIEN_REMPLACE' && sentences.includes(goneSentence)) return expected;
  const ofFactors = expected === 'PREUVE_PERIMEE' || expected === 'FACTEUR_A_DONNER';
  return ofFactors && sentences.includes(accountRefusalSentence({ code: expected })) ? expected : 'fait';
}

test('every form that someone signed in may send has its case, or a reason to have none', async () => {
  const asking = Object.entries(forms).filter(
    ([, { kind, verb, writesNothing }]) =>
      !writesNothing && !(kind === 'portail' && verb === 'consulter') && kind !== 'journal',
  );
  expect([...Object.keys(cases), ...Object.keys(without)].sort()).toEqual(asking.map(([name]) => name).sort());
});

test.each(Object.entries(cases))('%s: the right is there until it is lost', async (name, it) => {
  const { visit, typed, run } = await letIn(name, it);
  expect(whyNot(await run(visit, typed, new Map()), Object.values(it.after)[0] ?? '')).toBe('fait');
});

const all = Object.entries(cases).flatMap(([name, it]) =>
  Object.entries(it.after).map(([loss, code]) => [name, loss as Loss, code, it] as const),
);

test.each(all)('%s, and meanwhile %s: %s, and nothing is written', async (name, loss, code, it) => {
  const { world, visit, typed, run } = await letIn(name, it);
  await lose(loss, world, it);
  const before = await logged();
  expect(whyNot(await run(visit, typed, new Map()), code)).toBe(code);
  expect(await logged()).toBe(before);
});
