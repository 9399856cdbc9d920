import { expect, test } from 'vitest';
import { parseBody, parseQuery, readLink } from '#domain/orientation/answers.schema.ts';
import { queryOf } from '#domain/orientation/answers.ts';
import { answerErrorSentence, noticeSentence } from '../../../src/messages/orientation/answers.ts';
import { rules } from './verdicts.ts';

const body = (reponses: unknown) => parseBody(rules, { reponses });
const query = (text: string) => parseQuery(rules, new URLSearchParams(text));
const fieldsOf = (read: ReturnType<typeof body>) => (read.ok ? [] : read.refusal.map(({ champ }) => champ));
const messageOf = (read: ReturnType<typeof body>) => (read.ok ? '' : answerErrorSentence(read.refusal[0]!));

test('a body with every question is read as it is', () => {
  const answers = {
    role: 'mg',
    mg: 1,
    autres: ['infirmier', 'pharmacien'],
    lieu: 'garder_cabinet',
    statut: 'liberal',
    remu: 'individuelle',
    juridique: 'non',
    echelle: 'patients_communs',
    themes: ['domicile'],
    deja: [],
    region: 'pays_de_la_loire',
    temps: 'dix_heures',
  };
  expect(body(answers)).toEqual({ ok: true, value: answers });
});
test('the role alone is required', () => {
  expect(body({ role: 'mg' }).ok).toBe(true);
  expect(fieldsOf(body({ mg: 1 }))).toEqual(['reponses.role']);
  expect(messageOf(body({}))).toMatch(/^Cette réponse est nécessaire/);
});

test.each([
  ['reponses.role', { role: 'medecin' }],
  ['reponses.role', { role: null }],
  ['reponses.mg', { role: 'mg', mg: 5 }],
  ['reponses.mg', { role: 'mg', mg: -1 }],
  ['reponses.mg', { role: 'mg', mg: 1.5 }],
  ['reponses.mg', { role: 'mg', mg: '1' }],
  ['reponses.mg', { role: 'mg', mg: null }],
  ['reponses.autres', { role: 'mg', autres: ['mg'] }],
  ['reponses.autres', { role: 'mg', autres: 'infirmier' }],
  ['reponses.lieu', { role: 'mg', lieu: '' }],
  ['reponses.lieu', { role: 'mg', lieu: ['meme_lieu'] }],
  ['reponses.region', { role: 'mg', region: 'pays-de-la-loire' }],
  ['reponses.nom', { role: 'mg', nom: 'Dupont' }],
  ['reponses.__proto__', JSON.parse('{"role":"mg","__proto__":1}')],
])('a wrong answer is refused and named: %s', (champ, answers) => expect(fieldsOf(body(answers))).toEqual([champ]));

test.each([[null], [[]], ['role=mg'], [42], [{}], [{ reponses: [] }], [{ reponses: null }]])(
  '%j is not a body',
  (wrong) => {
    expect(parseBody(rules, wrong).ok).toBe(false);
  },
);
test('a key beside « reponses » is refused', () => {
  expect(fieldsOf(parseBody(rules, { reponses: { role: 'mg' }, version: 1 }))).toEqual(['version']);
});
test('every wrong field is named at once, with what may be written', () => {
  const read = body({ role: 'x', mg: 9, couleur: 'bleu' });
  expect(fieldsOf(read).sort()).toEqual(['reponses.couleur', 'reponses.mg', 'reponses.role']);
  expect(messageOf(body({ role: 'mg', statut: 'x' }))).toContain('liberal, salarie, indifferent');
  expect(messageOf(body({ role: 'mg', mg: 9 }))).toContain('de 0 à 4');
});

test('a query string says the same as a body', () => {
  expect(query('role=mg&mg=1&autres=infirmier,pharmacien&themes=&version=2026-11-22.1')).toEqual({
    ok: true,
    value: { role: 'mg', mg: 1, autres: ['infirmier', 'pharmacien'], themes: [] },
  });
});
test('a form without JavaScript repeats the key of a set', () => {
  expect(query('role=mg&autres=infirmier&autres=dentiste')).toMatchObject({
    value: { autres: ['infirmier', 'dentiste'] },
  });
});
test.each([
  ['role', 'mg=1'],
  ['role', 'role=mg&role=infirmier'],
  ['mg', 'role=mg&mg=01'],
  ['mg', 'role=mg&mg=1.0'],
  ['mg', 'role=mg&mg='],
  ['mg', 'role=mg&mg=%201'],
  ['autres', 'role=mg&autres=infirmier,,dentiste'],
  ['lieu', 'role=mg&lieu='],
  ['utm_source', 'role=mg&utm_source=x'],
])('in a query string, « %s » is named: %s', (champ, text) => expect(fieldsOf(query(text))).toEqual([champ]));
test('of a thousand unknown fields, fifty are named', () => {
  const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`champ${index}`, 1]));
  expect(fieldsOf(body({ role: 'mg', ...many }))).toHaveLength(50);
});
test('a key of a thousand letters is not read back whole', () => {
  const [champ] = fieldsOf(query(`role=mg&${'k'.repeat(1000)}=1`));
  expect(champ!.length).toBeLessThan(80);
});

test('the query string of answers reads back as the same answers, « none » and « unanswered » apart', () => {
  const answers = { role: 'infirmier', autres: ['infirmier', 'dentiste'], mg: 0, deja: [], region: 'corse' };
  const text = queryOf(rules, answers);
  expect(text).toBe('role=infirmier&mg=0&autres=infirmier,dentiste&deja=&region=corse&version=2026-11-22.1');
  expect(query(text)).toEqual({ ok: true, value: answers });
});

const link = (text: string) => readLink(rules, new URLSearchParams(text));
test('a page keeps what it knows of a link and says what it leaves aside', () => {
  const { answers, notices } = link(
    'role=mg&mg=7&lieu=la_lune&autres=infirmier,druide&couleur=bleu&version=2025-01-01.1',
  );
  expect(answers).toEqual({ role: 'mg', autres: ['infirmier'] });
  expect(notices.map(({ champ }) => champ)).toEqual(['mg', 'lieu', 'autres', 'couleur']);
  expect(noticeSentence(notices[2]!)).toContain('druide');
});
test('an empty choice of a form is unanswered without a notice; an empty set is answered', () => {
  expect(link('role=mg&lieu=&deja=')).toEqual({ answers: { role: 'mg', deja: [] }, notices: [] });
});
test('a set of which nothing is known is unanswered, not empty', () => {
  expect(link('role=mg&deja=druide').answers).toEqual({ role: 'mg' });
});
test('a link without a role is read too, and keys of the page itself are let through', () => {
  expect(readLink(rules, new URLSearchParams('mg=2&etape=lieu'), ['etape'])).toEqual({
    answers: { mg: 2 },
    notices: [],
  });
});
