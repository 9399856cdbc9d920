import type { StructureType } from '#domain/directory/structure.schema.ts';

/** One shape a kind, the same on list, map, comparison and print. Drawn in a 24 × 24 box, stroke of 2.4, no fill but `dot`. */
export type Shape = { readonly path: string; readonly dot?: readonly [x: number, y: number, radius: number] };

const triangle = 'M12 3.5 22 20.5H2Z';

const shapes = {
  dac: { path: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18Z', dot: [12, 12, 3] },
  cpts: { path: 'M12 2.5 20.5 7.2V16.8L12 21.5 3.5 16.8V7.2Z' },
  msp: { path: 'M3 11.5 12 3.5 21 11.5V20.5H3Z' },
  cds: { path: 'M3.5 3.5H20.5V20.5H3.5ZM12 8V16M8 12H16' },
  esp: { path: triangle },
  'esp-clap': { path: triangle, dot: [12, 14.6, 2.6] },
  ess: { path: 'M12 2.5 21.5 12 12 21.5 2.5 12Z' },
  asalee: { path: 'M9 6.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11ZM15 6.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11Z' },
} as const satisfies Record<string, Shape>;

const support: Shape = { path: '', dot: [12, 12, 6] };

/** The CSS class that carries the colour of a kind (tokens.css). */
export type ShapeName = keyof typeof shapes | 'appui';

export const shapeName = (type: StructureType): ShapeName => (type in shapes ? (type as keyof typeof shapes) : 'appui');

export const shapeOf = (name: ShapeName): Shape => (name === 'appui' ? support : shapes[name]);
