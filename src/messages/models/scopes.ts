import type { Scope } from '#domain/models/scope.ts';
import { regionNames } from '../shared/regions.ts';

/** « National », « Bretagne ». */
export function scopeLabel(scope: Scope): string {
  switch (scope) {
    case 'nationale':
      return 'National';
    case 'non-precisee':
      return 'Région non précisée';
    default:
      return regionNames[scope];
  }
}
