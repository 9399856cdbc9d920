import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { accept, refuse } from '#domain/shared/result.ts';
import type { AccountResult } from '../accounts/needs.ts';
import { proveAgain } from '../accounts/prove-again.ts';
import { seal, unseal } from '../auth/sealed.ts';
import { codeTotp } from '../db/schema/factors.ts';
import { useChallenge } from './challenge.ts';
import { type Changed, changeFactors, mayEnrol, mayRemove } from './change-factors.ts';
import type { Bearer, FactorNeeds } from './needs.ts';
import { type ApplicationSetUp, setUpOf, stepOfCode } from './totp.ts';

/** RFC 4226, 4: 160 bits. */
const secretBytes = 20;
/** Time to find an application and install it. */
const preparationMinutes = 30;

/** What the page holds between both steps: nothing is kept before a first code was right. */
export type Preparation = ApplicationSetUp & { readonly sealed: string };

/** Draws the secret of an application of codes, after a proof; the sealed form brings that proof to the second step. */
export async function prepareApplication(
  needs: FactorNeeds,
  { session }: Bearer,
  passphrase: string,
): AccountResult<Preparation> {
  if (!(await mayEnrol(needs.database.db, session))) return refuse({ code: 'FACTEUR_A_DONNER' });
  const proved = await proveAgain(needs, session, passphrase);
  if (!proved.ok) return proved;
  const until = Buffer.alloc(8);
  until.writeBigUInt64BE(BigInt(needs.now.getTime() + preparationMinutes * 60_000));
  const content = Buffer.concat([randomBytes(secretBytes), until]);
  const sealed = seal(needs.secrets.totp, preparationOf(session), content);
  return accept({ ...setUpOf(content.subarray(0, secretBytes), labelOf(session)), sealed });
}

/** The preparation again, for a page that comes back with an error; null when it is too old or someone else’s. */
export function readPreparation(
  { secrets, now }: FactorNeeds,
  { session }: Bearer,
  sealed: string,
): Preparation | null {
  const secret = preparedSecret(secrets.totp, session, sealed, now);
  return secret && { ...setUpOf(secret, labelOf(session)), sealed };
}

/** Sets an application up, in place of the former if there is one, once it gave a right code. */
export async function confirmApplication(
  needs: FactorNeeds,
  bearer: Bearer,
  { sealed, code }: { readonly sealed: string; readonly code: string },
): AccountResult<Changed> {
  const { now, secrets } = needs;
  const { session } = bearer;
  const secret = preparedSecret(secrets.totp, session, sealed, now);
  if (!secret) return refuse({ code: 'PREPARATION_PERIMEE' });
  // No count of tries: whoever guesses here guesses a secret that the page has already shown.
  const step = stepOfCode(secret, code, now);
  if (step === null) return refuse({ code: 'CODE_REFUSE' });
  return changeFactors(needs, bearer, { verb: 'ajouter-application', showsFactor: true }, async (tx) => {
    const tag = sealed.split('.').at(-1) ?? '';
    if (!(await useChallenge(tx, tag, now, preparationMinutes))) return refuse({ code: 'PREPARATION_PERIMEE' });
    const row = {
      secretChiffre: seal(secrets.totp, session.account.id, secret),
      confirmeLe: now.toISOString(),
      dernierPas: step,
    };
    await tx
      .insert(codeTotp)
      .values({ compteId: session.account.id, ...row })
      .onConflictDoUpdate({ target: codeTotp.compteId, set: row });
    return accept(undefined);
  });
}

/** Takes the application of codes away. */
export async function removeApplication(
  needs: FactorNeeds,
  bearer: Bearer,
  passphrase: string,
): AccountResult<Changed> {
  const accountId = bearer.session.account.id;
  const proved = await proveAgain(needs, bearer.session, passphrase);
  if (!proved.ok) return proved;
  return changeFactors(needs, bearer, { verb: 'retirer-application', showsFactor: false }, async (tx) => {
    if (!(await mayRemove(tx, accountId, 'application'))) return refuse({ code: 'DERNIER_FACTEUR' });
    await tx.delete(codeTotp).where(eq(codeTotp.compteId, accountId));
    return accept(undefined);
  });
}

type Session = Bearer['session'];

function preparedSecret(key: Uint8Array, session: Session, sealed: string, now: Date): Uint8Array | null {
  const content = unseal(key, preparationOf(session), sealed);
  if (content?.length !== secretBytes + 8) return null;
  const until = Number(content.readBigUInt64BE(secretBytes));
  return now.getTime() <= until ? content.subarray(0, secretBytes) : null;
}

/** Another owner than that of a kept secret: one never passes for the other. */
const preparationOf = ({ account }: Session): string => `preparation ${account.id}`;
const labelOf = ({ account }: Session): string => account.email ?? account.name;
