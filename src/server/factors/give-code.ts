import { and, eq, lt } from 'drizzle-orm';
import { readRecoveryCode } from '#domain/account/recovery-code.ts';
import { hasFactor } from '#domain/account/second-factor.ts';
import { accept, refuse } from '#domain/shared/result.ts';
import type { AccountResult } from '../accounts/needs.ts';
import { proveAgain } from '../accounts/prove-again.ts';
import { appendAudit } from '../audit/audit-log.ts';
import { unseal } from '../auth/sealed.ts';
import { rotateSession } from '../auth/session.ts';
import { admit, forget } from '../auth/throttle.ts';
import type { Writer } from '../db/client.ts';
import { codeTotp } from '../db/schema/factors.ts';
import { type Changed, changeFactors } from './change-factors.ts';
import type { Bearer, FactorNeeds } from './needs.ts';
import { issueRecoveryCodes, takeRecoveryCode } from './recovery-codes.ts';
import { protectionOf } from './second-factor-rule.ts';
import { stepOfCode } from './totp.ts';

/** Gives the code of the application in a session, which then has its second factor; returns its new token. */
export const giveCode = (needs: FactorNeeds, bearer: Bearer, typed: string): AccountResult<string> =>
  tryCode(needs, bearer, 'application', (tx) => acceptStep(tx, needs, bearer.session.account.id, typed));

/** Gives a recovery code in place of a factor, which uses it up. */
export const giveRecoveryCode = (needs: FactorNeeds, bearer: Bearer, typed: string): AccountResult<string> =>
  tryCode(needs, bearer, 'code-de-secours', async (tx) => {
    const { now, secrets, notify } = needs;
    const { id: accountId, email } = bearer.session.account;
    const code = readRecoveryCode(typed);
    if (code === null || !(await takeRecoveryCode(tx, secrets.recovery, { accountId, code, now }))) return false;
    if (email) await notify(tx, { type: 'code-secours-utilise', to: email });
    return true;
  });

/** Voids the recovery codes of an account and gives it ten others. */
export async function renewRecoveryCodes(
  needs: FactorNeeds,
  bearer: Bearer,
  passphrase: string,
): AccountResult<Changed> {
  const accountId = bearer.session.account.id;
  const proved = await proveAgain(needs, bearer.session, passphrase);
  if (!proved.ok) return proved;
  let codes: readonly string[] = [];
  const change = { verb: 'renouveler-codes-secours', showsFactor: false };
  const renewed = await changeFactors(needs, bearer, change, async (tx) => {
    if (!hasFactor(await protectionOf(tx, accountId))) return refuse({ code: 'AUCUN_FACTEUR' });
    codes = await issueRecoveryCodes(tx, needs.secrets.recovery, accountId);
    return accept(undefined);
  });
  return renewed.ok ? accept({ ...renewed.value, codes }) : renewed;
}

/**
 * Counts a try before it is judged, judges it and lets it through in one transaction: of two uses of one code at the
 * same time, one is refused. Only who gave the passphrase comes here, so that no stranger makes the owner wait.
 */
function tryCode(
  { database, now, throttleKey }: FactorNeeds,
  { session, token }: Bearer,
  par: string,
  judge: (tx: Writer) => Promise<boolean>,
): AccountResult<string> {
  const accountId = session.account.id;
  const tries = { kind: 'compte-connu', of: ['second-facteur', accountId] } as const;
  return database.write(async (tx) => {
    const wait = await admit(tx, throttleKey, [tries], now);
    if (wait > 0) return refuse({ code: 'TROP_DE_CODES', attendreSecondes: wait } as const);
    if (!(await judge(tx))) return refuse({ code: 'CODE_REFUSE' } as const);
    const fresh = await rotateSession(tx, { now }, token, { secondFactorGiven: true });
    if (!fresh) return refuse({ code: 'CODE_REFUSE' } as const);
    await forget(tx, throttleKey, tries);
    const object = { type: 'compte', id: accountId };
    await appendAudit(tx, { at: now, actor: accountId, verb: 'donner-second-facteur', object, detail: { par } });
    return accept(fresh);
  });
}

async function acceptStep(
  tx: Writer,
  { secrets, now }: FactorNeeds,
  accountId: string,
  typed: string,
): Promise<boolean> {
  const [row] = await tx.select().from(codeTotp).where(eq(codeTotp.compteId, accountId)).limit(1);
  const secret = row?.confirmeLe ? unseal(secrets.totp, accountId, row.secretChiffre) : null;
  const step = secret && stepOfCode(secret, typed, now);
  if (step === null) return false;
  const later = and(eq(codeTotp.compteId, accountId), lt(codeTotp.dernierPas, step));
  return (await tx.update(codeTotp).set({ dernierPas: step }).where(later).returning()).length > 0;
}
