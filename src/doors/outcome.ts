import type { AccessRefusal } from '#domain/access/can.ts';
import type { Typed } from './form-body.ts';

/** What became of a form that was let in. */
export type Outcome<Shown = never> =
  /** Done: the browser goes on to this local address. */
  | { readonly to: string }
  /** Saved while one types: a script is told the version that it goes on from, a browser goes on to the address. */
  | { readonly to: string; readonly version: number }
  /** Refused: a sentence a field, `''` for the form as a whole; what was typed is given back. */
  | { readonly errors: FieldErrors; readonly status?: number }
  /** The right that was there when the form was let in went away before the act. */
  | { readonly denied: AccessRefusal }
  /** Nothing was done yet: the form comes back with these fields, to be gone on with. */
  | { readonly back: Typed }
  /** Done, with something that is shown this once and never again. */
  | { readonly shown: Shown };

export type FieldErrors = Readonly<Record<string, string>>;
