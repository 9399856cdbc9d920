import { createHmac } from 'node:crypto';
import { eq, lt, sql } from 'drizzle-orm';
import type { Writer } from '../db/client.ts';
import { tentative } from '../db/schema/accounts.ts';

/** What is counted, and how many tries pass before the first delay. */
const kinds = {
  /** Sign-ins to one account from places that it was never opened from. */
  compte: { free: 5 },
  /** Sign-ins to one account from a place that it was opened from: strangers do not use up these tries. */
  'compte-connu': { free: 5 },
  /** From one network address, to all accounts: a hospital has one for hundreds of people. */
  adresse: { free: 50 },
  /** Mails that anyone at all asked for one e-mail address. */
  courriel: { free: 5 },
  /** Those that people signed in asked for it: strangers do not use up these. */
  'courriel-compte': { free: 5 },
  /** Mails asked from one network address. */
  'courriel-adresse': { free: 30 },
} as const;
export type ThrottleKind = keyof typeof kinds;

export type Subject = { readonly kind: ThrottleKind; readonly of: readonly string[] };

const longestWaitMs = 15 * 60_000;
const forgottenAfterMs = 24 * 3_600_000;
const placeKnownForMs = 90 * 24 * 3_600_000;

/**
 * Counts one try for each subject, before it is judged, so that thirty at once do not pass under one count. Returns 0,
 * or the seconds to wait when one subject must; a try that must wait is not counted. From the end of the free tries
 * the delay doubles from one second to fifteen minutes.
 */
export async function admit(tx: Writer, key: Uint8Array, subjects: readonly Subject[], now: Date): Promise<number> {
  const at = now.getTime();
  const rows = [];
  for (const subject of subjects) rows.push({ subject, row: await readRow(tx, subjectKey(key, subject)) });
  const wait = Math.max(0, ...rows.map(({ row }) => (row?.attendreJusqua ?? 0) - at));
  if (wait > 0) return Math.ceil(wait / 1000);
  for (const { subject, row } of rows) {
    const nombre = (row && row.oublierLe > at ? row.nombre : 0) + 1;
    const over = nombre - kinds[subject.kind].free;
    const delay = over < 0 ? 0 : Math.min(1000 * 2 ** over, longestWaitMs);
    const values = { nombre, attendreJusqua: at + delay, oublierLe: at + forgottenAfterMs };
    await tx
      .insert(tentative)
      .values({ cle: subjectKey(key, subject), ...values })
      .onConflictDoUpdate({ target: tentative.cle, set: values });
  }
  return 0;
}

/** After a success: forgets the tries of an account. */
export async function forget(tx: Writer, key: Uint8Array, subject: Subject): Promise<void> {
  await tx.delete(tentative).where(eq(tentative.cle, subjectKey(key, subject)));
}

/** After a success: takes back the one try that it cost, so that signing in often does not hide failures. */
export async function takeBack(tx: Writer, key: Uint8Array, subject: Subject): Promise<void> {
  await tx
    .update(tentative)
    .set({ nombre: sql`max(0, ${tentative.nombre} - 1)`, attendreJusqua: 0 })
    .where(eq(tentative.cle, subjectKey(key, subject)));
}

/** Remembers for 90 days that this account was opened from there. */
export async function rememberPlace(tx: Writer, key: Uint8Array, place: Place, now: Date): Promise<void> {
  const row = { nombre: 0, attendreJusqua: 0, oublierLe: now.getTime() + placeKnownForMs };
  await tx
    .insert(tentative)
    .values({ cle: placeKey(key, place), ...row })
    .onConflictDoUpdate({ target: tentative.cle, set: row });
}

/** Which count a sign-in falls under. Whoever guesses from elsewhere makes nobody wait at a place that is known. */
export async function signInSubjects(
  tx: Writer,
  key: Uint8Array,
  place: Place,
  now: Date,
): Promise<[Subject, Subject]> {
  const known = ((await readRow(tx, placeKey(key, place)))?.oublierLe ?? 0) > now.getTime();
  return [
    known ? { kind: 'compte-connu', of: [place.emailKey, place.address] } : { kind: 'compte', of: [place.emailKey] },
    { kind: 'adresse', of: [place.address] },
  ];
}

/** Erases what is past its date; to be called every day. */
export const purgeAttempts = async (tx: Writer, now: Date): Promise<void> => {
  await tx.delete(tentative).where(lt(tentative.oublierLe, now.getTime()));
};

/** An account, by the key of its e-mail, and a network address (`network` of the rate limit: a /64 counts as one). */
export type Place = { readonly emailKey: string; readonly address: string };

const readRow = async (tx: Writer, cle: string) =>
  (await tx.select().from(tentative).where(eq(tentative.cle, cle)).limit(1))[0];

const subjectKey = (key: Uint8Array, { kind, of }: Subject): string => keyedHash(key, [kind, ...of]);
const placeKey = (key: Uint8Array, { emailKey, address }: Place): string => keyedHash(key, ['lieu', emailKey, address]);

/** Keyed: the four billion addresses of IPv4 could all be tried against a plain hash. */
const keyedHash = (key: Uint8Array, parts: readonly string[]): string =>
  createHmac('sha256', key).update(JSON.stringify(parts)).digest('hex');
