import type { Rules } from './rules.ts';

/** The slug of the page that presents a model of the rules; empty for one that has no page. */
export const modelPage = ({ data: { general } }: Rules, id: string): string =>
  [...general.modeles, ...general.appuis].find((model) => model.id === id)?.fiche ?? '';
