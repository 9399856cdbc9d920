import { purgeSessions } from '../auth/session.ts';
import { purgeAttempts } from '../auth/throttle.ts';
import type { Database } from '../db/client.ts';
import { purgeChallenges } from '../factors/challenge.ts';
import { purgeLinks } from './links.ts';

/** Erases sessions, links (with the sign-ups never confirmed), counts and used challenges past their date; to be called every day. */
export const purgeAccounts = ({ database, now }: { readonly database: Database; readonly now: Date }): Promise<void> =>
  database.write(async (tx) => {
    await purgeSessions(tx, { now });
    await purgeLinks(tx, now);
    await purgeAttempts(tx, now);
    await purgeChallenges(tx, now);
  });
