import { periodOn } from '#domain/indemnities/plan-periods.ts';
import type { RegionSlug } from '#domain/shared/region.ts';
import { type CompositionReading, readComposition } from '#domain/team/composition.ts';
import type { TeamMember } from '#domain/team/membership.ts';
import { departementsOfRegion, regionBySlug } from '#domain/territory/commune-index.ts';
import type { Services } from '#server/services.ts';

type Facts = Pick<Services, 'plans' | 'communes'>;

/** The regions where a team can be made: those whose plan is public. */
export const regionsOfTeams = ({ plans }: Facts): RegionSlug[] =>
  [...plans.values()].flatMap(({ region }) => (region ? [region] : []));

/** The départements of the regions where a team can be made, each with its region. */
export const departementsOfTeams = (facts: Facts, regions: readonly RegionSlug[] = regionsOfTeams(facts)) =>
  regions.flatMap((slug) => {
    const region = regionBySlug(facts.communes, slug);
    const departements = region ? departementsOfRegion(facts.communes, region.code) : [];
    return departements.map(({ code, nom }) => ({ code, nom, region: slug }));
  });

/**
 * The rules on a team of this region, as they stand on a day and as they will when who is awaited has said yes; without
 * a plan, nothing is said of who is paid per centre.
 */
export function rulesOn(
  facts: Facts,
  region: RegionSlug,
  team: readonly TeamMember[],
  day: string,
): CompositionReading {
  const plan = [...facts.plans.values()].find((one) => one.region === region);
  const period = plan && (periodOn(plan, day) ?? plan.periodes.at(-1));
  return readComposition(team, { day, paidPerCentre: period?.regles.centreMonoMaximum.valeur ?? null });
}
