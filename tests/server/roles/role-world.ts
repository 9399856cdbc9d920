import { randomUUID } from 'node:crypto';
import { offerStanding } from '#domain/access/role-offer.ts';
import { accept } from '#domain/shared/result.ts';
import { accountById } from '../../../src/server/accounts/find-account.ts';
import type { AccountNeeds } from '../../../src/server/accounts/needs.ts';
import { openSession } from '../../../src/server/auth/session.ts';
import { habilitation } from '../../../src/server/db/schema/accounts.ts';
import { followedOffer } from '../../../src/server/roles/role-offers.ts';
import type { RoleMail, RoleNeeds } from '../../../src/server/roles/role-store.ts';
import { noon, openTeamWorld } from '../team/team-world.ts';

export { noon };
export const after = (hours: number): Date => new Date(noon.getTime() + hours * 3_600_000);

/** Accounts, one of them an administrator, and the mails asked for. */
export async function openRoleWorld() {
  const world = await openTeamWorld();
  const roleMails: RoleMail[] = [];
  const give = (compteId: string, role: (typeof habilitation.$inferInsert)['role'], portee: 'portail' | 'bretagne') =>
    world.database.write((tx) =>
      tx.insert(habilitation).values({ compteId, role, portee, accordeLe: noon.toISOString(), accordePar: 'systeme' }),
    );
  return {
    ...world,
    roleMails,
    give,
    async administrator(id: string): Promise<string> {
      await world.account(id);
      await give(id, 'association-admin', 'portail');
      return id;
    },
    roleNeeds: (actor: string, now = noon): RoleNeeds => ({
      ...world.needs(actor, { now }),
      send: async (_tx, mail) => roleMails.push(mail),
    }),
    accountNeeds: (): AccountNeeds => ({
      database: world.database,
      now: noon,
      newId: randomUUID,
      send: async () => undefined,
      throttleKey: Buffer.alloc(32, 7),
      commonWords: [],
      address: '192.0.2.10',
      permit: async () => accept(undefined),
    }),
    session: (accountId: string, now = noon): Promise<string> =>
      world.database.write((tx) => openSession(tx, { now }, { accountId, device: 'Firefox' })),
    /** What an account finds that follows a link. */
    async standing(accountId: string, token: string, now = noon): Promise<string> {
      const offer = await followedOffer(world.database.db, token);
      return offer ? offerStanding(offer, await accountById(world.database.db, accountId), now) : 'close';
    },
    lastToken(): string {
      const mail = roleMails.findLast((sent) => sent.type === 'role-propose');
      if (mail?.type !== 'role-propose') throw new Error('No link was sent.');
      return mail.token;
    },
    /** Roles as « account role scope ». */
    async roles(): Promise<string[]> {
      const rows = await world.rows('select compte_id, role, portee from habilitation order by 1, 2, 3');
      return rows.map((row) => `${row.compte_id} ${row.role} ${row.portee}`);
    },
    /** What the log says from its beginning: who did what. */
    async log(): Promise<string[]> {
      return (await world.rows('select acteur, verbe from journal order by numero')).map(
        ({ acteur, verbe }) => `${acteur} ${verbe}`,
      );
    },
  };
}
export type RoleWorld = Awaited<ReturnType<typeof openRoleWorld>>;

export { whyNot as codeOf } from '../access/permit-as.ts';
