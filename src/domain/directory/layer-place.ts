import { searchWords } from '#domain/territory/search-words.ts';
import type { RecordLayer } from './layer.schema.ts';
import type { StructureRecord } from './structure.schema.ts';

type Address = StructureRecord['adresse'];
type Position = StructureRecord['position'];

/** The address and the point of a record, each with the layer that proves it. */
export type LayeredPlace<L extends RecordLayer> = {
  readonly adresse: { readonly value: Address; readonly by: L } | null;
  readonly position: { readonly value: Position; readonly by: L } | null;
};

/**
 * Where a structure is, from what its layers say, the strongest first. The strongest address counts. One that only
 * knows the commune takes the street of the strongest layer that gives one in that commune. A point counts only with
 * the address it belongs to: of a layer that gives another street of the commune it tells the commune, of one that
 * gives another commune nothing.
 */
export function placeOf<L extends RecordLayer>(layers: readonly L[]): LayeredPlace<L> {
  const said = layers.find(({ champs }) => champs.adresse !== undefined);
  const adresse = said ? withStreet(said, layers) : null;
  return { adresse, position: pointOf(layers, said, adresse) };
}

function withStreet<L extends RecordLayer>(said: L, layers: readonly L[]): { value: Address; by: L } {
  const value = said.champs.adresse ?? null;
  if (!value || value.voie !== null || value.codeInsee === null) return { value, by: said };
  const by = layers.find(
    ({ champs: { adresse } }) => adresse && adresse.voie !== null && adresse.codeInsee === value.codeInsee,
  );
  if (!by?.champs.adresse) return { value, by: said };
  const { voie, codePostal } = by.champs.adresse;
  return { value: { ...value, voie, codePostal: codePostal ?? value.codePostal }, by };
}

function pointOf<L extends RecordLayer>(
  layers: readonly L[],
  said: L | undefined,
  adresse: LayeredPlace<L>['adresse'],
): LayeredPlace<L>['position'] {
  const first = layers.find(({ champs }) => champs.position !== undefined);
  if (first?.champs.position === null) return { value: null, by: first };
  const strength = said ? layers.indexOf(said) : layers.length;
  const points = layers.flatMap((by, rank) => {
    const value = by.champs.position;
    if (!value) return [];
    const isOwn = rank <= strength || by === adresse?.by;
    const standing = isOwn ? 'door' : agreement(by.champs.adresse, adresse?.value);
    if (standing === 'elsewhere') return [];
    return [{ value: standing === 'door' ? value : { ...value, precision: standing }, by }];
  });
  return points.find(({ value }) => value.precision !== 'commune') ?? points[0] ?? null;
}

/** Whether a layer's own address is at the door that was chosen, elsewhere in its commune, or in another place. */
function agreement(own: Address | undefined, chosen: Address | undefined): 'door' | 'commune' | 'elsewhere' {
  if (!own || !chosen || own.codeInsee === null || own.codeInsee !== chosen.codeInsee) return 'elsewhere';
  return street(own) === street(chosen) ? 'door' : 'commune';
}

const street = (address: NonNullable<Address>): string => searchWords(address.voie ?? '').join(' ');
