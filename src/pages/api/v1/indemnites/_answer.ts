import type { z } from 'zod';
import type { Plan } from '#domain/indemnities/plan.schema.ts';
import { json, readJsonBody } from '#server/api/exchange.ts';
import { problem } from '#server/http/problem.ts';
import type { Plans } from '#server/plans/read-plans.ts';
import { inputSentences } from '../../../../messages/indemnities/input.ts';
import { type InputError, parseInput } from '../../../../messages/shared/input-errors.ts';
import { badBody } from '../_refusals.ts';

export const methods = ['POST', 'OPTIONS'];

const maxBodyBytes = 256 * 1024;

/** Reads a request about a plan, and answers it, or says what to correct. Nothing is stored. */
export async function answerRequest<Schema extends z.ZodType<{ plan: string }>>(
  request: Request,
  plans: Plans,
  schema: Schema,
  answer: (plan: Plan, input: z.output<Schema>) => unknown,
): Promise<Response> {
  const body = await readJsonBody(request, maxBodyBytes);
  if (!body.ok) return badBody(body.refusal);
  const input = parseInput(schema, body.value, inputSentences);
  if (!input.ok) return toCorrect(input.refusal);
  const plan = plans.get(input.value.plan);
  if (!plan) {
    const known = [...plans.keys()].join(', ');
    return toCorrect([{ champ: 'plan', message: `Nous ne connaissons pas ce plan. Plans connus : ${known}.` }]);
  }
  return json(answer(plan, input.value));
}

const toCorrect = (errors: readonly InputError[]): Response =>
  problem(400, 'Saisie à corriger', 'Un champ au moins est à corriger : voyez chacun.', errors);
