import { setTimeout as pause } from 'node:timers/promises';
import { and, eq, gt, isNull, lte } from 'drizzle-orm';
import { seal, unseal } from '../auth/sealed.ts';
import type { Database, Writer } from '../db/client.ts';
import { reponseFormulaire } from '../db/schema/forms.ts';
import { isDatabaseBusy } from '../db/write-queue.ts';
import { type Sending, sendingId, sendingSeal } from './sending.ts';

export type OnceNeeds = {
  readonly database: Database;
  /** 32 bytes that are not in the database. */
  readonly secret: Uint8Array;
  /** Asked again at each step: answers are waited for. */
  readonly now: () => Date;
};

/** A sending and the token of the session that it came with; null without one. */
export type Sent = { readonly sending: Sending; readonly token: string | null };

export type Answer = {
  /** What is needed to give it again. */
  readonly text: string;
  /** The token under which the session of the browser goes on, null when it has none. */
  readonly nextToken: string | null;
  /** How it is kept: what was refused changed nothing, and may be asked again soon. */
  readonly keep: 'as-done' | 'as-refused' | 'not';
};

/**
 * A page comes back from an error within a moment, a list of codes is loaded anew within minutes. No longer: whoever
 * undid meanwhile what a form had done may want it again.
 */
const doneMs = 5 * 60_000;
/**
 * For a refusal, and for a token that the answer replaced: a second click on a slow line, not a second thought. Such a
 * token opens nothing else.
 */
const momentMs = 30_000;
/** Longer than any form takes; shorter than the time after which the server gives up a silent connection (30 s). */
const answeringMs = 20_000;

/** The text of the answer given to a sending, once it is there; null when there is none, and none under way. */
export async function answerTo({ database, secret, now }: OnceNeeds, { sending, token }: Sent): Promise<string | null> {
  const id = sendingId(secret, sending, token);
  for (let wait = 20; ; wait = Math.min(2 * wait, 250)) {
    const recent = and(eq(reponseFormulaire.id, id), gt(reponseFormulaire.oublierLe, now().getTime()));
    const [row] = await database.db.select().from(reponseFormulaire).where(recent).limit(1);
    if (!row) return null;
    if (row.contenu !== null) return unseal(sendingSeal(secret, sending), id, row.contenu)?.toString() ?? null;
    await pause(wait);
  }
}

/**
 * Answers a sending once: the same one sent meanwhile, here or to another process, waits for this answer and gets it.
 * @returns the answer made, or the text of the one that was made by another.
 * @throws what `act` throws; the form may then be sent again as if for the first time.
 */
export async function answerOnce<Made extends Answer>(
  needs: OnceNeeds,
  sent: Sent,
  act: () => Promise<Made>,
): Promise<{ readonly made: Made } | { readonly kept: string }> {
  for (;;) {
    if (await claim(needs, sent)) return { made: await actAndKeep(needs, sent, act) };
    const kept = await answerTo(needs, sent);
    if (kept !== null) return { kept };
  }
}

/** Erases the answers past their time; to be called every day, for a site that no form reaches. */
export const purgeAnswers = async (tx: Writer, now: Date): Promise<void> => {
  await tx.delete(reponseFormulaire).where(lte(reponseFormulaire.oublierLe, now.getTime()));
};

/** True for the one who is to answer: for a while, in case he never does. */
const claim = ({ database, secret, now }: OnceNeeds, { sending, token }: Sent): Promise<boolean> =>
  database.write(async (tx) => {
    await purgeAnswers(tx, now());
    const row = { id: sendingId(secret, sending, token), oublierLe: now().getTime() + answeringMs };
    return (await tx.insert(reponseFormulaire).values(row).onConflictDoNothing().returning()).length > 0;
  });

async function actAndKeep<Made extends Answer>(needs: OnceNeeds, sent: Sent, act: () => Promise<Made>): Promise<Made> {
  let made: Made | null = null;
  try {
    made = await act();
    return made;
  } finally {
    await settle(needs, sent, made).catch(untold);
  }
}

/** What was done is done, whether or not its answer could be kept. */
function untold(error: unknown): void {
  if (!isDatabaseBusy(error)) throw error;
}

const settle = ({ database, secret, now }: OnceNeeds, { sending, token }: Sent, made: Answer | null): Promise<void> =>
  database.write(async (tx) => {
    const under = (token: string | null) => sendingId(secret, sending, token);
    await tx
      .delete(reponseFormulaire)
      .where(and(eq(reponseFormulaire.id, under(token)), isNull(reponseFormulaire.contenu)));
    if (made === null || made.keep === 'not') return;
    const { text, nextToken, keep } = made;
    for (const one of new Set([token, nextToken])) {
      const id = under(one);
      const keptMs = keep === 'as-done' && one === nextToken ? doneMs : momentMs;
      const row = {
        contenu: seal(sendingSeal(secret, sending), id, Buffer.from(text)),
        oublierLe: now().getTime() + keptMs,
      };
      await tx
        .insert(reponseFormulaire)
        .values({ id, ...row })
        .onConflictDoUpdate({ target: reponseFormulaire.id, set: row });
    }
  });
