import type { Answer } from '#domain/models/compatibility.ts';

export const answerWords: Record<Answer, string> = {
  oui: 'oui',
  non: 'non',
  'oui-sous-condition': 'oui, à une condition',
  complementaires: 'les deux se complètent',
  appui: 'l’un aide l’autre',
};

/** The sign of a cell of the matrix, always beside its words. */
export const answerSigns: Record<Answer, string> = {
  oui: '✓',
  non: '✕',
  'oui-sous-condition': '✓*',
  complementaires: '↔',
  appui: '→',
};
