import { getCollection } from 'astro:content';
import type { Answers } from '#domain/orientation/answers.ts';
import { type ContactLine, contactsOf, regionOfAnswer } from '#domain/orientation/contacts.ts';
import { evaluate, type Recommendation } from '#domain/orientation/evaluate.ts';
import { readWizardLink, redirectionOf, type WizardLink, wizardQuery } from '#domain/orientation/journey.ts';
import type { NextStep } from '#domain/orientation/next-steps.schema.ts';
import { dayInParis } from '#domain/shared/civil-date.ts';
import { searchStructures } from '#server/directory/search-structures.ts';
import type { Services } from '#server/services.ts';
import { numberSources, type References } from '../../components/models/references.ts';
import { nextStepsOf } from '../../components/orientation/next-steps.ts';
import { modelPage } from '../../messages/orientation/orientation.ts';

/** All that the result says, as a page and as a document. */
export type OpenResult = WizardLink & {
  readonly result: Recommendation;
  /** The query string that gives this very result. */
  readonly query: string;
  readonly steps: readonly NextStep[];
  readonly contacts: readonly ContactLine[];
  readonly references: References;
  /** Where this result is found, written in full. */
  readonly address: string;
  /** Civil day in Paris. */
  readonly day: string;
};

/** Reads an address of the result; a redirection when it says too little, or who has no structure to choose. */
export async function openResult(
  services: Services,
  params: URLSearchParams,
): Promise<{ readonly redirect: string } | OpenResult> {
  const rules = services.orientation;
  const link = readWizardLink(rules, params);
  const query = wizardQuery(rules, link.answers, link.groupe);
  if (redirectionOf(rules, link.answers) !== null) return { redirect: '/dac' };
  const needed = rules.data.questions.find(({ id, obligatoire }) => obligatoire && link.answers[id] === undefined);
  if (needed) return { redirect: `/choisir/${needed.id}?${query}&suite=resultat` };

  const result = evaluate(rules, link.answers) as Recommendation;
  const steps = nextStepsOf(result.tete);
  const contacts = await contactsFor(services, link.answers, result.tete && modelPage(rules, result.tete));
  const complements = rules.complements.filter(({ vers }) => result.complements.includes(vers));
  const cited = citations([result, steps, complements, contacts]);
  return {
    ...link,
    result,
    query,
    steps,
    contacts,
    references: numberSources(
      cited,
      (await getCollection('sources')).map(({ data }) => data),
    ),
    address: new URL(`/choisir/resultat?${wizardQuery(rules, link.answers)}`, services.config.siteUrl).href,
    day: dayInParis(services.now()),
  };
}

async function contactsFor(services: Services, answers: Answers, page: string | null): Promise<ContactLine[]> {
  const model = (await getCollection('modeles')).find(({ id }) => id === page);
  const region = regionOfAnswer(answers.region);
  const structures = region
    ? (
        await searchStructures(services, {
          region,
          type: ['federation', 'urps', 'ars', 'association'],
          page: 1,
          taille: 12,
        })
      ).structures
    : [];
  return contactsOf(model?.data.criteres.contacts ?? [], region, structures);
}

/** Every source that what is shown names, in the order in which it is written. */
function citations(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(citations);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    if (key === 'source' && typeof value === 'string') return [value];
    if (key === 'sources' || key === 'autresSources') return value as string[];
    return citations(value);
  });
}
