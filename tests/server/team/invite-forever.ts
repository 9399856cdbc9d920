import { randomUUID } from 'node:crypto';
import { openSession } from '../../../src/server/auth/session.ts';
import { openDatabase } from '../../../src/server/db/client.ts';
import { compte } from '../../../src/server/db/schema/accounts.ts';
import { membre } from '../../../src/server/db/schema/teams.ts';
import { enqueueMail } from '../../../src/server/mail/enqueue-mail.ts';
import { acceptInvitation } from '../../../src/server/team/answer-invitation.ts';
import { type InvitationNeeds, invitationLink } from '../../../src/server/team/invitation-store.ts';
import { inviteMember } from '../../../src/server/team/invite-member.ts';
import { permitAs } from '../access/permit-as.ts';

/** Invites members of the team « loir » one after another and has each join, and prints what is acknowledged. */
const database = await openDatabase(process.argv[2] as string);
for (let i = Number(process.argv[3]); ; i++) {
  const now = new Date();
  const [memberId, account, email] = [`m-${i}`, `compte-${i}`, `compte-${i}@exemple.fr`];
  await database.write(async (tx) => {
    await tx.insert(compte).values({ id: account, email, emailCle: email, nom: 'Membre', creeLe: now.toISOString() });
    await tx.insert(membre).values({
      id: memberId,
      equipeId: 'loir',
      nom: 'Membre',
      prenom: 'Test',
      profession: 'infirmier',
      exercice: 'liberal',
      commune: '53130',
      entree: '2026-01-01',
      autresEspClap: [],
      creeLe: now.toISOString(),
    });
  });
  let token = '';
  const needs: InvitationNeeds = {
    database,
    now,
    today: now.toISOString().slice(0, 10),
    newId: randomUUID,
    actor: 'ada',
    permit: permitAs('ada', now),
    throttleKey: Buffer.alloc(32, 7),
    address: `192.0.2.${i % 256}`,
    async send(tx, mail) {
      if (mail.type === 'invitation-equipe') token = mail.token;
      await enqueueMail(tx, { key: mail.key, to: mail.to, subject: 'Invitation', text: 'Un lien', at: now });
    },
  };
  const invited = await inviteMember(needs, { teamId: 'loir', memberId, email: `p${i}@exemple.fr` });
  if (!invited.ok) throw new Error(invited.refusal.code);
  process.stdout.write(`invitation ${invited.value.invitationId}\n`);
  const sessionToken = await database.write((tx) => openSession(tx, { now }, { accountId: account, device: 'Test' }));
  const link = await invitationLink(database.db, token);
  if (!link) throw new Error('INTROUVABLE');
  const permit = permitAs(account, now);
  const joined = await acceptInvitation({ ...needs, actor: account, permit }, { link, sessionToken });
  if (!joined.ok) throw new Error(joined.refusal.code);
  process.stdout.write(`membre ${memberId}\n`);
}
