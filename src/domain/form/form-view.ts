import type { Place } from '#domain/territory/resolve-place.ts';
import type { FormFacts } from './check-value.ts';
import type { Form } from './form.schema.ts';

/** All that is needed to draw a form. */
export type FormView = {
  readonly form: Form;
  /** What its fields hold: what is kept, or what was typed and came back. */
  readonly typed: URLSearchParams;
  /** What they hold of what is kept, whatever was typed. */
  readonly saved: URLSearchParams;
  /** A sentence a field. */
  readonly errors: Readonly<Record<string, string>>;
  /** The communes to choose among, by the field whose text means several. */
  readonly places: Readonly<Record<string, readonly Place[]>>;
  readonly people: NonNullable<FormFacts['people']>;
  /** Who types, for the fields that not everyone may change. */
  readonly roles: readonly string[];
  /** Whoever types writes about herself: the browser may fill in what it knows of her. */
  readonly own: boolean;
};

export const mayChange = (
  { modifiable }: { readonly modifiable?: readonly string[] | undefined },
  roles: readonly string[],
): boolean => modifiable === undefined || modifiable.some((role) => roles.includes(role));
