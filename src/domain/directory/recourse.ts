import { type CoveredPlace, coverageOf } from './coverage.ts';
import type { StructureRecord } from './structure.schema.ts';

/** Whom to turn to when the DAC of a place is not known, or cannot be rung. */
export type Recourse =
  | {
      readonly code: 'AGENCE_REGIONALE' | 'CLIC';
      readonly nom: string;
      readonly telephone: string | null;
      readonly site: string | null;
    }
  | { readonly code: 'MAIRIE' | 'SOIGNANT' };

export type RecourseFacts = { readonly ars: readonly StructureRecord[]; readonly clic: readonly StructureRecord[] };

/** What is left at a place, institutions first. A number is given only when a record of the directory has it. */
export function recourseAt(place: CoveredPlace, { ars, clic }: RecourseFacts): Recourse[] {
  const { commune } = place;
  const agencies = ars.filter(({ territoire }) => coverageOf(territoire, place) !== null);
  const centres = clic.filter(
    ({ adresse, territoire }) => adresse?.codeInsee === commune.code || coverageOf(territoire, place) !== null,
  );
  return [
    ...agencies.map(({ nom, telephone, site }) => ({ code: 'AGENCE_REGIONALE', nom, telephone, site }) as const),
    ...centres.map(({ nom, telephone, site }) => ({ code: 'CLIC', nom, telephone, site }) as const),
    { code: 'MAIRIE' },
    { code: 'SOIGNANT' },
  ];
}
