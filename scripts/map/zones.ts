import type { Box } from './lands.ts';

/** A part of France that is drawn on its own: its land and what of its neighbours is shown around it. */
export type Zone = {
  readonly name: string;
  /** Beginnings of the INSEE codes of its communes; none for a zone without commune centres. */
  readonly codes: RegExp | null;
  readonly land: Box;
  readonly around: Box;
};

const box = (west: number, south: number, east: number, north: number): Box => ({ west, south, east, north });

/** Metropolitan France, the five overseas departments, and the collectivities, whose coast alone is known here. */
export const zones: readonly Zone[] = [
  { name: 'metropole', codes: /^(?!9[78])/, land: box(-5.5, 41, 10, 51.5), around: box(-11, 38, 15, 55) },
  { name: 'guadeloupe', codes: /^971/, land: box(-61.9, 15.8, -60.9, 16.6), around: box(-63.6, 14.9, -60.4, 18.6) },
  { name: 'martinique', codes: /^972/, land: box(-61.3, 14.3, -60.7, 15), around: box(-61.9, 13.5, -60.2, 14.9) },
  { name: 'guyane', codes: /^973/, land: box(-54.7, 2, -51.5, 5.9), around: box(-57, 1, -49.5, 7) },
  { name: 'reunion', codes: /^974/, land: box(55, -21.5, 56, -20.7), around: box(54, -22, 58.5, -19.5) },
  { name: 'mayotte', codes: /^976/, land: box(44.9, -13.1, 45.4, -12.5), around: box(43, -14.5, 46.5, -11) },
  {
    name: 'saint-pierre-et-miquelon',
    codes: null,
    land: box(-56.5, 46.7, -56, 47.2),
    around: box(-57, 46.4, -55.3, 47.5),
  },
  { name: 'nouvelle-caledonie', codes: null, land: box(163, -23, 169, -19.5), around: box(163, -23, 169, -19.5) },
  { name: 'polynesie-francaise', codes: null, land: box(-155, -28, -134, -7.5), around: box(-155, -28, -134, -7.5) },
  { name: 'wallis-et-futuna', codes: null, land: box(-178.5, -14.5, -176, -13), around: box(-178.5, -14.5, -176, -13) },
];

/** The countries of the atlas that are French. */
export const frenchLands: ReadonlySet<string> = new Set([
  'France',
  'St-Martin',
  'St-Barthélemy',
  'St. Pierre and Miquelon',
  'New Caledonia',
  'Fr. Polynesia',
  'Wallis and Futuna Is.',
]);
