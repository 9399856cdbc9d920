import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { csvText } from '#domain/directory/csv.ts';
import { dayInParis } from '#domain/shared/civil-date.ts';
import { readSimulator } from '#domain/simulator/query.ts';
import { countedRows, simulationOf } from '#domain/simulator/request.ts';
import { simulate } from '#domain/simulator/simulate.ts';
import { problem } from '#server/http/problem.ts';
import { hypothesesOf } from '../messages/indemnities/plan-hypotheses.ts';
import { simulationRows } from '../messages/indemnities/simulation-csv.ts';
import { errorSentence, namesOfPeople, rowTitle, teamInWords } from '../messages/indemnities/simulator.ts';
import { frenchDay } from '../messages/shared/days.ts';

export const prerender = false;

/** The simulated year of the address as a CSV file; the address is that of the page. */
export const GET: APIRoute = async ({ url, locals: { services } }) => {
  const currentYear = Number(dayInParis(services.now()).slice(0, 4));
  const { query, period, people, errors } = readSimulator(url.searchParams, { plans: services.plans, currentYear });
  if (errors.length > 0) {
    const toCorrect = errors.map((error) => ({ champ: error.champ, message: errorSentence(error) }));
    return problem(400, 'Saisie à corriger', 'Un champ au moins est à corriger : voyez chacun.', toCorrect);
  }
  const counted = countedRows(query);
  const sources = (await getCollection('sources')).filter(({ id }) =>
    [period.source, ...period.enveloppe.sources].includes(id),
  );
  const rows = simulationRows(simulate(query.plan, simulationOf(query, period.regles.centreMonoMaximum.valeur)), {
    team: teamInWords(query.equipe),
    people,
    titles: counted.map(({ row }) => rowTitle(row, period)),
    nameOf: namesOfPeople(people),
    hypotheses: hypothesesOf(
      period,
      people,
      counted.map(({ row }) => row.type),
    ),
    sources: sources.map(
      ({ data: { titre, editeur, date, luLe } }) =>
        `${titre}, ${editeur}, ${date ?? 'sans date'}. Lu le ${frenchDay(luLe)}.`,
    ),
  });
  return new Response(csvText(rows), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="simulation.csv"',
    },
  });
};
