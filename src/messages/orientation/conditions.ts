import type { Condition, VerdictList } from '#domain/orientation/condition.schema.ts';
import type { RulesData } from '#domain/orientation/rules.schema.ts';

const lists: Record<VerdictList, string> = {
  exclu: 'exclu',
  'en-place': 'déjà en place',
  eligible: 'éligible',
  conditionnel: 'possible sous condition',
  'autre-piste': 'parmi les autres pistes',
};

/** A condition as a content owner reads it: « role : mg ou infirmier » with the labels of the questions. */
export function describeCondition(data: RulesData, condition: Condition): string {
  const describe = (part: Condition, inside = true): string => {
    if ('tous' in part) return group(part.tous, ' et ', inside);
    if ('un' in part) return group(part.un, ' ou ', inside);
    if ('non' in part) return `pas (${describe(part.non, false)})`;
    if ('compte' in part) return `${part.compte.map(titleOf).join(' + ')} : ${bounds(part.auMoins, part.inferieurA)}`;
    if ('tete' in part) return `en tête : ${part.tete.map(modelOf).join(' ou ')}`;
    if ('verdict' in part) return `${modelOf(part.verdict)} : ${part.parmi.map((list) => lists[list]).join(' ou ')}`;
    return `${titleOf(part.question)} : ${'dans' in part ? setOf(part.dans) : labelsOf(part.question, part.parmi)}`;
  };
  const group = (parts: readonly Condition[], word: string, inside: boolean) => {
    const text = parts.map((part) => describe(part)).join(word);
    return inside && parts.length > 1 ? `(${text})` : text;
  };
  const questionOf = (id: string) => data.questions.find((question) => question.id === id);
  const titleOf = (id: string) => `« ${questionOf(id)?.intitule ?? id} »`;
  const modelOf = (id: string) => data.general.modeles.find((model) => model.id === id)?.sigle ?? id;
  const setOf = (id: string) => data.general.ensembles.find((set) => set.id === id)?.libelle ?? id;
  const labelsOf = (id: string, slugs: readonly string[]) =>
    slugs.map((slug) => questionOf(id)?.options.find((option) => option.slug === slug)?.libelle ?? slug).join(' ou ');
  return describe(condition, false);
}

function bounds(atLeast: number | undefined, below: number | undefined): string {
  const words = [atLeast !== undefined && `au moins ${atLeast}`, below !== undefined && `moins de ${below}`];
  return words.filter(Boolean).join(', ');
}
