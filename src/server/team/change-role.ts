import { eq } from 'drizzle-orm';
import type { TeamRole } from '#domain/access/roles.ts';
import { closeAllSessions, rotateSession } from '../auth/session.ts';
import type { Writer } from '../db/client.ts';
import { membre } from '../db/schema/teams.ts';
import type { MemberRow, TeamNeeds } from './team-store.ts';

type By = Pick<TeamNeeds, 'now' | 'actor'>;

/**
 * A change of role changes the tokens of the account: whoever got hold of one before gains nothing by it. The session
 * that acts goes on under a new token, which is returned; the sessions of someone else are closed, since no browser of
 * theirs is there to be given a new one, and the next sign-in opens one. Null when the session that acts is not open
 * any more: nothing may then be written.
 */
export async function renewSessions(
  tx: Writer,
  { now, actor }: By,
  accountId: string,
  sessionToken: string,
): Promise<{ readonly sessionToken: string } | null> {
  if (accountId !== actor) {
    await closeAllSessions(tx, { now }, accountId);
    return { sessionToken };
  }
  const fresh = await rotateSession(tx, { now }, sessionToken);
  return fresh ? { sessionToken: fresh } : null;
}

export const writeRole = async (tx: Writer, { id, version }: MemberRow, role: TeamRole): Promise<void> => {
  await tx
    .update(membre)
    .set({ role, version: version + 1 })
    .where(eq(membre.id, id));
};
