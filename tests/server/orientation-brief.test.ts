import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Answers } from '../../src/domain/orientation/answers.ts';
import type { Brief } from '../../src/domain/orientation/brief.ts';
import { evaluate, type Recommendation } from '../../src/domain/orientation/evaluate.ts';
import { sourcesSchema } from '../../src/domain/shared/source.schema.ts';
import { orientationBrief } from '../../src/messages/orientation/brief.ts';
import { readOrientation } from '../../src/server/orientation/read-rules.ts';
import { drawBrief } from '../../src/server/pdf/orientation-brief.ts';

const rules = readOrientation(process.cwd());
const sources = sourcesSchema.parse(JSON.parse(readFileSync('data/sources.json', 'utf8')));
const examples = JSON.parse(readFileSync('data/orientation/exemples.json', 'utf8')) as {
  id: string;
  reponses: Answers;
}[];

const briefOf = (answers: Answers): Brief =>
  orientationBrief({
    rules,
    answers,
    result: evaluate(rules, answers) as Recommendation,
    steps: [{ phrase: 'Appelez l’association.', sources: ['S4'], date: '2026-11-22' }],
    contacts: [
      {
        nom: 'Association des ESP CLAP',
        telephone: { e164: '+33665181144', affiche: '06 65 18 11 44' },
        courriel: null,
        fiche: null,
        source: 'S4',
      },
    ],
    sources,
    address: 'https://exemple.fr/choisir/resultat?role=mg',
    day: '2026-11-22',
  });
const draw = async (brief: Brief) => Buffer.from(await drawBrief(brief)).toString('latin1');
const pagesOf = (file: string) => file.match(/\/Type\s*\/Page\b/g)?.length;

const professionals = examples.filter(({ reponses }) => reponses.role !== 'patient_aidant');

test('fourteen personas have a result to print', () => expect(professionals).toHaveLength(14));

test.each(professionals)('the result of $id holds on one A4 page', async ({ reponses }) => {
  const file = await draw(briefOf(reponses));
  expect(pagesOf(file)).toBe(1);
  expect(file).toContain('/MediaBox [0 0 595.28 841.89]');
});

test('the document is tagged, in French, with its title and its fonts inside', async () => {
  const file = await draw(briefOf(professionals[0]!.reponses));
  expect(file.startsWith('%PDF-1.7')).toBe(true);
  expect(file).toContain('/Marked true');
  expect(file).toContain('/Lang (fr-FR)');
  expect(file).toContain('/StructTreeRoot');
  expect(file).toMatch(/\/S \/H1/);
  expect(file).toMatch(/\/S \/LBody/);
  expect(file).toContain('/DisplayDocTitle true');
  expect(file.match(/\/FontFile2/g)).toHaveLength(2);
  expect(Buffer.from(file, 'latin1').toString('utf8')).toContain('L’ESP CLAP vous convient');
});

test('a text far too long still makes one page, and says where the rest is', async () => {
  const long: Brief = {
    ...briefOf(professionals[0]!.reponses),
    sections: [
      { titre: 'Pour', forme: 'liste', lignes: Array.from({ length: 300 }, (_, n) => `Raison ${n}, `.repeat(12)) },
    ],
  };
  expect(pagesOf(await draw(long))).toBe(1);
});

test('the brief of V01 names every model, numbers its sources and gives the number to call', () => {
  const { titre, sections } = briefOf(professionals[0]!.reponses);
  expect(titre).toBe('L’ESP CLAP vous convient');
  const text = sections.flatMap(({ lignes }) => lignes).join('\n');
  for (const name of ['ESP sans projet écrit', 'ESP avec projet écrit', 'ASALEE', 'MSP', 'CDS', 'CPTS', 'ESS', 'DAC'])
    expect(text).toContain(name);
  expect(text).toContain('06 65 18 11 44');
  expect(text).toContain('À cause de votre réponse au statut.');
  const listed = sections.find(({ forme }) => forme === 'sources')?.lignes.length ?? 0;
  const cited = [...text.matchAll(/\[([\d,\s]+)\]/g)].flatMap(([, numbers]) => numbers!.split(/,\s/).map(Number));
  expect(Math.max(...cited)).toBe(listed);
});

test('a conditional lead says what is missing and the smallest change, in the title and in sentences', () => {
  const { titre, sections } = briefOf(examples.find(({ id }) => id === 'V03')!.reponses);
  expect(titre).toBe('L’ESP CLAP vous convient, à une condition');
  expect(sections[0]?.titre).toBe('Ce qui manque');
  expect(sections[0]?.lignes.at(-1)).toContain('passe de « aucun » à « un »');
});

test('no lead and nothing left to answer: the present organisation is enough', () => {
  expect(briefOf(examples.find(({ id }) => id === 'V07')!.reponses).titre).toBe('Votre organisation actuelle convient');
});

test('no lead and ten questions left: the result asks for answers rather than conclude', () => {
  expect(briefOf({ role: 'mg' }).titre).toBe('Encore quelques réponses pour vous proposer un modèle');
});
