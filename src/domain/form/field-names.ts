import type { Field } from './field.schema.ts';

/** The name of a field in one line of a group, counted from 1: `themes-2-intitule`. It is also the id of its control. */
export const lineName = (group: string, line: number, key: string): string => `${group}-${line}-${key}`;

/** Line and key of a name that `lineName` made for this group; null for any other. */
export function placeInGroup(group: string, name: string): { readonly line: number; readonly key: string } | null {
  const [, line, key] = new RegExp(`^${group}-(\\d+)-(.+)$`).exec(name) ?? [];
  return line && key ? { line: Number(line), key } : null;
}

/** The hidden field that says how many lines a group shows. */
export const lineCountName = (group: string): string => `${group}-lignes`;

/** What goes with the text of a commune: the text that its code was found for, that code, the place chosen of several. */
export const communeNames = (name: string) => ({ read: `${name}-lu`, code: `${name}-code`, chosen: `${name}-choix` });

/** Every name under which something of a field comes, besides its lines. */
export function postedNames({ type }: Pick<Field, 'type'>, name: string): readonly string[] {
  if (type === 'commune') return [name, ...Object.values(communeNames(name))];
  return type === 'groupe' ? [name, lineCountName(name)] : [name];
}
