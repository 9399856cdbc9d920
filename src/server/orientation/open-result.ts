import type { ContactValue } from '#domain/models/fact.schema.ts';
import type { Answers } from '#domain/orientation/answers.ts';
import { type ContactLine, contactsOf, regionOfAnswer } from '#domain/orientation/contacts.ts';
import { evaluate, type Recommendation } from '#domain/orientation/evaluate.ts';
import { readWizardLink, redirectionOf, type WizardLink, wizardQuery } from '#domain/orientation/journey.ts';
import { modelPage } from '#domain/orientation/model-page.ts';
import type { NextStep, NextSteps } from '#domain/orientation/next-steps.schema.ts';
import type { Rules } from '#domain/orientation/rules.ts';
import { dayInParis } from '#domain/shared/civil-date.ts';
import { citedIn, numberSources, type References } from '#domain/shared/references.ts';
import type { Source } from '#domain/shared/source.schema.ts';
import { type SearchNeeds, searchStructures } from '../directory/search-structures.ts';

type ResultNeeds = SearchNeeds & { readonly orientation: Rules; readonly config: { readonly siteUrl: string } };

/** What the files of the site say beside the rules. */
export type ResultFacts = {
  readonly nextSteps: NextSteps;
  /** The contacts that the page of a model gives, by the slug of that page. */
  readonly contacts: ReadonlyMap<string, readonly ContactValue[]>;
  readonly sources: readonly Source[];
};

/** All that the result says, as a page and as a document. */
export type OpenResult = WizardLink & {
  readonly result: Recommendation;
  /** The query string that gives this very result. */
  readonly query: string;
  /** What to do first; none for a model that is not described yet. */
  readonly steps: readonly NextStep[];
  readonly contacts: readonly ContactLine[];
  readonly references: References;
  /** Where this result is found, written in full. */
  readonly address: string;
  /** Civil day in Paris. */
  readonly day: string;
};

/**
 * Reads an address of the result; a local address to go to when it says too little, or for who has no structure to
 * choose.
 * @throws when what is shown names a source that the facts do not hold.
 */
export async function openResult(
  needs: ResultNeeds,
  facts: ResultFacts,
  params: URLSearchParams,
): Promise<{ readonly redirect: string } | OpenResult> {
  const { orientation: rules, config, now } = needs;
  const link = readWizardLink(rules, params);
  const query = wizardQuery(rules, link.answers, link.groupe);
  if (redirectionOf(rules, link.answers) !== null) return { redirect: '/dac' };
  const needed = rules.data.questions.find(({ id, obligatoire }) => obligatoire && link.answers[id] === undefined);
  if (needed) return { redirect: `/choisir/${needed.id}?${query}&suite=resultat` };

  const result = evaluate(rules, link.answers) as Recommendation;
  const steps = facts.nextSteps.find(({ modele }) => modele === result.tete)?.etapes ?? [];
  const ofModel = facts.contacts.get(result.tete === null ? '' : modelPage(rules, result.tete)) ?? [];
  const contacts = await contactsFor(needs, link.answers, ofModel);
  const complements = rules.complements.filter(({ vers }) => result.complements.includes(vers));
  return {
    ...link,
    result,
    query,
    steps,
    contacts,
    references: numberSources(citedIn([result, steps, complements, contacts]), facts.sources),
    address: new URL(`/choisir/resultat?${wizardQuery(rules, link.answers)}`, config.siteUrl).href,
    day: dayInParis(now()),
  };
}

/** Who helps a team to begin, in a region. */
const bodies = ['federation', 'urps', 'ars', 'association'] as const;

async function contactsFor(
  needs: SearchNeeds,
  { region: answer }: Answers,
  ofModel: readonly ContactValue[],
): Promise<ContactLine[]> {
  const region = regionOfAnswer(answer);
  if (!region) return contactsOf(ofModel, region, []);
  const found = await searchStructures(needs, { region, type: [...bodies], page: 1, taille: 12 });
  return contactsOf(ofModel, region, found.structures);
}
