import { sessionCookieName } from '#server/auth/session-cookie.ts';
import { type Answer, answerOnce } from '#server/forms/answer-once.ts';
import type { Sending } from '#server/forms/sending.ts';
import { setCookie } from './cookies.ts';
import { type GivenAnswer, onceNeeds, readGiven } from './given-answer.ts';
import type { Outcome } from './outcome.ts';
import type { Visit } from './visit.ts';

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
  const given = readGiven(answer.kept);
  return given ? giveAgain<Shown>(visit, given) : act();
}

/** Sets the cookies of an answer anew, and gives its outcome. */
export function giveAgain<Shown>(visit: Visit, { outcome, cookies }: GivenAnswer): Outcome<Shown> {
  for (const cookie of cookies) setCookie(visit, cookie);
  // What this very form showed.
  return outcome as Outcome<Shown>;
}

/** A session that is not open is none, whatever token the browser holds. */
function tokenAfter({ services, cookiesSet, session, sessionToken }: Visit): string | null {
  const name = sessionCookieName(services.config);
  const set = cookiesSet.findLast((cookie) => cookie.name === name);
  return set ? set.value || null : session && sessionToken;
}

function keptAs(outcome: Outcome<unknown>): Answer['keep'] {
  if ('back' in outcome || 'denied' in outcome) return 'not';
  if (!('errors' in outcome)) return 'as-done';
  return (outcome.status ?? 400) >= 500 ? 'not' : 'as-refused';
}
