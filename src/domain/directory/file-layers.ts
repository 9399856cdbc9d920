import type { DirectoryImport } from './import.schema.ts';
import type { Layer, LayerContent, LayerFields } from './layer.schema.ts';
import type { StructureRecord } from './structure.schema.ts';
import type { Withdrawn } from './withdrawn.schema.ts';

/** All that one origin says, structure by structure. */
export type LayerSet = Pick<Layer, 'nature' | 'rang' | 'origine'> & {
  readonly contents: ReadonlyMap<string, LayerContent>;
};

/** What may be wrong with the files of the directory, besides what their schemas say. */
export type LayerFault =
  | { readonly code: 'FICHE_REPETEE'; readonly id: string }
  | { readonly code: 'EDITION_MAL_NOMMEE'; readonly origine: string }
  | { readonly code: 'REMPLACANTE_ABSENTE'; readonly id: string; readonly remplaceePar: string };

/** The name of the layer that our own files make together. */
export const ownFiles = 'fichiers';

/** The layer of our own files. An unknown in a file (null, « inconnu ») says nothing: a weaker layer may know. */
export const layerOfFiles = (records: readonly StructureRecord[], withdrawn: readonly Withdrawn[]): LayerSet => ({
  nature: 'fichier',
  rang: 0,
  origine: ownFiles,
  contents: new Map<string, LayerContent>([
    ...records.map(({ id, type, sources, verifieLe, ...fields }): [string, LayerContent] => [
      id,
      { quoi: 'fiche', type, champs: known(fields), sources, verifieLe },
    ]),
    ...withdrawn.map(({ id, ...rest }): [string, LayerContent] => [id, { quoi: 'retrait', ...rest }]),
  ]),
});

/** The layer of one edition of an official list. */
export function layerOfImport({ origine, rang, source, verifieLe, fiches, retirees }: DirectoryImport): LayerSet {
  const { licence, ...cited } = source;
  const sources = [{ champ: 'tout', ...cited }];
  return {
    nature: 'import',
    rang,
    origine,
    contents: new Map<string, LayerContent>([
      ...fiches.map(({ id, type, champs }): [string, LayerContent] => [
        id,
        { quoi: 'fiche', type, champs: known(champs), sources, verifieLe },
      ]),
      ...retirees.map(({ id, ...rest }): [string, LayerContent] => [
        id,
        { quoi: 'retrait', retireeLe: verifieLe, ...rest },
      ]),
    ]),
  };
}

const known = (fields: LayerFields): LayerFields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null && value !== 'inconnu'));
