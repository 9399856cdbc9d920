import { z } from 'zod';
import { accept, type Result, refuse } from '#domain/shared/result.ts';
import type { Answer, Answers } from './answers.ts';
import type { Question } from './rules.schema.ts';
import type { Rules } from './rules.ts';

/** One wrong answer: the field as the sender wrote it, and what to do, in French. */
export type AnswerError = { readonly champ: string; readonly message: string };

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
    error: 'Écrivez les réponses en un objet, une clé par question.',
  }) as unknown as z.ZodType<Answers>;
}

/** The body of `POST /api/v1/orientation`. */
export const orientationBodySchema = (rules: Rules) =>
  z.strictObject({ reponses: answersSchema(rules) }, { error: 'Écrivez { "reponses": { "role": … } }.' });

/** Reads the body of a request, strictly: unknown keys and options are errors, none is dropped. */
export const parseBody = (rules: Rules, body: unknown): Result<Answers, AnswerError[]> => {
  const parsed = orientationBodySchema(rules).safeParse(body);
  return parsed.success ? accept(parsed.data.reponses) : refuse(errorsOf(parsed.error));
};

/** Reads a query string as strictly. `version` belongs to the links of the result page, and is let through. */
export function parseQuery(rules: Rules, query: URLSearchParams): Result<Answers, AnswerError[]> {
  const keys = new Set([...query.keys()].filter((key) => key !== 'version'));
  const raw = Object.fromEntries([...keys].map((key) => [key, rawAnswer(rules.questions.get(key), query.getAll(key))]));
  const parsed = answersSchema(rules).safeParse(raw);
  return parsed.success ? accept(parsed.data) : refuse(errorsOf(parsed.error));
}

/** Something in a link that the rules in force do not know, said to the person who opened it. */
export type Notice = { readonly champ: string; readonly phrase: string };

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
      if (!pageKeys.includes(key))
        notices.push({ champ: key, phrase: `Le lien contient « ${shown(key)} », que nous ne connaissons pas.` });
      continue;
    }
    const read = answerOfLink(question, values);
    if (read.answer !== undefined) answers[key] = read.answer;
    for (const unknown of read.unknown) {
      notices.push({
        champ: key,
        phrase: `« ${question.intitule} » : la réponse « ${shown(unknown)} » n’existe pas ou n’existe plus.`,
      });
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
  const list = slugs.join(', ');
  if (type === 'choix') {
    const known = `Réponses possibles : ${list}.`;
    return z.enum(slugs, {
      error: ({ input }) => (input === undefined ? `Cette réponse est nécessaire. ${known}` : known),
    });
  }
  const most = slugs.length - 1;
  const number = `Écrivez un nombre entier de 0 à ${most} (${most} veut dire « ${most} et plus »).`;
  if (type === 'nombre') return z.int({ error: number }).min(0, { error: number }).max(most, { error: number });
  const set = `Écrivez une liste prise parmi : ${list}.`;
  return z.array(z.enum(slugs, { error: set }), { error: set }).max(4 * slugs.length, { error: set });
}

/** Enough to correct a form, too few to be worth sending a thousand wrong fields. */
const mostErrors = 50;

function errorsOf(error: z.ZodError): AnswerError[] {
  const errors = error.issues.flatMap((issue): AnswerError[] => {
    const path = issue.path.filter((part) => typeof part === 'string');
    if (issue.code !== 'unrecognized_keys') return [{ champ: path.join('.') || 'reponses', message: issue.message }];
    return issue.keys.map((key) => ({ champ: [...path, shown(key)].join('.'), message: 'Ce champ n’existe pas.' }));
  });
  return [...new Map(errors.map((entry) => [entry.champ, entry])).values()].slice(0, mostErrors);
}

/** What someone else wrote, short enough to be read back to him. */
const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
