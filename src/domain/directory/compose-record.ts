import { composedSources, proofOf, type TakenField } from './composed-sources.ts';
import { type Layer, type LayerFields, type RecordLayer, strongestFirst } from './layer.schema.ts';
import { placeOf } from './layer-place.ts';
import type { StructureRecord } from './structure.schema.ts';
import type { Withdrawn } from './withdrawn.schema.ts';

/** What all layers of one id come to. */
export type Composition =
  | { readonly kind: 'present'; readonly record: StructureRecord }
  | { readonly kind: 'withdrawn'; readonly withdrawn: Withdrawn }
  /** No layer names it: a correction of a record that its list no longer holds. */
  | { readonly kind: 'absent' };

/** Facts whose source, when it is not that of the whole record, brings its note along. */
const useful = ['adresse', 'telephone', 'courriel', 'site', 'horaires', 'territoire', 'statut'];

/**
 * One record from its layers, field by field: the strongest layer that says something wins. A layer that withdraws the
 * record ends all the weaker ones: what is stronger may still name it, and then it stays. Address and point go together
 * (`placeOf`), notes go with the facts that they qualify.
 */
export function composeRecord(id: string, layers: readonly Layer[]): Composition {
  const contents = strongestFirst(layers).map(({ nature, contenu }) => ({ nature, contenu }));
  const end = contents.findIndex(({ contenu }) => contenu.quoi === 'retrait');
  const heard = contents
    .slice(0, end === -1 ? contents.length : end)
    .flatMap(({ nature, contenu }) => (contenu.quoi === 'fiche' ? [{ ...contenu, nature }] : []));
  const [first, ...others] = heard.filter(({ champs }) => champs.nom !== undefined);
  const type = heard.find((layer) => layer.type !== undefined)?.type;
  if (first && type) return { kind: 'present', record: recordFrom(id, type, heard, proofOf([first, ...others])) };

  const withdrawal = contents[end]?.contenu;
  if (withdrawal?.quoi !== 'retrait') return { kind: 'absent' };
  const { quoi, ...withdrawn } = withdrawal;
  return { kind: 'withdrawn', withdrawn: { id, ...withdrawn } };
}

type HeardLayer = RecordLayer & Pick<Layer, 'nature'>;

function recordFrom(
  id: string,
  type: StructureRecord['type'],
  layers: readonly HeardLayer[],
  proof: HeardLayer,
): StructureRecord {
  const taken: TakenField[] = [];
  const take = <Field extends keyof LayerFields>(champ: Field): LayerFields[Field] => {
    const by = layers.find(({ champs }) => champs[champ] !== undefined);
    if (by) taken.push({ champ, by });
    return by?.champs[champ];
  };
  const place = placeOf(layers);
  const nom = take('nom')!;
  if (place.adresse) taken.push({ champ: 'adresse', by: place.adresse.by });
  if (place.position) taken.push({ champ: 'position', by: place.position.by });
  const contact = {
    telephone: take('telephone') ?? null,
    courriel: take('courriel') ?? null,
    site: take('site') ?? null,
    horaires: take('horaires') ?? null,
    finess: take('finess') ?? null,
    territoire: take('territoire') ?? null,
  };
  const statut = take('statut') ?? 'inconnu';
  const chevauche = layers.find(({ champs }) => champs.chevauche)?.champs.chevauche;
  const used = layers.filter((layer) => layer === proof || taken.some(({ by }) => by === layer));
  return {
    id,
    type,
    nom,
    adresse: place.adresse?.value ?? null,
    position: place.position?.value ?? null,
    ...contact,
    ...(chevauche && { chevauche }),
    statut,
    confiance: layers.find(({ champs }) => champs.confiance)?.champs.confiance ?? 'moyenne',
    note: noteOf(layers, proof, taken),
    sources: composedSources(proof, taken),
    verifieLe: used
      .map(({ verifieLe }) => verifieLe)
      .sort()
      .at(-1)!,
  };
}

/** An editor's note stands alone; else those of the proof and of the layers that a useful fact was taken from. */
function noteOf(layers: readonly HeardLayer[], proof: HeardLayer, taken: readonly TakenField[]): string | null {
  const corrected = layers.find(({ nature, champs }) => nature === 'correction' && champs.note !== undefined);
  if (corrected) return corrected.champs.note ?? null;
  const told = layers.filter(
    (layer) => layer === proof || taken.some(({ champ, by }) => by === layer && useful.includes(champ)),
  );
  const notes = [...new Set(told.flatMap(({ champs }) => champs.note ?? []))];
  return notes.length > 0 ? notes.join(' ') : null;
}
