import { accept, refuse } from '#domain/shared/result.ts';
import { accountById } from '../accounts/find-account.ts';
import { appendAudit } from '../audit/audit-log.ts';
import { closeAllSessions } from '../auth/session.ts';
import type { RoleNeeds, RoleResult } from './role-store.ts';

/** Signs an account out everywhere, such as when a device was lost. */
export const closeSessionsOf = (
  { database, now, actor }: Pick<RoleNeeds, 'database' | 'now' | 'actor'>,
  accountId: string,
): RoleResult<void> =>
  database.write(async (tx) => {
    if (!(await accountById(tx, accountId))) return refuse({ code: 'INTROUVABLE' } as const);
    await closeAllSessions(tx, { now }, accountId);
    const object = { type: 'compte', id: accountId };
    await appendAudit(tx, { at: now, actor, verb: 'fermer-session', object, detail: { lesquelles: 'toutes' } });
    return accept(undefined);
  });
