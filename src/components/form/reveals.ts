import type { Field } from '#domain/form/field.schema.ts';
import { conditionLines, type FieldCondition } from '#domain/form/field-condition.schema.ts';

/**
 * How the style sheet shows a field only when it is asked for, without a script: each condition has a slot, the answers
 * that make it hold bear the slot (`data-opens`), and so does the field (`data-when`). Without the means to look at the
 * answers (`:has`), or past the slots that the style sheet has, the field stays, with words that say when it is asked for.
 */
export type Reveals = {
  /** The slots that an answer opens, or undefined. */
  readonly opens: (field: string, answer: string) => string | undefined;
  /** The slots that must be open for a field to be shown; `whole` when they say all of its condition. */
  readonly whenOf: (field: Field) => { readonly slots: string | undefined; readonly whole: boolean };
};

/** As many as `styles/form.css` has. */
const mostSlots = 8;

/** The slots of these fields, which stand at the same level: those of a form, or those of a line. */
export function revealsOf(fields: readonly Field[], prefix: 'a' | 'l'): Reveals {
  const slots = new Map<string, { readonly name: string; readonly lines: ReturnType<typeof conditionLines> }>();
  const slotOf = (condition: FieldCondition): string | null => {
    const lines = conditionLines(condition);
    if (!('un' in condition) && !('champ' in condition)) return null;
    if (!lines.every((line) => 'parmi' in line && fields.some((field) => field.cle === line.champ && canOpen(field))))
      return null;
    const key = JSON.stringify(condition);
    const known = slots.get(key);
    if (known) return known.name;
    if (slots.size === mostSlots) return null;
    const name = `${prefix}${slots.size + 1}`;
    slots.set(key, { name, lines });
    return name;
  };
  const whens = new Map(fields.map((field) => [field.cle, whenOf(field)]));

  /** A field that waits for one that is not shown waits for what shows it, too. */
  function whenOf({ visible }: Field) {
    if (!visible) return { slots: undefined, whole: true };
    const parts = 'tous' in visible ? visible.tous : [visible];
    const own = parts.map(slotOf);
    const deciders = fields.filter(({ cle }) => conditionLines(visible).some(({ champ }) => champ === cle));
    const above = parts.length === 1 && deciders.length === 1 ? deciders[0]?.visible : undefined;
    const names = [...own, above ? slotOf(above) : null].filter((name) => name !== null);
    return { slots: names.join(' ') || undefined, whole: own.every((name) => name !== null) };
  }

  return {
    opens: (field, answer) =>
      [...slots.values()]
        .filter(({ lines }) =>
          lines.some((line) => line.champ === field && 'parmi' in line && line.parmi.includes(answer)),
        )
        .map(({ name }) => name)
        .join(' ') || undefined,
    whenOf: ({ cle }) => whens.get(cle) ?? { slots: undefined, whole: false },
  };
}

/** Fields whose answers are controls that can be looked at. */
const canOpen = ({ type }: Field): boolean => ['choix', 'plusieurs', 'oui-non', 'case'].includes(type);
