import type { Period, Plan } from '#domain/indemnities/plan.schema.ts';
import { periodOn } from '#domain/indemnities/plan-periods.ts';
import { isCivilDate } from '#domain/shared/civil-date.ts';
import { accept, refuse } from '#domain/shared/result.ts';
import { type Choice, crowdedCentresOf, noChoice, participantsOf, referentOf } from './participants.ts';
import { hasReferent, rowsOf, type SimulatorRow } from './rows.ts';
import { lastDay } from './simulated-action.ts';
import type { SimulatorError } from './simulator-error.ts';
import { mostPeople, type Person, peopleOf, type TeamRow, teamText } from './team.ts';
import { readTeam, readTeamForm, type TypedRow } from './team-text.ts';

/*
 * The whole state of the simulator stands in its address:
 *
 *   equipe=medecin-generaliste:1,infirmier:2,infirmier.salarie:1   profession[.exercice]:nombre
 *   pps-2=4&rcp-sans-patient=10&redaction-projet=1                 how many actions of each row in the year
 *   rcp-sans-patient.sans=infirmier-2                              the whole team takes part, but these
 *   pps-2.avec=medecin-generaliste-1,infirmier-2                   who shares these care plans
 *   pps-2.referent=infirmier-2                                     who is their referent
 *   designes=infirmier.centre-a-2,infirmier.centre-a-3             whom a centre of one profession has paid
 *   annee=2026&au=2025-06-30&plan=pays-de-la-loire                 the year; the day whose plan applies (30/06/2025 too); which plan
 *
 * Nothing is required. Without `equipe`: a general practitioner and a nurse. Without any action: a modest year.
 * Without the rest: the current year, its plan, everyone takes part. Values are separated by commas or by repetition.
 *
 * The form writes the same, except the team: `profession`, `exercice` and `nombre` once a line, `retirer` for the line
 * to take away. Its `equipe` is the team it was drawn for: a choice that was the usual one for that team stays usual.
 */

export type PlannedRow = { readonly row: SimulatorRow; readonly nombre: number; readonly choice: Choice };

export type SimulatorQuery = {
  readonly plan: Plan;
  readonly annee: number;
  /** The plan in force on that day; null: at the end of the year. */
  readonly au: string | null;
  readonly equipe: readonly TeamRow[];
  /** Every row of the period, those of zero included. */
  readonly actions: readonly PlannedRow[];
  /** Empty: the first people of each centre. */
  readonly designes: readonly string[];
};

export type SimulatorReading = {
  /** What the form shows: every field as it was typed, even wrong. */
  readonly typed: {
    readonly lignes: readonly TypedRow[];
    readonly nombres: ReadonlyMap<string, string>;
    readonly annee: string;
    readonly au: string;
    readonly plan: string;
  };
  /** As the form has to draw it: what is wrong is left out. */
  readonly query: SimulatorQuery;
  /** The period of the plan that applies; where none does, the last one, so that the form stays whole. */
  readonly period: Period;
  readonly people: readonly Person[];
  readonly errors: readonly SimulatorError[];
  /** Names of the address that mean nothing here. */
  readonly unknown: readonly string[];
  readonly isForm: boolean;
};

type Known = { readonly plans: ReadonlyMap<string, Plan>; readonly currentYear: number };

const usualPlan = 'pays-de-la-loire';
const usualTeam = 'medecin-generaliste:1,infirmier:1';

/** What a team of beginners may well hold in a year: shown when the address plans nothing. */
const modestYear: Record<string, string> = {
  'pps-2': '4',
  'rcp-avec-patient': '3',
  'rcp-sans-patient': '4',
  'protocole-simple': '1',
};

/** Reads `/simulateur?…`. Never throws: errors name the field, and everything else is still read. */
export function readSimulator(params: URLSearchParams, { plans, currentYear }: Known): SimulatorReading {
  const errors: SimulatorError[] = [];
  const typedPlan = params.get('plan') ?? '';
  const plan = plans.get(typedPlan) ?? plans.get(usualPlan) ?? ([...plans.values()][0] as Plan);
  if (typedPlan !== '' && !plans.has(typedPlan)) errors.push({ champ: 'plan', code: 'unknown-plan', texte: typedPlan });

  const typedYear = params.get('annee')?.trim() || String(currentYear);
  const isYear = /^20\d\d$|^2100$/.test(typedYear);
  if (!isYear) errors.push({ champ: 'annee', code: 'not-a-year', texte: typedYear });
  const annee = isYear ? Number(typedYear) : currentYear;

  const typedDay = params.get('au')?.trim() ?? '';
  const day = typedDay.replace(/^(\d{2})\/(\d{2})\/(\d{4})$/, '$3-$2-$1');
  const isDay = isCivilDate(day);
  if (typedDay !== '' && !isDay) errors.push({ champ: 'au', code: 'not-a-day', texte: typedDay });
  const au = isDay ? day : null;

  const isForm = params.has('profession');
  const team = isForm ? readTeamForm(params) : readTeam(params.get('equipe') ?? usualTeam);
  errors.push(...team.errors);
  const people = peopleOf(team.rows);

  const jour = au ?? lastDay(annee);
  const inForce = periodOn(plan, jour);
  if (!inForce) errors.push({ champ: au === null ? 'annee' : 'au', code: 'no-plan-that-day', jour });
  const period = inForce ?? (plan.periodes.at(-1) as Period);
  const rows = rowsOf(period);
  const plansSomething = rows.some(({ key }) => params.has(key)) || isForm;
  const nombres = new Map<string, string>();
  const drawnFor = isForm ? peopleOf(readTeam(params.get('equipe') ?? '').rows) : people;
  const actions = rows.map((row): PlannedRow => {
    const typed = (plansSomething ? params.get(row.key) : modestYear[row.key])?.trim() ?? '';
    nombres.set(row.key, typed);
    const count = readCount(typed, row.most);
    if (!count.ok) errors.push({ champ: row.key, ...count.refusal });
    return { row, nombre: count.ok ? count.value : 0, choice: choiceIn(params, row, people, drawnFor) };
  });

  const maximum = period.regles.centreMonoMaximum.valeur;
  const designes = designatedIn(params, people, drawnFor, maximum);
  for (const { people: members } of crowdedCentresOf(people, maximum)) {
    if (members.filter(({ id }) => designes.includes(id)).length > maximum)
      errors.push({ champ: 'designes', code: 'too-many-designated', maximum });
  }

  return {
    typed: { lignes: team.typed, nombres, annee: typedYear, au: typedDay, plan: plan.id },
    query: { plan, annee, au, equipe: team.rows, actions, designes },
    period,
    people,
    errors,
    unknown: [...new Set(params.keys())].filter((name) => !isKnown(name, rows)),
    isForm,
  };
}

/** The short address of a simulation, in a fixed order: what goes without saying is left out. */
export function simulatorAddress({ plan, annee, au, equipe, actions, designes }: SimulatorQuery): string {
  const parts = [`equipe=${teamText(equipe)}`];
  for (const { row, nombre, choice } of actions) {
    if (nombre > 0) parts.push(`${row.key}=${nombre}`);
    if (choice.sans.length > 0) parts.push(`${row.key}.sans=${choice.sans.join(',')}`);
    if (choice.avec.length > 0) parts.push(`${row.key}.avec=${choice.avec.join(',')}`);
    if (choice.referent !== null) parts.push(`${row.key}.referent=${choice.referent}`);
  }
  // Without it, a year of nothing would read as no year at all, and become the modest one.
  if (actions.every(({ nombre }) => nombre === 0) && actions[0]) parts.push(`${actions[0].row.key}=0`);
  if (designes.length > 0) parts.push(`designes=${designes.join(',')}`);
  parts.push(`annee=${annee}`);
  if (au !== null) parts.push(`au=${au}`);
  if (plan.id !== usualPlan) parts.push(`plan=${plan.id}`);
  return parts.join('&');
}

function readCount(typed: string, most: number) {
  if (typed === '') return accept(0);
  if (!/^\d{1,9}$/.test(typed)) return refuse({ code: 'not-a-number', texte: typed } as const);
  return Number(typed) > most ? refuse({ code: 'too-many', maximum: most } as const) : accept(Number(typed));
}

/** The usual choice is no choice, nor is that of someone who left: the team may change, the usual choice follows it. */
function choiceIn(params: URLSearchParams, row: SimulatorRow, people: readonly Person[], drawnFor: readonly Person[]) {
  const named = (field: string) => idsIn(params, `${row.key}.${field}`);
  const avec = row.exactly === null ? [] : named('avec');
  const [referent = null] = hasReferent(row) ? named('referent') : [];
  const drawn: Choice = { sans: [], avec, referent: null };
  const isUsual = sameIds(avec, participantsOf(row, noChoice, drawnFor));
  const isUsualReferent = referent === referentOf(noChoice, participantsOf(row, drawn, drawnFor), drawnFor);
  return {
    sans: row.exactly === null ? among(people, named('sans')) : [],
    avec: isUsual ? [] : among(people, avec),
    referent: isUsualReferent ? null : (among(people, [referent ?? ''])[0] ?? null),
  };
}

function designatedIn(
  params: URLSearchParams,
  people: readonly Person[],
  drawnFor: readonly Person[],
  maximum: number,
): string[] {
  const named = idsIn(params, 'designes');
  const usual = crowdedCentresOf(drawnFor, maximum).flatMap(({ people: members }) => members.slice(0, maximum));
  const usualIds = usual.map(({ id }) => id);
  return sameIds(named, usualIds) ? [] : among(people, named);
}

/** Ids as they come in the address. */
const idsIn = (params: URLSearchParams, name: string): string[] =>
  params
    .getAll(name)
    .flatMap((text) => text.split(','))
    .slice(0, mostPeople);

const among = (people: readonly Person[], ids: readonly string[]): string[] =>
  ids.filter((id) => people.some((person) => person.id === id));

const sameIds = (one: readonly string[], other: readonly string[]): boolean =>
  one.toSorted().join() === other.toSorted().join();

const otherNames = ['equipe', 'profession', 'exercice', 'nombre', 'retirer', 'designes', 'annee', 'au', 'plan'];

const isKnown = (name: string, rows: readonly SimulatorRow[]): boolean =>
  otherNames.includes(name) ||
  rows.some(({ key }) => [key, `${key}.sans`, `${key}.avec`, `${key}.referent`].includes(name));
