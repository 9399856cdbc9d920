import { type Notice, readLink } from './answers.schema.ts';
import { type Answers, queryOf } from './answers.ts';
import { knowledgeOf } from './knowledge.ts';
import type { Question } from './rules.schema.ts';
import type { Rules } from './rules.ts';
import { truthOf } from './truth.ts';

/** Where a question stands in the wizard. The one that may be skipped (`facultative`) is not counted. */
export type Stage = {
  readonly question: Question;
  /** From 1; null for a question that may be skipped. */
  readonly rank: number | null;
  readonly total: number;
  readonly previous: Question | null;
  readonly next: Question | null;
};

/** Null when the rules have no such question. */
export function stageOf({ data: { questions } }: Rules, id: string): Stage | null {
  const index = questions.findIndex((question) => question.id === id);
  const question = questions[index];
  if (!question) return null;
  const counted = questions.filter(({ facultative }) => !facultative);
  return {
    question,
    rank: question.facultative ? null : counted.indexOf(question) + 1,
    total: counted.length,
    previous: questions[index - 1] ?? null,
    next: questions[index + 1] ?? null,
  };
}

/** What a form sends for « je ne sais pas encore »: the question then stays unanswered, and no notice is due. */
export const unknownAnswer = 'ne-sais-pas';

/** What an address of the wizard says, whichever page it leads to. */
export type WizardLink = {
  readonly answers: Answers;
  readonly notices: readonly Notice[];
  /** The version of the rules that the link was made with. */
  readonly version: string | null;
  /** The key of the group that these answers are for. */
  readonly groupe: string | null;
  /** Which button of the form was pressed. */
  readonly suite: 'continuer' | 'resultat' | null;
};

const pageKeys = ['version', 'groupe', 'suite'];

export function readWizardLink(rules: Rules, query: URLSearchParams): WizardLink {
  const known = new URLSearchParams([...query].filter(([, value]) => value !== unknownAnswer));
  const suite = query.get('suite');
  return {
    ...readLink(rules, known, pageKeys),
    version: query.get('version'),
    groupe: groupKeyOf(query.get('groupe')),
    suite: suite === 'continuer' || suite === 'resultat' ? suite : null,
  };
}

/** The key of a group as an address may hold it: 22 signs of base64url, 128 bits or more. */
export const groupKeyOf = (text: string | null): string | null =>
  text !== null && /^[\w-]{22,64}$/.test(text) ? text : null;

/** The query string that carries answers, and the group they are for, from page to page. */
export const wizardQuery = (rules: Rules, answers: Answers, groupe: string | null = null): string =>
  groupe === null ? queryOf(rules, answers) : `${queryOf(rules, answers)}&groupe=${groupe}`;

/** The questions that an answer is still missing for, those that may be skipped left out. */
export const unansweredQuestions = ({ data }: Rules, answers: Answers): Question[] =>
  data.questions.filter(({ id, facultative }) => answers[id] === undefined && !facultative);

/** Where the rules send someone who has no structure to choose, before anything is weighed; null for the others. */
export function redirectionOf(rules: Rules, answers: Answers): string | null {
  const knowledge = knowledgeOf(rules, answers);
  return rules.redirections.find(({ si }) => truthOf(si, knowledge) === true)?.vers ?? null;
}
