import type { DailyJob } from '#domain/site/daily-job.ts';

/** What each daily job does, as its administrator reads it. */
export const jobNames: Readonly<Record<DailyJob, string>> = {
  'purger-comptes': 'Effacer les sessions, liens, essais et réponses de formulaires dont le temps est passé',
  'purger-courriels': 'Effacer les courriels de plus de trente jours',
  'purger-groupes': 'Effacer les groupes de l’assistant dont la date est passée',
  'expirer-invitations': 'Noter les invitations dont le dernier jour est passé',
};

/** « 12 ms », « 3,4 s », « 2 min ». */
export function durationWords(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)}\u00a0ms`;
  if (ms < 60_000) return `${(Math.round(ms / 100) / 10).toLocaleString('fr-FR')}\u00a0s`;
  return `${Math.round(ms / 60_000)}\u00a0min`;
}

type End = { readonly begun: Date; readonly ended: Date; readonly failure: string | null };

/** How a run ended, for the log of the server. */
export function jobLine(job: DailyJob, { begun, ended, failure }: End): string {
  const duration = durationWords(ended.getTime() - begun.getTime());
  return failure === null
    ? `Travail quotidien « ${job} » : fait en ${duration}.`
    : `Travail quotidien « ${job} » : échec après ${duration} (${failure}). Nouvel essai dans une heure.`;
}

type Last = {
  readonly commenceLe: string;
  readonly finiLe: string | null;
  readonly echec: string | null;
  readonly prochainLe: string;
};

/** Where a job stands, and why it failed. A run that nobody ended in its time was cut by a stop of the site. */
export function jobState(last: Last | null, now: string): string {
  if (last === null) return 'jamais commencé';
  if (last.finiLe === null || last.finiLe < last.commenceLe) return last.prochainLe > now ? 'en cours' : 'interrompu';
  return last.echec === null ? 'fait' : `échec : ${last.echec}`;
}
