import { z } from 'zod';
import { accept, type Result, refuse } from '#domain/shared/result.ts';
import type { Answer, Answers } from './answers.ts';
import type { Question } from './rules.schema.ts';
import type { Rules } from './rules.ts';

/** One wrong answer: the field as the sender wrote it. `options` are the answers that the question knows. */
export type AnswerError = { readonly champ: string } & (
  | { readonly code: 'CHOIX_ABSENT' | 'CHOIX_INCONNU' | 'ENSEMBLE_ILLISIBLE'; readonly options: readonly string[] }
  | { readonly code: 'NOMBRE_ILLISIBLE'; readonly maximum: number }
  | { readonly code: 'REPONSES_ILLISIBLES' | 'DEMANDE_ILLISIBLE' | 'CHAMP_INCONNU' }
);
const refused = (code: AnswerError['code']): AnswerError['code'] => code;

/** Answers as JSON: only `obligatoire` questions are required, an absent one is unanswered. */
export function answersSchema(rules: Rules): z.ZodType<Answers> {
  const made = schemas.get(rules) ?? makeSchema(rules);
  schemas.set(rules, made);
  return made;
}

/** Making a schema takes longer than reading a thousand answers with it. */
const schemas = new WeakMap<Rules, z.ZodType<Answers>>();

function makeSchema({ data }: Rules): z.ZodType<Answers> {
  const shape = Object.fromEntries(
    data.questions.map((question) => [
      question.id,
      question.obligatoire ? answerSchema(question) : answerSchema(question).optional(),
    ]),
  );
  return z.strictObject(shape, {
    error: refused('REPONSES_ILLISIBLES'),
  }) as unknown as z.ZodType<Answers>;
}

/** The body of `POST /api/v1/orientation`. */
export const orientationBodySchema = (rules: Rules) =>
  z.strictObject({ reponses: answersSchema(rules) }, { error: refused('DEMANDE_ILLISIBLE') });

/** Reads the body of a request, strictly: unknown keys and options are errors, none is dropped. */
export const parseBody = (rules: Rules, body: unknown): Result<Answers, AnswerError[]> => {
  const parsed = orientationBodySchema(rules).safeParse(body);
  return parsed.success ? accept(parsed.data.reponses) : refuse(errorsOf(rules, parsed.error));
};

/** Reads a query string as strictly. `version` belongs to the links of the result page, and is let through. */
export function parseQuery(rules: Rules, query: URLSearchParams): Result<Answers, AnswerError[]> {
  const keys = new Set([...query.keys()].filter((key) => key !== 'version'));
  const raw = Object.fromEntries([...keys].map((key) => [key, rawAnswer(rules.questions.get(key), query.getAll(key))]));
  const parsed = answersSchema(rules).safeParse(raw);
  return parsed.success ? accept(parsed.data) : refuse(errorsOf(rules, parsed.error));
}

/** Something in a link that the rules in force do not know, to be told to the person who opened it. */
export type Notice = { readonly champ: string; readonly texte: string } & (
  | { readonly code: 'CLE_INCONNUE' }
  | { readonly code: 'REPONSE_PERIMEE'; readonly intitule: string }
);

/**
 * Reads the query string of a page: what the rules do not know is left aside with a notice, so that an old link still
 * opens. `pageKeys` are the keys the page itself uses.
 */
export function readLink(
  rules: Rules,
  query: URLSearchParams,
  pageKeys: readonly string[] = ['version'],
): { answers: Answers; notices: Notice[] } {
  const answers: { [question: string]: Answer } = {};
  const notices: Notice[] = [];
  for (const key of new Set(query.keys())) {
    const question = rules.questions.get(key);
    const values = query.getAll(key);
    if (!question) {
      if (!pageKeys.includes(key)) notices.push({ champ: key, code: 'CLE_INCONNUE', texte: shown(key) });
      continue;
    }
    const read = answerOfLink(question, values);
    if (read.answer !== undefined) answers[key] = read.answer;
    for (const unknown of read.unknown) {
      notices.push({ champ: key, code: 'REPONSE_PERIMEE', intitule: question.intitule, texte: shown(unknown) });
    }
  }
  return { answers, notices };
}

function answerOfLink(
  question: Question,
  values: readonly string[],
): { answer?: Answer | undefined; unknown: string[] } {
  const parts = question.type === 'ensemble' ? splitSet(values) : values.filter((value) => value !== '');
  const slugs = question.options.map(({ slug }) => slug);
  const known = slugs.filter((slug) => parts.includes(slug));
  const unknown = parts.filter((part) => !slugs.includes(part));
  if (question.type === 'ensemble')
    return { answer: known.length > 0 || unknown.length === 0 ? known : undefined, unknown };
  const first = parts.find((part) => slugs.includes(part));
  return { answer: question.type === 'nombre' && first !== undefined ? Number(first) : first, unknown };
}

/** The value that the JSON schema judges, kept as it is written where it cannot be read. */
function rawAnswer(question: Question | undefined, values: readonly string[]): unknown {
  if (question?.type === 'ensemble') return splitSet(values);
  if (values.length > 1) return values;
  return question?.type === 'nombre' && /^\d$/.test(values[0]!) ? Number(values[0]) : values[0];
}

/** `a,b` and `key=a&key=b` are the same set; an empty value is the empty set. */
const splitSet = (values: readonly string[]): string[] =>
  values.filter((value) => value !== '').flatMap((value) => value.split(','));

function answerSchema({ type, options }: Question): z.ZodType {
  const slugs = options.map(({ slug }) => slug) as [string, ...string[]];
  switch (type) {
    case 'choix':
      return z.enum(slugs, { error: ({ input }) => refused(input === undefined ? 'CHOIX_ABSENT' : 'CHOIX_INCONNU') });
    case 'nombre': {
      const wrong = { error: refused('NOMBRE_ILLISIBLE') };
      return z
        .int(wrong)
        .min(0, wrong)
        .max(slugs.length - 1, wrong);
    }
    case 'ensemble': {
      const wrong = { error: refused('ENSEMBLE_ILLISIBLE') };
      return z.array(z.enum(slugs, wrong), wrong).max(4 * slugs.length, wrong);
    }
  }
}

/** Enough to correct a form, too few to be worth sending a thousand wrong fields. */
const mostErrors = 50;

function errorsOf({ questions }: Rules, error: z.ZodError): AnswerError[] {
  const errors = error.issues.flatMap((issue): AnswerError[] => {
    const path = issue.path.filter((part) => typeof part === 'string');
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ champ: [...path, shown(key)].join('.'), code: 'CHAMP_INCONNU' }));
    const code = issue.message as AnswerError['code'];
    return [errorOf(path.join('.') || 'reponses', code, questions.get(path.at(-1) ?? ''))];
  });
  return [...new Map(errors.map((entry) => [entry.champ, entry])).values()].slice(0, mostErrors);
}

function errorOf(champ: string, code: AnswerError['code'], question: Question | undefined): AnswerError {
  const options = question?.options.map(({ slug }) => slug) ?? [];
  switch (code) {
    case 'CHOIX_ABSENT':
    case 'CHOIX_INCONNU':
    case 'ENSEMBLE_ILLISIBLE':
      return { champ, code, options };
    case 'NOMBRE_ILLISIBLE':
      return { champ, code, maximum: options.length - 1 };
    case 'REPONSES_ILLISIBLES':
    case 'DEMANDE_ILLISIBLE':
    case 'CHAMP_INCONNU':
      return { champ, code };
  }
}

/** What someone else wrote, short enough to be read back to him. */
const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
