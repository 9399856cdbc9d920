import type { DacOfPlace } from '#domain/directory/dac-of-place.ts';
import type { Structure } from '#domain/directory/structure.schema.ts';
import type { Commune } from '#domain/territory/commune.ts';
import type { Departement } from '#domain/territory/territory-tables.schema.ts';
import { proofSentence, type RecourseWords, recourseWords } from '../../../messages/directory/dac-answer.ts';

type DacAnswer = {
  readonly commune: Commune;
  readonly couverture: DacOfPlace['couverture'];
  readonly dac: readonly Structure[];
  /** One sentence. */
  readonly preuve: string;
  readonly recours: readonly RecourseWords[];
};

/** What `/api/v1/dac` answers, in French. */
export const dacAnswer = (found: DacOfPlace, departements: ReadonlyMap<string, Departement>): DacAnswer => ({
  commune: found.commune,
  couverture: found.couverture,
  dac: found.dac,
  preuve: proofSentence(found, departements),
  recours: found.recours.map((recourse) => recourseWords(recourse, found.commune)),
});
