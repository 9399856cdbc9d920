import {
  type Compatibility,
  compatibilitiesSchema,
  compatibilityOf,
  type Practice,
} from '#domain/models/compatibility.ts';
import type { ModelSlug } from '#domain/models/slugs.ts';
import data from '../../../data/compatibilites.json';
import { worded } from '../../messages/site/data-faults.ts';

export const compatibilities: readonly Compatibility[] = worded(compatibilitiesSchema).parse(data);

/** A health centre is two practices: of one profession, or of several. */
const practicesOf = (slug: ModelSlug): Practice[] => (slug === 'cds' ? ['cds-pluri', 'cds-mono'] : [slug]);

/** Each pair of the models compared, and what is known of one professional in both. */
export function pairsOf(
  models: readonly ModelSlug[],
): { one: Practice; other: Practice; rule: Compatibility | null }[] {
  return models.flatMap((model, index) =>
    models
      .slice(index + 1)
      .flatMap((next) =>
        practicesOf(model).flatMap((one) =>
          practicesOf(next).map((other) => ({ one, other, rule: compatibilityOf(compatibilities, one, other) })),
        ),
      ),
  );
}
