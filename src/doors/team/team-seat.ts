import type { Actor } from '#domain/access/roles.ts';

/** Whether someone is référent of a team today: what pages word differently. Rights are asked of `can`. */
export const leads = ({ equipes }: Actor, teamId: string): boolean =>
  equipes.some(({ equipe, role }) => equipe === teamId && role === 'referent');
