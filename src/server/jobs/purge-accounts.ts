import { purgeLinks } from '../accounts/links.ts';
import { purgeSessions } from '../auth/session.ts';
import { purgeAttempts } from '../auth/throttle.ts';
import type { Database } from '../db/client.ts';
import { purgeChallenges } from '../factors/challenge.ts';
import { purgeAnswers } from '../forms/answer-once.ts';
import { purgeDepartures } from '../identity/departures.ts';
import { purgeOffers } from '../roles/role-offers.ts';

/**
 * Erases what is past its date: sessions, links (sign-ups never confirmed too), roles offered, counts, challenges,
 * departures and answers to forms; every day.
 */
export const purgeAccounts = ({ database, now }: { readonly database: Database; readonly now: Date }): Promise<void> =>
  database.write(async (tx) => {
    await purgeSessions(tx, { now });
    await purgeLinks(tx, now);
    await purgeOffers(tx, now);
    await purgeAttempts(tx, now);
    await purgeChallenges(tx, now);
    await purgeDepartures(tx, now);
    await purgeAnswers(tx, now);
  });
