import { eq } from 'drizzle-orm';
import type { Actor } from '#domain/access/roles.ts';
import { isPresentOn } from '#domain/team/membership.ts';
import type { Session } from '../auth/session.ts';
import type { Reader, Writer } from '../db/client.ts';
import { habilitation } from '../db/schema/accounts.ts';
import { membre } from '../db/schema/teams.ts';

/**
 * Who a session lets act, by the rows of this day; null while its second factor is waited for. Asked again at every
 * request: a role or a place that was taken back counts no more.
 * @param day the civil day in Paris.
 */
export async function readActor(
  db: Pick<Reader | Writer, 'select'>,
  session: Session | null,
  day: string,
): Promise<Actor | null> {
  if (session?.state !== 'ouverte') return null;
  const { id, email } = session.account;
  const grants = await db
    .select({ role: habilitation.role, portee: habilitation.portee })
    .from(habilitation)
    .where(eq(habilitation.compteId, id));
  const seats = await db
    .select({
      equipe: membre.equipeId,
      membre: membre.id,
      role: membre.role,
      entree: membre.entree,
      sortie: membre.sortie,
    })
    .from(membre)
    .where(eq(membre.compteId, id));
  return {
    compte: id,
    courrielVerifie: email !== null,
    secondFacteur: session.secondFactorGiven,
    roles: grants.map(({ role, portee }) => ({ role, region: portee === 'portail' ? null : portee })),
    equipes: seats
      .filter((seat) => isPresentOn(seat, day))
      .map(({ equipe, membre, role }) => ({ equipe, membre, role })),
  };
}
