import type { ActionFacts } from './action-facts.ts';
import type { Warning } from './decision.ts';

/** What a person should look at in an action that the rules let pass. */
export const warningsOf = (facts: ActionFacts): Warning[] => [
  ...declaredElsewhere(facts),
  ...paidTwice(facts),
  ...late(facts),
];

function declaredElsewhere({ professionals, request, type }: ActionFacts): Warning[] {
  const twins = request.autresEquipes.filter((other) => other.type === type && other.date === request.action.date);
  return professionals
    .filter(({ id }) => twins.some(({ membre }) => membre === id))
    .map(({ id }) => ({ code: 'W_DOUBLON_POSSIBLE', membre: id }));
}

/** A protocol beyond the nomenclature may already pay the meetings and care plans that it is made of. */
function paidTwice({ request, type }: ActionFacts): Warning[] {
  const { protocole } = request.action;
  const isCarePlanOrMeeting = type === 'pps' || type === 'rcp-avec-patient' || type === 'rcp-sans-patient';
  return isCarePlanOrMeeting && protocole !== null ? [{ code: 'W_CUMUL_A_VERIFIER', protocole }] : [];
}

const millisecondsPerDay = 86_400_000;

function late({ request, today, period }: ActionFacts): Warning[] {
  const delai = period.regles.delaiDeclarationJours.valeur;
  const jours = (Date.parse(today) - Date.parse(request.action.date)) / millisecondsPerDay;
  return delai !== null && jours > delai ? [{ code: 'W_DECLARATION_TARDIVE', jours, delai }] : [];
}
