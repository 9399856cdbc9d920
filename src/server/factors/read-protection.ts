import { eq } from 'drizzle-orm';
import { accountById } from '../accounts/find-account.ts';
import type { Reader, Writer } from '../db/client.ts';
import { codeTotp } from '../db/schema/factors.ts';
import { keysOf } from './key-store.ts';
import { recoveryCodesLeft } from './recovery-codes.ts';

export type ProtectionView = {
  readonly keys: readonly {
    readonly id: string;
    readonly name: string;
    readonly addedAt: string;
    readonly usedAt: string | null;
  }[];
  /** When the application of codes was set up, or null. */
  readonly applicationSince: string | null;
  readonly recoveryCodesLeft: number;
  /** False for who comes by Pro Santé Connect and never chose one. */
  readonly hasPassphrase: boolean;
};

/** What protects an account, for its owner: names and dates, no secret. */
export async function readProtection(db: Pick<Reader | Writer, 'select'>, accountId: string): Promise<ProtectionView> {
  const keys = await keysOf(db, accountId);
  const [application] = await db
    .select({ confirmeLe: codeTotp.confirmeLe })
    .from(codeTotp)
    .where(eq(codeTotp.compteId, accountId))
    .limit(1);
  return {
    keys: keys.map(({ id, nom, creeLe, utiliseeLe }) => ({ id, name: nom, addedAt: creeLe, usedAt: utiliseeLe })),
    applicationSince: application?.confirmeLe ?? null,
    recoveryCodesLeft: await recoveryCodesLeft(db, accountId),
    hasPassphrase: (await accountById(db, accountId))?.empreinte != null,
  };
}
