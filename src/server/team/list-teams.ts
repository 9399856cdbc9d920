import { and, asc, desc, eq, gt, gte, lt, lte, type SQL, sql } from 'drizzle-orm';
import type { RegionSlug } from '#domain/shared/region.ts';
import type { ReadNeeds } from '../db/client.ts';
import { equipe, membre } from '../db/schema/teams.ts';

export type ListedTeam = {
  readonly id: string;
  readonly nom: string;
  readonly nomCle: string;
  readonly region: RegionSlug;
  readonly departements: readonly string[];
  readonly transmiseLe: string | null;
  /** Référents present on the day who have an account, and so can act. */
  readonly referents: number;
};

/** A place in the list: teams after it, by region then name. */
export type TeamKey = { readonly region: RegionSlug; readonly nomCle: string };

type Wanted = {
  /** In the order of the list. */
  readonly regions: readonly RegionSlug[];
  readonly day: string;
  /** What the key of the name begins with (`teamNameKey`). */
  readonly prefix?: string;
  /** Only teams that nobody can run today. */
  readonly withoutReferent?: boolean;
  readonly after?: TeamKey | undefined;
  readonly limit: number;
};

/** Teams of some regions, region by region and by name within one: each read follows the index of names. */
export async function listTeams({ database: { db } }: ReadNeeds, wanted: Wanted): Promise<ListedTeam[]> {
  const { regions, day, prefix = '', withoutReferent = false, after, limit } = wanted;
  const found: ListedTeam[] = [];
  for (const region of after ? regions.slice(regions.indexOf(after.region)) : regions) {
    if (found.length >= limit) break;
    const rows = await db
      .select(columns(day))
      .from(equipe)
      .where(
        and(
          eq(equipe.region, region),
          after?.region === region ? gt(equipe.nomCle, after.nomCle) : undefined,
          prefix === '' ? undefined : and(gte(equipe.nomCle, prefix), lt(equipe.nomCle, `${prefix}\u{10ffff}`)),
          withoutReferent ? sql`not exists (select 1 ${presentIn(day)} and ${isReferent})` : undefined,
        ),
      )
      .orderBy(asc(equipe.nomCle))
      .limit(limit - found.length);
    found.push(...rows);
  }
  return found;
}

/** Teams handed to the ARS of some regions until this instant, the latest first within a region. */
export async function listHandedTeams(
  { database: { db } }: ReadNeeds,
  {
    regions,
    day,
    until,
    limit,
  }: Pick<Wanted, 'regions' | 'day' | 'limit'> & {
    readonly until?: { readonly region: RegionSlug; readonly transmiseLe: string } | undefined;
  },
): Promise<ListedTeam[]> {
  const found: ListedTeam[] = [];
  for (const region of until ? regions.slice(regions.indexOf(until.region)) : regions) {
    if (found.length >= limit) break;
    const last = until?.region === region ? until.transmiseLe : '\u{10ffff}';
    const rows = await db
      .select(columns(day))
      .from(equipe)
      .where(and(eq(equipe.region, region), lte(equipe.transmiseLe, last)))
      .orderBy(desc(equipe.transmiseLe))
      .limit(limit - found.length);
    found.push(...rows);
  }
  return found;
}

/** How many teams of some regions nobody can run today, counted up to a limit. */
export async function countWithoutReferent(
  needs: ReadNeeds,
  { regions, day, limit }: Pick<Wanted, 'regions' | 'day' | 'limit'>,
): Promise<number> {
  return (await listTeams(needs, { regions, day, withoutReferent: true, limit })).length;
}

const columns = (day: string) => ({
  id: equipe.id,
  nom: equipe.nom,
  nomCle: equipe.nomCle,
  region: equipe.region,
  departements: equipe.departements,
  transmiseLe: equipe.transmiseLe,
  referents: sql<number>`(select count(*) ${presentIn(day)} and ${isReferent})`,
});

/** The first and the last day both count (`isPresentOn`). */
const presentIn = (day: string): SQL =>
  sql`from ${membre} where ${membre}.equipe_id = ${equipe}.id and ${membre}.entree <= ${day} and (${membre}.sortie is null or ${membre}.sortie >= ${day})`;
const isReferent = sql`${membre}.role = 'referent' and ${membre}.compte_id is not null`;
