import type { CommuneIndex } from '#domain/territory/commune-index.ts';
import { communeByCode } from '#domain/territory/commune-index.ts';
import { type Place, resolvePlace } from '#domain/territory/resolve-place.ts';
import type { Posted, Typed } from './form.ts';

/** What a commune field of a bigger form means. */
export type TypedCommune =
  | { readonly kind: 'found'; readonly code: string }
  | { readonly kind: 'several'; readonly places: readonly Place[] }
  | { readonly kind: 'empty' | 'unknown' };

/**
 * Reads `commune` (the text), `commune-choix` (one of the places that the text was found to mean), and `commune-code`,
 * which holds for the text `commune-lu` only: a text that was changed since is looked up anew.
 */
export function typedCommune(communes: CommuneIndex, typed: Typed): TypedCommune {
  const text = typed.get('commune')?.trim() ?? '';
  const code = typed.get('commune-code') ?? '';
  if (text === '') return { kind: 'empty' };
  if (text === typed.get('commune-lu')?.trim() && communeByCode(communes, code)) return { kind: 'found', code };
  const asked = resolvePlace(communes, new URLSearchParams({ q: text }));
  if (asked.kind === 'found') return { kind: 'found', code: asked.code };
  if (asked.kind !== 'several') return { kind: 'unknown' };
  const chosen = asked.places.find((place) => place.code === typed.get('commune-choix'));
  return chosen ? { kind: 'found', code: chosen.code } : { kind: 'several', places: asked.places };
}

/** The communes to choose among, when a form came back because its text means several. */
export function typedPlaces(
  communes: CommuneIndex,
  { geste, typed }: Pick<Posted, 'geste' | 'typed'>,
): readonly Place[] {
  const commune = geste === null ? null : typedCommune(communes, typed);
  if (commune?.kind === 'several') return commune.places;
  const isChosen = commune?.kind === 'found' && commune.code === typed.get('commune-choix');
  const again = isChosen ? typedCommune(communes, new URLSearchParams({ commune: typed.get('commune') ?? '' })) : null;
  return again?.kind === 'several' ? again.places : [];
}
