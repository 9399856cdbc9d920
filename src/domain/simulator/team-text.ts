import type { SimulatorError } from './simulator-error.ts';
import { isPractice, isProfession, mergeRows, mostPeople, type TeamRow } from './team.ts';

/** A line of the team as it was typed. */
export type TypedRow = { readonly profession: string; readonly exercice: string; readonly nombre: string };

export type TeamReading = {
  readonly typed: readonly TypedRow[];
  readonly rows: readonly TeamRow[];
  readonly errors: readonly SimulatorError[];
};

/** Lines beyond this are not looked at: nobody types them. */
const mostLines = mostPeople + 1;

/** The team of an address: `medecin-generaliste:1,infirmier.salarie:2`. */
export function readTeam(text: string): TeamReading {
  const items = text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .slice(0, mostLines);
  return readLines(
    items.map((item) => {
      const [kind = '', nombre = '1'] = item.split(':');
      const [profession = '', exercice = 'liberal'] = kind.split('.');
      return { profession, exercice, nombre };
    }),
  );
}

/** The team of the form. The line without a profession is the one where a person is added: empty, it is nothing. */
export function readTeamForm(params: URLSearchParams): TeamReading {
  const exercices = params.getAll('exercice');
  const nombres = params.getAll('nombre');
  const retired = params.getAll('retirer');
  const lines = params.getAll('profession').flatMap((profession, index) => {
    if (profession === '' || retired.includes(String(index))) return [];
    return [{ profession, exercice: exercices[index] ?? 'liberal', nombre: (nombres[index] ?? '1').trim() }];
  });
  return readLines(lines.slice(0, mostLines));
}

function readLines(typed: readonly TypedRow[]): TeamReading {
  const errors: SimulatorError[] = [];
  const rows = typed.flatMap(({ profession, exercice, nombre }, index): TeamRow[] => {
    if (!isProfession(profession)) {
      errors.push({ champ: 'equipe', code: 'unknown-profession', texte: profession });
      return [];
    }
    if (!isPractice(exercice)) {
      errors.push({ champ: 'equipe', code: 'unknown-practice', texte: exercice });
      return [];
    }
    if (!/^\d{1,9}$/.test(nombre)) {
      errors.push({ champ: `nombre-${index}`, code: 'not-a-number', texte: nombre });
      return [];
    }
    if (Number(nombre) > mostPeople) {
      errors.push({ champ: `nombre-${index}`, code: 'too-many', maximum: mostPeople });
      return [];
    }
    return [{ profession, exercice, nombre: Number(nombre) }];
  });
  const people = rows.reduce((sum, { nombre }) => sum + nombre, 0);
  if (people > mostPeople) errors.push({ champ: 'equipe', code: 'too-many-people', maximum: mostPeople });
  if (people === 0 && errors.length === 0) errors.push({ champ: 'equipe', code: 'nobody' });
  return { typed, rows: people > mostPeople ? [] : mergeRows(rows), errors };
}
