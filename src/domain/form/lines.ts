import type { GroupField } from './field.schema.ts';
import { lineCountName, lineName, placeInGroup } from './field-names.ts';
import { type Form, fieldsOf } from './form.schema.ts';

type Bounds = Pick<GroupField, 'cle' | 'min' | 'max'>;

/** How many lines a group shows: as many as were asked for, within its bounds, and one to write in at least. */
export function linesShown({ cle, min = 1, max }: Bounds, typed: URLSearchParams): number {
  const asked = Math.trunc(Number(typed.get(lineCountName(cle))));
  return Math.min(max, Math.max(min, asked || 1));
}

/** The form of a page that gives and takes lines, by its `geste`. */
export const lineGesture = 'changer-lignes';

/** The values of its buttons. */
export const lineButton = {
  add: (group: string): string => `${lineGesture}:ajouter:${group}`,
  remove: (group: string, line: number): string => `${lineGesture}:retirer:${group}:${line}`,
};

/** The fields of a form as a button of lines wants them; as they were when it asks for nothing that can be done. */
export function withLines(form: Form, typed: URLSearchParams, asked: string): URLSearchParams {
  const [, gesture, name, number] = asked.split(':');
  const group = fieldsOf(form).find(({ type, cle }) => type === 'groupe' && cle === name);
  if (group?.type !== 'groupe') return typed;
  const shown = linesShown(group, typed);
  if (gesture === 'ajouter') return counting(typed, group, shown + 1);
  const line = Number(number);
  const isThere = gesture === 'retirer' && Number.isInteger(line) && line >= 1 && line <= shown;
  return isThere ? counting(withoutLine(typed, group.cle, line), group, shown - 1) : typed;
}

function counting(typed: URLSearchParams, group: GroupField, lines: number): URLSearchParams {
  const counted = new URLSearchParams(typed);
  counted.set(lineCountName(group.cle), String(lines));
  counted.set(lineCountName(group.cle), String(linesShown(group, counted)));
  return counted;
}

/** Those that follow move up by one. */
function withoutLine(typed: URLSearchParams, group: string, gone: number): URLSearchParams {
  return new URLSearchParams(
    [...typed].flatMap(([name, value]) => {
      const place = placeInGroup(group, name);
      if (!place || place.line < gone) return [[name, value]];
      return place.line === gone ? [] : [[lineName(group, place.line - 1, place.key), value]];
    }),
  );
}
