import { eq } from 'drizzle-orm';
import type { TeamRole } from '#domain/access/roles.ts';
import type { Writer } from '../db/client.ts';
import { membre } from '../db/schema/teams.ts';
import type { MemberRow } from './team-store.ts';

/**
 * Writes the role of a member. Sessions go on as they are: the places of an account are read at every request, so that
 * the role counts from the next one, in every browser of the person (decision 0019).
 */
export const writeRole = async (tx: Writer, { id, version }: MemberRow, role: TeamRole): Promise<void> => {
  await tx
    .update(membre)
    .set({ role, version: version + 1 })
    .where(eq(membre.id, id));
};
