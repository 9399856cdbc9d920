import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AccountMail } from '#domain/account/account-mail.ts';
import { commonWordsSchema } from '#domain/account/passphrase.ts';
import type { IdentityMail } from '#domain/identity/identity-mail.ts';
import { accept } from '#domain/shared/result.ts';
import { signUp } from '../../../src/server/accounts/sign-up.ts';
import { verifyEmail } from '../../../src/server/accounts/verify-email.ts';
import { type Database, openDatabase } from '../../../src/server/db/client.ts';
import type { IdentityNeeds } from '../../../src/server/identity/needs.ts';

export const noon = new Date('2026-11-23T12:00:00.000Z');
export const after = (hours: number): Date => new Date(noon.getTime() + hours * 3_600_000);
export const goodPhrase = 'rampe tiroir mousse velours gare';
export const otherPhrase = 'citron bascule nuage treize ancre';

const common = commonWordsSchema.parse(JSON.parse(readFileSync('data/comptes/phrases-refusees.json', 'utf8'))).mots;

/** A database file of its own, and the mails asked for. */
export async function openWorld() {
  const folder = mkdtempSync(join(tmpdir(), 'comptes-'));
  const url = `file:${join(folder, 'test.db')}`;
  let database: Database = await openDatabase(url);
  const mails: (AccountMail | IdentityMail)[] = [];
  const needs = (more: Partial<IdentityNeeds> = {}): IdentityNeeds => ({
    database,
    now: noon,
    newId: randomUUID,
    send: async (_tx, mail) => mails.push(mail),
    throttleKey: Buffer.alloc(32, 7),
    commonWords: common,
    address: '192.0.2.10',
    // Whoever calls acts on an account of her own; tests/doors asks for the rights.
    permit: async () => accept(undefined),
    ...more,
  });
  return {
    url,
    mails,
    needs,
    get database() {
      return database;
    },
    async reopen() {
      await database.close();
      database = await openDatabase(url);
    },
    async close() {
      await database.close();
      rmSync(folder, { recursive: true });
    },
    async rows(sql: string) {
      return (await database.client.execute(sql)).rows.map((row) => ({ ...row }));
    },
    /** The token of the last mail that has one. */
    lastToken(): string {
      const mail = mails.findLast((sent) => 'token' in sent);
      if (!mail || !('token' in mail)) throw new Error('No mail with a link.');
      return mail.token;
    },
    /** Signs up and confirms, from a place of its own, so that no other place is known. */
    async openAccount(email: string, name = 'Anne Morel'): Promise<string> {
      const from = needs({ address: '198.51.100.1' });
      await signUp(from, { email, name, passphrase: goodPhrase });
      const opened = await verifyEmail(from, { token: this.lastToken(), passphrase: goodPhrase, device: 'Firefox' });
      if (!opened.ok) throw new Error(opened.refusal.code);
      return opened.value.accountId;
    },
  };
}
export type World = Awaited<ReturnType<typeof openWorld>>;
