import type { Freshness } from '#domain/directory/structure.schema.ts';

export const freshnessWords: Record<Freshness, string> = {
  'a-jour': 'Information récente',
  'a-verifier': 'À confirmer',
  ancienne: 'Source ancienne, à confirmer',
};
