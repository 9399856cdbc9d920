import { awaitedIn, type ProjectState } from './life.ts';

/** A state of a project and the instant (ISO, UTC) at which it began. */
export type Stage = { readonly etat: ProjectState; readonly depuis: string };

/** How long decided projects waited for the association and the ARS, in days; null while too few were decided. */
export type ProcessingTimes = { readonly nombre: number; readonly mediane: number; readonly quatreVingts: number };

/** Under this many decided projects, a figure says more of one team than of the time that it takes. */
export const fewestDecided = 5;

const dayInMs = 86_400_000;

/**
 * Days from the first deposit to the decision, without those at the team: while corrections are asked for, the clock of
 * the association stands still. Null as long as no decision was taken.
 */
export function daysInReview(stages: readonly Stage[]): number | null {
  const decided = stages.findIndex(({ etat }) => etat === 'reconnu' || etat === 'refuse');
  if (decided < 0) return null;
  const ms = stages.slice(0, decided).reduce((total, { etat, depuis }, index) => {
    const party = awaitedIn(etat);
    if (party !== 'instructeur' && party !== 'ars') return total;
    return total + Date.parse(stages[index + 1]!.depuis) - Date.parse(depuis);
  }, 0);
  return ms / dayInMs;
}

/** The median and the 80th percentile, by the nearest rank: days that some project really took. */
export function processingTimes(projects: readonly (readonly Stage[])[]): ProcessingTimes | null {
  const days = projects
    .map(daysInReview)
    .filter((value) => value !== null)
    .sort((a, b) => a - b);
  if (days.length < fewestDecided) return null;
  const rank = (share: number): number => Math.ceil(days[Math.ceil(share * days.length) - 1]!);
  return { nombre: days.length, mediane: rank(0.5), quatreVingts: rank(0.8) };
}
