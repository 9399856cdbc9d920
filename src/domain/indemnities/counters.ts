import type { PaidActionType } from './action-type.ts';
import type { Evaluation } from './evaluation.schema.ts';

/** How many actions a team has declared in a year among kinds that share a cap. */
export const declaredUnder = (
  types: readonly PaidActionType[],
  declared: Evaluation['dejaDeclarees'],
  year: number,
): number => types.reduce((count, type) => count + (declared[String(year)]?.[type] ?? 0), 0);
