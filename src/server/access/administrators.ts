import { eq } from 'drizzle-orm';
import type { Reader, Writer } from '../db/client.ts';
import { habilitation } from '../db/schema/accounts.ts';

type Read = Pick<Reader | Writer, 'select'>;

/** The administrators, two at most: none, one alone, or enough. */
export async function someAdministrators(db: Read): Promise<readonly string[]> {
  const rows = await db
    .select({ id: habilitation.compteId })
    .from(habilitation)
    .where(eq(habilitation.role, 'association-admin'))
    .limit(2);
  return rows.map(({ id }) => id);
}

/** Two are asked for: one who loses her device, or leaves, would lock everyone out. */
export async function isOnlyAdministrator(db: Read, accountId: string): Promise<boolean> {
  const [first, second] = await someAdministrators(db);
  return first === accountId && second === undefined;
}
