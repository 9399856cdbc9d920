import { type AccessRefusal, can } from '#domain/access/can.ts';
import type { Absent, AccessObject } from '#domain/access/objects.ts';
import type { Kind, Verb } from '#domain/access/rights.ts';
import { isDatabaseBusy } from '#server/db/write-queue.ts';
import { sendingSentences } from '../messages/form/sending.ts';
import { actOnce, giveAgain } from './act-once.ts';
import { plainAnswer, type Typed } from './form-body.ts';
import { type FileRules, type Files, filesOf } from './form-files.ts';
import type { FieldErrors, Outcome } from './outcome.ts';
import { refused, seeOther } from './refusal.ts';
import { saidRefused, saidSaved, saidWrong, wantsSmallAnswer } from './small-answer.ts';
import type { Visit } from './visit.ts';

export type { FieldErrors, Outcome, Typed };

/** A form of a private page: the right that it asks for, about which object, and what it does. */
export type Form<Shown = never, K extends Kind = Kind> = {
  readonly kind: K;
  readonly verb: Verb<K>;
  readonly object: (visit: Visit, typed: Typed) => Promise<AccessObject<K> | Absent<K>> | AccessObject<K> | Absent<K>;
  /** The files that it takes, by field; any other refuses the form. */
  readonly files?: FileRules;
  readonly run: (visit: Visit, typed: Typed, files: Files) => Promise<Outcome<Shown>>;
  /** Nothing is written: sent twice it is the same as once, and its answer is not kept. */
  readonly writesNothing?: true;
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
 * Asks for the right of the form that was sent to a page, and does it once: the same form sent again gets the same
 * answer. A response is to be returned as it is; what comes back otherwise is for the page to show, with its status
 * already set.
 */
export async function posted<Shown = never>(visit: Visit, forms: Forms<Shown>): Promise<Response | Posted<Shown>> {
  const { sent, given } = visit;
  if (sent === null) return nothing;
  if (sent instanceof Response) return sent;
  const { typed, sending } = sent;
  // A button may say more after its gesture: which line it takes away.
  const [geste = ''] = (typed.get('geste') ?? '').split(':');
  const asked = Object.hasOwn(forms, geste) ? forms[geste] : undefined;
  if (!asked) return plainAnswer(400, 'FORMULAIRE_INCONNU');
  if (given) return answered(visit, geste, typed, giveAgain<Shown>(visit, given));
  const allowed = can(visit.actor, asked.verb, await asked.object(visit, typed));
  if (!allowed.ok) return turnedAway(visit, allowed.refusal);

  const act = async (): Promise<Outcome<Shown>> => {
    const files = await filesOf(sent.files, asked.files);
    return files.ok ? asked.run(visit, typed, files.value) : { errors: files.refusal };
  };
  const outcome = asked.writesNothing || !sending ? act() : actOnce(visit, sending, act);
  return answered(visit, geste, typed, await outcome.catch(busy));
}

function answered<Shown>(
  visit: Visit,
  geste: string,
  typed: Typed,
  outcome: Outcome<Shown>,
): Promise<Response> | Response | Posted<Shown> {
  const { context } = visit;
  if ('denied' in outcome) return turnedAway(visit, outcome.denied);
  const isSmall = wantsSmallAnswer(context.request);
  if ('version' in outcome && isSmall) return saidSaved(outcome.version);
  if ('to' in outcome) return seeOther(outcome.to);
  if ('back' in outcome) return { geste, typed: outcome.back, errors: {}, shown: null };
  if ('shown' in outcome) return { geste, typed, errors: {}, shown: outcome.shown };
  if (isSmall) return saidWrong(outcome.errors, outcome.status);
  if (context.response) context.response.status = outcome.status ?? 400;
  return { geste, typed, errors: outcome.errors, shown: null };
}

const turnedAway = (visit: Visit, refusal: AccessRefusal): Promise<Response> | Response =>
  wantsSmallAnswer(visit.context.request) ? saidRefused(refusal) : refused(visit, refusal);

/** Another program keeps the database to itself: nothing was written, and the form may be sent again as it is. */
function busy(error: unknown): Outcome {
  if (!isDatabaseBusy(error)) throw error;
  return { errors: { '': sendingSentences.SITE_OCCUPE }, status: 503 };
}
