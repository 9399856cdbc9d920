import { eq, lt } from 'drizzle-orm';
import type { Adapter, DatabaseSession, Lucia } from 'lucia';
import type { Reader, Writer } from '../db/client.ts';
import { compte, session } from '../db/schema/accounts.ts';

export type Row = typeof session.$inferSelect;

/** Where the sessions are read and written: a transaction under way, or the database with its write queue. */
export type Store = {
  readonly read: Pick<Reader | Writer, 'select'>;
  write(work: (tx: Writer) => Promise<unknown>): Promise<unknown>;
};

type SessionAttributes = Pick<Row, 'ouverteLe' | 'secondFacteurLe' | 'appareil'>;
type UserAttributes = Pick<typeof compte.$inferSelect, 'email' | 'nom' | 'secondFacteurRequis'>;

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<SessionAttributes, UserAttributes>;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: UserAttributes;
  }
}

/**
 * Lucia’s table of sessions. Not `@lucia-auth/adapter-drizzle`: it writes by itself, outside of the write queue and of
 * the transaction that a sign-in shares with the log. Lucia reads the clock of the machine and ours is passed in, so
 * that instants are moved by the difference between both when they pass here.
 */
export function sessionAdapter(
  { read, write }: Store,
  { now, absoluteMs }: { now: Date; absoluteMs: number },
): Adapter {
  const lead = Date.now() - now.getTime();
  const toLucia = (stored: string): Date => new Date(Date.parse(stored) + lead);
  const fromLucia = (date: Date): string => new Date(date.getTime() - lead).toISOString();
  const past = (row: Row): boolean => Date.parse(row.ouverteLe) + absoluteMs <= now.getTime();

  const forLucia = ({ id, compteId, expireLe, ouverteLe, secondFacteurLe, appareil }: Row): DatabaseSession => ({
    id,
    userId: compteId,
    expiresAt: toLucia(expireLe),
    attributes: { ouverteLe, secondFacteurLe, appareil },
  });

  return {
    async getSessionAndUser(id) {
      const [found] = await read
        .select({ session, compte })
        .from(session)
        .innerJoin(compte, eq(compte.id, session.compteId))
        .where(eq(session.id, id))
        .limit(1);
      if (!found || past(found.session)) return [null, null];
      const { email, nom, secondFacteurRequis } = found.compte;
      return [forLucia(found.session), { id: found.compte.id, attributes: { email, nom, secondFacteurRequis } }];
    },
    async getUserSessions(userId) {
      const rows = await read.select().from(session).where(eq(session.compteId, userId));
      return rows.filter((row) => !past(row)).map(forLucia);
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      const row = { id, compteId: userId, expireLe: fromLucia(expiresAt), ...attributes };
      await write((tx) => tx.insert(session).values(row));
    },
    async updateSessionExpiration(id, expiresAt) {
      await write((tx) =>
        tx
          .update(session)
          .set({ expireLe: fromLucia(expiresAt) })
          .where(eq(session.id, id)),
      );
    },
    async deleteSession(id) {
      await write((tx) => tx.delete(session).where(eq(session.id, id)));
    },
    async deleteUserSessions(userId) {
      await write((tx) => tx.delete(session).where(eq(session.compteId, userId)));
    },
    async deleteExpiredSessions() {
      await write((tx) => tx.delete(session).where(lt(session.expireLe, now.toISOString())));
    },
  };
}
