import { eq } from 'drizzle-orm';
import type { Grant } from '#domain/access/roles.ts';
import type { HealthProfession } from '#domain/people/profession.ts';
import { dayInParis } from '#domain/shared/civil-date.ts';
import { type Member, notKnownYet } from '#domain/team/member.schema.ts';
import { permitFor } from '../access/permit.ts';
import { appendAudit } from '../audit/audit-log.ts';
import { openSession } from '../auth/session.ts';
import type { Database } from '../db/client.ts';
import { compte } from '../db/schema/accounts.ts';
import { equipe } from '../db/schema/teams.ts';
import { addRole } from '../roles/role-store.ts';
import { addMember } from '../team/add-member.ts';
import { acceptInvitation, declineInvitation } from '../team/answer-invitation.ts';
import { createTeam } from '../team/create-team.ts';
import { type InvitationLink, invitationLink } from '../team/invitation-store.ts';
import { inviteMember } from '../team/invite-member.ts';
import { recordConsent } from '../team/record-consent.ts';
import { type TeamNeeds, teamInLog } from '../team/team-store.ts';
import { markAsDemo, markAsFilled } from './demo-mark.ts';
import { type DemoPerson, demoAccountId, demoEmail, demoNames, demoPeople } from './demo-people.ts';

type Needs = {
  readonly database: Database;
  readonly now: Date;
  readonly newId: () => string;
  readonly throttleKey: Uint8Array;
  readonly send: TeamNeeds['send'];
};

const region = 'pays-de-la-loire' as const;

const grants: { readonly [Person in DemoPerson]?: Grant } = {
  instruction: { role: 'association-instructeur', region },
  gestion: { role: 'association-gestionnaire', region },
  administration: { role: 'association-admin', region: null },
  annuaire: { role: 'editeur-annuaire', region: null },
  ars: { role: 'ars', region },
};

/**
 * Fills an empty database with made-up people and teams, through the same verbs as real ones; one that was filled
 * before is left as it is. No number of a register is written: a made-up one could be somebody’s.
 * @throws StartError when the database holds accounts of real people.
 */
export async function seedDemo(needs: Needs): Promise<void> {
  const { database } = needs;
  if (!(await markAsDemo(database))) return;
  for (const person of Object.keys(demoPeople) as DemoPerson[]) await openDemoAccount(needs, person);

  const complete = await demoTeam(needs, 'referente', demoNames.completeTeam, 'medecin-generaliste');
  // One after the other: members are shown in the order of their arrival.
  const after = (seconds: number): Needs => ({ ...needs, now: new Date(needs.now.getTime() + seconds * 1000) });
  const memberId = await demoMember(after(1), 'referente', complete, demoNames.member, 'infirmier');
  await join(after(1), complete, memberId, 'membre');
  const employed = { exercice: 'salarie' } as const;
  const byPhone = await demoMember(
    after(2),
    'referente',
    complete,
    demoNames.employed,
    'masseur-kinesitherapeute',
    employed,
  );
  await consent(after(2), complete, byPhone);
  const waiting = await demoMember(after(3), 'referente', complete, demoNames.invited, 'pharmacien', notYetSaid);
  await invite(after(3), complete, waiting, demoEmail('nouveau'));
  const refusing = await demoMember(after(4), 'referente', complete, demoNames.declining, 'orthophoniste');
  await decline(after(4), complete, refusing);
  await demoMember(after(5), 'referente', complete, demoNames.foreseen, 'sage-femme', notYetSaid);
  await handToArs(after(6), complete);
  await demoTeam(after(7), 'seule', demoNames.emptyTeam, 'orthophoniste');
  await markAsFilled(database);
}

const openDemoAccount = ({ database, now }: Needs, person: DemoPerson): Promise<void> =>
  database.write(async (tx) => {
    const [id, email] = [demoAccountId(person), demoEmail(person)];
    const nom = demoPeople[person];
    await tx.insert(compte).values({ id, email, emailCle: email, nom, creeLe: now.toISOString() });
    const grant = grants[person];
    if (grant) await addRole(tx, { accountId: id, grant, by: 'systeme', now });
    const detail = { par: 'demonstration' };
    await appendAudit(tx, { at: now, actor: 'systeme', verb: 'ouvrir-compte', object: { type: 'compte', id }, detail });
  });

/** Acts as someone, in a session of hers. */
async function needsOf(needs: Needs, person: DemoPerson, send = needs.send) {
  const { now } = needs;
  const opening = { accountId: demoAccountId(person), device: demoNames.device, secondFactorGiven: true };
  const sessionToken = await needs.database.write((tx) => openSession(tx, needs, opening));
  return {
    ...needs,
    send,
    today: dayInParis(now),
    actor: demoAccountId(person),
    permit: permitFor({ sessionToken, now }),
    address: 'demonstration',
    sessionToken,
  };
}

/** What is asked of someone when she joins, and not before. */
const notYetSaid = { exercice: null, commune: null, attestation: null } as const;

const demoPerson = ({ now }: Needs, nom: string, profession: HealthProfession, more: Partial<Member> = {}): Member => {
  const day = dayInParis(now);
  const usual = { exercice: 'liberal', commune: '53130', entree: day, attestation: day } as const;
  return { ...notKnownYet, prenom: demoNames.firstName, nom, profession, ...usual, ...more };
};

async function demoTeam(needs: Needs, person: DemoPerson, nom: string, profession: HealthProfession): Promise<string> {
  const creator = demoPerson(needs, demoPeople[person].slice(demoNames.firstName.length + 1), profession);
  const team = { nom, departements: ['53'] };
  const made = await createTeam(await needsOf(needs, person), { region, team, creator, people: [], oneMore: false });
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value.teamId;
}

async function demoMember(
  needs: Needs,
  person: DemoPerson,
  teamId: string,
  nom: string,
  profession: HealthProfession,
  more: Partial<Member> = {},
): Promise<string> {
  const member = demoPerson(needs, nom, profession, more);
  const added = await addMember(await needsOf(needs, person), { teamId, formId: needs.newId(), member, email: null });
  if (!added.ok) throw new Error(added.refusal.code);
  return added.value.memberId;
}

/** Sends an invitation, and gives its link to whoever answers it at once. */
async function invite(needs: Needs, teamId: string, memberId: string, email: string): Promise<string> {
  let token = '';
  const keepToken: TeamNeeds['send'] = async (tx, mail) => {
    if (mail.type === 'invitation-equipe') token = mail.token;
    await needs.send(tx, mail);
  };
  const invited = await inviteMember(await needsOf(needs, 'referente', keepToken), { teamId, memberId, email });
  if (!invited.ok) throw new Error(invited.refusal.code);
  return token;
}

/** By an invitation that is followed at once, so that the log tells it as it tells any other. */
async function join(needs: Needs, teamId: string, memberId: string, person: DemoPerson): Promise<void> {
  const token = await invite(needs, teamId, memberId, demoEmail(person));
  const joining = await needsOf(needs, person);
  const asked = { link: await linkOf(needs, token), sessionToken: joining.sessionToken };
  const joined = await acceptInvitation(joining, asked);
  if (!joined.ok) throw new Error(joined.refusal.code);
}

async function linkOf({ database }: Needs, token: string): Promise<InvitationLink> {
  const link = await invitationLink(database.db, token);
  if (!link) throw new Error('An invitation has no link.');
  return link;
}

async function decline(needs: Needs, teamId: string, memberId: string): Promise<void> {
  const token = await invite(needs, teamId, memberId, 'declinante@demonstration.invalid');
  const permit = permitFor({ sessionToken: null, now: needs.now });
  const stranger = { ...needs, today: dayInParis(needs.now), actor: 'public', permit };
  const declined = await declineInvitation(stranger, await linkOf(needs, token));
  if (!declined.ok) throw new Error(declined.refusal.code);
}

async function consent(needs: Needs, teamId: string, memberId: string): Promise<void> {
  const ground = demoNames.consent;
  const recorded = await recordConsent(await needsOf(needs, 'instruction'), { teamId, memberId, ground });
  if (!recorded.ok) throw new Error(recorded.refusal.code);
}

/** So that the room of the ARS has something to show. */
const handToArs = ({ database, now }: Needs, teamId: string): Promise<void> =>
  database.write(async (tx) => {
    await tx.update(equipe).set({ transmiseLe: now.toISOString() }).where(eq(equipe.id, teamId));
    await appendAudit(tx, { at: now, actor: 'systeme', verb: 'transmettre-equipe', object: teamInLog(teamId) });
  });
