import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';

/** What a browser keeps for us without being able to read or change it, until a date. */
type Sealed = { readonly purpose: string; readonly expiresAt: Date };

const ivBytes = 12;
const tagBytes = 16;
const mostInflated = 100_000;
const envelopeSchema = z.object({ until: z.number(), value: z.unknown() });

/** AES-256-GCM, tied to its purpose: what was sealed for one is nothing for another. */
export function seal(key: Uint8Array, { purpose, expiresAt }: Sealed, value: unknown): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(purpose));
  const plain = deflateRawSync(JSON.stringify({ until: expiresAt.getTime(), value }));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

/** What was sealed; null when it is not ours, was changed, serves another purpose, or is past its date. */
export function unseal<Value>(
  key: Uint8Array,
  { purpose, now }: { readonly purpose: string; readonly now: Date },
  text: string,
  schema: z.ZodType<Value>,
): Value | null {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length <= ivBytes + tagBytes) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes })
    .setAAD(Buffer.from(purpose))
    .setAuthTag(bytes.subarray(-tagBytes));
  try {
    const plain = Buffer.concat([decipher.update(bytes.subarray(ivBytes, -tagBytes)), decipher.final()]);
    const json = JSON.parse(inflateRawSync(plain, { maxOutputLength: mostInflated }).toString());
    const { until, value } = envelopeSchema.parse(json);
    return until > now.getTime() ? schema.parse(value) : null;
  } catch {
    return null;
  }
}
