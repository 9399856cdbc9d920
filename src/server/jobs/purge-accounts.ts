import { purgeLinks } from '../accounts/links.ts';
import { purgeSessions } from '../auth/session.ts';
import { purgeAttempts } from '../auth/throttle.ts';
import type { Database } from '../db/client.ts';
import { purgeChallenges } from '../factors/challenge.ts';
import { purgeAnswers } from '../forms/answer-once.ts';
import { purgeDepartures } from '../identity/departures.ts';

/** Erases sessions, links (sign-ups never confirmed too), counts, challenges, departures and answers past their date; every day. */
export const purgeAccounts = ({ database, now }: { readonly database: Database; readonly now: Date }): Promise<void> =>
  database.write(async (tx) => {
    await purgeSessions(tx, { now });
    await purgeLinks(tx, now);
    await purgeAttempts(tx, now);
    await purgeChallenges(tx, now);
    await purgeDepartures(tx, now);
    await purgeAnswers(tx, now);
  });
