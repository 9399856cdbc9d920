import { Secret, TOTP } from 'otpauth';
import { signIn } from '../../../src/server/accounts/sign-in.ts';
import { readSession } from '../../../src/server/auth/session.ts';
import { addKey, prepareKey } from '../../../src/server/factors/add-key.ts';
import { confirmApplication, prepareApplication } from '../../../src/server/factors/application.ts';
import type { Bearer, FactorNeeds } from '../../../src/server/factors/needs.ts';
import { goodPhrase, noon, openWorld } from '../accounts/account-world.ts';
import { softKey } from './soft-key.ts';

export const anne = 'anne.morel@exemple.fr';

/** A world of accounts with what second factors need besides. */
export async function openFactorWorld() {
  const world = await openWorld();
  const notices: { type: string; to: string }[] = [];
  const needs = (more: Partial<FactorNeeds> = {}): FactorNeeds => ({
    ...world.needs(),
    secrets: { totp: Buffer.alloc(32, 1), recovery: Buffer.alloc(32, 2), challenges: Buffer.alloc(32, 3) },
    site: { rpId: 'localhost', origin: 'http://localhost:4321' },
    notify: async (_tx, mail) => notices.push(mail),
    ...more,
  });

  async function bearerOf(token: string, now = noon): Promise<Bearer> {
    const session = await readSession({ database: world.database, now }, token);
    if (!session) throw new Error('no session');
    return { session, token };
  }
  async function enter(email = anne, now = noon): Promise<Bearer> {
    const opened = await signIn(world.needs({ now }), { email, passphrase: goodPhrase, device: 'Firefox' });
    if (!opened.ok) throw new Error(opened.refusal.code);
    return bearerOf(opened.value.sessionToken, now);
  }
  /** Sets an application of codes up at this instant. */
  async function withApplication(bearer: Bearer, now = noon) {
    const prepared = await prepareApplication(needs({ now }), bearer, goodPhrase);
    if (!prepared.ok) throw new Error(prepared.refusal.code);
    const { secret, sealed } = prepared.value;
    const confirmed = await confirmApplication(needs({ now }), bearer, { sealed, code: codeAt(secret, now) });
    if (!confirmed.ok) throw new Error(confirmed.refusal.code);
    return { secret, codes: confirmed.value.codes ?? [], bearer: await bearerOf(confirmed.value.token, now) };
  }
  async function withKey(bearer: Bearer, name = 'Téléphone') {
    const key = softKey();
    const prepared = await prepareKey(needs(), bearer, { name, passphrase: goodPhrase });
    if (!prepared.ok) throw new Error(prepared.refusal.code);
    const { challenge } = prepared.value.options;
    const added = await addKey(needs(), bearer, { name, answer: key.create({ challenge }, bearer.session.account.id) });
    if (!added.ok) throw new Error(added.refusal.code);
    return { key, codes: added.value.codes, bearer: await bearerOf(added.value.token) };
  }

  return {
    accounts: world,
    rows: world.rows,
    close: world.close,
    run: (sql: string) => world.database.client.execute(sql),
    openAccount: (email: string, name?: string) => world.openAccount(email, name),
    notices,
    factors: needs,
    bearerOf,
    enter,
    withApplication,
    withKey,
  };
}
export type FactorWorld = Awaited<ReturnType<typeof openFactorWorld>>;

/** The code that an application shows at an instant. */
export const codeAt = (secret: string, now: Date): string =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: now.getTime() });

/** The code of a refusal, or `accepted`. */
export const codeOf = (result: { ok: true } | { ok: false; refusal: { code: string } }): string =>
  result.ok ? 'accepted' : result.refusal.code;
