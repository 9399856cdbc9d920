import { expect, test } from 'vitest';
import { formSchema } from '#domain/form/form.schema.ts';
import { readTerritory } from '#server/territory/read-territory.ts';
import { complete, readForm } from '../../src/doors/read-form.ts';
import { reportForm } from '../../src/messages/directory/reports.ts';
import { saveForm } from '../../src/messages/orientation/group-forms.ts';

const facts = { today: '2026-11-27', communes: readTerritory('.') };
const read = (typed: Record<string, string>) => complete(readForm(reportForm, new URLSearchParams(typed), facts));

test('the forms of public pages are as forms of data/ would be', () => {
  for (const form of [reportForm, saveForm(true)]) expect(formSchema.safeParse(form).error).toBeUndefined();
});

test('a report says what is wrong, and may name a page', () => {
  expect(read({ motif: 'numero-faux' })).toEqual({ ok: true, value: { motif: 'numero-faux', preuve: null } });
  expect(read({ motif: 'numero-faux', preuve: ' https://www.exemple.fr/contact ' })).toEqual({
    ok: true,
    value: { motif: 'numero-faux', preuve: 'https://www.exemple.fr/contact' },
  });
});

test.each([
  [{}, { motif: 'Choisissez ce qui est à corriger.' }],
  [{ motif: 'constructor' }, { motif: 'Choisissez ce qui est à corriger.' }],
  [
    { motif: 'numero-faux', preuve: 'javascript:alert(1)' },
    { preuve: 'Écrivez l’adresse entière de la page, par exemple https://www.exemple.fr/contact.' },
  ],
  [
    { motif: 'numero-faux', preuve: `https://exemple.fr/${'a'.repeat(300)}` },
    { preuve: 'Écrivez l’adresse de cette page en 300 caractères au plus.' },
  ],
])('%o is refused', (typed, errors) => {
  expect(read(typed)).toEqual({ ok: false, refusal: errors });
});
