import { can } from '#domain/access/can.ts';
import { regionsOf } from '#domain/access/role-grant.ts';
import { isOnlyAdministrator } from '#server/access/administrators.ts';
import { readJobs } from '#server/jobs/job-store.ts';
import { readDeadLetters } from '#server/mail/dead-letters.ts';
import { readWaitingMails } from '#server/mail/waiting-mails.ts';
import { readReports } from '#server/reports/read-reports.ts';
import { waitingOffers } from '#server/roles/role-offers.ts';
import { countWithoutReferent } from '#server/team/list-teams.ts';
import { actorOf, type Visit } from '../visit.ts';
import { isSecondAwaited } from './accounts-page.ts';

/** Counts stop here: « 100 ou plus ». */
export const mostCounted = 100;

/** What waits in the room of the association, by what its reader may do there. */
export async function whatWaits(visit: Visit) {
  const actor = actorOf(visit);
  const regions = regionsOf(actor.roles, ['association-instructeur', 'association-gestionnaire']);
  const { services, today } = visit;
  return {
    leaderless: can(actor, 'lister-equipes', { kind: 'portail' }).ok
      ? await countWithoutReferent(services, { regions, day: today, limit: mostCounted })
      : null,
    administration: can(actor, 'lister-comptes', { kind: 'portail' }).ok ? await administrationWaits(visit) : null,
    reports: can(actor, 'modifier', { kind: 'fiche', region: null }).ok
      ? { last: (await readReports(services, undefined, 1))[0] ?? null }
      : null,
  };
}

async function administrationWaits(visit: Visit) {
  const { services, now } = visit;
  const { db } = services.database;
  const { links, claims } = await waitingOffers(db, now);
  return {
    claims: claims.length,
    links: links.length,
    dead: (await readDeadLetters(services, now, mostCounted)).length,
    waiting: (await readWaitingMails(services)).number,
    failedJobs: (await readJobs(services)).filter(({ last }) => last !== null && last.echec !== null).length,
    isAlone: await isOnlyAdministrator(db, actorOf(visit).compte),
    isSecondAwaited: isSecondAwaited(links),
  };
}
