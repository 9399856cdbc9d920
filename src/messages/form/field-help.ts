import type { Field } from '#domain/form/field.schema.ts';
import { conditionWords } from './condition-words.ts';

/** What is said before a form of several fields. */
export const mandatoryWords = (isMandatory: readonly boolean[]): string =>
  isMandatory.every(Boolean)
    ? 'Tous les champs sont obligatoires.'
    : 'Les champs sont obligatoires, sauf ceux où il est écrit « facultatif ».';

export const optionalWord = '(facultatif)';

/**
 * What helps to fill a field, in one paragraph: its own help, its limits, when it is mandatory, an example.
 * @param fields those that its conditions may read.
 */
export function fieldHelp(field: Field, fields: readonly Field[]): string {
  const { aide, exemple, obligatoire } = field;
  const when =
    typeof obligatoire === 'object' ? `Obligatoire ${conditionWords(obligatoire, fields)}, facultatif sinon.` : '';
  return [aide ?? '', limitWords(field), when, exemple ? `Exemple : ${exemple}` : ''].filter(Boolean).join(' ');
}

/** Limits that nobody would guess. */
function limitWords(field: Field): string {
  switch (field.type) {
    case 'texte-long':
      return `${figure(field.max)} caractères au plus.`;
    case 'nombre':
      return `De ${figure(field.min)} à ${figure(field.max)}${field.decimales ? ', avec une virgule si besoin' : ''}.`;
    case 'plusieurs':
    case 'personnes':
      return countWords(field);
    case 'groupe':
    case 'texte':
    case 'secret':
    case 'choix':
    case 'date':
    case 'commune':
    case 'oui-non':
    case 'case':
      return '';
  }
}

function countWords({
  min = 1,
  max,
}: {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}): string {
  if (max === 1) return '';
  if (min > 1) return max ? `De ${min} à ${max} réponses.` : `${min} réponses au moins.`;
  return max ? `${max} réponses au plus.` : 'Plusieurs réponses possibles.';
}

const figure = (count: number): string => count.toLocaleString('fr-FR').replaceAll('\u202f', '\u00a0');

/** The sentence of a field that is asked for in some cases only, where a style sheet cannot follow them. */
export function onlyWhen(field: Field, fields: readonly Field[]): string {
  return field.visible ? `Seulement ${conditionWords(field.visible, fields)}.` : '';
}
