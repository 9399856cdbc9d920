import { hasAgreed } from '#domain/team/agreement.ts';
import { isPresentOn, type TeamMember } from '#domain/team/membership.ts';
import { communeByCode } from '#domain/territory/commune-index.ts';
import { membersOn, readTeam, teamMemberOf } from '#server/team/team-store.ts';
import { fullName, memberName, ownTeams } from '../../messages/team/team.ts';
import type { Typed } from '../form.ts';
import type { Visit } from '../visit.ts';
import { memberToBe } from './member-fields.ts';
import { teamMenu } from './team-menu.ts';
import { departementsOfTeams, rulesOn } from './team-rules.ts';

/** What the pages of a team show of it, once the right to see it was asked for. @throws Error when there is no team. */
export async function teamPage(visit: Visit) {
  const { services, today, context } = visit;
  const { db } = services.database;
  const team = await readTeam(db, context.params.equipe ?? '');
  if (!team) throw new Error('A page forgot to ask whether the team is there.');
  const members = await membersOn(db, team.id, today);
  const known = departementsOfTeams(services, [team.region]);
  const path = `/espace/equipes/${team.id}`;
  const trail: [string, string][] = [
    ['/espace', ownTeams],
    [path, team.nom],
  ];
  return {
    team,
    members,
    path,
    trail,
    menu: await teamMenu(visit),
    departements: team.departements.map((code) => known.find((one) => one.code === code)?.nom ?? code),
    communeOf: (code: string) => communeByCode(services.communes, code)?.nom ?? code,
    present: members.filter((member) => isPresentOn(member, today)),
    /** Not there any more, or not yet. */
    past: members.filter(({ sortie }) => sortie !== null && sortie < today),
    coming: members.filter(({ entree }) => entree > today),
    nameOf: (id: string) => memberName(members, id),
    reading: rulesOn(services, team.region, members.map(teamMemberOf), today),
  };
}
export type TeamPage = Awaited<ReturnType<typeof teamPage>>;

/**
 * The rules on the team with a row as it is being typed, on the day when the person is there and, if she did not agree
 * yet, once she has; null without profession.
 */
export function effectOf(visit: Visit, { team, members }: TeamPage, typed: Typed, id = toCome) {
  const { services, today } = visit;
  const known = members.find((member) => member.id === id);
  const candidate = memberToBe(visit, typed, known?.entree ?? today);
  if (!candidate) return null;
  const others: TeamMember[] = members.filter((member) => member.id !== id).map(teamMemberOf);
  const day = candidate.entree > today ? candidate.entree : today;
  const attestation = candidate.attestation && (known?.attestation ?? day);
  const accord = known && hasAgreed(known.accord) ? known.accord : 'attendu';
  const row = { ...candidate, id, attestation, sortie: known?.sortie ?? null, accord };
  return {
    reading: rulesOn(services, team.region, [...others, row], day),
    nameOf: (one: string) => (one === id ? fullName(candidate) : memberName(members, one)),
  };
}
/** Stands for a row that has no id yet. */
const toCome = 'a-venir';
