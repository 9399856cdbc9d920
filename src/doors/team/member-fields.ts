import { type Email, parseEmail } from '#domain/account/email.ts';
import { accept, type Result, refuse } from '#domain/shared/result.ts';
import type { Member, MemberAnswers } from '#domain/team/member.schema.ts';
import { answersOfMember, memberOfAnswers } from '#domain/team/member-answers.ts';
import { accountRefusalSentence } from '../../messages/account/account.ts';
import { unnamedCentre } from '../../messages/team/form-errors.ts';
import { memberForm, ownMemberForm } from '../../messages/team/member-form.ts';
import type { FieldErrors, Typed } from '../form.ts';
import { formFacts } from '../form-facts.ts';
import { complete, readForm } from '../read-form.ts';
import type { Visit } from '../visit.ts';

/** Whoever leads a team may change more of its members. */
export const rolesOf = (leads: boolean): readonly string[] => (leads ? ['referent'] : []);

type Row = {
  /** What is known so far; null of someone new. */
  readonly kept: Member | null;
  readonly leads: boolean;
  /** Whoever writes is the member. */
  readonly own: boolean;
};

/** Reads a row, new or kept so far, with one sentence a field for what is wrong. */
export function readMember(visit: Visit, typed: Typed, { kept, leads, own }: Row): Result<Member, FieldErrors> {
  const typist = { roles: rolesOf(leads), kept: kept ? answersOfMember(kept) : {} };
  const read = own
    ? complete(readForm(ownMemberForm, typed, formFacts(visit), typist))
    : complete(readForm(memberForm, typed, formFacts(visit), typist));
  if (!read.ok) return read;
  const attestedOn = kept?.attestation ?? visit.today;
  return accept(memberOfAnswers(read.value, { attestedOn, sortie: kept?.sortie ?? null }));
}

/** Reads where to invite someone; null where nothing was typed. */
export function readEmail(typed: string | null): Result<Email | null, string> {
  if (typed === null) return accept(null);
  const read = parseEmail(typed);
  return read.ok ? read : refuse(accountRefusalSentence({ code: read.refusal }));
}

/**
 * A row that is still being typed, as the rules of composition may already see it: what is not right yet is left out.
 * Null without a profession, on which everything depends.
 * @param arrival the day that stands while none can be read.
 */
export function memberToBe(visit: Visit, typed: Typed, arrival: string): Member | null {
  const { values } = readForm(memberForm, typed, formFacts(visit), { roles: rolesOf(true), kept: {} });
  const { profession } = values;
  if (profession === null) return null;
  const answers: MemberAnswers = {
    ...values,
    prenom: values.prenom ?? '',
    nom: values.nom ?? '',
    profession,
    'centre-nom': values['centre-nom'] ?? unnamedCentre,
    entree: values.entree ?? arrival,
    'autres-esp-clap': values['autres-esp-clap'].flatMap((one) => (one.nom === null ? [] : [{ ...one, nom: one.nom }])),
  };
  return memberOfAnswers(answers, { attestedOn: visit.today, sortie: null });
}
