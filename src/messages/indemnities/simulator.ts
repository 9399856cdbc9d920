import type { Period, Plan } from '#domain/indemnities/plan.schema.ts';
import type { PlannedRow } from '#domain/simulator/query.ts';
import type { SimulatorRow } from '#domain/simulator/rows.ts';
import type { SimulatorError } from '#domain/simulator/simulator-error.ts';
import { mayBePaid, type Person, type Practice, type TeamRow } from '#domain/simulator/team.ts';
import { frenchDay } from '../shared/days.ts';
import { professionNames } from '../shared/professions.ts';
import type { NameOf } from './indemnities.ts';

/** How someone practises: in the list where it is chosen, after a number of people, and after a name. */
export const practiceWords: Record<Practice, { choix: string; equipe: string; nom: string }> = {
  liberal: { choix: 'en libéral', equipe: '', nom: '' },
  'centre-a': { choix: 'en centre de soins A, d’une seule profession', equipe: ' du centre A', nom: ' (centre A)' },
  'centre-b': { choix: 'en centre de soins B, d’une seule profession', equipe: ' du centre B', nom: ' (centre B)' },
  'centre-c': { choix: 'en centre de soins C, d’une seule profession', equipe: ' du centre C', nom: ' (centre C)' },
  salarie: { choix: 'en salariat (ASALEE, par exemple)', equipe: ' en salariat', nom: ' (salariat)' },
  msp: {
    choix: 'en MSP ou en centre pluriprofessionnel',
    equipe: ' en MSP ou centre pluriprofessionnel',
    nom: ' (MSP ou centre pluriprofessionnel)',
  },
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** « Infirmier 2 (salariat) »: there are no names in a simulation. */
export const personName = ({ profession, exercice, rank }: Person): string =>
  capital(professionNames[profession].un) + practiceWords[exercice].nom + (rank === null ? '' : ` ${rank}`);

export function namesOfPeople(people: readonly Person[]): NameOf {
  const names = new Map(people.map((person) => [person.id, personName(person)]));
  return (id) => names.get(id) ?? id;
}

/** « 1 médecin généraliste, 2 infirmiers du centre A ». */
export const teamInWords = (rows: readonly TeamRow[]): string =>
  rows
    .map(({ profession, exercice, nombre }) => {
      const { un, plusieurs } = professionNames[profession];
      return `${nombre} ${nombre > 1 ? plusieurs : un}${practiceWords[exercice].equipe}`;
    })
    .join(', ');

/** What a line of the form counts: « PPS à 3 professionnels », « RCP sans patient ». */
export const rowTitle = (row: SimulatorRow, period: Period): string => capital(titleOf(row, period, 2));

/** « 1 protocole de cas 1 », « 4 PPS à 3 professionnels ». */
export const countedTitle = ({ row, nombre }: PlannedRow, period: Period): string =>
  `${nombre} ${titleOf(row, period, nombre)}`;

function titleOf({ type, exactly, atLeast }: SimulatorRow, period: Period, count: number): string {
  const words = period.actions[type]?.court;
  const title = (count > 1 ? words?.plusieurs : words?.un) ?? type;
  if (exactly !== null) return `${title} à ${exactly} professionnels`;
  return atLeast > 0 ? `${title} à ${atLeast} professionnels ou plus` : title;
}

/** Enough to recognise what was typed, never a page of it. */
export const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** What to correct, and how: one sentence per code, or it does not compile. */
export function errorSentence(error: SimulatorError): string {
  switch (error.code) {
    case 'unknown-profession':
      return `Nous ne connaissons pas la profession « ${shown(error.texte)} ». Choisissez-la dans la liste.`;
    case 'unknown-practice':
      return `Nous ne connaissons pas le mode d’exercice « ${shown(error.texte)} ». Choisissez-le dans la liste.`;
    case 'unknown-plan':
      return `Nous ne connaissons pas le plan « ${shown(error.texte)} ».`;
    case 'not-a-number':
      return error.texte === ''
        ? 'Écrivez un nombre entier.'
        : `« ${shown(error.texte)} » n’est pas un nombre entier. Écrivez des chiffres, sans virgule ni signe.`;
    case 'not-a-year':
      return `« ${shown(error.texte)} » n’est pas une année entre 2000 et 2100.`;
    case 'not-a-day':
      return `« ${shown(error.texte)} » n’est pas une date qui existe. Écrivez-la comme 30/06/2026.`;
    case 'no-plan-that-day':
      return `Aucune version connue de ce plan ne couvre le ${frenchDay(error.jour)}. Choisissez une autre date.`;
    case 'too-many':
      return `${error.maximum} au plus.`;
    case 'too-many-people':
      return `Une équipe simulée compte ${error.maximum} personnes au plus.`;
    case 'too-many-designated':
      return `Choisissez ${error.maximum} personnes au plus par centre.`;
    case 'nobody':
      return 'Ajoutez au moins un professionnel à l’équipe.';
  }
}

export const errorCount = (count: number): string =>
  count > 1 ? `${count} champs sont à corriger` : 'Un champ est à corriger';

/** Where the error is, for a list of all of them: « RCP sans patient », « Équipe, ligne 2 ». */
export function errorPlace({ champ }: SimulatorError, rows: readonly SimulatorRow[], period: Period): string {
  const row = rows.find(({ key }) => key === champ);
  if (row) return rowTitle(row, period);
  const line = /^nombre-(\d+)$/.exec(champ)?.[1];
  if (line !== undefined) return `Équipe, ligne ${Number(line) + 1}`;
  return places[champ] ?? 'Équipe';
}

const places: Record<string, string> = { annee: 'Année', au: 'Date du plan', plan: 'Plan' };

/** Which period of the plan the figures follow, in one sentence or two. */
export function periodSentence({ periodes }: Plan, period: Period): string {
  const note = period.noteDates ? ` ${period.noteDates}` : '';
  return periodes.length === 1 && period.du === null && period.au === null
    ? `Nous ne connaissons qu’une version de ce plan : à toute date, le résultat est le même.${note}`
    : `Version du plan : ${periodDates(period)}.${note}`;
}

/** « du 1er janvier 2025 au 31 décembre 2025 », « depuis le 1er janvier 2026 »… */
export function periodDates({ du, au }: Pick<Period, 'du' | 'au'>): string {
  if (du && au) return `du ${frenchDay(du)} au ${frenchDay(au)}`;
  if (du) return `depuis le ${frenchDay(du)}`;
  return au ? `jusqu’au ${frenchDay(au)}` : 'sans date connue';
}

/** Why planned care plans are not counted: the team is too small for them. */
export function leftOutSentence({ row, nombre }: PlannedRow, period: Period, people: readonly Person[]): string {
  const paid = people.filter(mayBePaid).length;
  const team = paid === 0 ? 'n’a personne' : paid === 1 ? 'n’a qu’une personne' : `n’a que ${paid} personnes`;
  return `${rowTitle(row, period)} (${nombre}) : l’équipe ${team} à indemniser, ces actions ne sont pas comptées.`;
}
