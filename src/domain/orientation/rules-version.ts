import type { VersionEntry } from './rules.schema.ts';
import type { Rules } from './rules.ts';

/** What a link made with some version of the rules is worth today. */
export type VersionOfLink =
  | { readonly etat: 'courante' }
  /** `changements`: the versions that came since, oldest first. */
  | { readonly etat: 'ancienne'; readonly date: string; readonly changements: readonly VersionEntry[] }
  /** Absent, or not one that was ever published. */
  | { readonly etat: 'inconnue' };

export function versionOfLink({ data }: Rules, version: string | null): VersionOfLink {
  const index = data.versions.findIndex((entry) => entry.version === version);
  const entry = data.versions[index];
  if (!entry) return { etat: 'inconnue' };
  if (entry.version === data.general.version) return { etat: 'courante' };
  return { etat: 'ancienne', date: entry.date, changements: data.versions.slice(index + 1) };
}
