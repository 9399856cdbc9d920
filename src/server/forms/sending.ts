import { createHmac } from 'node:crypto';

/** A form as it was sent, with what tells it from every other. */
export type Sending = {
  /** Drawn for each showing of a page and hidden in its forms: who sends it saw that page. */
  readonly key: string;
  /** Path and query of the page that it was sent to. */
  readonly address: string;
  /** Every field in its order, the key left out. */
  readonly fields: readonly (readonly [name: string, value: string])[];
};

/**
 * The name of a sending by the session of a token (null: without one). Another field, another page or another session
 * is another sending, even under the same key.
 */
export const sendingId = (secret: Uint8Array, { key, address, fields }: Sending, token: string | null): string =>
  createHmac('sha256', secret)
    .update(JSON.stringify(['envoi', key, address, token, fields]))
    .digest('hex');

/** The key that its answer is sealed under: without the key of the form, our file of secrets opens it neither. */
export const sendingSeal = (secret: Uint8Array, { key }: Sending): Uint8Array =>
  createHmac('sha256', secret)
    .update(JSON.stringify(['sceau', key]))
    .digest();
