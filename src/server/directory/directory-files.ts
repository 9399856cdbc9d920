import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type LayerSet, layerOfFiles, layerOfImport, ownFiles } from '#domain/directory/file-layers.ts';
import { directoryImportSchema } from '#domain/directory/import.schema.ts';
import { structureRecordSchema } from '#domain/directory/structure.schema.ts';
import { withdrawnSchema } from '#domain/directory/withdrawn.schema.ts';

/** One layer that files make: known by its fingerprint, read only when that one is new. */
export type LayerFile = {
  readonly origine: string;
  /** Changes when any byte of its files does. */
  readonly fingerprint: string;
  /** @throws with the file and the field when one is not as its schema says, or when an id is used twice. */
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
    .flatMap((file) => parse(file, z.array(structureRecordSchema)));
  const withdrawn = files
    .filter(({ name }) => name === withdrawnFile)
    .flatMap((file) => parse(file, z.array(withdrawnSchema)));
  refuseTwice('data/directory', [...records, ...withdrawn]);
  return layerOfFiles(records, withdrawn);
}

function readImport(file: JsonFile): LayerSet {
  const edition = parse(file, directoryImportSchema);
  if (`${edition.origine}.json` !== file.name)
    throw new Error(`${file.path} : ce fichier dit être l’édition « ${edition.origine} ».`);
  refuseTwice(file.path, [...edition.fiches, ...edition.retirees]);
  return layerOfImport(edition);
}

function parse<Value>({ path, bytes }: JsonFile, schema: z.ZodType<Value>): Value {
  const value = schema.safeParse(JSON.parse(bytes.toString('utf8')));
  if (!value.success) throw new Error(`${path}\n${z.prettifyError(value.error)}`);
  return value.data;
}

/** One origin says one thing of a structure: listed once, or withdrawn. */
function refuseTwice(where: string, rows: readonly { readonly id: string }[]): void {
  const known = new Set<string>();
  for (const { id } of rows) {
    if (known.has(id)) throw new Error(`${where} : deux fiches ont l’identifiant « ${id} ».`);
    known.add(id);
  }
}
