import { appendAudit } from '../audit/audit-log.ts';
import { closeOtherSessions, closeSession, endSession, type Session } from '../auth/session.ts';
import type { AccountNeeds } from './needs.ts';

type Needs = Pick<AccountNeeds, 'database' | 'now'>;

/** Signs a browser out. */
export const signOut = ({ database, now }: Needs, session: Session, token: string): Promise<void> =>
  database.write(async (tx) => {
    await endSession(tx, { now }, token);
    await appendAudit(tx, { at: now, actor: session.account.id, verb: 'se-deconnecter', object: objectOf(session) });
  });

/** Signs one other browser of the same account out; nothing happens when it is no session of this account. */
export const signOutOf = ({ database, now }: Needs, session: Session, id: string): Promise<void> =>
  database.write(async (tx) => {
    if (!(await closeSession(tx, session.account.id, id))) return;
    await appendAudit(tx, { at: now, actor: session.account.id, verb: 'fermer-session', object: objectOf(session) });
  });

/** Signs every other browser of the account out. */
export const signOutElsewhere = ({ database, now }: Needs, session: Session, token: string): Promise<void> =>
  database.write(async (tx) => {
    await closeOtherSessions(tx, session.account.id, token);
    const detail = { lesquelles: 'toutes-les-autres' };
    const entry = { at: now, actor: session.account.id, verb: 'fermer-session', object: objectOf(session), detail };
    await appendAudit(tx, entry);
  });

const objectOf = ({ account }: Session) => ({ type: 'compte', id: account.id });
