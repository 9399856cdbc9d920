import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  type LayerFault,
  type LayerSet,
  layerOfFiles,
  layerOfImport,
  ownFiles,
} from '#domain/directory/file-layers.ts';
import { directoryImportSchema } from '#domain/directory/import.schema.ts';
import { structureRecordSchema } from '#domain/directory/structure.schema.ts';
import { withdrawnSchema } from '#domain/directory/withdrawn.schema.ts';
import { DataFileError, readData } from '#domain/shared/data-file.ts';
import { issueOf } from '#domain/shared/refusal.ts';

/** One layer that files make: known by its fingerprint, read only when that one is new. */
export type LayerFile = {
  readonly origine: string;
  /** Changes when any byte of its files does. */
  readonly fingerprint: string;
  /** @throws DataFileError when a file is not as its schema says, or when an id is used twice. */
  readonly read: () => LayerSet;
};

const withdrawnFile = 'retirees.json';

/** The layers of the repository's files under `root`: `data/directory` is one, each file of `data/imports` another. */
export function layerFiles(root: string): LayerFile[] {
  const own = jsonFiles(join(root, 'data/directory'));
  return [
    { origine: ownFiles, fingerprint: fingerprintOf(own), read: () => readOwnFiles(own) },
    ...jsonFiles(join(root, 'data/imports')).map((file) => ({
      origine: file.name.replace('.json', ''),
      fingerprint: fingerprintOf([file]),
      read: () => readImport(file),
    })),
  ];
}

type JsonFile = { readonly name: string; readonly path: string; readonly bytes: Buffer };

const jsonFiles = (folder: string): JsonFile[] =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ name, path: join(folder, name), bytes: readFileSync(join(folder, name)) }));

function fingerprintOf(files: readonly JsonFile[]): string {
  const hash = createHash('sha256');
  for (const { name, bytes } of files) hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  return hash.digest('hex');
}

function readOwnFiles(files: readonly JsonFile[]): LayerSet {
  const records = files
    .filter(({ name }) => name !== withdrawnFile)
    .flatMap((file) => read(z.array(structureRecordSchema), file));
  const withdrawn = files
    .filter(({ name }) => name === withdrawnFile)
    .flatMap((file) => read(z.array(withdrawnSchema), file));
  refuseTwice('data/directory', [...records, ...withdrawn]);
  return layerOfFiles(records, withdrawn);
}

function readImport(file: JsonFile): LayerSet {
  const edition = read(directoryImportSchema, file);
  if (`${edition.origine}.json` !== file.name)
    throw fault(file.path, { code: 'EDITION_MAL_NOMMEE', origine: edition.origine });
  refuseTwice(file.path, [...edition.fiches, ...edition.retirees]);
  return layerOfImport(edition);
}

const read = <Schema extends z.ZodType>(schema: Schema, { path, bytes }: JsonFile): z.output<Schema> =>
  readData(schema, JSON.parse(bytes.toString('utf8')), path);

/** One origin says one thing of a structure: listed once, or withdrawn. */
function refuseTwice(where: string, rows: readonly { readonly id: string }[]): void {
  const known = new Set<string>();
  for (const { id } of rows) {
    if (known.has(id)) throw fault(where, { code: 'FICHE_REPETEE', id });
    known.add(id);
  }
}

export const fault = (file: string, refusal: LayerFault): DataFileError => new DataFileError(file, [issueOf(refusal)]);
