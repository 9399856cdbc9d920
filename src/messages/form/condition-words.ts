import type { Field } from '#domain/form/field.schema.ts';
import type { FieldCondition } from '#domain/form/field-condition.schema.ts';

/**
 * A condition at the end of a sentence: « si « Thème » est « Un autre thème » ».
 * @param fields those that it may read.
 */
export function conditionWords(condition: FieldCondition, fields: readonly Field[]): string {
  if ('tous' in condition) return condition.tous.map((part) => conditionWords(part, fields)).join(' et ');
  if ('un' in condition) return condition.un.map((part) => conditionWords(part, fields)).join(' ou ');
  if ('non' in condition) return `sauf ${conditionWords(condition.non, fields)}`;
  const decider = fields.find(({ cle }) => cle === condition.champ);
  const label = `« ${decider?.libelle ?? condition.champ} »`;
  if ('auMoins' in condition) {
    return decider?.type === 'nombre'
      ? `si ${label} est de ${condition.auMoins} ou plus`
      : `si ${label} en compte ${condition.auMoins} ou plus`;
  }
  if (decider?.type === 'oui-non') return `si vous répondez ${condition.parmi.join(' ou ')} à ${label}`;
  if (decider?.type === 'case') return `si la case ${label} est cochée`;
  const options = decider && 'options' in decider ? decider.options : [];
  const answers = condition.parmi.map(
    (answer) => `« ${options.find(({ valeur }) => valeur === answer)?.libelle ?? answer} »`,
  );
  return `si ${label} ${decider?.type === 'plusieurs' ? 'comprend' : 'est'} ${answers.join(' ou ')}`;
}
