import { generalPractitioner } from '#domain/people/profession.ts';
import type { SimulatorRow } from './rows.ts';
import { centreOf, isProfessional, mayBePaid, type Person } from './team.ts';

/** Who takes part in the actions of a row, where the person who simulates said so. Ids of people. */
export type Choice = {
  /** Those of the whole team who stay away. */
  readonly sans: readonly string[];
  /** Those who share a care plan; empty: the usual ones. */
  readonly avec: readonly string[];
  /** Null: the usual one. */
  readonly referent: string | null;
};

export const noChoice: Choice = { sans: [], avec: [], referent: null };

/** Everyone who takes part in an action of this row. */
export function participantsOf(row: SimulatorRow, { sans, avec }: Choice, people: readonly Person[]): string[] {
  if (row.exactly === null) return people.map(({ id }) => id).filter((id) => !sans.includes(id));
  const chosen = avec.filter((id) => people.some((person) => person.id === id));
  const others = usualPeople(people).filter((id) => !chosen.includes(id));
  return [...chosen, ...others].slice(0, row.exactly);
}

/** A general practitioner if there is one, else the first who may be paid, else the first. */
export function referentOf({ referent }: Choice, participants: readonly string[], people: readonly Person[]) {
  if (referent !== null && people.some(({ id }) => id === referent)) return referent;
  const present = people.filter(({ id }) => participants.includes(id));
  const first = present.find(isPaidDoctor) ?? present.find(mayBePaid) ?? present[0];
  return first?.id ?? null;
}

/** False: fewer people to pay than the row is about. */
export const isWithinReach = ({ atLeast }: SimulatorRow, people: readonly Person[]): boolean =>
  people.filter(mayBePaid).length >= atLeast;

/** One doctor, then other professions each in turn: the care plan whose shares are written (S0). */
function usualPeople(people: readonly Person[]): string[] {
  const paid = people.filter(mayBePaid);
  const doctor = paid.find(isPaidDoctor);
  const others = paid.filter(({ profession }) => profession !== generalPractitioner);
  const isFirst = (person: Person) => others.find(({ profession }) => profession === person.profession) === person;
  const inTurn = [...others.filter(isFirst), ...others.filter((person) => !isFirst(person))];
  const doctors = paid.filter((person) => isPaidDoctor(person) && person !== doctor);
  return [...(doctor ? [doctor] : []), ...inTurn, ...doctors].map(({ id }) => id);
}

const isPaidDoctor = (person: Person): boolean => person.profession === generalPractitioner && mayBePaid(person);

export type CrowdedCentre = { readonly centre: string; readonly people: readonly Person[] };

/** The centres that bring more people than may be paid for one action. */
export function crowdedCentresOf(people: readonly Person[], maximum: number): CrowdedCentre[] {
  const professionals = people.filter((person) => isProfessional(person) && centreOf(person) !== null);
  return [...Map.groupBy(professionals, (person) => centreOf(person) ?? '')]
    .filter(([, members]) => members.length > maximum)
    .map(([centre, members]) => ({ centre, people: members }));
}

/** Whom each crowded centre has paid for an action: those it would rather have, then the first of those present. */
export const designatedAmong = (
  participants: readonly string[],
  wanted: readonly string[],
  people: readonly Person[],
  maximum: number,
): string[] =>
  crowdedCentresOf(
    people.filter(({ id }) => participants.includes(id)),
    maximum,
  ).flatMap(({ people: members }) => {
    const ids = members.map(({ id }) => id);
    return [...ids.filter((id) => wanted.includes(id)), ...ids.filter((id) => !wanted.includes(id))].slice(0, maximum);
  });
