import { accept } from '#domain/shared/result.ts';
import { accountObject } from '../access/find-object.ts';
import { appendAudit } from '../audit/audit-log.ts';
import { closeAllSessions } from '../auth/session.ts';
import type { RoleNeeds, RoleResult } from './role-store.ts';

/** Signs an account out everywhere, such as when a device was lost. */
export const closeSessionsOf = (
  { database, now, actor, permit }: Pick<RoleNeeds, 'database' | 'now' | 'actor' | 'permit'>,
  accountId: string,
): RoleResult<void> =>
  database.write(async (tx) => {
    const permitted = await permit(tx, 'fermer-sessions', await accountObject(tx, accountId));
    if (!permitted.ok) return permitted;
    await closeAllSessions(tx, { now }, accountId);
    const object = { type: 'compte', id: accountId };
    await appendAudit(tx, { at: now, actor, verb: 'fermer-session', object, detail: { lesquelles: 'toutes' } });
    return accept(undefined);
  });
