import type { StructureType } from '../../src/domain/directory/structure.schema.ts';
import type { Draft } from './draft.ts';
import { nameKey } from './name-key.ts';

/** One structure as the lists know it: the rows of one number, the newest edition first. */
export type Entity = {
  readonly key: string;
  readonly type: StructureType;
  readonly rows: readonly { readonly origine: string; readonly draft: Draft }[];
};

/** A number that changed its kind between two editions went to another structure. */
export const slotOf = ({ type, key }: Pick<Draft, 'type' | 'key'>): string => `${type} ${key}`;

/** Rows of several editions under one number are one structure. Editions are given newest first. */
export function entitiesOf(
  editions: readonly { readonly origine: string; readonly drafts: readonly Draft[] }[],
): Entity[] {
  const byKey = new Map<string, { origine: string; draft: Draft }[]>();
  for (const { origine, drafts } of editions) {
    for (const draft of drafts) byKey.set(slotOf(draft), [...(byKey.get(slotOf(draft)) ?? []), { origine, draft }]);
  }
  return [...byKey.values()].map((rows) => ({ key: rows[0]!.draft.key, type: rows[0]!.draft.type, rows }));
}

export const codeOf = ({ rows }: Entity): string | null => rows[0]!.draft.fields.adresse?.codeInsee ?? null;
export const nameOf = ({ rows }: Entity): string => rows[0]!.draft.fields.nom;
export const departementOf = ({ rows }: Entity): string => rows[0]!.draft.departement;

/** The kind, the commune and the trade: where being alone means something. */
export const nicheOf = (type: StructureType, code: string | null, name: string, commune: string): string =>
  `${type} ${code} ${nameKey(name, commune, type).trades}`;
