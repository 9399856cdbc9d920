import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { codeOf } from '#domain/indemnities/decision.ts';
import { evaluate } from '#domain/indemnities/evaluate.ts';
import { type Plan, planSchema } from '#domain/indemnities/plan.schema.ts';
import { exampleRequest } from '#domain/indemnities/plan-example.ts';
import { sourcesSchema } from '#domain/shared/source.schema.ts';
import { readPlan, readPlans } from '#server/plans/read-plans.ts';
import { worded } from '../../src/messages/site/data-faults.ts';

const filesIn = (folder: string) => readdirSync(folder).map((name) => `${folder}/${name}`);
const publicFiles = filesIn('data/plans');
const allFiles = [...publicFiles, ...filesIn('tests/data/plans')];
const plans = allFiles.map(readPlan);
const asJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const faultsOf = (plan: unknown): string => {
  const parsed = worded(planSchema).safeParse(plan);
  return parsed.success ? 'none' : z.prettifyError(parsed.error);
};

test('there are plans to check, one of them only for the tests', () => {
  expect(plans.map(({ id }) => id)).toEqual(['pays-de-la-loire', 'exemple']);
  expect([...readPlans('.').keys()]).toEqual(['pays-de-la-loire']);
});

test.each(allFiles)('%s is named after its plan', (file) => {
  expect(file.endsWith(`/${readPlan(file).id}.json`)).toBe(true);
});

test.each(
  plans.flatMap((plan) =>
    plan.exemples.map((example): [string, Plan, Plan['exemples'][number]] => [
      `${plan.id} : ${example.nom}`,
      plan,
      example,
    ]),
  ),
)('%s', (_name, plan, example) => {
  const { decision, reason, lines, totalCents } = evaluate(plan, exampleRequest(plan.id, example), example.action.date);
  expect({
    decision,
    code: reason && codeOf(reason),
    lignes: Object.fromEntries(lines.map(({ memberId, cents }) => [memberId, cents])),
    totalCentimes: totalCents,
  }).toEqual(example.attendu);
});

test('every kind of action that a plan pays has an example', () => {
  for (const { periodes, exemples } of plans) {
    const paid = new Set(periodes.flatMap(({ actions }) => Object.keys(actions)));
    expect(new Set(exemples.map(({ action }) => action.type))).toEqual(paid);
  }
});

test('every source of a public plan is in the list of sources', () => {
  const known = new Set(sourcesSchema.parse(asJson('data/sources.json')).map(({ id }) => id));
  const cited = publicFiles.flatMap((file) =>
    [...JSON.stringify(asJson(file)).matchAll(/"source":"([^"]+)"/g)].map((match) => match[1]!),
  );
  const envelopes = publicFiles.flatMap((file) =>
    readPlan(file).periodes.flatMap(({ enveloppe }) => enveloppe.sources),
  );
  expect([...cited, ...envelopes].filter((id) => !known.has(id))).toEqual([]);
  expect(cited.length).toBeGreaterThan(20);
});

test('the figures of Pays de la Loire are those of S0, with 10,000 € from three public pages', () => {
  const [period] = readPlan('data/plans/pays-de-la-loire.json').periodes;
  const payments = Object.fromEntries(
    Object.entries(period!.actions).map(([type, action]) => [type, action!.paiement]),
  );
  expect(payments).toEqual({
    pps: {
      sorte: 'forfait-avec-referent',
      forfaitCentimes: 15_000,
      referentCentimes: 5_000,
      repartition: [
        { professionnels: 2, medecinGeneralisteCentimes: 6_000, autreCentimes: 4_000 },
        { professionnels: 3, medecinGeneralisteCentimes: 4_000, autreCentimes: 3_000 },
      ],
    },
    'rcp-avec-patient': { sorte: 'par-professionnel-present', tarifsCentimes: { A: 7_500, B: 6_000 } },
    'rcp-sans-patient': { sorte: 'par-professionnel-present', tarifsCentimes: { A: 7_500, B: 6_000 } },
    staff: { sorte: 'par-professionnel-present', tarifsCentimes: null },
    'protocole-simple': { sorte: 'forfait-a-partager', forfaitCentimes: 40_000 },
    'protocole-complexe': { sorte: 'forfait-a-partager', forfaitCentimes: 70_000 },
    'redaction-projet': { sorte: 'par-redacteur', centimes: 50_000 },
  });
  expect(period!.plafonds.map(({ actions, maximumAnnuel }) => [actions.join('+'), maximumAnnuel])).toEqual([
    ['pps', null],
    ['rcp-avec-patient', 12],
    ['rcp-sans-patient', 10],
    ['staff', 12],
    ['protocole-simple+protocole-complexe', 8],
  ]);
  expect(period!.enveloppe.enveloppeAnnuelleCentimes).toBe(1_000_000);
  expect(period!.enveloppe.sources).toHaveLength(3);
});

test('every value that no source states says so', () => {
  for (const { regles } of plans.flatMap(({ periodes }) => periodes)) {
    for (const { source, mention } of Object.values(regles)) {
      if (source === null) expect(mention).toBe('hypothèse à confirmer par l’association');
    }
  }
});

type Loose = { [key: string]: Loose } & Loose[];
const changed = (change: (plan: Loose) => void): string => {
  const plan = asJson('tests/data/plans/exemple.json') as Loose;
  change(plan);
  return faultsOf(plan);
};
const set = (where: (plan: Loose) => Loose, key: string, value: unknown) => (plan: Loose) =>
  Object.assign(where(plan), { [key]: value });

test.each<[string, (plan: Loose) => void, RegExp]>([
  ['a misspelt key', set((plan) => plan.periodes![0]!, 'plafond', []), /Unrecognized key: "plafond"/],
  [
    'a cap written as text',
    set((plan) => plan.periodes![0]!.plafonds![0]!, 'maximumAnnuel', '6'),
    /plafonds\[0\]\.maximumAnnuel/,
  ],
  [
    'money in euros and cents',
    set((plan) => plan.periodes![0]!.actions!['protocole-simple']!.paiement!, 'forfaitCentimes', 99.5),
    /centimes entiers/,
  ],
  [
    'a negative amount',
    set((plan) => plan.periodes![0]!.actions!['protocole-simple']!.paiement!, 'forfaitCentimes', -1),
    /négatif/,
  ],
  ['30 February', set((plan) => plan.periodes![0]!, 'du', '2025-02-30'), /n’existe pas/],
  ['a period that overlaps the one before', set((plan) => plan.periodes![1]!, 'du', '2025-12-31'), /chevauche/],
  [
    'a day that no period covers',
    set((plan) => plan.periodes![1]!, 'du', '2026-01-02'),
    /Aucune période ne couvre le 2026-01-01/,
  ],
  ['a period that ends before it begins', set((plan) => plan.periodes![0]!, 'au', '2024-12-31'), /finit/],
  [
    'an open end that nothing explains',
    set((plan) => plan.periodes![1]!, 'noteDates', null),
    /sans date demande une phrase/,
  ],
  [
    'a profession in no category',
    (plan) => plan.periodes![0]!.categories![0]!.professions!.pop(),
    /pharmacien est classée 0 fois/,
  ],
  [
    'a profession in two categories',
    (plan) => plan.periodes![0]!.categories![1]!.professions!.push('pharmacien' as never),
    /pharmacien est classée 2 fois/,
  ],
  ['an action without cap row', (plan) => plan.periodes![0]!.plafonds!.pop(), /protocole-simple a 0 plafond/],
  [
    'a rule without source nor mention',
    set((plan) => plan.periodes![0]!.regles!.plafondPar!, 'mention', null),
    /la mention d’une hypothèse/,
  ],
  ['an envelope without source', set((plan) => plan.periodes![1]!.enveloppe!, 'sources', []), /au moins une source/],
  ['a public plan without region', set((plan) => plan, 'public', true), /celui d’une région/],
  [
    'a condition of another kind',
    set((plan) => plan.periodes![1]!.actions!.staff!, 'conditions', [
      { regle: 'patient-present', phrase: 'Le patient est là.', mention: null },
    ]),
    /medecin-generaliste-present/,
  ],
])('%s is refused, with the place', (_name, change, expected) => {
  expect(changed(change)).toMatch(expected);
});

test('a PPS split that does not make the lump sum is refused', () => {
  const plan = asJson('data/plans/pays-de-la-loire.json') as Loose;
  Object.assign(plan.periodes![0]!.actions!.pps!.paiement!, { referentCentimes: 4_000 });
  expect(faultsOf(plan)).toMatch(/doivent faire le forfait/);
});

test('the example passes the schema as it is', () => expect(changed(() => {})).toBe('none'));
