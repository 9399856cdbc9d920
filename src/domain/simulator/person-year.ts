import type { Decision } from '#domain/indemnities/decision.ts';
import type { Evaluation } from '#domain/indemnities/evaluation.schema.ts';
import { isHealthProfession, type Profession } from '#domain/people/profession.ts';
import { nothing, sum, type Tally } from './tally.ts';

/** What a year of actions brings to one person. */
export type PersonYear = {
  readonly memberId: string;
  readonly tally: Tally;
  /** Part of the tally that pays the writing of the project. */
  readonly writingCents: number;
  /** Actions attended, refused ones left out, and those of them that pay this person nothing. */
  readonly attended: number;
  readonly unpaid: number;
};

type Held = { readonly request: Evaluation; readonly decision: Decision };

/** The year of each member that is a health professional, in the order of the team. */
export function attendance(
  members: readonly { readonly id: string; readonly profession: Profession }[],
  held: readonly Held[],
): PersonYear[] {
  const people = new Map<string, PersonYear>();
  for (const { id, profession } of members) {
    if (isHealthProfession(profession)) {
      people.set(id, { memberId: id, tally: nothing, writingCents: 0, attended: 0, unpaid: 0 });
    }
  }
  for (const { request, decision } of held) {
    if (decision.decision === 'REFUSED') continue;
    for (const id of request.action.participants) {
      const person = people.get(id);
      if (person) people.set(id, withAction(person, request.action.type, decision));
    }
  }
  return [...people.values()];
}

function withAction(person: PersonYear, type: string, decision: Decision): PersonYear {
  const attended = person.attended + 1;
  if (!decision.payable.includes(person.memberId)) return { ...person, attended, unpaid: person.unpaid + 1 };
  const gain = gainOf(person.memberId, decision);
  const writingCents = person.writingCents + (type === 'redaction-projet' ? gain.knownCents : 0);
  return { ...person, attended, writingCents, tally: sum(person.tally, gain) };
}

/** A pending action without lines leaves the amount of each payable person to fix. */
function gainOf(memberId: string, { decision, lines }: Decision): Tally {
  const cents = lines.find((line) => line.memberId === memberId)?.cents ?? null;
  if (cents === null) return { ...nothing, toFix: 1 };
  return decision === 'ACCEPTED' ? { ...nothing, knownCents: cents } : { ...nothing, waitingCents: cents };
}
