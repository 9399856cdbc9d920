import { accept, type Result, refuse } from '#domain/shared/result.ts';
import type { Plan } from './plan.schema.ts';

/** Two periods of a plan by their number, from 1 in the order of the plan. */
export type ComparedPeriods = { readonly avant: number; readonly apres: number };

export type UnknownPeriod = { readonly champ: 'avant' | 'apres'; readonly texte: string; readonly last: number };

/**
 * Which periods `/simulateur/periodes?avant=1&apres=2` compares: the last two where it does not say, none where the
 * plan has only one.
 */
export function comparedPeriods(
  { periodes }: Pick<Plan, 'periodes'>,
  params: URLSearchParams,
): Result<ComparedPeriods | null, UnknownPeriod> {
  const last = periodes.length;
  const numberOf = (champ: 'avant' | 'apres', usual: number): Result<number, UnknownPeriod> => {
    const texte = params.get(champ)?.trim() ?? '';
    if (texte === '') return accept(usual);
    const isPeriod = /^\d{1,3}$/.test(texte) && Number(texte) >= 1 && Number(texte) <= last;
    return isPeriod ? accept(Number(texte)) : refuse({ champ, texte, last });
  };
  const avant = numberOf('avant', Math.max(1, last - 1));
  if (!avant.ok) return avant;
  const apres = numberOf('apres', last);
  if (!apres.ok) return apres;
  return accept(last < 2 ? null : { avant: avant.value, apres: apres.value });
}
