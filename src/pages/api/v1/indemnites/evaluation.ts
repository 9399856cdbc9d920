import type { APIRoute } from 'astro';
import { evaluate } from '#domain/indemnities/evaluate.ts';
import { evaluationSchema } from '#domain/indemnities/evaluation.schema.ts';
import { dayInParis } from '#domain/shared/civil-date.ts';
import { preflight } from '#server/api/exchange.ts';
import { methodNotAllowed } from '../_refusals.ts';
import { answerRequest, methods } from './_answer.ts';
import { evaluationAnswer } from './_evaluation-answer.ts';

export const prerender = false;

/** What one declared action is worth, line by line, and why. */
export const POST: APIRoute = ({ request, locals: { services } }) =>
  answerRequest(request, services.plans, evaluationSchema, (plan, input) =>
    evaluationAnswer(plan.id, input, evaluate(plan, input, input.aujourdhui ?? dayInParis(services.now()))),
  );
export const OPTIONS: APIRoute = () => preflight(methods);
export const ALL: APIRoute = () => methodNotAllowed(methods);
