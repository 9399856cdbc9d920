import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/**
 * AES-256-GCM, as `v1.<iv>.<ciphertext>.<tag>` in base64url. `owner` is authenticated with it and not kept in it: what
 * was sealed for one account opens for no other.
 */
export function seal(key: Uint8Array, owner: string, secret: Uint8Array): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
  return ['v1', ...[iv, sealed, cipher.getAuthTag()].map((bytes) => bytes.toString('base64url'))].join('.');
}

/** Null for what was not sealed under this key for this owner. */
export function unseal(key: Uint8Array, owner: string, sealed: string): Buffer | null {
  const [version, ...parts] = sealed.split('.');
  const [iv, content, tag] = parts.map((part) => Buffer.from(part, 'base64url'));
  if (version !== 'v1' || iv?.length !== 12 || !content || tag?.length !== 16) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: 16 })
    .setAAD(Buffer.from(owner))
    .setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(content), decipher.final()]);
  } catch {
    // The one thing that node throws here: the tag does not match.
    return null;
  }
}
