import { declaredSchema } from '#domain/identity/proven-identity.ts';
import { identitiesOf } from '#server/identity/identity-rows.ts';
import { actorOf, type Visit } from '../visit.ts';

/** The identities bound to the account of who is signed in, each with what its provider said of the person. */
export async function ownIdentities(visit: Visit) {
  const rows = await identitiesOf(visit.services.database.db, actorOf(visit).compte);
  return rows.map((row) => ({
    ...row,
    declared: declaredSchema.safeParse(JSON.parse(row.declare)).data ?? { exercices: [] },
  }));
}
