import { accept } from '#domain/shared/result.ts';
import { accountObject } from '../access/find-object.ts';
import { appendAudit } from '../audit/audit-log.ts';
import { closeOtherSessions, closeSession, endSession, type Session } from '../auth/session.ts';
import type { AccountNeeds, AccountResult } from './needs.ts';

type Needs = Pick<AccountNeeds, 'database' | 'now' | 'permit'>;

/** Signs a browser out. */
export const signOut = ({ database, now }: Omit<Needs, 'permit'>, session: Session, token: string): Promise<void> =>
  database.write(async (tx) => {
    await endSession(tx, { now }, token);
    await appendAudit(tx, { at: now, actor: session.account.id, verb: 'se-deconnecter', object: objectOf(session) });
  });

/** Signs one other browser of the same account out; nothing happens when it is no session of this account. */
export const signOutOf = ({ database, now, permit }: Needs, session: Session, id: string): AccountResult<void> =>
  database.write(async (tx) => {
    const permitted = await permit(tx, 'fermer-sessions', await accountObject(tx, session.account.id));
    if (!permitted.ok) return permitted;
    if (!(await closeSession(tx, session.account.id, id))) return accept(undefined);
    await appendAudit(tx, { at: now, actor: session.account.id, verb: 'fermer-session', object: objectOf(session) });
    return accept(undefined);
  });

/** Signs every other browser of the account out. */
export const signOutElsewhere = (
  { database, now, permit }: Needs,
  session: Session,
  token: string,
): AccountResult<void> =>
  database.write(async (tx) => {
    const permitted = await permit(tx, 'fermer-sessions', await accountObject(tx, session.account.id));
    if (!permitted.ok) return permitted;
    await closeOtherSessions(tx, session.account.id, token);
    const detail = { lesquelles: 'toutes-les-autres' };
    const entry = { at: now, actor: session.account.id, verb: 'fermer-session', object: objectOf(session), detail };
    await appendAudit(tx, entry);
    return accept(undefined);
  });

const objectOf = ({ account }: Session) => ({ type: 'compte', id: account.id });
