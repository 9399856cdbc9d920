import { globSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Form, Forms } from '../../src/doors/form.ts';
import { withoutFormKeys } from '../form-keys.ts';
import { openRightsWorld, type Person, people, type RightsWorld } from './people.ts';
import type { Answer, Row } from './rows.ts';

type ObjectName = 'A' | 'B' | 'absent';

/** A cell of the matrix whose answer is not the one that its row says. */
export type Surprise = {
  readonly row: string;
  readonly person: Person;
  readonly object: ObjectName;
  readonly expected: Answer;
  readonly observed: string;
};

export type MatrixResult = {
  readonly cells: number;
  readonly surprises: readonly Surprise[];
  /** Cells that let someone in who may not, or that tell what is foreign from what does not exist. */
  readonly leaks: readonly string[];
};

/** Sends every row as everyone, on what is his, on what is another's, on what does not exist. */
export async function checkMatrix(origin: string, databaseUrl: string, rows: readonly Row[]): Promise<MatrixResult> {
  const surprises: Surprise[] = [];
  const leaks: string[] = [];
  let cells = 0;
  for (const row of rows) {
    const name = row.form ? `${row.page} ${row.form}` : row.page;
    // A world for each row: what a form does cannot touch the next.
    const world = await openRightsWorld(databaseUrl);
    for (const person of row.as ?? people) {
      const bodies: Partial<Record<ObjectName, string>> = {};
      for (const object of objectsOf(row)) {
        const expected = answerFor(row, person, object);
        const { answer, body } = await ask(origin, row, world, person, object);
        cells += 1;
        bodies[object] = answer === 'introuvable' ? body : '';
        if (answer !== expected) surprises.push({ row: name, person, object, expected, observed: answer });
        if (answer === 'oui' && expected !== 'oui') leaks.push(`${name} : ${person} sur ${object}`);
      }
      if (bodies.B && bodies.absent && bodies.B !== bodies.absent) leaks.push(`${name} : ${person} distingue B`);
    }
  }
  return { cells, surprises, leaks };
}

const objectsOf = (row: Row): readonly ObjectName[] => ('A' in row.may ? ['A', 'B', 'absent'] : ['A']);

/** Nobody holds anything towards what does not exist. */
function listFor(who: Row['may'], object: ObjectName): readonly string[] {
  if (!('A' in who)) return who;
  return object === 'absent' ? [] : who[object];
}

function answerFor(row: Row, person: Person, object: ObjectName): Answer {
  if (object === 'absent' && row.absent) return row.absent;
  if (includes(listFor(row.may, object), person)) return 'oui';
  if (row.sees && includes(listFor(row.sees, object), person)) return 'refus';
  const particular = row.but?.[person];
  if (particular) return particular;
  if (person === 'sans-compte') return 'connexion';
  if (person === 'attente') return 'facteur';
  return person === 'sans-adresse' ? 'adresse' : 'introuvable';
}

const includes = (who: readonly string[], person: Person): boolean => who.includes('tous') || who.includes(person);

async function ask(
  origin: string,
  row: Row,
  { cookies, ids }: RightsWorld,
  person: Person,
  object: ObjectName,
): Promise<{ answer: Answer | string; body: string }> {
  const fill = (text: string) => text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => ids[object][name] ?? whole);
  const address = origin + fill(row.page);
  const headers = { cookie: cookies[person], origin, accept: 'text/html' };
  const fields = Object.entries(row.fields ?? {}).map(([name, value]) => [name, fill(value)]);
  const response = row.form
    ? await fetch(address, {
        method: 'POST',
        headers,
        body: new URLSearchParams([['geste', row.form.split('.')[1]!], ...fields]),
        redirect: 'manual',
      })
    : await fetch(address, { headers, redirect: 'manual' });
  const shown = withoutFormKeys(await response.text());
  const body = Object.values(ids[object]).reduce((text, id) => text.replaceAll(id, '…'), shown);
  return { answer: answerOf(response, row.form !== undefined), body };
}

function answerOf({ status, headers }: Response, isForm: boolean): Answer | string {
  const to = headers.get('location') ?? '';
  if (status === 303 && to.startsWith('/espace/connexion?suite=')) return 'connexion';
  if (status === 303 && to.startsWith('/espace/second-facteur?suite=')) return 'facteur';
  if (status === 303 && to.startsWith('/espace/adresse?suite=')) return 'adresse';
  if (status === 404) return 'introuvable';
  if (status === 403) return 'refus';
  // A form that was let in may find its fields wrong: these are sent empty.
  return status === 200 || status === 303 || (isForm && [400, 409, 429].includes(status)) ? 'oui' : `${status}`;
}

/** Every private page that exists, by its file under `src/pages`. */
export const privatePages = (): string[] =>
  globSync('src/pages/{espace,association,ars}/**/*.{astro,ts}')
    .map((file) => file.replaceAll('\\', '/').replace('src/pages/', ''))
    .filter((file) => !file.split('/').some((part) => part.startsWith('_')))
    .sort();

/** Every form that exists, as `<exported table>.<geste>`. */
export const everyForm = async (): Promise<string[]> => Object.keys(await formTables()).sort();

/** Every form that exists, by that name. */
export async function formTables(): Promise<Readonly<Record<string, Form<unknown>>>> {
  const modules = globSync('src/doors/*/*-forms.ts').map(
    (file) => import(pathToFileURL(file).href) as Promise<Record<string, unknown>>,
  );
  const tables = (await Promise.all(modules)).flatMap(Object.entries).filter(([name]) => name.endsWith('Forms'));
  return Object.fromEntries(
    tables.flatMap(([name, table]) =>
      Object.entries(table as Forms<unknown>).map(([geste, form]) => [`${name}.${geste}`, form]),
    ),
  );
}
