import { createHash } from 'node:crypto';
import type { Sending } from '#server/forms/sending.ts';
import { readUpTo } from '#server/http/read-up-to.ts';
import { sendingSentences } from '../messages/form/sending.ts';
import type { RawFiles } from './form-files.ts';

/** The fields of a form as text. */
export type Typed = URLSearchParams;

/** What a form holds, as it was sent. An empty field for a file is no file. */
export type FormBody = {
  readonly typed: Typed;
  readonly files: RawFiles;
  /** What tells this sending from every other; null for a form without a key, which is done each time it is sent. */
  readonly sending: Sending | null;
};

/** The hidden field of every form (`PostForm.astro`), with the key drawn for that showing of the page. */
const keyField = 'envoi';

/** The texts of a form may weigh this much together. */
const mostTextBytes = 1_048_576;

/** Reads the form of a request, or gives the answer that says why it cannot be read; null when there is none. */
export async function readFormBody(request: Request, mostFileBytes: number): Promise<FormBody | Response | null> {
  if (request.method !== 'POST') return null;
  const type = request.headers.get('content-type') ?? '';
  if (!/^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type))
    return plainAnswer(415, 'PAS_UN_FORMULAIRE');
  try {
    const bytes = await readUpTo(mostTextBytes + mostFileBytes, request);
    if (bytes === 'too-long') return tooLong();
    const data = await new Response(bytes as BodyInit, { headers: { 'content-type': type } }).formData();
    const key = data.get(keyField);
    data.delete(keyField);
    const fields = [...data];
    return {
      typed: new URLSearchParams(fields.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))),
      files: fields.flatMap(([name, value]) =>
        typeof value === 'string' || (value.size === 0 && value.name === '') ? [] : [[name, value] as const],
      ),
      sending: typeof key === 'string' && key !== '' ? await sendingOf(request, key, fields) : null,
    };
  } catch {
    return plainAnswer(400, 'FORMULAIRE_INCOMPLET');
  }
}

async function sendingOf({ url }: Request, key: string, fields: [string, File | string][]): Promise<Sending> {
  const { pathname, search } = new URL(url);
  return { key, address: pathname + search, fields: await Promise.all(fields.map(comparable)) };
}

/** A file counts by its name and by what it holds. */
async function comparable([name, value]: [string, File | string]): Promise<readonly [string, string]> {
  if (typeof value === 'string') return [name, value];
  const content = createHash('sha256').update(new Uint8Array(await value.arrayBuffer()));
  return [name, JSON.stringify([value.name, content.digest('hex')])];
}

/** The connection ends with it: what is left of the body is not read. */
function tooLong(): Response {
  const answer = plainAnswer(413, 'FORMULAIRE_TROP_LONG');
  answer.headers.set('connection', 'close');
  return answer;
}

export const plainAnswer = (status: number, code: keyof typeof sendingSentences): Response =>
  new Response(`${sendingSentences[code]}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
