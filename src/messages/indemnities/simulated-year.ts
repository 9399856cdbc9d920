import { euros } from '#domain/shared/money.ts';
import type { PersonYear } from '#domain/simulator/person-year.ts';
import type { CapYear, GroupYear, Outcome, SimulatedYear } from '#domain/simulator/simulate.ts';
import type { Tally } from '#domain/simulator/tally.ts';
import { explanation, type NameOf, reasonSentence } from './indemnities.ts';
import { toBeFixed } from './plan.ts';

const actions = (count: number): string => `${count} ${count > 1 ? 'actions' : 'action'}`;

/** « au moins 8 570 € », « à fixer par l’association »: an unknown amount is never a zero. */
export function amountInWords({ knownCents, toFix }: Tally): string {
  if (toFix === 0) return euros(knownCents);
  return knownCents === 0 ? toBeFixed : `au moins ${euros(knownCents)}`;
}

/** The same, and what waits for a decision of the association. */
export function wholeAmountInWords(tally: Tally): string {
  const waiting = `${euros(tally.waitingCents)} en attente`;
  if (tally.waitingCents === 0) return amountInWords(tally);
  return tally.knownCents === 0 && tally.toFix === 0 ? waiting : `${amountInWords(tally)}, et ${waiting}`;
}

/** What the total does not say: the writing, the unknown amounts, the envelope, the refusals. */
export function totalNotes({ groups, total, writingCents, envelope, year }: SimulatedYear, nameOf: NameOf): string[] {
  const notes: string[] = [];
  const outcomes = groups.flatMap((group) => group.outcomes);
  const count = (isOne: (outcome: Outcome) => boolean) =>
    outcomes.filter(isOne).reduce((sum, outcome) => sum + outcome.count, 0);
  if (writingCents > 0)
    notes.push(`Dont ${euros(writingCents)} pour l’écriture du projet de santé, en dehors de l’enveloppe.`);
  if (total.toFix > 0)
    notes.push(
      total.toFix > 1
        ? `Sans compter ${actions(total.toFix)} dont l’association doit fixer le montant.`
        : 'Sans compter 1 action dont l’association doit fixer le montant.',
    );
  const waiting = count(({ decision }) => decision.reason?.code === 'ENVELOPPE_DEPASSEE');
  if (waiting > 0 && envelope.envelopeCents !== null)
    notes.push(
      `${euros(total.waitingCents)} de plus sont en attente (${actions(waiting)}) : ils dépassent l’enveloppe de ${euros(envelope.envelopeCents)} de ${year}, en comptant dans l’ordre de la liste. Rien n’est coupé, l’association décidera.`,
    );
  const refused = count(({ decision }) => decision.decision === 'REFUSED');
  if (refused > 0) {
    const subject = refused > 1 ? 'ne seraient pas indemnisées' : 'ne serait pas indemnisée';
    notes.push(`${actions(refused)} ${subject}. ${refusals(outcomes, nameOf)}`);
  }
  return notes;
}

/** Every reason where they are few; else where to read them. */
function refusals(outcomes: readonly Outcome[], nameOf: NameOf): string {
  const reasons = outcomes.flatMap(({ decision }) =>
    decision.decision === 'REFUSED' ? reasonSentence(decision.reason, nameOf) : [],
  );
  const different = [...new Set(reasons)];
  return different.length > 2 ? 'Le calcul dit pourquoi, action par action.' : different.join(' ');
}

export type OutcomeInWords = {
  /** « 4 × 135 € = 540 € ». */
  readonly sum: string;
  /** Why it is not simply paid; null when it is. */
  readonly why: string | null;
  readonly steps: readonly string[];
};

/** What the actions of a row bring, answer by answer, every euro explained on the first of them. */
export const outcomesInWords = ({ outcomes }: GroupYear, nameOf: NameOf): OutcomeInWords[] =>
  outcomes.map(({ decision, count }) => ({
    sum: outcomeSum(count, decision),
    why: decision.reason && reasonSentence(decision.reason, nameOf),
    steps: explanation(decision, nameOf),
  }));

function outcomeSum(count: number, { decision, totalCents }: Outcome['decision']): string {
  if (decision === 'REFUSED') return `${count} sans indemnité`;
  if (totalCents === null) return `${count}, montant à fixer par l’association`;
  if (totalCents === 0) return `${count} sans indemnité : aucun participant ne peut en recevoir`;
  const product =
    count === 1 ? euros(totalCents) : `${count}\u00a0×\u00a0${euros(totalCents)}\u00a0= ${euros(count * totalCents)}`;
  return decision === 'ACCEPTED' ? product : `${product}, en attente`;
}

export type CapInWords = {
  readonly nom: string;
  readonly counted: number;
  /** Planned beyond the cap, and refused for that. */
  readonly beyond: number;
  /** Null: no written cap. */
  readonly maximum: number | null;
  readonly phrase: string;
};

/** Each cap of the plan against the year. */
export const capsInWords = ({ caps, groups }: SimulatedYear): CapInWords[] =>
  caps.map(({ cap, used }: CapYear) => {
    const beyond = groups
      .filter(({ planned }) => (cap.actions as readonly string[]).includes(planned.type))
      .flatMap(({ outcomes }) => outcomes)
      .filter(({ decision }) => decision.reason?.code === 'PLAFOND_ANNUEL_ATTEINT')
      .reduce((sum, { count }) => sum + count, 0);
    const { nom, maximumAnnuel: maximum } = cap;
    const left = maximum === null ? null : Math.max(0, maximum - used);
    const room = left === 0 ? 'plafond atteint' : `reste ${left}`;
    const phrase = maximum === null ? `${used}, aucun plafond écrit` : `${used} sur ${maximum}, ${room}`;
    return {
      nom,
      counted: used,
      beyond,
      maximum,
      phrase: beyond > 0 ? `${phrase}, ${beyond} de trop` : phrase,
    };
  });

/** « 12 actions, dont 12 sans indemnité ». */
export const attendanceInWords = ({ attended, unpaid }: PersonYear): string =>
  `${actions(attended)}${unpaid > 0 ? `, dont ${unpaid} sans indemnité` : ''}`;
