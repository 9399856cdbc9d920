import type { APIRequestContext, APIResponse } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { expect, test } from './fixtures.ts';

const reads = [
  '/api/v1/communes?q=troyes',
  '/api/v1/dac?commune=10387',
  '/api/v1/structures?type=dac&departement=10',
  '/api/v1/structures/dac-aube',
  '/api/v1/structures.geojson?departement=10',
  '/api/v1/structures.csv?departement=10',
  '/api/v1/modeles',
  '/api/v1/modeles/esp-clap',
  '/api/v1/openapi.json',
  '/api/v1/orientation?role=mg&mg=1',
];

for (const path of reads) {
  test(`${path} is open to every site, without a cookie, and is kept by its tag`, async ({ request }) => {
    const response = await request.get(path);
    const {
      etag,
      'cache-control': cache,
      'access-control-allow-origin': open,
      'set-cookie': cookie,
    } = response.headers();
    expect(response.status()).toBe(200);
    expect({ open, cookie }).toEqual({ open: '*', cookie: undefined });
    expect(etag).toMatch(/^W\/"[\w-]{22}"$/);
    expect(cache).toMatch(/^public, max-age=\d+$/);

    const again = await request.get(path, { headers: { 'if-none-match': `"autre", ${etag}` } });
    expect([again.status(), (await again.body()).length, again.headers().etag]).toEqual([304, 0, etag]);
    expect((await request.get(path, { headers: { 'if-none-match': 'W/"perime"' } })).status()).toBe(200);

    const head = await request.head(path);
    expect([head.status(), (await head.body()).length, head.headers().etag]).toEqual([200, 0, etag]);
    expect(head.headers()['content-type']).toBe(response.headers()['content-type']);
  });

  test(`${path} answers other methods by 405 and says which it knows`, async ({ request }) => {
    for (const method of ['PUT', 'DELETE', 'PATCH', ...(path.includes('orientation') ? [] : ['POST'])]) {
      const response = await request.fetch(path, { method, headers: { origin: 'https://ailleurs.example' } });
      await expectProblem(response, 405);
      expect(response.headers().allow).toContain('GET, HEAD');
    }
    const form = await request.fetch(path, { method: 'PUT', form: { a: '1' } });
    await expectProblem(form, 405);
    const preflight = await request.fetch(path, { method: 'OPTIONS' });
    expect([preflight.status(), preflight.headers()['access-control-allow-methods']]).toEqual([
      204,
      expect.stringContaining('GET'),
    ]);
  });
}

test('the DAC of Troyes: the commune, the number, the proof', async ({ request }) => {
  const answer = await (await request.get('/api/v1/dac?commune=10387')).json();
  expect(Object.keys(answer)).toEqual(['commune', 'couverture', 'dac', 'preuve', 'recours']);
  expect(answer.commune).toMatchObject({ code: '10387', nom: 'Troyes', departement: { code: '10', nom: 'Aube' } });
  expect(answer).toMatchObject({ couverture: 'connue', recours: [] });
  expect(answer.dac[0]).toMatchObject({ telephone: '+33325408083', telephoneAffiche: '03 25 40 80 83' });
});

test('the page says what the API says: the telephone of the DAC of Troyes', async ({ page }) => {
  await page.goto('/dac?commune=10387');
  await expect(page.locator('a[href="tel:+33325408083"]').first()).toBeVisible();
});

test('communes are found by name, postcode and INSEE code, with accents and a mistake forgiven', async ({
  request,
}) => {
  for (const [q, code] of [
    ['saint-étienne', '42218'],
    ['st etienne', '42218'],
    ['10000', '10387'],
    ['10387', '10387'],
    ['troies', '10387'],
    ['2A004', '2A004'],
  ]) {
    const { communes } = await (await request.get('/api/v1/communes', { params: { q: q as string } })).json();
    expect(communes.map((commune: { code: string }) => commune.code)).toContain(code);
    expect(communes.length).toBeLessThanOrEqual(8);
  }
});

test('the directory is paged, and the page after the last is empty with the right total', async ({ request }) => {
  const first = await (await request.get('/api/v1/structures?type=dac&taille=10')).json();
  expect({ total: first.total, page: first.page, taille: first.taille }).toEqual({ total: 55, page: 1, taille: 10 });
  const beyond = await (await request.get('/api/v1/structures?type=dac&taille=10&page=7')).json();
  expect(beyond).toEqual({ total: 55, page: 7, taille: 10, structures: [] });
});

test('list, CSV and GeoJSON of one filter hold the same structures', async ({ request }) => {
  const query = 'region=grand-est&type=dac,msp,cpts';
  const { total, structures } = await (await request.get(`/api/v1/structures?taille=200&${query}`)).json();
  const csv = await request.get(`/api/v1/structures.csv?${query}`);
  const rows: { id: string }[] = parse(await csv.text(), { columns: true });
  const map = await (await request.get(`/api/v1/structures.geojson?${query}`)).json();
  const ids = structures.map(({ id }: { id: string }) => id);
  expect(total).toBeGreaterThan(30);
  expect(rows.map(({ id }) => id)).toEqual(ids);
  expect(map.features.length + map.sansPosition).toBe(total);
  expect(map.features.map(({ id }: { id: string }) => id)).toEqual(
    structures.filter(({ position }: { position: unknown }) => position).map(({ id }: { id: string }) => id),
  );
  expect(csv.headers()['content-type']).toBe('text/csv; charset=utf-8; header=present');
  expect(csv.headers()['content-disposition']).toContain('structures.csv');
});

test('each of the eight models gives its criteria, with scope, source and date', async ({ request }) => {
  const { modeles, sources } = await (await request.get('/api/v1/modeles')).json();
  expect(modeles.map(({ slug }: { slug: string }) => slug)).toEqual(
    'asalee esp esp-clap msp cds cpts ess dac'.split(' '),
  );
  const known = new Set(sources.map(({ id }: { id: string }) => id));
  for (const { slug, criteres } of modeles) {
    const values = Object.values(criteres).flat() as { valeur: string; portee: string; source: string; date: string }[];
    expect(values.length).toBeGreaterThan(10);
    for (const { valeur, portee, source, date } of values) {
      expect({ slug, valeur: typeof valeur, portee: typeof portee, cited: known.has(source) }).toMatchObject({
        valeur: 'string',
        portee: 'string',
        cited: true,
      });
      expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
    const one = await (await request.get(`/api/v1/modeles/${slug}`)).json();
    expect(one.criteres).toEqual(criteres);
  }
});

for (const [path, champ] of [
  ['/api/v1/communes', 'q'],
  ['/api/v1/communes?q=t', 'q'],
  [`/api/v1/communes?q=${'a'.repeat(5000)}`, 'q'],
  ['/api/v1/communes?q=troyes&limite=21', 'limite'],
  ['/api/v1/communes?q=troyes&page=1', 'page'],
  ['/api/v1/dac', 'commune'],
  ['/api/v1/dac?commune=Troyes', 'commune'],
  ['/api/v1/dac?commune=10387&commune=10388', 'commune'],
  ['/api/v1/structures?type=dac,hopital', 'type'],
  ['/api/v1/structures?departement=99', 'departement'],
  ['/api/v1/structures?region=alsace', 'region'],
  ['/api/v1/structures?commune=99999', 'commune'],
  ['/api/v1/structures?epci=000000000', 'epci'],
  ['/api/v1/structures?bbox=5,49,4,48', 'bbox'],
  ['/api/v1/structures?bbox=1e3,0,2,2', 'bbox'],
  ['/api/v1/structures?autour=4,48', 'rayon'],
  ['/api/v1/structures?rayon=10', 'rayon'],
  ['/api/v1/structures?page=0', 'page'],
  ['/api/v1/structures?page=1.5', 'page'],
  ['/api/v1/structures?taille=201', 'taille'],
  ['/api/v1/structures?page=1&page=2', 'page'],
  [`/api/v1/structures?q=${'é'.repeat(1000)}`, 'q'],
  ['/api/v1/structures?telephone=15', 'telephone'],
  ['/api/v1/structures.csv?taille=10', 'taille'],
  ['/api/v1/structures.geojson?page=2', 'page'],
  ['/api/v1/structures.geojson?proprietes=note', 'proprietes'],
  ['/api/v1/structures.csv?proprietes=type', 'proprietes'],
  ['/api/v1/structures/dac-aube?champs=nom', 'champs'],
  ['/api/v1/modeles?langue=en', 'langue'],
  ['/api/v1/modeles/msp?langue=en', 'langue'],
  ['/api/v1/openapi.json?v=2', 'v'],
] as const) {
  test(`${path.slice(0, 60)} is a 400 that names « ${champ} » in French`, async ({ request }) => {
    const { erreurs } = await expectProblem(await request.get(path), 400);
    expect(erreurs.map((erreur: { champ: string }) => erreur.champ)).toEqual([champ]);
    expect(erreurs[0].message).toMatch(/^[A-ZÉ].+\.$/);
  });
}

test('a text of 10,000 characters is refused, not read', async ({ request }) => {
  for (const address of ['/api/v1/structures', '/api/v1/communes']) {
    const response = await request.get(address, { params: { q: 'a'.repeat(10_000) } });
    await expectProblem(response, 400);
  }
});

test('a thousand filters make one short 400', async ({ request }) => {
  const query = Array.from({ length: 1000 }, (_, index) => `f${index}=1`).join('&');
  const response = await request.get(`/api/v1/structures?${query.slice(0, 7000)}`);
  await expectProblem(response, 400);
  expect((await response.body()).length).toBeLessThan(4000);
});

test('what does not exist is a 404 in problem+json, whatever the method', async ({ request }) => {
  for (const path of ['/api/v1/structures/inconnue', '/api/v1/modeles/hopital', '/api/v1/dac?commune=99999', '/api']) {
    await expectProblem(await request.get(path), 404);
  }
  for (const path of ['/api/v1', '/api/v2/communes', '/api/v1/communes/10387', '/api/v1/structures.xml']) {
    await expectProblem(await request.get(path), 404);
    await expectProblem(await request.post(path, { data: {} }), 404);
    await expectProblem(await request.post(path, { form: { a: '1' } }), 404);
  }
});

test('a form sent to an address that reads JSON is a 415', async ({ request }) => {
  for (const path of ['/api/v1/orientation', '/api/v1/indemnites/evaluation', '/api/v1/indemnites/simulation']) {
    await expectProblem(await request.post(path, { form: { role: 'mg' } }), 415);
    await expectProblem(await request.post(path, { data: 'role', headers: { 'content-type': 'text/plain' } }), 415);
  }
});

test('a form of another site, or of none, is still refused by the pages', async ({ request }) => {
  const send = (headers: Record<string, string>) =>
    request.post('/signaler?fiche=dac-aube', { form: { motif: 'x' }, headers });
  expect((await send({ origin: 'https://ailleurs.example' })).status()).toBe(403);
  expect((await send({})).status()).toBe(403);
});

test('a structure is downloaded as a vCard', async ({ request }) => {
  const response = await request.get('/annuaire/dac-aube.vcf');
  expect(response.headers()['content-type']).toBe('text/vcard; charset=utf-8');
  expect(response.headers()['content-disposition']).toBe('attachment; filename="dac-aube.vcf"');
  expect(await response.text()).toContain('TEL;VALUE=uri;TYPE="work,voice":tel:+33325408083\r\n');
  expect((await request.get('/annuaire/inconnue.vcf')).status()).toBe(404);
});

const naughty = [
  "' or 1=1 --",
  '"; drop table structure; --',
  '<script>alert(1)</script>',
  '{nom}: dac*',
  'NEAR(a b) OR "',
  '../../../etc/passwd',
  '%00',
  '\u0000\u0001\u007f',
  '\ud83d\ude00'.repeat(20),
  '\u202e\u200b\ufeff',
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢',
  'ﷺ'.repeat(30),
  '社會科學院語學研究所',
  'ا'.repeat(50),
  '-1',
  '1e309',
  'NaN',
  'Infinity',
  '0x10',
  '9'.repeat(400),
  '-0.0000000000000000001',
  '1,2,3,4,5,6,7,8,9',
  ',,,,',
  'NaN,NaN,NaN,NaN',
  '-180,-90,180,90',
  '179.999999,-89.999999',
  'undefined',
  'null',
  '[object Object]',
  '__proto__',
  'constructor',
  '$where',
  '{{7*7}}',
  '#{7*7}',
  '\r\nset-cookie: a=b',
  ' ',
  '',
  '𝕕𝕒𝕔',
  'İ',
  'ß',
  'a'.repeat(6000),
];

const parameters: Record<string, readonly string[]> = {
  '/api/v1/communes': ['q', 'limite'],
  '/api/v1/dac': ['commune'],
  '/api/v1/structures': 'type departement region epci commune q bbox autour rayon page taille'.split(' '),
  '/api/v1/structures.geojson': ['q', 'bbox', 'autour', 'proprietes'],
  '/api/v1/structures.csv': ['q', 'bbox', 'autour'],
  '/api/v1/orientation': ['role', 'mg', 'autres', 'themes', 'version'],
};

for (const [path, names] of Object.entries(parameters)) {
  test(`${path}: ${naughty.length} naughty texts in each of ${names.length} parameters, never a 5xx`, async ({
    request,
  }) => {
    for (const name of names) {
      for (const text of naughty) {
        const query = new URLSearchParams({ ...(name === 'autour' && { rayon: '10' }), [name]: text });
        await expectCalm(request, `${path}?${query}`);
      }
      for (const raw of ['%', '%zz', '%E0%A4%A', '%ff%fe', '+', '&&==', ';'])
        await expectCalm(request, `${path}?${name}=${raw}`);
      await expectCalm(request, `${path}?${encodeURIComponent('<b>')}=1&${name}`);
    }
  });
}

test('naughty texts in the path find nothing, and never break', async ({ request }) => {
  for (const text of naughty.filter((each) => each !== '')) {
    await expectCalm(request, `/api/v1/structures/${encodeURIComponent(text)}`);
    await expectCalm(request, `/api/v1/modeles/${encodeURIComponent(text)}`);
    await expectCalm(request, `/annuaire/${encodeURIComponent(text)}.vcf`);
  }
  for (const raw of ['%', '%E0%A4%A', '..%2f..%2f', '%2e%2e', 'dac-aube/', 'dac-aube%2F', '%5c']) {
    await expectCalm(request, `/api/v1/structures/${raw}`);
  }
});

async function expectCalm(request: APIRequestContext, address: string): Promise<void> {
  const response = await request.get(address, { maxRedirects: 0 });
  expect([200, 308, 400, 404, 414], `${address.slice(0, 120)} : ${response.status()}`).toContain(response.status());
  expect(response.headers()['set-cookie']).toBeUndefined();
  if (response.status() === 200 && !address.startsWith('/annuaire')) expect(response.headers().etag).toBeDefined();
}

async function expectProblem(response: APIResponse, status: number) {
  expect(response.status(), response.url()).toBe(status);
  expect(response.headers()['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(response.headers()['access-control-allow-origin']).toBe('*');
  const body = await response.json();
  expect(body).toMatchObject({ type: expect.any(String), title: expect.any(String), status });
  return body;
}
