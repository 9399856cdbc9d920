import { expect, test } from 'vitest';
import { type Forms, form, posted } from '../../src/doors/form.ts';
import { strangerPosting } from './visits.ts';

const openToAll = { kind: 'portail', verb: 'consulter', object: () => ({ kind: 'portail' as const }) } as const;
const pdf = (text = '') => `%PDF-1.7\n${text}`;

/** A form that takes two PDF or PNG files of 1 KB at most in the field `piece`. */
function letters() {
  const received: string[] = [];
  const forms = {
    joindre: form({
      ...openToAll,
      files: { piece: { kinds: ['pdf', 'png'], most: 2, mostBytes: 1024 } },
      async run(_visit, typed, files) {
        for (const { name, kind, bytes } of files.get('piece') ?? [])
          received.push(`${typed.get('objet')}: ${name}, ${kind}, ${bytes.length}`);
        return { to: '/espace' };
      },
    }),
    'sans-fichier': form({
      ...openToAll,
      async run() {
        received.push('done');
        return { to: '/espace' };
      },
    }),
  };
  return { received, forms };
}

function sending(geste: string, files: readonly (readonly [field: string, name: string, content: BlobPart])[]) {
  const data = new FormData();
  data.set('geste', geste);
  data.set('objet', 'Convention');
  for (const [field, name, content] of files) data.append(field, new Blob([content], { type: 'text/html' }), name);
  return strangerPosting(data, {}, letters().forms);
}

test('the files that a form takes reach it, known by their content and not by what is said of them', async () => {
  const { received, forms } = letters();
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2]);
  const visit = await sending('joindre', [
    ['piece', 'C:\\dossier\\lettre\u202e.pdf', pdf()],
    ['piece', 'logo.exe', png],
  ]);
  expect((await posted(visit, forms)) instanceof Response).toBe(true);
  expect(received).toEqual(['Convention: lettre.pdf, pdf, 9', 'Convention: logo.exe, png, 10']);
});

test('a field for a file that was left empty is no file', async () => {
  const { received, forms } = letters();
  expect((await posted(await sending('sans-fichier', [['piece', '', '']]), forms)) instanceof Response).toBe(true);
  expect(received).toEqual(['done']);
});

test.each([
  ['three files', [pdf(), pdf(), pdf()], 'Choisissez 2 fichiers au plus.'],
  ['a file of 2 KB', [pdf('a'.repeat(2_000))], '« a.pdf » pèse 2\u00a0Ko : 1\u00a0Ko au plus.'],
  [
    'a page called a.pdf',
    ['<script>alert(1)</script>'],
    '« a.pdf » n’est pas un fichier PDF ou PNG. Choisissez-en un autre, ou enregistrez-le dans ce format.',
  ],
])('%s: refused beside the field, and what was typed comes back', async (_, contents, sentence) => {
  const { received, forms } = letters();
  const visit = await sending(
    'joindre',
    contents.map((content) => ['piece', 'a.pdf', content] as const),
  );
  const back = await posted(visit, forms);
  expect(back).toMatchObject({ geste: 'joindre', errors: { piece: sentence } });
  expect('typed' in back && back.typed.get('objet')).toBe('Convention');
  expect(visit.context.response?.status).toBe(400);
  expect(received).toEqual([]);
});

test.each([
  ['joindre', 'autre'],
  ['sans-fichier', 'piece'],
  ['sans-fichier', '__proto__'],
])('%s with a file in the field « %s », which nobody asked for: said, and nothing is done', async (geste, field) => {
  const { received, forms } = letters();
  const back = await posted(await sending(geste, [[field, 'a.pdf', pdf()]]), forms);
  expect(back).toMatchObject({
    errors: {
      '': 'Ce formulaire ne prend pas de fichier ici : rien n’a été enregistré. Envoyez-le à nouveau sans fichier.',
    },
  });
  expect(received).toEqual([]);
});

test('a form weighs a megabyte besides the files that its page takes, whatever its length says', async () => {
  const { forms } = letters();
  const { 'sans-fichier': without } = forms;
  const statusOf = async (on: Forms, bytes: number, headers = {}) => {
    const type = { 'content-type': 'application/x-www-form-urlencoded', ...headers };
    const visit = await strangerPosting(`geste=sans-fichier&texte=${'a'.repeat(bytes)}`, type, on);
    return ((await posted(visit, on)) as Response).status;
  };
  expect(await statusOf({ 'sans-fichier': without }, 1_040_000)).toBe(303);
  expect(await statusOf({ 'sans-fichier': without }, 1_050_000)).toBe(413);
  expect(await statusOf({ 'sans-fichier': without }, 10, { 'content-length': '2000000' })).toBe(413);
  expect(await statusOf(forms, 1_050_000)).toBe(303);
  expect(await statusOf(forms, 1_051_000)).toBe(413);
});
