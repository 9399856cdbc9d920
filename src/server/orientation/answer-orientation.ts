import { type AnswerError, parseBody, parseQuery } from '#domain/orientation/answers.schema.ts';
import type { Answers } from '#domain/orientation/answers.ts';
import { evaluate } from '#domain/orientation/evaluate.ts';
import type { Rules } from '#domain/orientation/rules.ts';
import type { Result } from '#domain/shared/result.ts';
import { json, problem, readJsonBody } from '../api/problem.ts';
import { taggedJson } from '../api/tagged-json.ts';

const maxBodyBytes = 256 * 1024;

/** `GET /api/v1/orientation?role=mg&mg=1…`: same answers, same result, so it may be kept for an hour. */
export function answerQuery(rules: Rules, request: Request): Response {
  const answers = parseQuery(rules, new URL(request.url).searchParams);
  return answers.ok ? taggedJson(request, evaluate(rules, answers.value), 'public, max-age=3600') : badAnswers(answers);
}

/** `POST /api/v1/orientation` with `{ "reponses": { … } }`. */
export async function answerBody(rules: Rules, request: Request): Promise<Response> {
  const body = await readJsonBody(request, maxBodyBytes);
  if (!body.ok) return body.refusal;
  const answers: Result<Answers, AnswerError[]> = parseBody(rules, body.value);
  return answers.ok ? json(evaluate(rules, answers.value)) : badAnswers(answers);
}

const badAnswers = ({ refusal }: { refusal: AnswerError[] }): Response =>
  problem(400, 'Réponses à corriger', 'Une réponse au moins ne se lit pas : voyez chaque champ.', refusal);
