import type { Form } from '#domain/form/form.schema.ts';
import { withLines } from '#domain/form/lines.ts';
import type { Outcome, Typed } from './form.ts';
import type { Visit } from './visit.ts';

/** What the buttons of lines do, under `lineGesture`: nothing is saved, the form comes back with a line more or less. */
export const changeLines =
  (form: Form) =>
  async (_visit: Visit, typed: Typed): Promise<Outcome> => ({ back: withLines(form, typed, typed.get('geste') ?? '') });
