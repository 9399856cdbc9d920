import {
  type HealthProfession,
  healthProfessions,
  isHealthProfession,
  type Profession,
  partnerProfessions,
} from '#domain/people/profession.ts';

/** How someone practises: on their own account, for a centre of one profession, employed, or where an ESP CLAP may not reach. */
export const practices = ['liberal', 'centre-a', 'centre-b', 'centre-c', 'salarie', 'msp'] as const;
export type Practice = (typeof practices)[number];

/** « 2 infirmiers en libéral ». */
export type TeamRow = { readonly profession: Profession; readonly exercice: Practice; readonly nombre: number };

/** One person of a team: no name, only a profession and a rank among those who practise alike. */
export type Person = {
  /** `infirmier-2`, `infirmier.salarie-1`: as it stands in the address. */
  readonly id: string;
  readonly profession: Profession;
  readonly exercice: Practice;
  /** Null: the only one of its kind. */
  readonly rank: number | null;
};

export const mostPeople = 30;

export const isProfession = (text: string): text is Profession =>
  (healthProfessions as readonly string[]).includes(text) || (partnerProfessions as readonly string[]).includes(text);

export const isPractice = (text: string): text is Practice => (practices as readonly string[]).includes(text);

/** A team as the address writes it: `medecin-generaliste:1,infirmier.salarie:2`. */
export const teamText = (rows: readonly TeamRow[]): string =>
  rows.map((row) => `${kindOf(row)}:${row.nombre}`).join(',');

/** Rows of the same profession and practice become one, rows of nobody disappear. */
export function mergeRows(rows: readonly TeamRow[]): TeamRow[] {
  const merged = new Map<string, TeamRow>();
  for (const row of rows) {
    const same = merged.get(kindOf(row));
    if (row.nombre > 0) merged.set(kindOf(row), { ...row, nombre: row.nombre + (same?.nombre ?? 0) });
  }
  return [...merged.values()];
}

/** The people of a team, in its order. */
export const peopleOf = (rows: readonly TeamRow[]): Person[] =>
  rows.flatMap((row) =>
    Array.from({ length: row.nombre }, (_, index) => ({
      id: `${kindOf(row)}-${index + 1}`,
      profession: row.profession,
      exercice: row.exercice,
      rank: row.nombre > 1 ? index + 1 : null,
    })),
  );

export const isProfessional = (person: Person): person is Person & { profession: HealthProfession } =>
  isHealthProfession(person.profession);

/** Whom the plan may pay: employees take part without pay, partners are guests. */
export const mayBePaid = (person: Person): boolean =>
  isProfessional(person) && person.exercice !== 'salarie' && person.exercice !== 'msp';

/** The centre of one profession that someone practises for; null: none. */
export const centreOf = ({ exercice }: Person): Practice | null => (exercice.startsWith('centre-') ? exercice : null);

const kindOf = ({ profession, exercice }: Pick<TeamRow, 'profession' | 'exercice'>): string =>
  exercice === 'liberal' ? profession : `${profession}.${exercice}`;
