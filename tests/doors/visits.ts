import type { Forms } from '../../src/doors/form.ts';
import { readFormBody } from '../../src/doors/form-body.ts';
import { bytesOfFiles } from '../../src/doors/form-files.ts';
import type { Visit } from '../../src/doors/visit.ts';

/** A stranger who sends a form to a page that is open to all and has these forms. */
export async function strangerPosting(
  body: BodyInit,
  headers: Readonly<Record<string, string>> = {},
  forms: Forms<unknown> = {},
): Promise<Visit> {
  const url = new URL('http://127.0.0.1/espace/essai');
  const request = new Request(url, { method: 'POST', body, headers });
  const context = { request, url, params: {}, response: { status: 200 }, locals: {} };
  const sent = await readFormBody(request, bytesOfFiles(forms));
  return { context, sent, given: null, actor: null, session: null, sessionToken: null } as unknown as Visit;
}
