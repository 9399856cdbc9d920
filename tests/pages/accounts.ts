import { randomUUID } from 'node:crypto';
import { type Client, createClient } from '@libsql/client';
import type { BrowserContext } from '@playwright/test';
import type { StaffRole } from '#domain/access/roles.ts';
import { parseEmail } from '#domain/account/email.ts';
import { sessionCookieName } from '../../src/server/auth/session-cookie.ts';
import { newToken, tokenHash } from '../../src/server/auth/token.ts';

/** Someone with a confirmed address and an open session, put straight in the database of the page tests. */
export type SignedIn = { readonly id: string; readonly email: string; readonly name: string; readonly token: string };

type Person = {
  /** Made up and unique when left out. */
  readonly email?: string;
  readonly name?: string;
  /** argon2id in PHC form; null: no passphrase. */
  readonly passphraseHash?: string | null;
  /** Granted for the whole portal unless a region is given. */
  readonly roles?: readonly { readonly role: StaffRole; readonly region?: string }[];
  /** Left out: given when there are roles, which all ask for it. */
  readonly secondFactorGiven?: boolean;
};

/** Text that no other test uses: page tests share one database. */
export const unique = (): string => randomUUID().slice(0, 8);

/** Opens an account and signs a browser in to it, without a form. */
export async function signedIn(context: BrowserContext, baseURL: string, person: Person = {}): Promise<SignedIn> {
  const account = await openAccount(person);
  await context.addCookies([cookieOf(account, baseURL)]);
  return account;
}

export const cookieOf = ({ token }: SignedIn, baseURL: string) => ({
  name: sessionCookieName({ behindTls: false }),
  value: token,
  url: baseURL,
  httpOnly: true,
});

export async function openAccount(person: Person = {}): Promise<SignedIn> {
  const { email = `test-${unique()}@exemple.fr`, name = 'Anne Morel', passphraseHash = null, roles = [] } = person;
  const parsed = parseEmail(email);
  if (!parsed.ok) throw new Error(`${email}: ${parsed.refusal}`);
  const id = randomUUID();
  const token = newToken();
  const now = new Date();
  const at = now.toISOString();
  const expires = new Date(now.getTime() + 2 * 3_600_000).toISOString();
  const factor = (person.secondFactorGiven ?? roles.length > 0) ? at : null;
  await inPagesDatabase((client) =>
    client.batch(
      [
        {
          sql: 'insert into compte (id, email, email_cle, nom, empreinte, second_facteur_requis, cree_le) values (?, ?, ?, ?, ?, ?, ?)',
          args: [id, parsed.value.address, parsed.value.key, name, passphraseHash, factor ? 1 : 0, at],
        },
        {
          sql: 'insert into session (id, compte_id, ouverte_le, expire_le, second_facteur_le, appareil) values (?, ?, ?, ?, ?, ?)',
          args: [tokenHash(token), id, at, expires, factor, 'Test'],
        },
        ...roles.map(({ role, region = 'portail' }) => ({
          sql: 'insert into habilitation (compte_id, role, portee, accorde_le, accorde_par) values (?, ?, ?, ?, ?)',
          args: [id, role, region, at, 'systeme'],
        })),
      ],
      'write',
    ),
  );
  return { id, email, name, token };
}

/** For what no form can bring about; waits for the server, which writes to the same file. */
export async function inPagesDatabase<Value>(work: (client: Client) => Promise<Value>): Promise<Value> {
  const client = createClient({ url: process.env.PAGES_DATABASE ?? '', timeout: 10_000 });
  try {
    return await work(client);
  } finally {
    client.close();
  }
}
