import { composeRecord } from '#domain/directory/compose-record.ts';
import { type Layer, type LayerContent, layerContentSchema } from '#domain/directory/layer.schema.ts';
import { accept, type Result, refuse } from '#domain/shared/result.ts';
import type { CommuneIndex } from '#domain/territory/commune-index.ts';
import type { Denied, Permit } from '../access/permit.ts';
import { appendAudit } from '../audit/audit-log.ts';
import type { Database, Writer } from '../db/client.ts';
import type { Directory } from './directory.ts';
import { dropLayer, putLayer, readLayers } from './layer-store.ts';
import { project } from './project.ts';

export type LayerNeeds = {
  readonly database: Pick<Database, 'write'>;
  readonly communes: CommuneIndex;
  readonly directory: Pick<Directory, 'refresh'>;
  readonly now: Date;
  readonly newId: () => string;
  /** The account that acts. */
  readonly actor: string;
  readonly permit: Permit;
};

/** FICHE_INCONNUE: neither the layers that are there nor the new one say what this structure is. */
export type LayerRefusal = { readonly code: 'FICHE_INCONNUE' | 'COUCHE_INCONNUE' } | Denied;

/**
 * An editor accepts a correction: fields with their sources, a new record, or its withdrawal. It wins over all that was
 * said before, and over every file to come, until it is taken back.
 * @returns the name of its layer.
 */
export const acceptCorrection = (needs: LayerNeeds, structureId: string, content: LayerContent) =>
  write(needs, structureId, content, (layers) => ({
    nature: 'correction',
    origine: `correction-${needs.newId()}`,
    rang: 1 + Math.max(0, ...layers.filter(({ nature }) => nature === 'correction').map(({ rang }) => rang)),
  }));

/** What a structure says of itself, in the place of what it said before: stronger than files, weaker than a correction. */
export const declareStructure = (needs: LayerNeeds, structureId: string, content: LayerContent) =>
  write(needs, structureId, content, () => ({ nature: 'declaration', origine: 'declaration', rang: 0 }));

/** Takes back a correction or a declaration: what it had covered shows again. */
export function takeBackLayer(
  needs: LayerNeeds,
  structureId: string,
  origine: string,
): Promise<Result<void, LayerRefusal>> {
  return changed(needs, async (tx) => {
    const layer = (await layersOf(tx, structureId)).find((one) => one.origine === origine);
    if (layer?.nature !== 'correction' && layer?.nature !== 'declaration') return refuse({ code: 'COUCHE_INCONNUE' });
    await dropLayer(tx, structureId, origine);
    await project(tx, needs.communes, [structureId]);
    await told(tx, needs, 'reprendre-fiche', structureId, layer);
    return accept(undefined);
  });
}

async function write(
  needs: LayerNeeds,
  structureId: string,
  content: LayerContent,
  standing: (layers: readonly Layer[]) => Omit<Layer, 'contenu'>,
): Promise<Result<{ readonly origine: string }, LayerRefusal>> {
  const contenu = layerContentSchema.parse(content);
  return changed(needs, async (tx) => {
    const layers = await layersOf(tx, structureId);
    const layer = { ...standing(layers), contenu };
    const others = layers.filter(({ origine }) => origine !== layer.origine);
    if (composeRecord(structureId, [...others, layer]).kind === 'absent') return refuse({ code: 'FICHE_INCONNUE' });
    await putLayer(tx, structureId, layer);
    await project(tx, needs.communes, [structureId]);
    await told(tx, needs, layer.nature === 'correction' ? 'corriger-fiche' : 'declarer-fiche', structureId, layer);
    return accept({ origine: layer.origine });
  });
}

/** Runs a change of whoever may edit the directory, in one transaction; this process reads it before the answer, the others within a second or so. */
async function changed<Done>(
  { database, directory, permit }: LayerNeeds,
  work: (tx: Writer) => Promise<Result<Done, LayerRefusal>>,
): Promise<Result<Done, LayerRefusal>> {
  const result = await database.write(async (tx) => {
    const permitted = await permit(tx, 'modifier', { kind: 'fiche', region: null });
    return permitted.ok ? work(tx) : permitted;
  });
  // What is written is written: a reading that fails is tried again by the watch.
  if (result.ok) await directory.refresh().catch(() => undefined);
  return result;
}

const layersOf = async (tx: Writer, id: string): Promise<readonly Layer[]> =>
  (await readLayers(tx, [id])).get(id) ?? [];

const told = (
  tx: Writer,
  { actor, now }: LayerNeeds,
  verb: string,
  id: string,
  { origine, contenu }: Layer,
): Promise<void> =>
  appendAudit(tx, {
    at: now,
    actor,
    verb,
    object: { type: 'structure', id },
    detail:
      contenu.quoi === 'retrait'
        ? { couche: origine, retrait: true, remplaceePar: contenu.remplaceePar }
        : { couche: origine, champs: Object.keys(contenu.champs).join(', ') },
  });
