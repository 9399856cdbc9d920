import { can } from '#domain/access/can.ts';
import type { Absent, AccessObject } from '#domain/access/objects.ts';
import type { Kind, Verb } from '#domain/access/rights.ts';
import { isDatabaseBusy } from '#server/db/write-queue.ts';
import { sendingSentences } from '../messages/form/sending.ts';
import { plainAnswer, readFormBody } from './form-body.ts';
import { bytesOfFiles, type FileRules, type Files, filesOf } from './form-files.ts';
import { refused, seeOther } from './refusal.ts';
import { saidRefused, saidSaved, saidWrong, wantsSmallAnswer } from './small-answer.ts';
import type { Visit } from './visit.ts';

/** What became of a form that was let in. */
export type Outcome<Shown = never> =
  /** Done: the browser goes on to this local address. */
  | { readonly to: string }
  /** Saved while one types: a script is told the version that it goes on from, a browser goes on to the address. */
  | { readonly to: string; readonly version: number }
  /** Refused: a sentence a field, `''` for the form as a whole; what was typed is given back. */
  | { readonly errors: FieldErrors; readonly status?: number }
  /** Nothing was done yet: the form comes back with these fields, to be gone on with. */
  | { readonly back: Typed }
  /** Done, with something that is shown this once and never again. */
  | { readonly shown: Shown };

export type FieldErrors = Readonly<Record<string, string>>;
export type Typed = URLSearchParams;

/** A form of a private page: the right that it asks for, about which object, and what it does. */
export type Form<Shown = never, K extends Kind = Kind> = {
  readonly kind: K;
  readonly verb: Verb<K>;
  readonly object: (visit: Visit, typed: Typed) => Promise<AccessObject<K> | Absent<K>> | AccessObject<K> | Absent<K>;
  /** The files that it takes, by field; any other refuses the form. */
  readonly files?: FileRules;
  readonly run: (visit: Visit, typed: Typed, files: Files) => Promise<Outcome<Shown>>;
};

/** The forms of a page by the value of their field `geste`. */
export type Forms<Shown = never> = Readonly<Record<string, Form<Shown>>>;

/** Checks that the verb is one of the kind, where the form is written. */
export const form = <K extends Kind, Shown = never>(it: Form<Shown, K>): Form<Shown> => it as unknown as Form<Shown>;

export type Posted<Shown = never> = {
  /** Which form was sent and came back; null at a first visit. */
  readonly geste: string | null;
  readonly typed: Typed;
  readonly errors: FieldErrors;
  readonly shown: Shown | null;
};

const nothing: Posted = { geste: null, typed: new URLSearchParams(), errors: {}, shown: null };

/**
 * Reads the form that was sent to a page, asks for its right and does it. A response is to be returned as it is; what
 * comes back otherwise is for the page to show, with its status already set.
 */
export async function posted<Shown = never>(visit: Visit, forms: Forms<Shown>): Promise<Response | Posted<Shown>> {
  const { context } = visit;
  if (context.request.method !== 'POST') return nothing;
  const body = await readFormBody(
    context.request,
    Math.max(0, ...Object.values(forms).map((one) => bytesOfFiles(one.files))),
  );
  if (body instanceof Response) return body;
  const { typed } = body;
  const geste = typed.get('geste') ?? '';
  const asked = Object.hasOwn(forms, geste) ? forms[geste] : undefined;
  if (!asked) return plainAnswer(400, 'FORMULAIRE_INCONNU');
  const isSmall = wantsSmallAnswer(context.request);
  const allowed = can(visit.actor, asked.verb, await asked.object(visit, typed));
  if (!allowed.ok) return isSmall ? saidRefused(allowed.refusal) : refused(visit, allowed.refusal);

  const files = await filesOf(body.files, asked.files);
  const outcome = files.ok ? await asked.run(visit, typed, files.value).catch(busy) : { errors: files.refusal };
  if ('version' in outcome && isSmall) return saidSaved(outcome.version);
  if ('to' in outcome) return seeOther(outcome.to);
  if ('back' in outcome) return { geste, typed: outcome.back, errors: {}, shown: null };
  if ('shown' in outcome) return { geste, typed, errors: {}, shown: outcome.shown };
  if (isSmall) return saidWrong(outcome.errors, outcome.status);
  if (context.response) context.response.status = outcome.status ?? 400;
  return { geste, typed, errors: outcome.errors, shown: null };
}

/** Another program keeps the database to itself: nothing was written, and the form may be sent again as it is. */
function busy(error: unknown): Outcome {
  if (!isDatabaseBusy(error)) throw error;
  return { errors: { '': sendingSentences.SITE_OCCUPE }, status: 503 };
}
