import { and, asc, eq, getTableColumns, inArray } from 'drizzle-orm';
import type { AccessRefusal } from '#domain/access/can.ts';
import type { Result } from '#domain/shared/result.ts';
import { type Agreement, agreementOf } from '#domain/team/agreement.ts';
import { stateOn } from '#domain/team/invitation.ts';
import type { Member } from '#domain/team/member.schema.ts';
import type { TeamMember } from '#domain/team/membership.ts';
import type { Seat } from '#domain/team/succession.ts';
import type { Denied, Permit } from '../access/permit.ts';
import type { Database, Reader, Writer } from '../db/client.ts';
import { equipe, invitation, membre } from '../db/schema/teams.ts';
import type { Mail } from '../mail/enqueue-mail.ts';

export type TeamRow = typeof equipe.$inferSelect;
export type MemberRow = typeof membre.$inferSelect;
/** A row, and whether the person agreed to it as of a day. */
export type AgreedRow = MemberRow & { readonly accord: Agreement };
type Read = Pick<Reader | Writer, 'select'>;

/** What the verbs of teams need of the outside. */
export type TeamNeeds = {
  readonly database: Database;
  readonly now: Date;
  /** The civil day in Paris. */
  readonly today: string;
  readonly newId: () => string;
  /** The account that acts. */
  readonly actor: string;
  readonly permit: Permit;
  /** Puts a mail in the outbox, in the transaction of the change that it tells. */
  readonly send: (tx: Writer, mail: TeamMail) => Promise<unknown>;
};

/** What the site writes about a team: that something waits, and the link to it. The words are in `messages`. */
export type TeamMail = { readonly to: Mail['to'] } & (
  | { readonly type: 'invitation-equipe'; readonly token: string; readonly key: string }
  | { readonly type: TeamNotice; readonly path: string; readonly key: string }
);

export type TeamNotice =
  /** Something waits in the team's pages, such as a succession to agree with. */
  | 'attente'
  /** A référent set or moved the last day of whoever reads. */
  | 'depart-decide'
  /** A member set or moved her own last day. */
  | 'depart-annonce'
  /** A last day was taken back. */
  | 'depart-retire'
  /** A référent proposes to change who the reader is in the team. */
  | 'changement-propose'
  /** A member answered such a proposal. */
  | 'changement-repondu';

/** The answer of a verb of teams; `INTROUVABLE` when a row went away between the question and the act. */
export type TeamResult<Value, Refusal> = Promise<
  Result<Value, Refusal | Denied | Extract<AccessRefusal, { code: 'INTROUVABLE' }>>
>;

export const readTeam = async (db: Read, id: string): Promise<TeamRow | null> =>
  (await db.select().from(equipe).where(eq(equipe.id, id)).limit(1))[0] ?? null;

/** Everyone who is or was in a team, in the order of arrival of the rows. */
export const membersOf = (db: Read, teamId: string): Promise<MemberRow[]> =>
  db.select().from(membre).where(eq(membre.equipeId, teamId)).orderBy(asc(membre.creeLe), asc(membre.id));

/** The same, each with whether the person agreed, as of a day. */
export const membersOn = (db: Read, teamId: string, today: string): Promise<AgreedRow[]> =>
  membersOfTeams(db, [teamId], today);

/** Everyone who is or was in some teams, in the order of arrival of the rows, with whether each agreed. */
export async function membersOfTeams(db: Read, teamIds: readonly string[], today: string): Promise<AgreedRow[]> {
  // One invitation at a time for a member: the join adds no row.
  const pending = and(
    eq(invitation.membreId, membre.id),
    inArray(invitation.etat, ['envoyee', 'renvoyee', 'expiree', 'declinee']),
  );
  const rows = await db
    .select({ ...getTableColumns(membre), etat: invitation.etat, jusquau: invitation.jusquau })
    .from(membre)
    .leftJoin(invitation, pending)
    .where(inArray(membre.equipeId, [...teamIds]))
    .orderBy(asc(membre.creeLe), asc(membre.id));
  return rows.map(({ etat, jusquau, ...row }) => ({
    ...row,
    accord: agreementOf({
      isBound: row.compteId !== null,
      hasConsent: row.consentiLe !== null,
      invitation: etat && jusquau ? stateOn({ etat, jusquau }, today) : null,
    }),
  }));
}

/** A row as the rules of succession see it. */
export const seatOf = ({ id, compteId, role, entree, sortie }: MemberRow): Seat => ({
  id,
  compte: compteId,
  role,
  entree,
  sortie,
});

/** A row as the rules of composition see it. */
export const teamMemberOf = (row: AgreedRow): TeamMember => ({ ...memberOf(row), accord: row.accord });

/** What a row knows of the person. */
export const memberOf = (row: MemberRow): Member & { readonly id: string } => {
  const { id, nom, prenom, profession, rpps, exercice, centre, commune, messagerie } = row;
  const { entree, sortie, attestation, autresEspClap, cpts } = row;
  const practice = { profession, rpps, exercice, centre, commune, messagerie };
  return { id, nom, prenom, ...practice, entree, sortie, attestation, autresEspClap, cpts };
};

/** The object of every line of the log about a team: its members and invitations are named in the detail, by their id. */
export const teamInLog = (id: string) => ({ type: 'equipe', id });
