import { expect, test } from 'vitest';
import { readOrientation } from '#server/orientation/read-rules.ts';
import { answerBody, answerQuery } from '../../src/pages/api/v1/_orientation-answer.ts';

const rules = readOrientation(process.cwd());
const address = 'http://127.0.0.1/api/v1/orientation';
const get = (query: string, headers: Record<string, string> = {}) =>
  answerQuery(rules, new Request(`${address}?${query}`, { headers }));
const post = (body: string, type = 'application/json') =>
  answerBody(rules, new Request(address, { method: 'POST', body, headers: { 'content-type': type } }));

/** A rural GP, a nurse and a pharmacist in Pays de la Loire. */
const query =
  'role=mg&mg=1&autres=infirmier,pharmacien&lieu=garder_cabinet&statut=liberal&remu=individuelle&juridique=non' +
  '&echelle=patients_communs&themes=domicile,cas_complexes&region=pays_de_la_loire&temps=dix_heures';
const reponses = {
  role: 'mg',
  mg: 1,
  autres: ['infirmier', 'pharmacien'],
  lieu: 'garder_cabinet',
  statut: 'liberal',
  remu: 'individuelle',
  juridique: 'non',
  echelle: 'patients_communs',
  themes: ['domicile', 'cas_complexes'],
  region: 'pays_de_la_loire',
  temps: 'dix_heures',
};

test('GET and POST answer the same, with the fields of the API and no other', async () => {
  const answer = await get(query).json();
  expect(await (await post(JSON.stringify({ reponses }))).json()).toEqual(answer);
  expect(Object.keys(answer)).toEqual([
    'version',
    'redirection',
    'tete',
    'statutTete',
    'eligibles',
    'conditionnels',
    'autresPistes',
    'exclus',
    'dejaEnPlace',
    'complements',
    'notes',
  ]);
  expect(answer).toMatchObject({
    redirection: null,
    tete: 'ESP_CLAP',
    statutTete: 'eligible',
    eligibles: [
      { modele: 'ESP_CLAP', score: 18 },
      { modele: 'ESP_SIMPLE', score: 11 },
    ],
    conditionnels: [
      {
        modele: 'ESP_PROJET',
        score: 8,
        manques: [{ regle: 'P4', source: 'S1' }],
        bascule: [{ question: 'juridique', de: 'non', vers: 'association' }],
      },
    ],
    complements: ['CPTS', 'DAC'],
    notes: [],
    dejaEnPlace: [],
  });
  expect(answer.exclus.find((each: { modele: string }) => each.modele === 'CDS')).toMatchObject({
    motifs: [{ regle: 'X3', source: 'S4' }],
    bascule: null,
  });
  expect(answer.eligibles[0].raisons[0]).toEqual({
    question: 'lieu',
    points: 3,
    phrase: 'Chacun reste dans son cabinet.',
    source: 'S0',
  });
});

test('a patient gets the DAC and nothing else', async () => {
  expect(await get('role=patient_aidant&mg=3').json()).toEqual({ redirection: 'DAC' });
});

test('an answer may be read from any site and kept; who has it already gets 304', () => {
  const first = get(query);
  expect(first.headers.get('access-control-allow-origin')).toBe('*');
  expect(first.headers.get('cache-control')).toBe('public, max-age=3600');
  expect(first.headers.has('set-cookie')).toBe(false);
  const etag = first.headers.get('etag')!;
  expect(etag).toMatch(/^W\/"[\w-]{22}"$/);
  expect(get(query, { 'if-none-match': etag }).status).toBe(304);
  expect(get(query, { 'if-none-match': '"autre"' }).status).toBe(200);
  expect(get('role=mg').headers.get('etag')).not.toBe(etag);
});

test.each([
  ['role', 'mg=1'],
  ['mg', 'role=mg&mg=5'],
  ['lieu', 'role=mg&lieu=maison'],
  ['autres', 'role=mg&autres=druide'],
  ['couleur', 'role=mg&couleur=bleu'],
])('GET: a wrong « %s » is a 400 that names it, in French', async (champ, wrong) => {
  const response = get(wrong);
  expect(response.status).toBe(400);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  const { status, title, erreurs } = await response.json();
  expect({ status, title }).toEqual({ status: 400, title: 'Réponses à corriger' });
  expect(erreurs).toEqual([{ champ, message: expect.stringMatching(/[.)]$/) }]);
});

test.each([
  ['reponses.statut', '{"reponses":{"role":"mg","statut":"fonctionnaire"}}'],
  ['reponses.deja', '{"reponses":{"role":"mg","deja":"msp"}}'],
  ['reponses', '{}'],
  ['reponses', 'null'],
  ['autre', '{"reponses":{"role":"mg"},"autre":1}'],
])('POST: a wrong « %s » is a 400 that names it', async (champ, body) => {
  const response = await post(body);
  expect(response.status).toBe(400);
  expect((await response.json()).erreurs.map((each: { champ: string }) => each.champ)).toContain(champ);
});

test('POST: what is not JSON is a 400, not announced as JSON a 415, over 256 KB a 413', async () => {
  expect((await post('{"reponses":')).status).toBe(400);
  expect((await post('role=mg', 'text/plain')).status).toBe(415);
  expect((await post(JSON.stringify({ reponses: { role: 'mg' }, lest: 'x'.repeat(260 * 1024) }))).status).toBe(413);
});

test('a hundred thousand values in a set are refused, not counted one by one', async () => {
  const response = await post(
    JSON.stringify({ reponses: { role: 'mg', autres: Array.from({ length: 20_000 }, () => 'infirmier') } }),
  );
  expect(response.status).toBe(400);
});
