import { createHash } from 'node:crypto';
import { asc, desc, gt } from 'drizzle-orm';
import type { Reader, Writer } from '../db/client.ts';
import { journal } from '../db/schema/audit.ts';

export type AuditEntry = {
  readonly at: Date;
  /** `public`, `systeme`, or the id of an account. */
  readonly actor: string;
  readonly verb: string;
  readonly object: { readonly type: string; readonly id: string };
  /** What changed, without secrets nor personal data. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
};

const nothingBefore = '0'.repeat(64);

/** Adds a row to the log, in the transaction of the change that it tells. */
export async function appendAudit(tx: Writer, { at, actor, verb, object, detail = {} }: AuditEntry): Promise<void> {
  const [last] = await tx.select({ empreinte: journal.empreinte }).from(journal).orderBy(desc(journal.numero)).limit(1);
  const row = {
    quand: at.toISOString(),
    acteur: actor,
    verbe: verb,
    objetType: object.type,
    objetId: object.id,
    detail: JSON.stringify(detail),
    empreintePrecedente: last?.empreinte ?? nothingBefore,
  };
  await tx.insert(journal).values({ ...row, empreinte: fingerprint(row) });
}

export type ChainCheck = {
  /** Rows that follow from one another, from the first. */
  readonly held: number;
  /** The last of them; null for an empty log. */
  readonly head: { readonly numero: number; readonly empreinte: string; readonly quand: string } | null;
  /** The number of the first row that does not follow from the one before it; null when the whole chain holds. */
  readonly broken: number | null;
  /** Whether a fingerprint noted earlier is among the rows that hold; null when none was asked for. */
  readonly knowsNoted: boolean | null;
};

/**
 * Walks the whole log, a thousand rows at a time. Whoever writes the file could make the chain anew, or cut its end:
 * only a head noted elsewhere shows that, hence `noted`.
 */
export async function checkChain(db: Reader, noted: string | null = null): Promise<ChainCheck> {
  let held = 0;
  let head = null as ChainCheck['head'];
  let isKnown = false;
  const found = (broken: number | null): ChainCheck => ({
    held,
    head,
    broken,
    knowsNoted: noted === null ? null : isKnown,
  });
  for (;;) {
    const rows = await db
      .select()
      .from(journal)
      .where(gt(journal.numero, head?.numero ?? 0))
      .orderBy(asc(journal.numero))
      .limit(rowsAtOnce);
    for (const { numero, empreinte, ...row } of rows) {
      const previous = head?.empreinte ?? nothingBefore;
      if (row.empreintePrecedente !== previous || fingerprint(row) !== empreinte) return found(numero);
      head = { numero, empreinte, quand: row.quand };
      held += 1;
      isKnown ||= empreinte === noted;
    }
    if (rows.length < rowsAtOnce) return found(null);
  }
}
const rowsAtOnce = 1_000;

/** The number of the first row that does not follow from the one before it, or null when the whole chain holds. */
export const firstBrokenLink = async (db: Reader): Promise<number | null> => (await checkChain(db)).broken;

type Content = Omit<typeof journal.$inferSelect, 'numero' | 'empreinte'>;

const fingerprint = ({ quand, acteur, verbe, objetType, objetId, detail, empreintePrecedente }: Content): string =>
  createHash('sha256')
    .update(JSON.stringify([empreintePrecedente, quand, acteur, verbe, objetType, objetId, detail]))
    .digest('hex');
