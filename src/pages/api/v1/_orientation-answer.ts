import { type AnswerError, parseBody, parseQuery } from '#domain/orientation/answers.schema.ts';
import { evaluate } from '#domain/orientation/evaluate.ts';
import type { Rules } from '#domain/orientation/rules.ts';
import { json, readJsonBody } from '#server/api/exchange.ts';
import { taggedJson } from '#server/api/tagged-json.ts';
import { problem } from '#server/http/problem.ts';
import { answerErrorSentence } from '../../../messages/orientation/answers.ts';
import { badBody } from './_refusals.ts';

const maxBodyBytes = 256 * 1024;

/** `GET /api/v1/orientation?role=mg&mg=1…`: same answers, same result, so it may be kept for an hour. */
export function answerQuery(rules: Rules, request: Request): Response {
  const answers = parseQuery(rules, new URL(request.url).searchParams);
  return answers.ok
    ? taggedJson(request, evaluate(rules, answers.value), 'public, max-age=3600')
    : badAnswers(answers.refusal);
}

/** `POST /api/v1/orientation` with `{ "reponses": { … } }`. */
export async function answerBody(rules: Rules, request: Request): Promise<Response> {
  const body = await readJsonBody(request, maxBodyBytes);
  if (!body.ok) return badBody(body.refusal);
  const answers = parseBody(rules, body.value);
  return answers.ok ? json(evaluate(rules, answers.value)) : badAnswers(answers.refusal);
}

const badAnswers = (errors: readonly AnswerError[]): Response =>
  problem(
    400,
    'Réponses à corriger',
    'Une réponse au moins ne se lit pas : voyez chaque champ.',
    errors.map((error) => ({ champ: error.champ, message: answerErrorSentence(error) })),
  );
