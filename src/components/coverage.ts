import { readFileSync } from 'node:fs';
import type { StructureRecord } from '#domain/directory/structure.schema.ts';
import { departementCodeOf } from '#domain/territory/places.ts';
import { communesFileSchema } from '#domain/territory/territory-tables.schema.ts';

type State = 'tel' | 'nom' | 'vide';
type Dot = { readonly x: number; readonly y: number; readonly state: State };

/** One degree of longitude is 0.688 degree of latitude wide at 46.5° north; the square holds metropolitan France. */
const project = (lon: number, lat: number) => ({ x: round((lon + 5.2) * 0.688 * 9.75), y: round((51.3 - lat) * 9.75) });
const round = (value: number) => Math.round(value * 10) / 10;

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** A dot for each department of metropolitan France, where its inhabitants are, and what we know of its DAC. For the build only. */
export function departementDots(): { dots: Dot[]; known: number; withPhone: number } {
  const { communes } = communesFileSchema.parse(readJson('data/territory/communes.json'));
  const dac = readJson('data/directory/dac.json') as StructureRecord[];
  const departements = new Map<string, { people: number; lon: number; lat: number }>();
  for (const [code, , , population, , lon, lat] of communes) {
    const departement = departementCodeOf(code);
    if (departement.length === 3 || lon === null || lat === null) continue;
    const sum = departements.get(departement) ?? { people: 0, lon: 0, lat: 0 };
    const people = population ?? 0;
    departements.set(departement, {
      people: sum.people + people,
      lon: sum.lon + lon * people,
      lat: sum.lat + lat * people,
    });
  }

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

  const dots = [...departements].map(([code, { people, lon, lat }]) => ({
    ...project(lon / people, lat / people),
    state: states.get(code) ?? ('vide' as const),
  }));
  const count = (...wanted: State[]) => dots.filter(({ state }) => wanted.includes(state)).length;
  return { dots, known: count('tel', 'nom'), withPhone: count('tel') };
}
