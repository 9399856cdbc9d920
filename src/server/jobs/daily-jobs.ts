import type { DailyJob } from '#domain/site/daily-job.ts';
import type { Database } from '../db/client.ts';
import { purgeMails } from '../mail/purge-mails.ts';
import { purgeGroups } from '../orientation/group-store.ts';
import { expireInvitations } from '../team/expire-invitations.ts';
import { purgeAccounts } from './purge-accounts.ts';

export type JobNeeds = { readonly database: Database; readonly now: Date };

/** What each daily job does. It may be done twice in a day, and may have waited for weeks while the site was stopped. */
export const runs: Readonly<Record<DailyJob, (needs: JobNeeds) => Promise<unknown>>> = {
  'purger-comptes': purgeAccounts,
  'purger-courriels': purgeMails,
  'purger-groupes': purgeGroups,
  'expirer-invitations': expireInvitations,
};
