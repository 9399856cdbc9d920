import { withOwnDetails } from '#domain/team/details.ts';
import type { Member } from '#domain/team/member.schema.ts';
import { ownDetailsElsewhere } from '#server/team/read-teams.ts';
import { actorOf, type Visit } from '../visit.ts';

/** The row of who is signed in, with what she said of herself in another team where it says nothing yet. */
export async function withDetailsElsewhere<Row extends Member>(visit: Visit, row: Row, memberId: string): Promise<Row> {
  const { db } = visit.services.database;
  return withOwnDetails(row, await ownDetailsElsewhere(db, actorOf(visit).compte, memberId));
}
