import { accept, type Result, refuse } from '#domain/shared/result.ts';
import type { Answer, Answers } from './answers.ts';
import type { VerdictList } from './condition.schema.ts';
import { knowledgeOf } from './knowledge.ts';
import type { Rules } from './rules.ts';
import { standingOf } from './standing.ts';

/** Limits of a group: enough for a whole team round a table, and nothing kept for long. */
export const groupLimits = { participants: 30, days: 30, nameLength: 20 } as const;

/** What someone says of a model that is put to the vote; « sans » takes back what was said. */
export const opinions = ['pour', 'contre', 'sans'] as const;
export type Opinion = (typeof opinions)[number];

/** One future member: the name chosen for the group, and the answers given. */
export type Participant = { readonly nom: string; readonly reponses: Answers };

export type NameRefusal = 'NOM_ABSENT' | 'NOM_TROP_LONG' | 'NOM_ILLISIBLE';

/** A first name or initials: letters, joined by a hyphen or an apostrophe; no room for an address or a number. */
export function readName(text: string): Result<string, NameRefusal> {
  const name = text.normalize('NFC').trim().replaceAll("'", '’');
  if (name === '') return refuse('NOM_ABSENT');
  if (name.length > groupLimits.nameLength) return refuse('NOM_TROP_LONG');
  return /^\p{L}+(?:[-’]\p{L}+)*$/u.test(name) ? accept(name) : refuse('NOM_ILLISIBLE');
}

/** Two names that read alike are the same person: « Zoé » and « ZOE ». */
export const nameKey = (name: string): string => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Where one model stands for one participant, with the rules' sentences when it is not eligible. */
export type MemberStanding = {
  readonly nom: string;
  readonly liste: VerdictList;
  readonly pourquoi: readonly { readonly phrase: string; readonly sources: readonly string[] }[];
};

/**
 * What a group says of one model: it suits everyone (eligible, or already in it), everyone once what is missing is
 * found, some, or nobody.
 */
export type Agreement = 'tous' | 'conditions' | 'certains' | 'personne';

export type GroupModel = {
  readonly modele: string;
  readonly accord: Agreement;
  /** The sum of the scores of all. */
  readonly total: number;
  readonly membres: readonly MemberStanding[];
};

export type Difference = {
  readonly question: string;
  /** Who gave which answer; null gathers those who have not answered. At least two answers differ. */
  readonly reponses: readonly { readonly reponse: Answer | null; readonly noms: readonly string[] }[];
};

export type GroupView = {
  /** From the one that suits most to the one that suits least. */
  readonly modeles: readonly GroupModel[];
  /** The model that suits everyone, at once or under conditions; null when none does. */
  readonly tete: string | null;
  readonly differences: readonly Difference[];
  /** The models worth a vote. */
  readonly aVoter: readonly string[];
};

/** What each participant says of himself: to differ there is not to disagree. */
const personal = ['role', 'deja'];

/** How many models are put to the vote when none suits everyone. */
const fewest = 3;

/**
 * What the answers of a group say together. As for one person, the best score leads and a condition breaks no tie;
 * but a model that one participant is excluded from, or that answers nothing he asks for, cannot lead.
 */
export function groupView(rules: Rules, participants: readonly Participant[]): GroupView {
  const known = participants.map(({ nom, reponses }) => ({ nom, knowledge: knowledgeOf(rules, reponses) }));
  const modeles = rules.models
    .map((model) => {
      const standings = known.map(({ nom, knowledge }) => ({ nom, ...standingOf(rules, model, knowledge) }));
      const membres = standings.map(({ nom, list, exclusions, missing, points }) => ({
        nom,
        liste: list,
        pourquoi: whyNot(list, exclusions, missing, points),
      }));
      return {
        modele: model.id,
        rank: model.rank,
        accord: agreementOf(membres.map(({ liste }) => liste)),
        total: standings.reduce((sum, { score }) => sum + score, 0),
        membres,
      };
    })
    .sort((one, other) => order(one) - order(other) || other.total - one.total || one.rank - other.rank)
    .map(({ rank: _, ...model }) => model);
  const shared = modeles.filter(({ accord }) => accord === 'tous' || accord === 'conditions');
  const others = modeles.filter(({ accord }) => accord === 'certains').slice(0, fewest);
  return {
    modeles,
    tete: shared[0]?.modele ?? null,
    differences: differencesOf(rules, participants),
    aVoter: (shared.length > 0 ? shared : others).map(({ modele }) => modele),
  };
}

function agreementOf(lists: readonly VerdictList[]): Agreement {
  const suits = (list: VerdictList) => list === 'eligible' || list === 'en-place';
  const may = (list: VerdictList) => suits(list) || list === 'conditionnel';
  if (lists.length > 0 && lists.every(suits)) return 'tous';
  if (lists.length > 0 && lists.every(may)) return 'conditions';
  return lists.some(may) ? 'certains' : 'personne';
}

/** A condition breaks no tie, so both kinds of shared models come first together. */
const order = ({ accord }: { accord: Agreement }): number =>
  ({ tous: 0, conditions: 0, certains: 1, personne: 2 })[accord];

type Said = { readonly phrase: string; readonly sources: readonly string[] };

function whyNot(
  list: VerdictList,
  exclusions: readonly Said[],
  missing: readonly Said[],
  points: readonly (Said & { readonly points: number })[],
): Said[] {
  const said = (lines: readonly Said[]) => lines.map(({ phrase, sources }) => ({ phrase, sources }));
  switch (list) {
    case 'exclu':
      return said(exclusions);
    case 'conditionnel':
      return said(missing);
    case 'autre-piste':
      return said([...missing, ...points.filter((line) => line.points < 0)]);
    case 'eligible':
    case 'en-place':
      return [];
  }
}

function differencesOf({ data }: Rules, participants: readonly Participant[]): Difference[] {
  return data.questions
    .filter(({ id }) => !personal.includes(id))
    .map(({ id }) => {
      const groups = Map.groupBy(participants, ({ reponses }) => JSON.stringify(reponses[id] ?? null));
      return {
        question: id,
        reponses: [...groups].map(([answer, who]) => ({
          reponse: JSON.parse(answer) as Answer | null,
          noms: who.map(({ nom }) => nom),
        })),
      };
    })
    .filter(({ reponses }) => reponses.filter(({ reponse }) => reponse !== null).length > 1);
}
