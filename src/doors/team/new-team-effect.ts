import { notKnownYet } from '#domain/team/member.schema.ts';
import type { TeamMember } from '#domain/team/membership.ts';
import { memberName } from '../../messages/team/team.ts';
import { newTeamForm } from '../../messages/team/team-form.ts';
import type { Typed } from '../form.ts';
import { formFacts } from '../form-facts.ts';
import { readForm } from '../read-form.ts';
import type { Visit } from '../visit.ts';
import { departementsOfTeams, regionsOfTeams, rulesOn } from './team-rules.ts';

/**
 * The rules on a team that is still being typed: today with who types, then once everyone whose profession is chosen
 * has said yes. Null while she did not choose hers.
 */
export function effectOfNewTeam(visit: Visit, typed: Typed) {
  const { services, today } = visit;
  const departements = departementsOfTeams(services);
  const { values } = readForm(newTeamForm(departements, true), typed, formFacts(visit));
  const founder = rowOf('fondatrice', values, 'compte', today);
  if (!founder) return null;
  const people = values.personnes.flatMap((one, index) => rowOf(`personne-${index}`, one, 'attendu', today) ?? []);
  const chosen = departements.find(({ code }) => values.departements.includes(code))?.region;
  const region = chosen ?? regionsOfTeams(services)[0];
  if (!region) return null;
  const rows = [founder, ...people];
  return { reading: rulesOn(services, region, rows, today), nameOf: (id: string) => memberName(rows, id) };
}

type Typing = {
  readonly prenom: string | null;
  readonly nom: string | null;
  readonly profession: TeamMember['profession'] | null;
};

function rowOf(id: string, typing: Typing, accord: TeamMember['accord'], today: string): TeamMember | null {
  const { prenom, nom, profession } = typing;
  if (profession === null) return null;
  return { ...notKnownYet, id, prenom: prenom ?? '', nom: nom ?? '', profession, entree: today, accord };
}

/** A name as an account bears it, in two fields: the first word, then the rest. */
export function namesOf(accountName: string): { readonly prenom: string; readonly nom: string } {
  const [prenom = '', ...rest] = accountName.trim().split(/\s+/);
  return { prenom, nom: rest.join(' ') };
}
