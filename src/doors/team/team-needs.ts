import { memberObject, teamObject } from '#server/access/find-object.ts';
import { permitFor } from '#server/access/permit.ts';
import { enqueueMail } from '#server/mail/enqueue-mail.ts';
import type { Services } from '#server/services.ts';
import type { TeamMail, TeamNeeds } from '#server/team/team-store.ts';
import { type NoticeMail, noticeWords } from '../../messages/account/notice-mails.ts';
import { actorOf, type Visit } from '../visit.ts';

/** What the verbs of teams need of the outside, for one request of someone signed in. */
export const teamNeeds = (visit: Visit): TeamNeeds => ({
  database: visit.services.database,
  now: visit.now,
  today: visit.today,
  newId: visit.services.newId,
  actor: actorOf(visit).compte,
  permit: permitFor(visit),
  send: teamMails(visit.services, visit.now),
});

/** The id of the team that the address of a page names. */
export const teamIdOf = ({ context }: Visit): string => context.params.equipe ?? '';

/** That team, as rights over it are asked. */
export const teamInAddress = (visit: Visit) => teamObject(visit.services.database.db, 'equipe', teamIdOf(visit));

/** The log of that team, as rights over it are asked. */
export const logInAddress = (visit: Visit) => teamObject(visit.services.database.db, 'journal-equipe', teamIdOf(visit));

/** The id of the member that the address of a page names. */
export const memberIdOf = ({ context }: Visit): string => context.params.membre ?? '';

/** That member of that team, as rights over it are asked. */
export const memberInAddress = (visit: Visit) =>
  memberObject(visit.services.database.db, teamIdOf(visit), memberIdOf(visit));

/** Puts the words of a mail about a team in the outbox. */
export const teamMails =
  ({ config }: Pick<Services, 'config'>, at: Date): TeamNeeds['send'] =>
  (tx, mail) => {
    const words = noticeWords(mail.type satisfies NoticeMail, `${config.siteUrl}${pathOf(mail)}`);
    return enqueueMail(tx, { key: mail.key, to: mail.to, ...words, at });
  };

const pathOf = (mail: TeamMail): string =>
  mail.type === 'invitation-equipe' ? `/espace/invitation?jeton=${mail.token}` : mail.path;
