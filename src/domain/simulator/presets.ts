import type { Period } from '#domain/indemnities/plan.schema.ts';
import { rowsOf } from './rows.ts';
import { type TeamRow, teamText } from './team.ts';

/** A general practitioner and a nurse in a modest year. */
export const duo = 'equipe=medecin-generaliste:1,infirmier:1';

/** Five people in a full year, with some STAFF, whose amount is not known. */
export const teamOfFive =
  'equipe=medecin-generaliste:1,infirmier:2,pharmacien:1,masseur-kinesitherapeute:1&pps-2=6&pps-3=4&rcp-avec-patient=6&rcp-sans-patient=6&staff=4&protocole-simple=1&protocole-complexe=1';

/** Every written cap of a period reached by this team; kinds that share a cap leave it to the last, the best paid. */
export function everyCap(period: Period, equipe: readonly TeamRow[]): string {
  const keys = new Set(rowsOf(period).map(({ key }) => key));
  const counts = period.plafonds.flatMap(({ actions, maximumAnnuel }) => {
    const key = actions.at(-1) ?? '';
    return maximumAnnuel !== null && keys.has(key) ? [`${key}=${maximumAnnuel}`] : [];
  });
  return [...(equipe.length > 0 ? [`equipe=${teamText(equipe)}`] : []), ...counts].join('&');
}
