import { type DirectoryFiles, readDirectory } from '../directory/read-directory.ts';
import { readTerritory } from '../territory/read-territory.ts';

/** The repository, whence the build runs. */
const root = process.cwd();

type BuiltFrom = {
  readonly root: string;
  readonly directory: DirectoryFiles;
  readonly communes: ReturnType<typeof readTerritory>;
};

let read: BuiltFrom | undefined;

/** The files that prerendered pages are made from, read once a build. Pages on demand use the opened services. */
export function builtFrom(): BuiltFrom {
  read ??= { root, directory: readDirectory(root), communes: readTerritory(root) };
  return read;
}
