import { expect, test } from 'vitest';
import { sourceOf } from '../../../src/messages/directory/source-dates.ts';

test('a source is named with the right preposition', () => {
  expect(['2023', 'mai 2024', 'avril 2024', '13 avril 2021', 'sans date'].map(sourceOf)).toEqual([
    'une source de 2023',
    'une source de mai 2024',
    'une source d’avril 2024',
    'une source du 13 avril 2021',
    'une source sans date',
  ]);
});
