import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayInParis } from '#domain/shared/civil-date.ts';
import { teamNameKey } from '#domain/team/team.schema.ts';
import { type Database, openDatabase } from '../../../src/server/db/client.ts';
import { compte } from '../../../src/server/db/schema/accounts.ts';
import { equipe, membre } from '../../../src/server/db/schema/teams.ts';
import type { InvitationNeeds } from '../../../src/server/team/invitation-store.ts';
import { type InvitationLink, invitationLink } from '../../../src/server/team/invitation-store.ts';
import type { MemberRow, TeamMail } from '../../../src/server/team/team-store.ts';
import { permitAs } from '../access/permit-as.ts';

export const noon = new Date('2026-11-23T12:00:00.000Z');
export const today = '2026-11-23';

/** A database file of its own, the mails asked for, and people and teams put there without going through the verbs. */
export async function openTeamWorld() {
  const folder = mkdtempSync(join(tmpdir(), 'equipes-'));
  const url = `file:${join(folder, 'test.db')}`;
  const database: Database = await openDatabase(url);
  const mails: TeamMail[] = [];
  return {
    url,
    database,
    mails,
    needs: (actor: string, more: Partial<InvitationNeeds> = {}): InvitationNeeds => ({
      throttleKey: Buffer.alloc(32, 7),
      address: '192.0.2.10',
      database,
      now: noon,
      today: more.now ? dayInParis(more.now) : today,
      newId: randomUUID,
      actor,
      permit: permitAs(actor, more.now ?? noon),
      send: async (_tx, mail) => mails.push(mail),
      ...more,
    }),
    async close() {
      await database.close();
      rmSync(folder, { recursive: true });
    },
    async rows(sql: string) {
      return (await database.client.execute(sql)).rows.map((row) => ({ ...row }));
    },
    /** The link of a token, as a page resolves it; of one that leads to nothing, a link that leads nowhere either. */
    linkOf: async (token: string): Promise<InvitationLink> =>
      (await invitationLink(database.db, token)) ?? { id: 'aucune', jeton: 'aucun' },
    async account(id: string): Promise<string> {
      const email = `${id}@exemple.fr`;
      await database.write((tx) =>
        tx.insert(compte).values({ id, email, emailCle: email, nom: id, creeLe: noon.toISOString() }),
      );
      return id;
    },
    async team(id: string, nom = id): Promise<string> {
      await database.write((tx) =>
        tx.insert(equipe).values({
          id,
          nom,
          nomCle: teamNameKey(nom),
          region: 'pays-de-la-loire',
          departements: ['53'],
          creeLe: noon.toISOString(),
        }),
      );
      return id;
    },
    /** A general practitioner on her own account, who attested, unless said otherwise. */
    async member(equipeId: string, id: string, more: Partial<MemberRow> = {}): Promise<string> {
      await database.write((tx) =>
        tx.insert(membre).values({
          id,
          equipeId,
          nom: id,
          prenom: 'Test',
          profession: 'medecin-generaliste',
          exercice: 'liberal',
          commune: '53130',
          entree: '2026-01-01',
          attestation: '2026-01-01',
          autresEspClap: [],
          creeLe: noon.toISOString(),
          ...more,
        }),
      );
      return id;
    },
  };
}
export type TeamWorld = Awaited<ReturnType<typeof openTeamWorld>>;
