import { Secret, TOTP } from 'otpauth';
import { siteName } from '#domain/site/name.ts';

/** What every application of codes reads (RFC 6238): SHA-1, six digits, thirty seconds. */
const parameters = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** The step before and the one after count too: clocks of phones drift. */
const window = 1;

/** The time step of a code that is right at this instant, or null. Digits may be typed in groups. */
export function stepOfCode(secret: Uint8Array, typed: string, now: Date): number | null {
  const token = typed.normalize('NFKC').replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const timestamp = now.getTime();
  const delta = TOTP.validate({ ...parameters, secret: secretOf(secret), token, timestamp, window });
  return delta === null ? null : TOTP.counter({ period: parameters.period, timestamp }) + delta;
}

export type ApplicationSetUp = {
  /** Base32, to type by hand. */
  readonly secret: string;
  /** `otpauth://…`, for the application of this device or behind a QR code. */
  readonly uri: string;
};

/** What an application of codes is set up with. */
export function setUpOf(secret: Uint8Array, label: string): ApplicationSetUp {
  const totp = new TOTP({ ...parameters, issuer: siteName, label, secret: secretOf(secret) });
  return { secret: totp.secret.base32, uri: totp.toString() };
}

const secretOf = (bytes: Uint8Array): Secret => new Secret({ buffer: new Uint8Array(bytes).buffer });
