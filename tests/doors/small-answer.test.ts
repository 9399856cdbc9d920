import { expect, test } from 'vitest';
import { form, type Outcome, posted } from '../../src/doors/form.ts';
import { strangerPosting } from './visits.ts';

const openToAll = { kind: 'portail', verb: 'consulter', object: () => ({ kind: 'portail' as const }) } as const;
const json = { accept: 'application/json' };
const fields = () => new URLSearchParams({ geste: 'enregistrer', rythme: 'Tous les mois' });
const saving = (outcome: Outcome) => ({ enregistrer: form({ ...openToAll, run: async () => outcome }) });

const answerOf = async (answer: Response) => [answer.status, await answer.json()];

test('a script that saves is told the version that it goes on from', async () => {
  const answer = await posted(await strangerPosting(fields(), json), saving({ to: '/espace', version: 8 }));
  expect(await answerOf(answer as Response)).toEqual([200, { enregistre: true, version: 8 }]);
  expect((answer as Response).headers.get('cache-control')).toBe('no-store');
});

test('a browser without a script goes on to the page', async () => {
  const answer = (await posted(await strangerPosting(fields()), saving({ to: '/espace', version: 8 }))) as Response;
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/espace']);
});

test('what is wrong is told field by field', async () => {
  const refused = saving({ errors: { rythme: '200 caractères au plus.' }, status: 409 });
  const answer = await posted(await strangerPosting(fields(), json), refused);
  expect(await answerOf(answer as Response)).toEqual([
    409,
    { enregistre: false, erreurs: { rythme: '200 caractères au plus.' } },
  ]);
});

test('a session that ended meanwhile is told as such, and never as saved', async () => {
  const ofSomeone = {
    enregistrer: form({
      kind: 'portail',
      verb: 'creer-equipe',
      object: () => ({ kind: 'portail' as const }),
      run: async () => ({ to: '/espace', version: 8 }),
    }),
  };
  const answer = await posted(await strangerPosting(fields(), json), ofSomeone);
  expect(await answerOf(answer as Response)).toEqual([
    401,
    { enregistre: false, erreurs: { '': 'Connectez-vous pour continuer.' } },
  ]);
});
