import { communeNames } from '#domain/form/field-names.ts';
import { type CommuneIndex, communeByCode } from '#domain/territory/commune-index.ts';
import { type Place, resolvePlace } from '#domain/territory/resolve-place.ts';
import type { Typed } from './form.ts';

/** What a commune field of a bigger form means. */
export type TypedCommune =
  | { readonly kind: 'found'; readonly code: string }
  | { readonly kind: 'several'; readonly places: readonly Place[] }
  | { readonly kind: 'empty' | 'unknown' };

/**
 * Reads a field (the text), its `-choix` (one of the places that the text was found to mean), and its `-code`, which
 * holds for the text `-lu` only: a text that was changed since is looked up anew.
 */
export function typedCommune(communes: CommuneIndex, typed: Typed, name: string): TypedCommune {
  const names = communeNames(name);
  const text = typed.get(name)?.trim() ?? '';
  const code = typed.get(names.code) ?? '';
  if (text === '') return { kind: 'empty' };
  if (text === typed.get(names.read)?.trim() && communeByCode(communes, code)) return { kind: 'found', code };
  const asked = resolvePlace(communes, new URLSearchParams({ q: text }));
  if (asked.kind === 'found') return { kind: 'found', code: asked.code };
  if (asked.kind !== 'several') return { kind: 'unknown' };
  const chosen = asked.places.find((place) => place.code === typed.get(names.chosen));
  return chosen ? { kind: 'found', code: chosen.code } : { kind: 'several', places: asked.places };
}

/** The communes to choose among, when a form came back because the text of this field means several. */
export function typedPlaces(communes: CommuneIndex, typed: Typed, name: string): readonly Place[] {
  const commune = typedCommune(communes, typed, name);
  if (commune.kind === 'several') return commune.places;
  const isChosen = commune.kind === 'found' && commune.code === typed.get(communeNames(name).chosen);
  const again = isChosen ? typedCommune(communes, new URLSearchParams({ [name]: typed.get(name) ?? '' }), name) : null;
  return again?.kind === 'several' ? again.places : [];
}
