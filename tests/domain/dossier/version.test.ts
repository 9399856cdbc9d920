import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DraftRow, draftValues } from '#domain/dossier/draft.ts';
import { canonicalJson, versionContent, versionDifference } from '#domain/dossier/version.ts';
import type { TeamMember } from '#domain/team/membership.ts';
import { draftWith, form, member, pair, wholeDraft } from './whole-project.ts';

const content = (rows: readonly DraftRow[], team: readonly TeamMember[] = pair) =>
  versionContent({
    formulaire: 'projet-de-sante-1',
    equipe: { nom: 'Gorron', region: 'pays-de-la-loire', departements: ['53'] },
    form,
    values: draftValues(form, rows),
    team,
    today: '2026-11-28',
  });

test('canonical JSON reads back as it was, whatever the order of its keys', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'é' }], a: undefined, A: true })).toBe(
    '{"A":true,"b":[1,{"c":"é","d":null}]}',
  );
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
      const backwards = Object.fromEntries(Object.entries(object).reverse());
      expect(canonicalJson(backwards)).toBe(canonicalJson(object));
      expect(canonicalJson(JSON.parse(canonicalJson(object)))).toBe(canonicalJson(object));
    }),
  );
});

test('the order in which a draft was written changes nothing of its version', () => {
  expect(canonicalJson(content([...wholeDraft].reverse(), [...pair].reverse()))).toBe(
    canonicalJson(content(wholeDraft)),
  );
});

test('a version holds those who agreed and are there, and nothing that the form does not show', () => {
  const team = [
    ...pair,
    member('awaited', { accord: 'attendu' }),
    member('gone', { sortie: '2026-11-27' }),
    member('leaves', { sortie: '2026-12-31' }),
  ];
  const hidden = draftWith({ champ: 'rna', valeur: 'W531234567' });
  const { membres, reponses } = content(hidden, team);
  expect(membres.map(({ id }) => id)).toEqual(['leaves', 'm-anne', 'm-bruno']);
  expect(Object.keys(membres[0]!)).not.toContain('sortie');
  expect(reponses.rna).toBeNull();
});

test('the difference between versions is told by section, and by who came and went', () => {
  const before = content(wholeDraft);
  const after = content(
    draftWith({ champ: 'lieu', valeur: 'En visioconférence' }, { champ: 'nombre-pps', valeur: 12 }),
    [pair[0]!, member('m-claire', { profession: 'pharmacien' })],
  );
  const told = versionDifference(form, before, after);
  expect(told.sections.map(({ section, champs }) => [section, champs.map(({ champ }) => champ.cle)])).toEqual([
    ['actions', ['nombre-pps']],
    ['coordination', ['lieu']],
  ]);
  expect(told).toMatchObject({ equipe: false, arrives: ['m-claire'], partis: ['m-bruno'], changes: [] });
  expect(versionDifference(form, before, before)).toEqual({
    sections: [],
    equipe: false,
    arrives: [],
    partis: [],
    changes: [],
  });
  const moved = content(wholeDraft, [pair[0]!, { ...pair[1]!, commune: '53130' }]);
  expect(versionDifference(form, before, moved).changes).toEqual(['m-bruno']);
});
