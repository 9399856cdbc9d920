import { and, asc, eq } from 'drizzle-orm';
import type { Email } from '#domain/account/email.ts';
import type { RegionSlug } from '#domain/shared/region.ts';
import { accept, refuse } from '#domain/shared/result.ts';
import type { AddressRefusal } from '#domain/team/invitation-refusal.ts';
import type { Member } from '#domain/team/member.schema.ts';
import { isPresentOn } from '#domain/team/membership.ts';
import { type Team, teamNameKey } from '#domain/team/team.schema.ts';
import { mostTeamsInPreparation, type TeamRefusal } from '#domain/team/team-refusal.ts';
import { appendAudit } from '../audit/audit-log.ts';
import type { Reader, ReadNeeds, Writer } from '../db/client.ts';
import { equipe, membre } from '../db/schema/teams.ts';
import { insertMember } from './add-member.ts';
import { admitAddress, sendFirstInvitation } from './first-invitation.ts';
import type { InvitationNeeds } from './invitation-store.ts';
import { type TeamResult, type TeamRow, teamInLog } from './team-store.ts';

export type NewTeam = {
  readonly region: RegionSlug;
  readonly team: Team;
  /** The row of the person who creates the team, and becomes its référent. */
  readonly creator: Member;
  /** Those whom she writes in it at once, each invited where an address is known. */
  readonly people: readonly { readonly member: Member; readonly email: Email | null }[];
  /** The person knows of her teams in preparation and wants one more. */
  readonly oneMore: boolean;
};

export type MadeTeam = {
  readonly teamId: string;
  readonly isNew: boolean;
  /** Those who are in the team and whose invitation could not leave, in the order of `people`. */
  readonly unsent: readonly { readonly person: number; readonly refusal: AddressRefusal }[];
};

/**
 * Creates a team with its first member and those whom she writes in it; their invitations leave together. A form that
 * comes twice leads to the team that its first coming made: the name is the same, and whoever sends it leads that team.
 */
export const createTeam = (
  needs: InvitationNeeds,
  { region, team, creator, people, oneMore }: NewTeam,
): TeamResult<MadeTeam, TeamRefusal> =>
  needs.database.write(async (tx) => {
    const { now, today, newId, actor, permit } = needs;
    const permitted = await permit(tx, 'creer-equipe', { kind: 'portail' });
    if (!permitted.ok) return permitted;
    if (creator.entree > today) return refuse({ code: 'ARRIVEE_APRES_COUP' } as const);
    const namesake = await teamNamed(tx, region, team.nom);
    const led = await teamsLedBy(tx, actor, today);
    if (namesake && led.some(({ id }) => id === namesake.id)) {
      return accept({ teamId: namesake.id, isNew: false, unsent: [] });
    }
    const waiting = led.filter(({ transmiseLe }) => transmiseLe === null);
    if (waiting.length >= mostTeamsInPreparation) {
      return refuse({ code: 'TROP_D_EQUIPES', maximum: mostTeamsInPreparation } as const);
    }
    if (waiting.length > 0 && !oneMore) {
      return refuse({ code: 'EQUIPE_EN_PREPARATION', equipes: waiting.map(({ id, nom }) => ({ id, nom })) } as const);
    }
    if (namesake) return refuse({ code: 'NOM_PRIS' } as const);

    const [teamId, memberId, creeLe] = [newId(), newId(), now.toISOString()];
    await tx.insert(equipe).values({ id: teamId, ...team, nomCle: teamNameKey(team.nom), region, creeLe });
    const account = { compteId: actor, rejointLe: today } as const;
    const seat = { id: memberId, equipeId: teamId, ...account, role: 'referent', creeLe } as const;
    await tx.insert(membre).values({ ...creator, ...seat, sortie: null });
    const object = teamInLog(teamId);
    await appendAudit(tx, { at: now, actor, verb: 'creer-equipe', object, detail: { membre: memberId } });
    return accept({ teamId, isNew: true, unsent: await addPeople(tx, needs, teamId, people) });
  });

async function addPeople(
  tx: Writer,
  needs: InvitationNeeds,
  teamId: string,
  people: NewTeam['people'],
): Promise<MadeTeam['unsent']> {
  const unsent = [];
  for (const [person, { member, email }] of people.entries()) {
    // Members are shown in the order of their arrival.
    const at = new Date(needs.now.getTime() + person + 1);
    const memberId = await insertMember(tx, { ...needs, now: at }, { teamId, memberId: needs.newId(), member });
    if (email === null) continue;
    const admitted = await admitAddress(tx, needs, teamId, email);
    if (admitted.ok) await sendFirstInvitation(tx, needs, { teamId, memberId, email });
    else unsent.push({ person, refusal: admitted.refusal });
  }
  return unsent;
}

/** The team of a region that bears this name, whatever its accents, capitals and signs. */
export const teamNamed = async (
  db: Pick<Reader | Writer, 'select'>,
  region: RegionSlug,
  nom: string,
): Promise<TeamRow | null> =>
  (
    await db
      .select()
      .from(equipe)
      .where(and(eq(equipe.region, region), eq(equipe.nomCle, teamNameKey(nom))))
      .limit(1)
  )[0] ?? null;

/** The teams of which an account is référent today, the oldest first. */
async function teamsLedBy(db: Pick<Reader | Writer, 'select'>, account: string, today: string): Promise<TeamRow[]> {
  const seats = await db
    .select({ equipe, entree: membre.entree, sortie: membre.sortie })
    .from(membre)
    .innerJoin(equipe, eq(equipe.id, membre.equipeId))
    .where(and(eq(membre.compteId, account), eq(membre.role, 'referent')))
    .orderBy(asc(equipe.creeLe));
  return seats.filter((seat) => isPresentOn(seat, today)).map(({ equipe }) => equipe);
}

/** Teams that the account leads and that the ARS has not received: to be gone on with before another is begun. */
export const teamsInPreparation = async (
  { database: { db } }: ReadNeeds,
  account: string,
  today: string,
): Promise<TeamRow[]> => (await teamsLedBy(db, account, today)).filter(({ transmiseLe }) => transmiseLe === null);
