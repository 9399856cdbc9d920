import { readName } from '#domain/orientation/group.ts';
import { readWizardLink, redirectionOf, wizardQuery } from '#domain/orientation/journey.ts';
import type { Rules } from '#domain/orientation/rules.ts';
import { clientAddress } from '#server/http/client-address.ts';
import { answerGroup, type Choice, deleteGroup, voteInGroup } from '#server/orientation/group-store.ts';
import { writingLimit } from '#server/orientation/limits.ts';
import type { Services } from '#server/services.ts';
import type { GroupRefusal } from '../../../messages/orientation/group.ts';

/** What became of a form of the group's page. */
export type Posted =
  | { readonly kind: 'done'; readonly to: string }
  | { readonly kind: 'unknown-group' }
  /** `typed` is given back to the form that was refused. */
  | {
      readonly kind: 'refused';
      readonly geste: string;
      readonly refusal: GroupRefusal;
      readonly typed: URLSearchParams;
    };

const choices: readonly string[] = ['pour', 'contre', 'sans'] satisfies Choice[];

/** Reads one form of the group's page and does what it asks: `repondre`, `voter` or `effacer`. */
export async function readGroupForm(
  { services, request, clientAddress: peer }: { services: Services; request: Request; clientAddress: string },
  cle: string,
): Promise<Posted> {
  const form = await request.formData().catch(() => new FormData());
  const typed = new URLSearchParams([...form].map(([name, value]) => [name, String(value)]));
  const geste = typed.get('geste') ?? '';
  const refused = (refusal: GroupRefusal): Posted => ({ kind: 'refused', geste, refusal, typed });

  const address = clientAddress(services.config, request.headers.get('x-forwarded-for'), peer);
  if (writingLimit(address, services.now().getTime()) > 0) return refused('TROP_DE_DEMANDES');

  const outcome = await act(services, cle, geste, typed);
  if (outcome === null) {
    const to = geste === 'effacer' ? '/choisir/groupe?efface=1' : `/choisir/groupe/${cle}?recu=${geste}`;
    return { kind: 'done', to };
  }
  return outcome === 'GROUPE_INCONNU' ? { kind: 'unknown-group' } : refused(outcome);
}

/** Null when it is done. */
async function act(
  services: Services,
  cle: string,
  geste: string,
  typed: URLSearchParams,
): Promise<GroupRefusal | 'GROUPE_INCONNU' | null> {
  const needs = { database: services.database, now: services.now() };
  const nom = typed.get('nom') ?? '';
  if (geste === 'repondre') {
    const name = readName(nom);
    if (!name.ok) return name.refusal;
    const reponses = answersOf(services.orientation, typed);
    if (reponses === null) return 'REPONSES_INCOMPLETES';
    const kept = await answerGroup(needs, cle, { nom: name.value, reponses, remplacer: typed.has('remplacer') });
    return kept.ok ? null : kept.refusal;
  }
  if (geste === 'voter') {
    const avis = votesOf(services.orientation, typed);
    if (Object.keys(avis).length === 0) return 'VOTE_VIDE';
    const kept = await voteInGroup(needs, cle, { nom, avis });
    return kept.ok ? null : kept.refusal;
  }
  if (geste === 'effacer') {
    const erased = await deleteGroup(needs, cle, typed.get('gestion') ?? '');
    return erased.ok ? null : erased.refusal;
  }
  return 'REPONSES_INCOMPLETES';
}

/** The answers as they are kept; null when they say too little, or come from someone who has nothing to choose. */
function answersOf(rules: Rules, typed: URLSearchParams): string | null {
  const known = new URLSearchParams([...typed].filter(([key]) => rules.questions.has(key)));
  const { answers } = readWizardLink(rules, known);
  const isComplete = rules.data.questions.every(({ id, obligatoire }) => !obligatoire || answers[id] !== undefined);
  return isComplete && redirectionOf(rules, answers) === null ? wizardQuery(rules, answers) : null;
}

function votesOf({ models }: Rules, typed: URLSearchParams): Record<string, Choice> {
  const given = models.flatMap(({ id }): [string, Choice][] => {
    const choice = typed.get(`vote-${id}`);
    return choice !== null && choices.includes(choice) ? [[id, choice as Choice]] : [];
  });
  return Object.fromEntries(given);
}
