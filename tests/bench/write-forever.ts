import { randomUUID } from 'node:crypto';
import type { AccountMail } from '#domain/account/account-mail.ts';
import { dayInParis } from '#domain/shared/civil-date.ts';
import { type Member, notKnownYet } from '#domain/team/member.schema.ts';
import { permitFor } from '../../src/server/access/permit.ts';
import { signUp } from '../../src/server/accounts/sign-up.ts';
import { verifyEmail } from '../../src/server/accounts/verify-email.ts';
import { openDatabase, type Writer } from '../../src/server/db/client.ts';
import { enqueueMail } from '../../src/server/mail/enqueue-mail.ts';
import { addMember } from '../../src/server/team/add-member.ts';
import { acceptInvitation } from '../../src/server/team/answer-invitation.ts';
import { createTeam } from '../../src/server/team/create-team.ts';
import { invitationLink } from '../../src/server/team/invitation-store.ts';
import { inviteMember } from '../../src/server/team/invite-member.ts';
import type { TeamMail } from '../../src/server/team/team-store.ts';

/**
 * Four people at once open accounts, create teams, add and invite members and join, over and over, until the process
 * is killed. What is acknowledged is printed, a line each: `compte <id>`, `equipe <id>`, `invitation <id>`…
 */
const [url = '', run = '0'] = process.argv.slice(2);
const database = await openDatabase(url);
const passphrase = 'rampe tiroir mousse velours gare';
const throttleKey = Buffer.alloc(32, 7);
const acknowledge = (kind: string, id: string) => process.stdout.write(`${kind} ${id}\n`);

type Person = { readonly id: string; sessionToken: string };

async function openAccount(name: string, address: string): Promise<Person> {
  let token = '';
  const now = new Date();
  const send = async (tx: Writer, mail: AccountMail) => {
    if ('token' in mail) token = mail.token;
    await enqueueMail(tx, { key: `${mail.type}:${name}`, to: mail.to, subject: 'Compte', text: 'Un lien', at: now });
  };
  const permit = permitFor({ sessionToken: null, now });
  const needs = { database, now, newId: randomUUID, send, throttleKey, commonWords: [], address, permit };
  const asked = await signUp(needs, { email: `${name}@exemple.fr`, name: 'Mesure', passphrase });
  if (!asked.ok) throw new Error(asked.refusal.code);
  const opened = await verifyEmail(needs, { token, passphrase, device: 'Mesure' });
  if (!opened.ok) throw new Error(opened.refusal.code);
  acknowledge('compte', opened.value.accountId);
  return { id: opened.value.accountId, sessionToken: opened.value.sessionToken };
}

const person = (profession: Member['profession']): Member => ({
  ...notKnownYet,
  nom: 'Mesure',
  prenom: 'Une',
  profession,
  exercice: 'liberal',
  commune: '53130',
  entree: '2026-01-01',
});

async function lane(number: number): Promise<never> {
  let former: Person | null = null;
  for (let i = 0; ; i++) {
    const name = `p${run}-${number}-${i}`;
    const address = `10.${Number(run) & 255}.${number}.${i & 255}`;
    const referent = await openAccount(name, address);
    const now = new Date();
    let token = '';
    const needs = {
      database,
      now,
      today: dayInParis(now),
      newId: randomUUID,
      actor: referent.id,
      permit: permitFor({ sessionToken: referent.sessionToken, now }),
      throttleKey,
      address,
      async send(tx: Writer, mail: TeamMail) {
        if (mail.type === 'invitation-equipe') token = mail.token;
        await enqueueMail(tx, { key: mail.key, to: mail.to, subject: 'Équipe', text: 'Un lien', at: now });
      },
    };
    const team = { nom: `Équipe ${name}`, departements: ['53'] };
    const region = 'pays-de-la-loire' as const;
    const made = await createTeam(needs, {
      region,
      team,
      creator: person('medecin-generaliste'),
      people: [],
      oneMore: false,
    });
    if (!made.ok) throw new Error(made.refusal.code);
    const { teamId } = made.value;
    acknowledge('equipe', teamId);
    const added = await addMember(needs, { teamId, formId: randomUUID(), member: person('infirmier'), email: null });
    if (!added.ok) throw new Error(added.refusal.code);
    const { memberId } = added.value;
    acknowledge('membre', memberId);
    const invited = await inviteMember(needs, { teamId, memberId, email: `invite-${name}@exemple.fr` });
    if (!invited.ok) throw new Error(invited.refusal.code);
    acknowledge('invitation', invited.value.invitationId);
    if (former) {
      const link = await invitationLink(database.db, token);
      if (!link) throw new Error('INTROUVABLE');
      const { id: actor, sessionToken } = former;
      const permit = permitFor({ sessionToken, now });
      const joined = await acceptInvitation({ ...needs, actor, permit }, { link, sessionToken });
      if (!joined.ok) throw new Error(joined.refusal.code);
      acknowledge('place', memberId);
    }
    former = referent;
  }
}

await Promise.all([0, 1, 2, 3].map(lane));
