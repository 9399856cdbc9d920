import { readUpTo } from '#server/http/read-up-to.ts';
import { sendingSentences } from '../messages/form/sending.ts';
import type { RawFiles } from './form-files.ts';

/** What a form holds, as it was sent. An empty field for a file is no file. */
export type FormBody = { readonly typed: URLSearchParams; readonly files: RawFiles };

/** The texts of a form may weigh this much together. */
const mostTextBytes = 1_048_576;

/** Reads the form of a request, or gives the answer that says why it cannot be read. */
export async function readFormBody(request: Request, mostFileBytes: number): Promise<FormBody | Response> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type))
    return plainAnswer(415, 'PAS_UN_FORMULAIRE');
  try {
    const bytes = await readUpTo(mostTextBytes + mostFileBytes, request);
    if (bytes === 'too-long') return plainAnswer(413, 'FORMULAIRE_TROP_LONG');
    const fields = [...(await new Response(bytes as BodyInit, { headers: { 'content-type': type } }).formData())];
    return {
      typed: new URLSearchParams(fields.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))),
      files: fields.flatMap(([name, value]) =>
        typeof value === 'string' || (value.size === 0 && value.name === '') ? [] : [[name, value] as const],
      ),
    };
  } catch {
    return plainAnswer(400, 'FORMULAIRE_INCOMPLET');
  }
}

export const plainAnswer = (status: number, code: keyof typeof sendingSentences): Response =>
  new Response(`${sendingSentences[code]}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
