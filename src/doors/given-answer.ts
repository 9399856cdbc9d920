import { z } from 'zod';
import { answerTo, type OnceNeeds, type Sent } from '#server/forms/answer-once.ts';
import type { Services } from '#server/services.ts';
import type { Cookie } from './cookies.ts';
import type { Outcome } from './outcome.ts';

/** What a form was answered, as it is given again to whoever sends it again. */
export type GivenAnswer = {
  readonly outcome: Exclude<Outcome<unknown>, { readonly back: unknown } | { readonly denied: unknown }>;
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
  return text === null ? null : readGiven(text);
}

/** A kept answer as it was; null when another version of the site wrote it otherwise. */
export const readGiven = (text: string): GivenAnswer | null => givenSchema.safeParse(JSON.parse(text)).data ?? null;

/** What keeping an answer needs of the outside. */
export const onceNeeds = ({ database, secrets, now }: Services): OnceNeeds => ({
  database,
  secret: secrets.forms,
  now,
});
