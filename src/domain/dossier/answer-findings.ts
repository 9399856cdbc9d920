import type { SimpleField } from '#domain/form/field.schema.ts';
import type { SimpleValue } from '#domain/form/values.ts';
import { type FindingKind, patientDataIn } from '#domain/patient-data/patient-data.ts';

/** What was found in an answer, with the words that made it so. */
export type AnswerFinding = { readonly kind: FindingKind; readonly mots: string };

/** What an answer bears that may tell who a patient is: what keeps it from being saved, and what is asked about. */
export type AnswerFindings = {
  readonly blocked: readonly AnswerFinding[];
  readonly toConfirm: readonly AnswerFinding[];
};

/** What some fields of the projet de santé are there for. */
const expected: Readonly<Record<string, readonly FindingKind[]>> = { adresse: ['adresse', 'courriel'] };

/**
 * Reads an answer in free text; choices and numbers tell nothing. Words that the kept answer bears already were
 * confirmed by whoever wrote them, and are not asked about again.
 */
export function answerFindings(
  { cle, type }: Pick<SimpleField, 'cle' | 'type'>,
  value: SimpleValue,
  kept: SimpleValue,
): AnswerFindings {
  if ((type !== 'texte' && type !== 'texte-long') || typeof value !== 'string') return { blocked: [], toConfirm: [] };
  const found = patientDataIn(value).map(({ kind, level, from, to }) => ({ kind, level, mots: value.slice(from, to) }));
  const known = typeof kept === 'string' ? kept : '';
  const asFinding = ({ kind, mots }: AnswerFinding): AnswerFinding => ({ kind, mots });
  return {
    blocked: found.filter(({ level }) => level === 'bloque').map(asFinding),
    toConfirm: found
      .filter(({ level, kind, mots }) => level === 'avertit' && !expected[cle]?.includes(kind) && !known.includes(mots))
      .map(asFinding),
  };
}
