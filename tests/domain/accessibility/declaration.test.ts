import { expect, test } from 'vitest';
import { type Audit, auditSchema } from '#domain/accessibility/audit.schema.ts';
import { declarationOf } from '#domain/accessibility/declaration.ts';
import { rgaaCriteria } from '#domain/accessibility/rgaa.ts';

/** An audit whose first criteria get the given verdicts, and all others `rest`. */
function audit(
  count: Partial<Record<'C' | 'NC' | 'NA', number>>,
  rest: 'C' | 'NC' | 'NA' | 'non-evalue',
  more: object = {},
): Audit {
  const verdicts = Object.entries(count).flatMap(([verdict, times]) => Array(times).fill(verdict));
  const criteres = Object.fromEntries(rgaaCriteria.map((number, at) => [number, verdicts[at] ?? rest]));
  const refused = rgaaCriteria.filter((number) => criteres[number] === 'NC');
  return auditSchema.parse({
    referentiel: 'RGAA 4.1.2',
    realiseLe: '2026-10-01',
    auditeur: 'en interne',
    pages: [{ titre: 'Accueil', adresse: '/' }],
    environnement: ['Firefox 140 et NVDA 2025.1'],
    outils: [],
    criteres,
    nonConformites: refused.length > 0 ? [{ texte: 'Un défaut relevé.', alternative: null, criteres: refused }] : [],
    derogations: [],
    exemptions: [],
    schemaPluriannuel: null,
    planAction: null,
    etablieLe: '2026-10-02',
    miseAJourLe: null,
    ...more,
  });
}

const today = '2026-11-22';

test('the RGAA 4.1.2 has 106 criteria, from 1.1 to 13.12', () => {
  expect(rgaaCriteria).toHaveLength(106);
  expect([rgaaCriteria[0], rgaaCriteria[8], rgaaCriteria[9], rgaaCriteria[105]]).toEqual([
    '1.1',
    '1.9',
    '2.1',
    '13.12',
  ]);
});

test('without an audit the site is not compliant, even where 106 criteria are marked as met', () => {
  const none = declarationOf(audit({}, 'C', { realiseLe: null }), today);
  expect(none).toEqual({
    etat: 'non',
    audit: 'absent',
    nombre: { C: 106, NC: 0, NA: 0, 'non-evalue': 0 },
    tauxPourMille: null,
  });
});

test('an audit dated tomorrow does not exist yet', () => {
  expect(declarationOf(audit({}, 'C', { realiseLe: '2026-11-23' }), today).audit).toBe('absent');
});

test('one criterion left aside, no auditor, no page or no test environment make the audit incomplete', () => {
  expect(declarationOf(audit({ C: 105 }, 'non-evalue'), today)).toMatchObject({
    etat: 'non',
    audit: 'incomplet',
    tauxPourMille: null,
  });
  expect(declarationOf(audit({}, 'C', { auditeur: null }), today)).toMatchObject({ etat: 'non', audit: 'incomplet' });
  expect(declarationOf(audit({}, 'C', { pages: [] }), today)).toMatchObject({ etat: 'non', audit: 'incomplet' });
  expect(declarationOf(audit({}, 'C', { environnement: [] }), today)).toMatchObject({
    etat: 'non',
    audit: 'incomplet',
  });
  expect(declarationOf(audit({}, 'NA'), today)).toMatchObject({ etat: 'non', audit: 'incomplet' });
});

test('every criterion that applies is met: totally compliant, 100 %', () => {
  expect(declarationOf(audit({ C: 60 }, 'NA'), today)).toMatchObject({
    etat: 'totalement',
    audit: 'valide',
    tauxPourMille: 1000,
  });
});

test('half of those that apply is partial, just under half is not', () => {
  expect(declarationOf(audit({ C: 20, NC: 20 }, 'NA'), today)).toMatchObject({
    etat: 'partiellement',
    tauxPourMille: 500,
  });
  expect(declarationOf(audit({ C: 19, NC: 20 }, 'NA'), today)).toMatchObject({
    etat: 'non',
    audit: 'valide',
    tauxPourMille: 487,
  });
});

test('one criterion out of 106 not met is 99.0 %, never rounded up to 100', () => {
  expect(declarationOf(audit({ NC: 1 }, 'C'), today)).toMatchObject({ etat: 'partiellement', tauxPourMille: 990 });
});

test('an audit holds three years to the day', () => {
  const made = audit({}, 'C', { realiseLe: '2024-02-29' });
  expect(declarationOf(made, '2027-02-28').audit).toBe('valide');
  expect(declarationOf(made, '2027-03-01')).toMatchObject({ etat: 'non', audit: 'perime', tauxPourMille: null });
});

test('a criterion not met without an explanation, a criterion missing or one too many are refused', () => {
  expect(() => audit({ NC: 1 }, 'C', { nonConformites: [] })).toThrow('1.1');
  const { '13.12': _, ...short } = audit({}, 'C').criteres;
  expect(() => audit({}, 'C', { criteres: short })).toThrow('13.12');
  expect(() => audit({}, 'C', { criteres: { ...audit({}, 'C').criteres, '14.1': 'C' } })).toThrow('14.1');
});
