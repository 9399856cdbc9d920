import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { seal as sealBytes, unseal as unsealBytes } from '../auth/sealed.ts';

/** What a browser keeps for us without being able to read or change it, until a date. */
type Sealed = { readonly purpose: string; readonly expiresAt: Date };

const mostInflated = 100_000;
const envelopeSchema = z.object({ until: z.number(), value: z.unknown() });

/** Tied to its purpose: what was sealed for one is nothing for another. */
export const seal = (key: Uint8Array, { purpose, expiresAt }: Sealed, value: unknown): string =>
  sealBytes(key, purpose, deflateRawSync(JSON.stringify({ until: expiresAt.getTime(), value })));

/** What was sealed; null when it is not ours, was changed, serves another purpose, or is past its date. */
export function unseal<Value>(
  key: Uint8Array,
  { purpose, now }: { readonly purpose: string; readonly now: Date },
  text: string,
  schema: z.ZodType<Value>,
): Value | null {
  const plain = unsealBytes(key, purpose, text);
  if (!plain) return null;
  // Authenticated: it is what we wrote, maybe in an earlier version of the site, whose value had another form.
  const { until, value } = envelopeSchema.parse(
    JSON.parse(inflateRawSync(plain, { maxOutputLength: mostInflated }).toString()),
  );
  return until > now.getTime() ? (schema.safeParse(value).data ?? null) : null;
}
