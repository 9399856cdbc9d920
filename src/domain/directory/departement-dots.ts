import type { CommuneIndex } from '#domain/territory/commune-index.ts';
import { departementCodeOf } from '#domain/territory/places.ts';
import type { StructureRecord } from './structure.schema.ts';

/** What is known of the DAC of a department: its telephone, its name alone, nothing. */
type State = 'tel' | 'nom' | 'vide';

export type DepartementDots = {
  /** In a square of a hundred that holds metropolitan France. */
  readonly dots: readonly { readonly x: number; readonly y: number; readonly state: State }[];
  /** Departments whose DAC is known, and those where it has a telephone. */
  readonly known: number;
  readonly withPhone: number;
};

/** A dot for each department of metropolitan France, where its inhabitants are, and what is known of its DAC. */
export function departementDots(
  communes: CommuneIndex,
  dac: readonly Pick<StructureRecord, 'telephone' | 'territoire'>[],
): DepartementDots {
  const states = statesOf(dac);
  const dots = [...middles(communes)].map(([code, { lon, lat }]) => ({
    ...project(lon, lat),
    state: states.get(code) ?? ('vide' as const),
  }));
  const count = (...wanted: State[]) => dots.filter(({ state }) => wanted.includes(state)).length;
  return { dots, known: count('tel', 'nom'), withPhone: count('tel') };
}

/** The mean place of the inhabitants of each department. */
function middles({ codes, populations, longitudes, latitudes }: CommuneIndex) {
  const sums = new Map<string, { people: number; lon: number; lat: number }>();
  for (const [number, code] of codes.entries()) {
    const departement = departementCodeOf(code);
    const [lon, lat] = [longitudes[number] ?? Number.NaN, latitudes[number] ?? Number.NaN];
    // Overseas codes have three signs.
    if (departement.length === 3 || Number.isNaN(lon) || Number.isNaN(lat)) continue;
    const people = populations[number] ?? 0;
    const sum = sums.get(departement) ?? { people: 0, lon: 0, lat: 0 };
    sums.set(departement, {
      people: sum.people + people,
      lon: sum.lon + lon * people,
      lat: sum.lat + lat * people,
    });
  }
  return new Map([...sums].map(([code, { people, lon, lat }]) => [code, { lon: lon / people, lat: lat / people }]));
}

function statesOf(dac: readonly Pick<StructureRecord, 'telephone' | 'territoire'>[]): ReadonlyMap<string, State> {
  const states = new Map<string, State>();
  for (const { telephone, territoire } of dac) {
    if (!territoire) continue;
    const covered = [
      ...territoire.departements,
      ...territoire.departementsEnPartie,
      ...territoire.communes.map(departementCodeOf),
    ];
    for (const code of covered) if (telephone || !states.has(code)) states.set(code, telephone ? 'tel' : 'nom');
  }
  return states;
}

/** One degree of longitude is 0.688 degree of latitude wide at 46.5° north; the square holds metropolitan France. */
const project = (lon: number, lat: number) => ({ x: round((lon + 5.2) * 0.688 * 9.75), y: round((51.3 - lat) * 9.75) });
const round = (value: number) => Math.round(value * 10) / 10;
