import type { StructureType } from '#domain/directory/structure.schema.ts';
import type { CommuneIndex } from '#domain/territory/commune-index.ts';
import type { Database } from '../db/client.ts';
import { type LocalHelp, readKept } from './kept-directory.ts';
import { loadLayers } from './load-layers.ts';
import { readRevision } from './revision.ts';

/** What is kept in memory of the directory, and how it follows the database. */
export type Directory = {
  /** The types that have records, in the order of `structureTypes`. */
  readonly types: readonly StructureType[];
  /** By code of department: the DAC, ARS and CLIC whose seat or territory touches it. */
  readonly help: ReadonlyMap<string, LocalHelp>;
  /** An opaque mark of what memory holds: what was made under another one is no longer true. */
  readonly revision: string;
  /** Reads again what is kept where the database has changed; to be awaited after a commit. */
  refresh(): Promise<void>;
  /**
   * Does so every `everyMs`, for what other processes write: one read of a primary key when nothing changed.
   * @param tell hears of the first reading that fails; the next ones are tried all the same.
   * @returns what stops it.
   */
  watch(everyMs: number, tell: (error: unknown) => void): () => void;
};

type Needs = { readonly database: Database; readonly communes: CommuneIndex };

/** Loads the files of the directory under `root` where they changed, and reads back what memory keeps. */
export async function openDirectory(needs: Needs, root: string): Promise<Directory> {
  await loadLayers(needs, root);
  const { client } = needs.database;
  // The mark before what it marks: what changes between the two is read again at the next look.
  let revision = (await readRevision(client)).content;
  let kept = await readKept(client, needs.communes);

  async function look(): Promise<void> {
    const latest = (await readRevision(client)).content;
    if (latest === revision) return;
    kept = await readKept(client, needs.communes);
    revision = latest;
  }

  // One look after the other: an older one must not end after a newer one.
  let last: Promise<void> = Promise.resolve();
  const refresh = (): Promise<void> => {
    last = last.catch(() => undefined).then(look);
    return last;
  };

  return {
    get types() {
      return kept.types;
    },
    get help() {
      return kept.help;
    },
    get revision() {
      return revision;
    },
    refresh,
    watch(everyMs, tell) {
      let isLooking = false;
      let isFailing = false;
      const timer = setInterval(async () => {
        if (isLooking) return;
        isLooking = true;
        try {
          await refresh();
          isFailing = false;
        } catch (error) {
          if (!isFailing) tell(error);
          isFailing = true;
        }
        isLooking = false;
      }, everyMs);
      timer.unref();
      return () => clearInterval(timer);
    },
  };
}
