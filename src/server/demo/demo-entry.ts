import { createHmac, timingSafeEqual } from 'node:crypto';
import { accept, type Result, refuse } from '#domain/shared/result.ts';
import { appendAudit } from '../audit/audit-log.ts';
import type { Secrets } from '../auth/secrets.ts';
import { openSession } from '../auth/session.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/client.ts';
import { type DemoPerson, demoAccountId, isDemoPerson } from './demo-people.ts';

type Needs = {
  readonly config: Pick<Config, 'demo'>;
  readonly database: Database;
  readonly secrets: Pick<Secrets, 'demo'>;
  readonly now: Date;
};

/** The way in that `npm run demo` prints: it opens one made-up account, in the database of the demonstration alone. */
export const demoPath = (secrets: Needs['secrets'], person: DemoPerson): string =>
  `/espace/demonstration?${new URLSearchParams({ qui: person, cle: keyOf(secrets, person) })}`;

const keyOf = ({ demo }: Needs['secrets'], person: DemoPerson): string =>
  createHmac('sha256', demo).update(person).digest('base64url');

/** Who a link of the demonstration lets in; null elsewhere, and for a link that is not ours. */
export function demoPersonOf({ config, secrets }: Pick<Needs, 'config' | 'secrets'>, typed: URLSearchParams) {
  const person = typed.get('qui') ?? '';
  if (!config.demo || !isDemoPerson(person)) return null;
  const [given, right] = [typed.get('cle') ?? '', keyOf(secrets, person)].map((text) => Buffer.from(text));
  return given && right && given.length === right.length && timingSafeEqual(given, right) ? person : null;
}

/** Opens a session for one of the made-up people, as if the second factor had been given. */
export async function enterDemo(
  needs: Needs,
  typed: URLSearchParams,
  device: string,
): Promise<Result<string, 'LIEN_INUTILISABLE'>> {
  const person = demoPersonOf(needs, typed);
  if (!person) return refuse('LIEN_INUTILISABLE');
  const accountId = demoAccountId(person);
  return needs.database.write(async (tx) => {
    const token = await openSession(tx, needs, { accountId, device, secondFactorGiven: true });
    const object = { type: 'compte', id: accountId };
    await appendAudit(tx, {
      at: needs.now,
      actor: accountId,
      verb: 'se-connecter',
      object,
      detail: { par: 'demonstration' },
    });
    return accept(token);
  });
}
