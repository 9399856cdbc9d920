import type { APIRoute } from 'astro';
import { exportTeam } from '#server/team/export-team.ts';
import { refusalOf } from '../../../../doors/refusal.ts';
import { teamIdOf, teamInAddress } from '../../../../doors/team/team-needs.ts';
import { visitOf } from '../../../../doors/visit.ts';

export const prerender = false;

/** What the team knows, for its members and those who pay it, as one file. */
export const GET: APIRoute = async (context) => {
  const visit = await visitOf(context);
  const stop = await refusalOf(visit, 'exporter', await teamInAddress(visit));
  if (stop) return stop;
  return new Response(`${JSON.stringify(await exportTeam(visit.services, teamIdOf(visit), visit.now), null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="equipe-${visit.today}.json"`,
    },
  });
};
