import type { Comparison, ComparisonCell, ComparisonRow } from '#domain/models/comparison.ts';
import type { ContactValue, CriterionValue } from '#domain/models/fact.schema.ts';
import type { Source } from '#domain/shared/source.schema.ts';
import { frenchDay } from '../shared/days.ts';
import { criteria, silence } from './criteria.ts';
import { scopeLabel } from './scopes.ts';

/** The comparison as rows of text, header first: one row by criterion, one column by model, then « Différence ». */
export function comparisonCsvRows(comparison: Comparison, sources: readonly Source[]): string[][] {
  const titles = new Map(sources.map(({ id, titre }) => [id, titre]));
  const cellText = ({ valeurs }: ComparisonCell): string =>
    valeurs.length === 0 ? silence : valeurs.map((value) => valueText(value, titles)).join('\n');
  return [
    ['Critère', ...comparison.modeles.map(({ sigle }) => sigle), 'Différence'],
    ...comparison.lignes.map((row) => [
      criteria[row.critere].libelle,
      ...row.cellules.map(cellText),
      differenceLabel(row),
    ]),
  ];
}

/** The word that marks a row, so that a difference is never shown by colour alone. */
export function differenceLabel({ differe, incomplet }: ComparisonRow): string {
  if (differe) return 'Réponses différentes';
  return incomplet ? 'Réponse incomplète' : 'Même réponse';
}

function valueText(value: CriterionValue | ContactValue, titles: ReadonlyMap<string, string>): string {
  const proof = `[${scopeLabel(value.portee)} ; ${titles.get(value.source) ?? value.source} ; ${frenchDay(value.date)}]`;
  const note = value.note ? ` (${value.note})` : '';
  return `${'contact' in value ? contactText(value) : value.valeur}${note} ${proof}`;
}

const contactText = ({ valeur, contact }: ContactValue): string =>
  [`${contact.organisme} : ${valeur}`, contact.telephone, contact.courriel, contact.site].filter(Boolean).join(' ');
