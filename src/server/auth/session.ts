import { and, eq, ne } from 'drizzle-orm';
import { Lucia, TimeSpan } from 'lucia';
import type { Database, Writer } from '../db/client.ts';
import { session as sessionTable } from '../db/schema/accounts.ts';
import { type Store, sessionAdapter } from './session-adapter.ts';
import { newToken, tokenHash } from './token.ts';

/**
 * Two hours without a request, one day in all: the order of NIST SP 800-63B-4 for two factors (1 h, 24 h), with time
 * to write a long answer. Lucia moves the idle limit forward in its second half only, so that most requests write
 * nothing: a session dies after one to two hours without any.
 */
export const sessionLimits = { idleHours: 2, absoluteHours: 24 } as const;

const absoluteMs = sessionLimits.absoluteHours * 3_600_000;

export type Session = {
  /** SHA-256 of the token; may be shown to its owner, opens nothing. */
  readonly id: string;
  readonly account: { readonly id: string; readonly email: string | null; readonly name: string };
  /** True when this session was opened, or strengthened, with a second factor. */
  readonly secondFactorGiven: boolean;
  /** When it was given, or null. */
  readonly secondFactorAt: string | null;
  /** `second-facteur-attendu`: the passphrase was right, and opens nothing before the second factor. */
  readonly state: 'ouverte' | 'second-facteur-attendu';
  readonly openedAt: string;
  readonly device: string;
};

type Clock = { readonly now: Date };

const luciaOn = (store: Store, { now }: Clock) =>
  new Lucia(sessionAdapter(store, { now, absoluteMs }), {
    sessionExpiresIn: new TimeSpan(sessionLimits.idleHours, 'h'),
    getSessionAttributes: (attributes) => attributes,
    getUserAttributes: (attributes) => attributes,
  });

const inTransaction = (tx: Writer): Store => ({ read: tx, write: (work) => work(tx) });
const onDatabase = ({ db, write }: Database): Store => ({ read: db, write });

type Opening = {
  readonly accountId: string;
  readonly device: string;
  /** True when the way in was itself strong: a passkey with user verification, a provider that says so. */
  readonly secondFactorGiven?: boolean;
};

/** Opens a session and returns its token, for the cookie alone. Part of the transaction that lets the person in. */
export async function openSession(
  tx: Writer,
  clock: Clock,
  { accountId, device, secondFactorGiven = false }: Opening,
): Promise<string> {
  const token = newToken();
  const ouverteLe = clock.now.toISOString();
  const attributes = { ouverteLe, secondFacteurLe: secondFactorGiven ? ouverteLe : null, appareil: device };
  await luciaOn(inTransaction(tx), clock).createSession(accountId, attributes, { sessionId: tokenHash(token) });
  return token;
}

/** Who a token opens the site to, or null: unknown, too old, or idle for too long. */
export const readSession = (needs: { database: Database } & Clock, token: string): Promise<Session | null> =>
  sessionOn(onDatabase(needs.database), needs, token);

/** The same, as a transaction under way sees it. */
export const readSessionIn = (tx: Writer, clock: Clock, token: string): Promise<Session | null> =>
  sessionOn(inTransaction(tx), clock, token);

async function sessionOn(store: Store, clock: Clock, token: string): Promise<Session | null> {
  const { session, user } = await luciaOn(store, clock).validateSession(tokenHash(token));
  if (!session) return null;
  return {
    id: session.id,
    account: { id: user.id, email: user.email, name: user.nom },
    secondFactorGiven: session.secondFacteurLe !== null,
    secondFactorAt: session.secondFacteurLe,
    state: user.secondFacteurRequis && session.secondFacteurLe === null ? 'second-facteur-attendu' : 'ouverte',
    openedAt: session.ouverteLe,
    device: session.appareil,
  };
}

/**
 * Replaces the token of a session, at every change of rights: who knew the old one does not gain them. The absolute
 * limit keeps counting from the opening. Null when the session is not open any more.
 */
export async function rotateSession(
  tx: Writer,
  clock: Clock,
  token: string,
  { secondFactorGiven = false }: { readonly secondFactorGiven?: boolean } = {},
): Promise<string | null> {
  const lucia = luciaOn(inTransaction(tx), clock);
  const { session } = await lucia.validateSession(tokenHash(token));
  if (!session) return null;
  const fresh = newToken();
  const { ouverteLe, appareil } = session;
  const secondFacteurLe = secondFactorGiven ? clock.now.toISOString() : session.secondFacteurLe;
  await lucia.invalidateSession(session.id);
  await lucia.createSession(session.userId, { ouverteLe, secondFacteurLe, appareil }, { sessionId: tokenHash(fresh) });
  return fresh;
}

/** The open sessions of an account, the latest opened first. */
export async function listSessions(
  needs: { database: Database } & Clock,
  accountId: string,
): Promise<Pick<Session, 'id' | 'openedAt' | 'device'>[]> {
  const open = await luciaOn(onDatabase(needs.database), needs).getUserSessions(accountId);
  return open
    .map(({ id, ouverteLe, appareil }) => ({ id, openedAt: ouverteLe, device: appareil }))
    .sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
}

/** Signs out of the session that a browser holds the token of. */
export const endSession = (tx: Writer, clock: Clock, token: string): Promise<void> =>
  luciaOn(inTransaction(tx), clock).invalidateSession(tokenHash(token));

/** Signs out of one session of this account, by its id; false when the account has no such session. */
export async function closeSession(tx: Writer, accountId: string, id: string): Promise<boolean> {
  const closed = await tx
    .delete(sessionTable)
    .where(and(eq(sessionTable.id, id), eq(sessionTable.compteId, accountId)))
    .returning({ id: sessionTable.id });
  return closed.length > 0;
}

/** Signs out everywhere but in the browser that holds this token. */
export const closeOtherSessions = async (tx: Writer, accountId: string, token: string): Promise<void> => {
  await tx.delete(sessionTable).where(and(eq(sessionTable.compteId, accountId), ne(sessionTable.id, tokenHash(token))));
};

/** Signs out everywhere. */
export const closeAllSessions = (tx: Writer, clock: Clock, accountId: string): Promise<void> =>
  luciaOn(inTransaction(tx), clock).invalidateUserSessions(accountId);

/** Erases the sessions past their idle limit; to be called every day. */
export const purgeSessions = (tx: Writer, clock: Clock): Promise<void> =>
  luciaOn(inTransaction(tx), clock).deleteExpiredSessions();
