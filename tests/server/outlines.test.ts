import { expect, test } from 'vitest';
import { createOutlines } from '#server/territory/outlines.ts';
import { readBorderNetwork } from '#server/territory/read-border-network.ts';
import { communes } from './open-directory.ts';

const outlines = createOutlines(communes, readBorderNetwork('.', communes));
const territory = (...departements: string[]) => ({
  territoire: { mots: 'un essai', departements, epci: [], communes: [], departementsEnPartie: [] },
});

test('an outline is drawn once, and a corrected territory has another one', () => {
  const aube = outlines(territory('10'));
  expect(outlines(territory('10'))).toBe(aube);
  expect(outlines(territory('51'))).not.toEqual(aube);
});

test('what has no territory, or one that nothing draws, has no outline', () => {
  expect(outlines({ territoire: null })).toBeNull();
  expect(outlines(territory())).toBeNull();
});
