import type { Evaluation } from '#domain/indemnities/evaluation.schema.ts';
import type { Simulation } from './simulation.schema.ts';

export type PlannedAction = Simulation['actions'][number];

/** What a year has used so far. */
export type Books = Pick<Evaluation, 'dejaDeclarees' | 'engageCentimes' | 'redactionsIndemnisees'>;

const longAgo = '0001-01-01';

export const firstDay = (year: number): string => `${year}-01-01`;
export const lastDay = (year: number): string => `${year}-12-31`;

/** The request that each planned action of a simulation makes: its year is over, its convention signed. */
export function requestMaker(simulation: Simulation): (planned: PlannedAction, books: Books) => Evaluation {
  const { annee, reglages, plan } = simulation;
  const membres = simulation.membres.map((member) => {
    const du = member.du ?? longAgo;
    const isOfTheYear = du <= lastDay(annee) && (member.au === null || member.au >= firstDay(annee));
    return isOfTheYear ? { ...member, du: longAgo, au: null } : { ...member, du };
  });
  const wholeTeam = membres.filter(({ du, au }) => du === longAgo && au === null).map(({ id }) => id);
  return (planned, books) => ({
    plan,
    reglages,
    convention: { signeeLe: longAgo, finLe: null },
    membres,
    protocolesIndemnises: [],
    autresEquipes: [],
    ...books,
    action: {
      type: planned.type,
      date: lastDay(annee),
      participants: planned.participants ?? wholeTeam,
      referent: planned.referent,
      patientPresent: planned.patientPresent,
      partenaires: planned.partenaires,
      protocole: null,
      horsNomenclature: planned.horsNomenclature ?? ['prevu'],
      designes: planned.designes,
    },
  });
}
