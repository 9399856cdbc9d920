import type { APIContext } from 'astro';
import { expect, test } from 'vitest';
import { readPlans } from '#server/plans/read-plans.ts';
import { evaluationAnswerSchema, simulationAnswerSchema } from '../../src/pages/api/v1/indemnites/_answer.schema.ts';
import * as evaluation from '../../src/pages/api/v1/indemnites/evaluation.ts';
import * as simulation from '../../src/pages/api/v1/indemnites/simulation.ts';

const services = { plans: readPlans('.'), now: () => new Date('2026-11-22T23:30:00Z') };

const post = async (endpoint: { POST: typeof evaluation.POST }, body: unknown) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const request = new Request('http://localhost/api/v1/indemnites', {
    method: 'POST',
    body: text,
    headers: { 'content-type': 'application/json' },
  });
  const response = await endpoint.POST({ request, locals: { services } } as unknown as APIContext);
  return {
    status: response.status,
    headers: response.headers,
    body: JSON.parse((await response.text()).replace(/[\u00a0\u202f]/g, ' ')),
  };
};

const P1 = {
  id: 'P1',
  rpps: null,
  profession: 'medecin-generaliste',
  exercice: 'liberal',
  centre: null,
  du: '2025-01-01',
  au: null,
  mspOuCdsPluri: false,
};
const P2 = { ...P1, id: 'P2', profession: 'infirmier' };

/** The example of the published description of the API. */
const documented = {
  plan: 'pays-de-la-loire',
  aujourdhui: '2026-11-22',
  reglages: { enveloppeAnnuelleCentimes: null, tarifStaffCentimes: { A: 7500, B: 6000 } },
  convention: { signeeLe: '2026-01-15', finLe: null },
  membres: [P1, P2],
  actionsPrevues: ['pps', 'rcp-avec-patient', 'rcp-sans-patient', 'staff', 'protocole-simple', 'protocole-complexe'],
  dejaDeclarees: { '2026': { 'rcp-sans-patient': 9 } },
  engageCentimes: 0,
  protocolesIndemnises: [],
  redactionsIndemnisees: [],
  action: {
    type: 'rcp-sans-patient',
    date: '2026-06-10',
    participants: ['P1', 'P2'],
    referent: null,
    patientPresent: null,
    partenaires: 0,
    protocole: null,
    horsNomenclature: [],
    designes: [],
  },
};

const year = {
  plan: 'pays-de-la-loire',
  annee: 2027,
  membres: [
    { id: 'MG', profession: 'medecin-generaliste', exercice: 'liberal' },
    { id: 'IDE', profession: 'infirmier', exercice: 'liberal' },
  ],
  actions: [
    { type: 'rcp-sans-patient', nombre: 11 },
    { type: 'staff', nombre: 1 },
  ],
};

test('the documented example is answered as documented', async () => {
  const { status, headers, body } = await post(evaluation, documented);
  expect(status).toBe(200);
  expect(headers.get('access-control-allow-origin')).toBe('*');
  expect(headers.has('set-cookie')).toBe(false);
  expect(body).toEqual({
    decision: 'ACCEPTED',
    code: null,
    phrase: 'Action indemnisée : 135 € en tout.',
    lignes: [
      { membre: 'P1', centimes: 7500, motif: null },
      { membre: 'P2', centimes: 6000, motif: null },
    ],
    totalCentimes: 13500,
    plan: { id: 'pays-de-la-loire', periode: { du: null, au: null }, source: 'S0' },
    explication: [
      'RCP sans patient : action n° 10 de 2026, 10 au plus.',
      'P1 (médecin généraliste) : 75 €, tarif des professions médicales et de la pharmacie.',
      'P2 (infirmier) : 60 €, tarif des professions paramédicales.',
      'Total : 75 € + 60 € = 135 €.',
    ],
    avertissements: [],
  });
});

test('what may be left out is left out, and today is the day in Paris', async () => {
  const short = { plan: 'pays-de-la-loire', convention: { signeeLe: '2026-01-15' }, membres: [P1, P2] };
  const on = async (date: string) =>
    (await post(evaluation, { ...short, action: { type: 'rcp-sans-patient', date, participants: ['P1', 'P2'] } })).body;
  // 23:30 UTC on the 22nd is half past midnight on the 23rd in Paris.
  expect((await on('2026-11-23')).decision).toBe('ACCEPTED');
  expect((await on('2026-11-24')).code).toBe('DATE_FUTURE');
});

test('a refused action has a code, a sentence and no line', async () => {
  const { body } = await post(evaluation, {
    ...documented,
    action: { ...documented.action, participants: ['P1', 'P4'] },
  });
  expect(body).toMatchObject({
    decision: 'REFUSED',
    code: 'PARTICIPANT_NON_MEMBRE:P4',
    lignes: [],
    totalCentimes: null,
  });
});

test('the answers are what their schemas say', async () => {
  expect(evaluationAnswerSchema.safeParse((await post(evaluation, documented)).body).success).toBe(true);
  const { status, body } = await post(simulation, year);
  expect([status, simulationAnswerSchema.safeParse(body).error]).toEqual([200, undefined]);
});

test('a simulated year: by action, by person, against caps and envelope, with what is left', async () => {
  const { body } = await post(simulation, year);
  expect(body).toMatchObject({ totalCentimes: null, connuCentimes: 135_000, enAttenteCentimes: 0, aFixer: 1 });
  expect(body.actions[0]).toMatchObject({ type: 'rcp-sans-patient', nombre: 11, totalCentimes: 135_000 });
  expect(
    body.actions[0].reponses.map((one: { nombre: number; decision: string; code: string | null }) => [
      one.nombre,
      one.decision,
      one.code,
    ]),
  ).toEqual([
    [10, 'ACCEPTED', null],
    [1, 'REFUSED', 'PLAFOND_ANNUEL_ATTEINT'],
  ]);
  expect(body.actions[1]).toMatchObject({ type: 'staff', totalCentimes: null, connuCentimes: 0, aFixer: 1 });
  expect(body.personnes).toEqual([
    {
      membre: 'MG',
      totalCentimes: null,
      connuCentimes: 75_000,
      enAttenteCentimes: 0,
      aFixer: 1,
      redactionCentimes: 0,
      participations: 11,
      sansIndemnite: 0,
    },
    {
      membre: 'IDE',
      totalCentimes: null,
      connuCentimes: 60_000,
      enAttenteCentimes: 0,
      aFixer: 1,
      redactionCentimes: 0,
      participations: 11,
      sansIndemnite: 0,
    },
  ]);
  expect(body.enveloppe).toEqual({
    annuelleCentimes: 1_000_000,
    engageCentimes: 135_000,
    resteCentimes: 865_000,
    mention: 'rapporté par trois sources publiques, à confirmer par l’association',
  });
  expect(body.reste.map((one: { phrase: string }) => one.phrase)).toEqual([
    'PPS : encore 57, à 150 € par action ; l’enveloppe s’arrête là.',
    'RCP avec patient : encore 12, à 135 € par action.',
    'RCP sans patient : le plafond de l’année est atteint.',
    'STAFF : encore 11, à un montant que l’association doit fixer.',
    'Protocoles de cas 1 : encore 8, à 400 € par action.',
    'Protocoles de cas 2 : encore 8, à 700 € par action.',
  ]);
});

const withAction = (changes: object) => ({ ...documented, action: { ...documented.action, ...changes } });
const { membres: _membres, ...withoutMembers } = documented;
const many = (length: number) => Array.from({ length }, (_, index) => ({ ...P1, id: `M${index}` }));

test.each<[name: string, body: unknown, champ: string, message?: RegExp]>([
  ['30 February', withAction({ date: '2026-02-30' }), 'action.date', /n’existe pas/],
  ['a date with a time', withAction({ date: '2026-06-10T10:00:00Z' }), 'action.date', /AAAA-MM-JJ/],
  ['29 February of a common year', { ...documented, aujourdhui: '2027-02-29' }, 'aujourdhui'],
  ['a float for money', { ...documented, engageCentimes: 99.5 }, 'engageCentimes', /centimes entiers/],
  ['a text for money', { ...documented, engageCentimes: '9900' }, 'engageCentimes', /centimes entiers|entier/],
  ['negative money', { ...documented, engageCentimes: -1 }, 'engageCentimes', /négatif/],
  [
    'money without end',
    `{"plan":"pays-de-la-loire","engageCentimes":1e999,${JSON.stringify(documented).slice(1).replace('"engageCentimes":0,', '')}`,
    'engageCentimes',
  ],
  [
    'a float for a rate',
    { ...documented, reglages: { tarifStaffCentimes: { A: 75.5, B: 6000 } } },
    'reglages.tarifStaffCentimes.A',
  ],
  [
    'half a STAFF rate',
    { ...documented, reglages: { tarifStaffCentimes: { A: 7500 } } },
    'reglages.tarifStaffCentimes.B',
    /obligatoire/,
  ],
  ['an unknown key', { ...documented, equipe: 'x' }, 'equipe', /inconnu/],
  ['an unknown key deep inside', { ...documented, membres: [P1, { ...P2, nom: 'x' }] }, 'membres[1].nom', /inconnu/],
  ['a key named __proto__', JSON.stringify(documented).replace('{', '{"__proto__":{},'), '__proto__', /inconnu/],
  ['an unknown setting', { ...documented, reglages: { enveloppe: null } }, 'reglages.enveloppe'],
  ['an unknown plan', { ...documented, plan: 'bretagne' }, 'plan', /pays-de-la-loire/],
  ['the plan of the tests', { ...documented, plan: 'exemple' }, 'plan'],
  ['a plan that is a path', { ...documented, plan: '../pays-de-la-loire' }, 'plan'],
  [
    'an unknown profession',
    { ...documented, membres: [{ ...P1, profession: 'magicien' }] },
    'membres[0].profession',
    /Valeurs possibles/,
  ],
  [
    'an unknown way to practise',
    { ...documented, membres: [{ ...P1, exercice: 'benevole' }] },
    'membres[0].exercice',
    /liberal/,
  ],
  [
    'a centre that is not named',
    { ...documented, membres: [{ ...P1, exercice: 'centre-mono' }] },
    'membres[0].centre',
    /Indiquez le centre/,
  ],
  [
    'an RPPS of ten figures',
    { ...documented, membres: [{ ...P1, rpps: '1000000001' }] },
    'membres[0].rpps',
    /onze chiffres/,
  ],
  ['the same member twice', { ...documented, membres: [P1, P1] }, 'membres[1].id', /déjà/],
  [
    'the same RPPS twice',
    {
      ...documented,
      membres: [
        { ...P1, rpps: '10000000001' },
        { ...P2, rpps: '10000000001' },
      ],
    },
    'membres[1].rpps',
    /déjà/,
  ],
  ['a departure before the arrival', { ...documented, membres: [{ ...P1, au: '2024-12-31' }] }, 'membres[0].au'],
  [
    'a convention that ends before it begins',
    { ...documented, convention: { signeeLe: '2026-01-15', finLe: '2026-01-14' } },
    'convention.finLe',
  ],
  ['201 members', { ...documented, membres: many(201) }, 'membres', /200 éléments au plus/],
  ['101 participants', withAction({ participants: many(101).map(({ id }) => id) }), 'action.participants', /100/],
  ['no list of members', withoutMembers, 'membres', /obligatoire/],
  ['members that are no list', { ...documented, membres: {} }, 'membres', /une liste/],
  ['a participant that is a number', withAction({ participants: [1] }), 'action.participants[0]', /un texte/],
  ['an empty identifier', withAction({ participants: [''] }), 'action.participants[0]'],
  ['a presence written as text', withAction({ patientPresent: 'oui' }), 'action.patientPresent', /vrai ou faux/],
  ['minus one partner', withAction({ partenaires: -1 }), 'action.partenaires', /0 au moins/],
  ['a blank intervention', withAction({ horsNomenclature: ['  '] }), 'action.horsNomenclature[0]'],
  ['someone designated twice', withAction({ designes: ['P1', 'P1'] }), 'action.designes', /deux fois/],
  ['a kind of action in capitals', withAction({ type: 'RCP Patient' }), 'action.type', /minuscules/],
  ['an unknown kind among those foreseen', { ...documented, actionsPrevues: ['rcp'] }, 'actionsPrevues[0]'],
  ['a year of two figures', { ...documented, dejaDeclarees: { '26': {} } }, 'dejaDeclarees.26', /quatre chiffres/],
  [
    'an unknown kind among those declared',
    { ...documented, dejaDeclarees: { '2026': { rcp: 1 } } },
    'dejaDeclarees.2026.rcp',
    /inconnu/,
  ],
  [
    'half a declared action',
    { ...documented, dejaDeclarees: { '2026': { pps: 0.5 } } },
    'dejaDeclarees.2026.pps',
    /entier/,
  ],
  ['a list instead of a request', [], 'corps'],
  ['nothing', 'null', 'corps'],
])('%s: 400, the field named in French', async (_name, body, champ, message) => {
  const answer = await post(evaluation, body);
  expect(answer.status).toBe(400);
  expect(answer.headers.get('content-type')).toMatch('application/problem+json');
  const error = answer.body.erreurs.find((one: { champ: string }) => one.champ === champ);
  expect(error, JSON.stringify(answer.body.erreurs)).toBeDefined();
  if (message) expect(error.message).toMatch(message);
  expect(JSON.stringify(answer.body)).not.toMatch(/Invalid|expected|Too big|Unrecognized/);
});

test.each<[name: string, body: unknown, champ: string]>([
  ['a year of five figures', { ...year, annee: 20_270 }, 'annee'],
  ['a year as text', { ...year, annee: '2027' }, 'annee'],
  ['minus one action', { ...year, actions: [{ type: 'pps', nombre: -1 }] }, 'actions[0].nombre'],
  ['half an action', { ...year, actions: [{ type: 'pps', nombre: 1.5 }] }, 'actions[0].nombre'],
  [
    '1,001 actions',
    {
      ...year,
      actions: [
        { type: 'pps', nombre: 1000 },
        { type: 'staff', nombre: 1 },
      ],
    },
    'actions',
  ],
  [
    'a participant twice',
    { ...year, actions: [{ type: 'pps', nombre: 1, participants: ['MG', 'MG'] }] },
    'actions[0].participants',
  ],
  ['no member', { ...year, membres: [] }, 'membres'],
  ['a plan date that is none', { ...year, datePlan: '2026-13-01' }, 'datePlan'],
  ['an unknown key', { ...year, actions: [{ type: 'pps', nombre: 1, quantite: 2 }] }, 'actions[0].quantite'],
])('a simulation with %s: 400, the field named', async (_name, body, champ) => {
  const answer = await post(simulation, body);
  expect(answer.status).toBe(400);
  expect(answer.body.erreurs.map((one: { champ: string }) => one.champ)).toContain(champ);
});

test('a hostile body gets 50 errors at most, and 413 beyond 256 KB', async () => {
  const wrong = await post(evaluation, { ...documented, membres: Array.from({ length: 200 }, () => 7) });
  expect([wrong.status, wrong.body.erreurs.length]).toEqual([400, 50]);
  expect((await post(evaluation, `"${'x'.repeat(256 * 1024)}"`)).status).toBe(413);
});

test('the largest year that is allowed is answered', async () => {
  const membres = many(200).map(({ id }) => ({ id, profession: 'infirmier', exercice: 'liberal' }));
  const start = performance.now();
  const { status } = await post(simulation, {
    ...year,
    membres,
    actions: [{ type: 'rcp-sans-patient', nombre: 1000, participants: membres.slice(0, 100).map(({ id }) => id) }],
  });
  expect(status).toBe(200);
  expect(performance.now() - start).toBeLessThan(2000);
});

test.each([evaluation, simulation])('other methods get 405, and a browser may ask first', async ({ ALL, OPTIONS }) => {
  const refused = await ALL({} as APIContext);
  expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'POST, OPTIONS']);
  expect((await OPTIONS({} as APIContext)).status).toBe(204);
});
