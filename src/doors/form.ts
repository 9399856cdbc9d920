import type { Absent, AccessObject } from '#domain/access/objects.ts';
import type { Kind, Verb } from '#domain/access/rights.ts';
import { isDatabaseBusy } from '#server/db/write-queue.ts';
import { refusalOf, seeOther } from './refusal.ts';
import type { Visit } from './visit.ts';

/** What became of a form that was let in. */
export type Outcome<Shown = never> =
  /** Done: the browser goes on to this local address. */
  | { readonly to: string }
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
  readonly run: (visit: Visit, typed: Typed) => Promise<Outcome<Shown>>;
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
  const typed = await typedIn(context.request);
  if (typed instanceof Response) return typed;
  const geste = typed.get('geste') ?? '';
  const asked = Object.hasOwn(forms, geste) ? forms[geste] : undefined;
  if (!asked) return plainAnswer(400, 'Ce formulaire n’existe pas, ou n’existe plus. Rechargez la page.');
  const refusal = await refusalOf(visit, asked.verb, await asked.object(visit, typed));
  if (refusal) return refusal;

  const outcome = await asked.run(visit, typed).catch(busy);
  if ('to' in outcome) return seeOther(outcome.to);
  if ('back' in outcome) return { geste, typed: outcome.back, errors: {}, shown: null };
  if ('shown' in outcome) return { geste, typed, errors: {}, shown: outcome.shown };
  if (context.response) context.response.status = outcome.status ?? 400;
  return { geste, typed, errors: outcome.errors, shown: null };
}

/** Another program keeps the database to itself: nothing was written, and the form may be sent again as it is. */
function busy(error: unknown): Outcome {
  if (!isDatabaseBusy(error)) throw error;
  return { errors: { '': 'Le site est très occupé et n’a rien enregistré. Envoyez à nouveau.' }, status: 503 };
}

/** The fields as text, or why they cannot be read. Files are not taken. */
async function typedIn(request: Request): Promise<Typed | Response> {
  if (
    !/^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(request.headers.get('content-type') ?? '')
  )
    return plainAnswer(415, 'On attend ici un formulaire.');
  // Unread, the rest of the body is dropped; read halfway, it would hold up the next request of the connection.
  if (Number(request.headers.get('content-length')) > mostBytes) return tooLong();
  try {
    const fields = [...(await request.formData())];
    return new URLSearchParams(fields.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
  } catch (error) {
    // Past `bodySizeLimit` the adapter stops reading, with an error that only its message tells from the others.
    return error instanceof Error && error.message.startsWith('Body size limit exceeded')
      ? tooLong()
      : plainAnswer(400, 'Ce formulaire est arrivé incomplet. Revenez en arrière et envoyez-le à nouveau.');
  }
}
/** As `bodySizeLimit` of astro.config.mjs, which also holds for a body that does not say its length. */
const mostBytes = 1_048_576;

const tooLong = (): Response =>
  plainAnswer(413, 'Ce formulaire est trop long. Revenez en arrière et raccourcissez ce que vous avez écrit.');

const plainAnswer = (status: number, sentence: string): Response =>
  new Response(`${sentence}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
