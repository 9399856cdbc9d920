import type { APIRoute } from 'astro';
import { simulate } from '#domain/simulator/simulate.ts';
import { simulationSchema } from '#domain/simulator/simulation.schema.ts';
import { preflight } from '#server/api/exchange.ts';
import { methodNotAllowed } from '../_refusals.ts';
import { answerRequest, methods } from './_answer.ts';
import { simulationAnswer } from './_simulation-answer.ts';

export const prerender = false;

/** A year of planned actions: by action, by person, against caps and envelope. */
export const POST: APIRoute = ({ request, locals: { services } }) =>
  answerRequest(request, services.plans, simulationSchema, (plan, input) =>
    simulationAnswer(plan, input, simulate(plan, input)),
  );
export const OPTIONS: APIRoute = () => preflight(methods);
export const ALL: APIRoute = () => methodNotAllowed(methods);
