import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { projectFormSchema } from '#domain/dossier/project-form.schema.ts';
import { fieldsOf } from '#domain/form/form.schema.ts';

const written = JSON.parse(readFileSync('data/dossier/projet-de-sante-1.json', 'utf8'));
const form = projectFormSchema.parse(written);
const mandatoryIn = (key: string) =>
  form.sections.find(({ cle }) => cle === key)?.champs.flatMap(({ cle, obligatoire }) => (obligatoire ? [cle] : []));

test('the form is named after its file, and asks for what the scheme wants, section by section', () => {
  expect(form.formulaire).toBe('projet-de-sante-1');
  expect(Object.fromEntries(form.sections.map(({ cle }) => [cle, mandatoryIn(cle)]))).toEqual({
    identite: ['referent'],
    membres: ['redacteurs'],
    partenaires: [],
    territoire: ['communes', 'patients-communs'],
    thematiques: ['thematiques'],
    actions: ['nombre-pps', 'nombre-rcp-patient', 'nombre-rcp-pratiques', 'nombre-staff'],
    coordination: ['rythme', 'lieu', 'convocation', 'comptes-rendus', 'referent-pps', 'arrivees-departs'],
    'systeme-information': ['messageries', 'aucune-donnee-patient'],
    liens: ['cpts', 'dac'],
    prevention: [],
    evaluation: ['indicateurs', 'bilan-annuel'],
    calendrier: ['debut'],
  });
});

test('texts, lines and numbers have the limits of the scheme', () => {
  const fields = Object.fromEntries(fieldsOf(form).map((field) => [field.cle, field]));
  expect(fields['patients-communs']).toMatchObject({ min: 200, max: 2000 });
  expect(fields.communes).toMatchObject({ min: 1 });
  expect(fields.thematiques).toMatchObject({ min: 1, max: 5 });
  expect(fields['nombre-pps']).toMatchObject({ min: 0, max: 99 });
  expect(fields.indicateurs).toMatchObject({ min: 2 });
  expect(fields.rna).toMatchObject({ format: 'rna' });
});

test('every example says that it is invented, and tells of nobody', () => {
  expect(form.mentionExemple).toMatch(/inventé/);
  for (const { exemple } of form.sections) expect(exemple).not.toMatch(/\b(?:M\.|Mme|Dr)\b|@|\d{5}/);
});

test('a form with a slip is refused with where it is', () => {
  const [first, ...others] = written.sections;
  const refusalOf = (sections: unknown) => projectFormSchema.safeParse({ ...written, sections }).error?.issues[0];
  expect(refusalOf([first, first, ...others])).toMatchObject({
    message: 'CHAMPS_DU_MEME_NOM',
    params: { nom: 'referent' },
  });
  expect(refusalOf([{ ...first, exmple: '' }])).toMatchObject({ path: ['sections', 0] });
});
