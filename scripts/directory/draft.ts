import type { ImportedFields } from '../../src/domain/directory/import.schema.ts';
import type { StructureType } from '../../src/domain/directory/structure.schema.ts';

/** One row of a source, read: what it gives, before we know whose record it is. */
export type Draft = {
  /** The number or code by which the source knows it, stable from one edition to the next. */
  readonly key: string;
  readonly type: StructureType;
  readonly fields: ImportedFields;
  readonly written: { readonly nom: string; readonly voie?: string };
  readonly departement: string;
};

/** What was left out of a row, and why: a line of the report. */
export type LeftOut = { readonly key: string; readonly nom: string; readonly quoi: string; readonly pourquoi: string };

export type ReadEdition = { readonly drafts: readonly Draft[]; readonly leftOut: readonly LeftOut[] };
