import { designatedAmong, isWithinReach, participantsOf, referentOf } from './participants.ts';
import type { PlannedRow, SimulatorQuery } from './query.ts';
import { hasReferent } from './rows.ts';
import type { Simulation } from './simulation.schema.ts';
import { centreOf, type Person, peopleOf } from './team.ts';

/** The planned rows that a simulation counts: those of some action, that the team is large enough to hold. */
export function countedRows({ actions, equipe }: SimulatorQuery): PlannedRow[] {
  const people = peopleOf(equipe);
  return actions.filter(({ row, nombre }) => nombre > 0 && isWithinReach(row, people));
}

/** The year that an address describes, as the engine of the indemnities reads it: one group of actions a counted row. */
export function simulationOf(query: SimulatorQuery, centreMaximum: number): Simulation {
  const { plan, annee, au, equipe, designes } = query;
  const people = peopleOf(equipe);
  return {
    plan: plan.id,
    annee,
    datePlan: au ?? undefined,
    reglages: {},
    membres: people.map(asMember),
    actions: countedRows(query).map(({ row, nombre, choice }) => {
      const participants = participantsOf(row, choice, people);
      return {
        type: row.type,
        nombre,
        participants,
        referent: hasReferent(row) ? referentOf(choice, participants, people) : null,
        patientPresent: true,
        partenaires: 0,
        designes: designatedAmong(participants, designes, people, centreMaximum),
      };
    }),
    dejaDeclarees: {},
    engageCentimes: 0,
    redactionsIndemnisees: [],
  };
}

const asMember = (person: Person): Simulation['membres'][number] => {
  const centre = centreOf(person);
  return {
    id: person.id,
    rpps: null,
    profession: person.profession,
    exercice: centre ? 'centre-mono' : person.exercice === 'salarie' ? 'salarie' : 'liberal',
    centre,
    du: null,
    au: null,
    mspOuCdsPluri: person.exercice === 'msp',
  };
};
