import { and, inArray, lt } from 'drizzle-orm';
import { dayInParis } from '#domain/shared/civil-date.ts';
import { moveInvitation } from '#domain/team/invitation.ts';
import type { Database } from '../db/client.ts';
import { invitation } from '../db/schema/teams.ts';
import { invitationValidityDays, writeMove } from './invitation-store.ts';

/**
 * Writes down the invitations past their last day, which opened nothing since then; to be called every day.
 */
export const expireInvitations = ({
  database,
  now,
}: {
  readonly database: Database;
  readonly now: Date;
}): Promise<void> =>
  database.write(async (tx) => {
    const today = dayInParis(now);
    const past = and(inArray(invitation.etat, ['envoyee', 'renvoyee']), lt(invitation.jusquau, today));
    for (const row of await tx.select().from(invitation).where(past)) {
      const moved = moveInvitation(row, 'expirer', 'temps', { today, validityDays: invitationValidityDays });
      if (moved.ok) await writeMove(tx, { now, actor: 'systeme' }, row, 'expirer', moved.value);
    }
  });
