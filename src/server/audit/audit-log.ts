import { createHash } from 'node:crypto';
import { asc, desc, gt } from 'drizzle-orm';
import type { Reader, Writer } from '../db/client.ts';
import { journal } from '../db/schema-writings.ts';

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

/** The number of the first row that does not follow from the one before it, or null when the whole chain holds. */
export async function firstBrokenLink(db: Reader): Promise<number | null> {
  let previous = nothingBefore;
  let last = 0;
  for (;;) {
    const rows = await db
      .select()
      .from(journal)
      .where(gt(journal.numero, last))
      .orderBy(asc(journal.numero))
      .limit(rowsAtOnce);
    for (const { numero, empreinte, ...row } of rows) {
      if (row.empreintePrecedente !== previous || fingerprint(row) !== empreinte) return numero;
      previous = empreinte;
      last = numero;
    }
    if (rows.length < rowsAtOnce) return null;
  }
}
const rowsAtOnce = 1_000;

type Content = Omit<typeof journal.$inferSelect, 'numero' | 'empreinte'>;

const fingerprint = ({ quand, acteur, verbe, objetType, objetId, detail, empreintePrecedente }: Content): string =>
  createHash('sha256')
    .update(JSON.stringify([empreintePrecedente, quand, acteur, verbe, objetType, objetId, detail]))
    .digest('hex');
