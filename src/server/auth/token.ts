import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 bits for a link or a cookie. Only `tokenHash` of it is ever kept. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Without salt: 256 bits of chance leave nothing to guess. Looked up by hash, a token cannot be found by timing. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');
