import type { AccountResult } from '#server/accounts/needs.ts';
import { addKey, prepareKey } from '#server/factors/add-key.ts';
import { confirmApplication, prepareApplication, readPreparation } from '#server/factors/application.ts';
import type { Changed } from '#server/factors/change-factors.ts';
import type { Outcome, Typed } from '../form.ts';
import type { Visit } from '../visit.ts';
import { keepSession, refusedAccount } from './account-needs.ts';
import { bearerOf, factorFields, factorNeeds } from './factor-needs.ts';

/** What a page of second factors shows once. */
export type FactorShown =
  | { readonly what: 'cle'; readonly name: string; readonly options: object }
  | { readonly what: 'application'; readonly secret: string; readonly uri: string; readonly sealed: string }
  /** Recovery codes that were just made. */
  | { readonly what: 'codes'; readonly codes: readonly string[] };

const shown = (it: FactorShown): Outcome<FactorShown> => ({ shown: it });

/** How a factor is set up, in two steps each: the same from the page of an account and from a first sign-in. */
export const enrolment = {
  async prepareKey(visit: Visit, typed: Typed): Promise<Outcome<FactorShown>> {
    const name = typed.get('nom-cle') ?? '';
    const passphrase = typed.get('phrase-cle') ?? '';
    const prepared = await prepareKey(factorNeeds(visit), bearerOf(visit), { name, passphrase });
    return prepared.ok ? shown({ what: 'cle', ...prepared.value }) : refusedAccount(prepared.refusal, factorFields.key);
  },
  addKey: (visit: Visit, typed: Typed, next: string): Promise<Outcome<FactorShown>> => {
    const fields = { name: typed.get('nom-cle') ?? '', answer: typed.get('reponse') ?? '' };
    return added(visit, addKey(factorNeeds(visit), bearerOf(visit), fields), next, factorFields.key);
  },
  async prepareApplication(visit: Visit, typed: Typed): Promise<Outcome<FactorShown>> {
    const passphrase = typed.get('phrase-application') ?? '';
    const prepared = await prepareApplication(factorNeeds(visit), bearerOf(visit), passphrase);
    if (!prepared.ok) return refusedAccount(prepared.refusal, factorFields.application);
    return shown({ what: 'application', ...prepared.value });
  },
  confirmApplication: (visit: Visit, typed: Typed, next: string): Promise<Outcome<FactorShown>> => {
    const fields = { sealed: typed.get('preparation') ?? '', code: typed.get('code-application') ?? '' };
    const confirmed = confirmApplication(factorNeeds(visit), bearerOf(visit), fields);
    return added(visit, confirmed, next, factorFields.application);
  },
};

/** The preparation that a refused code came with, so that the page shows it again. */
export function preparationAgain(visit: Visit, typed: Typed): FactorShown | null {
  const preparation = readPreparation(factorNeeds(visit), bearerOf(visit), typed.get('preparation') ?? '');
  return preparation && { what: 'application', ...preparation };
}

/** Keeps the new session, then shows the recovery codes that came with the change, or goes on. */
export async function added(
  visit: Visit,
  change: AccountResult<Changed>,
  next: string,
  fields: Parameters<typeof refusedAccount>[1] = {},
): Promise<Outcome<FactorShown>> {
  const changed = await change;
  if (!changed.ok) return refusedAccount(changed.refusal, fields);
  keepSession(visit, changed.value.token);
  return changed.value.codes ? shown({ what: 'codes', codes: changed.value.codes }) : { to: next };
}
