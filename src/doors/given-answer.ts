import { z } from 'zod';
import { sessionCookieName } from '#server/auth/session-cookie.ts';
import { type Answer, answerOnce, answerTo, type OnceNeeds, type Sent } from '#server/forms/answer-once.ts';
import type { Sending } from '#server/forms/sending.ts';
import type { Services } from '#server/services.ts';
import { type Cookie, setCookie } from './cookies.ts';
import type { Outcome } from './form.ts';
import type { Visit } from './visit.ts';

/** What a form was answered, as it is given again to whoever sends it again. */
export type GivenAnswer = {
  readonly outcome: Exclude<Outcome<unknown>, { readonly back: unknown }>;
  readonly cookies: readonly Cookie[];
  /** The token under which the session of the browser goes on; null when it has none. */
  readonly nextToken: string | null;
};

/** Sealed by us minutes ago; parsed all the same, in case the site changed its version meanwhile. */
const givenSchema: z.ZodType<GivenAnswer> = z.object({
  outcome: z.union([
    z.strictObject({ to: z.string(), version: z.number().exactOptional() }),
    z.strictObject({ errors: z.record(z.string(), z.string()), status: z.number().exactOptional() }),
    z.strictObject({ shown: z.unknown() }),
  ]),
  cookies: z.array(
    z.object({
      name: z.string(),
      value: z.string(),
      attributes: z.object({
        httpOnly: z.literal(true),
        secure: z.boolean(),
        sameSite: z.literal('lax'),
        path: z.string(),
        maxAge: z.number(),
      }),
    }),
  ),
  nextToken: z.string().nullable(),
});

/** The answer that was given to this sending a short while ago, once it is there; null when there is none. */
export async function givenAnswer(services: Services, sent: Sent): Promise<GivenAnswer | null> {
  const text = await answerTo(onceNeeds(services), sent);
  return text === null ? null : parsed(text);
}

/** Does what a form asks for, once: sent again meanwhile, it waits for the answer and gets the same. */
export async function actOnce<Shown>(
  visit: Visit,
  sending: Sending,
  act: () => Promise<Outcome<Shown>>,
): Promise<Outcome<Shown>> {
  const sent = { sending, token: visit.sessionToken };
  const answer = await answerOnce(onceNeeds(visit.services), sent, async () => {
    const outcome = await act();
    const nextToken = tokenAfter(visit);
    const given = { outcome, cookies: visit.cookiesSet, nextToken };
    return { text: JSON.stringify(given), nextToken, keep: keptAs(outcome), itself: outcome };
  });
  if ('made' in answer) return answer.made.itself;
  const given = parsed(answer.kept);
  return given ? giveAgain<Shown>(visit, given) : act();
}

/** Sets the cookies of an answer anew, and gives its outcome. */
export function giveAgain<Shown>(visit: Visit, { outcome, cookies }: GivenAnswer): Outcome<Shown> {
  for (const cookie of cookies) setCookie(visit, cookie);
  // What this very form showed.
  return outcome as Outcome<Shown>;
}

const parsed = (text: string): GivenAnswer | null => givenSchema.safeParse(JSON.parse(text)).data ?? null;

const onceNeeds = ({ database, secrets, now }: Services): OnceNeeds => ({ database, secret: secrets.forms, now });

/** A session that is not open is none, whatever token the browser holds. */
function tokenAfter({ services, cookiesSet, session, sessionToken }: Visit): string | null {
  const name = sessionCookieName(services.config);
  const set = cookiesSet.findLast((cookie) => cookie.name === name);
  return set ? set.value || null : session && sessionToken;
}

function keptAs(outcome: Outcome<unknown>): Answer['keep'] {
  if ('back' in outcome) return 'not';
  if (!('errors' in outcome)) return 'as-done';
  return (outcome.status ?? 400) >= 500 ? 'not' : 'as-refused';
}
