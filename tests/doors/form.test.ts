import { expect, test } from 'vitest';
import { form, type Outcome, posted, type Typed } from '../../src/doors/form.ts';
import type { Visit } from '../../src/doors/visit.ts';
import { strangerPosting } from './visits.ts';

const openToAll = { kind: 'portail', verb: 'consulter', object: () => ({ kind: 'portail' as const }) } as const;

/** A page with one form, `envoyer`, that does this. */
const page = <Shown = never>(run: (visit: Visit, typed: Typed) => Promise<Outcome<Shown>>) => ({
  envoyer: form({ ...openToAll, run }),
});

const fields = (typed: Record<string, string>) => new URLSearchParams({ geste: 'envoyer', ...typed });

test('what is done leads on, and the browser asks anew', async () => {
  const answer = await posted(
    await strangerPosting(fields({})),
    page(async () => ({ to: '/espace?fait=essai' })),
  );
  expect(answer).toBeInstanceOf(Response);
  expect((answer as Response).status).toBe(303);
  expect((answer as Response).headers.get('location')).toBe('/espace?fait=essai');
});

test('a form that is not sent yet comes back with one more line, without an error', async () => {
  const more = page(async (_visit, typed) => ({ back: new URLSearchParams([...typed, ['lignes', '2']]) }));
  const visit = await strangerPosting(fields({ nom: 'Ada' }));
  const back = await posted(visit, more);
  expect(back).toMatchObject({ geste: 'envoyer', errors: {}, shown: null });
  expect([...('typed' in back ? back.typed : [])]).toEqual([
    ['geste', 'envoyer'],
    ['nom', 'Ada'],
    ['lignes', '2'],
  ]);
  expect(visit.context.response?.status).toBe(200);
});

test('what is wrong comes back with what was typed, and the status says so', async () => {
  const wrong = page(async () => ({ errors: { nom: 'Écrivez votre nom.' } }));
  const visit = await strangerPosting(fields({ nom: '' }));
  expect(await posted(visit, wrong)).toMatchObject({ errors: { nom: 'Écrivez votre nom.' } });
  expect(visit.context.response?.status).toBe(400);
});

test('a page knows what its forms show once', async () => {
  const codes = page(async () => ({ shown: { codes: ['abcd'] } }));
  const answer = await posted(await strangerPosting(fields({})), codes);
  if (answer instanceof Response) throw new Error('A form that shows something does not lead away.');
  const shown: { codes: string[] } | null = answer.shown;
  expect(shown).toEqual({ codes: ['abcd'] });
});

test('a form that the page does not have is refused, whatever its name', async () => {
  for (const geste of ['inconnu', '', 'constructor', '__proto__']) {
    const answer = await posted(
      await strangerPosting(new URLSearchParams({ geste })),
      page(async () => ({ to: '/' })),
    );
    expect((answer as Response).status, geste).toBe(400);
  }
});
