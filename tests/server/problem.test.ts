import { expect, test } from 'vitest';
import { json, preflight, readJsonBody } from '#server/api/exchange.ts';
import { problem } from '#server/http/problem.ts';
import { badBody, methodNotAllowed } from '../../src/pages/api/v1/_refusals.ts';

const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  new Request('http://localhost/api', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });

const refusalOf = async (request: Request) => {
  const read = await readJsonBody(request, 1024);
  return read.ok ? 200 : badBody(read.refusal).status;
};

test('a problem names its wrong fields, as application/problem+json that any site may read', async () => {
  const response = problem(400, 'Saisie à corriger', 'Un champ est à corriger.', [
    { champ: 'plan', message: 'Inconnu.' },
  ]);
  expect(response.status).toBe(400);
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(await response.json()).toEqual({
    type: 'about:blank',
    title: 'Saisie à corriger',
    status: 400,
    detail: 'Un champ est à corriger.',
    erreurs: [{ champ: 'plan', message: 'Inconnu.' }],
  });
});

test('a wrong method gets 405 and the methods that work', () => {
  const response = methodNotAllowed(['POST', 'OPTIONS']);
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('POST, OPTIONS');
});

test('a browser of another site may post JSON, without cookies', () => {
  const { status, headers } = preflight(['POST', 'OPTIONS']);
  expect(status).toBe(204);
  expect(headers.get('access-control-allow-origin')).toBe('*');
  expect(headers.get('access-control-allow-headers')).toBe('content-type');
  expect(headers.has('access-control-allow-credentials')).toBe(false);
});

test('an answer is not kept unless its endpoint says so', () => {
  expect(json({}).headers.get('cache-control')).toBe('no-store');
  expect(json({}, { cache: 'public, max-age=60' }).headers.get('cache-control')).toBe('public, max-age=60');
});

test('JSON is read, with or without a charset', async () => {
  expect(await readJsonBody(post('{"é":1}'), 1024)).toEqual({ ok: true, value: { é: 1 } });
  expect(await refusalOf(post('{}', { 'content-type': 'Application/JSON; charset=utf-8' }))).toBe(200);
});

test('another type of content is 415, even when it holds JSON', async () => {
  expect(await refusalOf(post('{}', { 'content-type': 'text/plain' }))).toBe(415);
  expect(await refusalOf(post(new Uint8Array(), { 'content-type': '' }))).toBe(415);
});

test('1,024 bytes are read and 1,025 are 413, whatever Content-Length says', async () => {
  expect(await refusalOf(post(`"${'a'.repeat(1022)}"`))).toBe(200);
  expect(await refusalOf(post(`"${'a'.repeat(1023)}"`))).toBe(413);
  expect(await refusalOf(post('{}', { 'content-length': '5000' }))).toBe(413);
});

test('a 413 ends its connection: the rest of the body is not read', () => {
  expect(problem(413, 'Corps trop long').headers.get('connection')).toBe('close');
  expect(problem(400, 'Corps illisible').headers.get('connection')).toBeNull();
});

test.each(['', '{', '{"a":NaN}', 'undefined'])('« %s » is not JSON: 400', async (body) => {
  expect(await refusalOf(post(body))).toBe(400);
});

test('bytes that are not UTF-8 are 400', async () => {
  expect(await refusalOf(post(new Uint8Array([0x22, 0xff, 0x22])))).toBe(400);
});
