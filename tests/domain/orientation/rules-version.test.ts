import { expect, test } from 'vitest';
import { readRules } from '#domain/orientation/rules.ts';
import { versionOfLink } from '#domain/orientation/rules-version.ts';
import { rules } from './verdicts.ts';

const older = { version: '2025-03-01.1', date: '2025-03-01', changements: ['Les toutes premières règles.'] };
const between = {
  version: '2026-01-15.2',
  date: '2026-01-15',
  changements: ['La MSP compte deux généralistes hors Pays de la Loire.'],
};
const withHistory = readRules({ ...rules.data, versions: [older, between, ...rules.data.versions] });

test('a link of today is current', () => {
  expect(versionOfLink(rules, '2026-11-22.1')).toEqual({ etat: 'courante' });
});
test('an older link says what changed since, oldest first', () => {
  const read = versionOfLink(withHistory, '2025-03-01.1');
  expect(read).toMatchObject({ etat: 'ancienne', date: '2025-03-01' });
  expect(read.etat === 'ancienne' && read.changements.map(({ version }) => version)).toEqual([
    '2026-01-15.2',
    '2026-11-22.1',
  ]);
});
test.each([null, '', '1999-01-01.1', 'abc'])('the version %j was never published', (version) => {
  expect(versionOfLink(withHistory, version)).toEqual({ etat: 'inconnue' });
});
test('a history that does not end with the version in force does not start', () => {
  expect(() => readRules({ ...rules.data, versions: [older] })).toThrow(/versions/);
});
