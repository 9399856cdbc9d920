import type { SimulatedYear } from '#domain/simulator/simulate.ts';
import type { Tally } from '#domain/simulator/tally.ts';
import type { Person } from '#domain/simulator/team.ts';
import type { NameOf } from './indemnities.ts';
import type { Hypothesis } from './plan-hypotheses.ts';
import { capsInWords, outcomesInWords, totalNotes } from './simulated-year.ts';
import { personName } from './simulator.ts';

type Row = readonly (string | number | null)[];

const header = [
  'rubrique',
  'libelle',
  'nombre',
  'plafond',
  'montant_euros',
  'en_attente_euros',
  'a_fixer',
  'precision',
];

/** « 135.00 »: numbers of open data have a point, and a spreadsheet reads them. */
const inEuros = (cents: number): string => `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

/** An amount that is wholly unknown leaves its cell empty: never a zero. */
const amounts = ({ knownCents, waitingCents, toFix }: Tally) => [
  toFix > 0 && knownCents === 0 ? null : inEuros(knownCents),
  inEuros(waitingCents),
  toFix,
];

/** A simulated year as the rows of a CSV file: total, actions, people, caps, envelope, hypotheses, sources. */
export function simulationRows(
  year: SimulatedYear,
  facts: {
    readonly team: string;
    readonly people: readonly Person[];
    readonly titles: readonly string[];
    readonly nameOf: NameOf;
    readonly hypotheses: readonly Hypothesis[];
    readonly sources: readonly string[];
  },
): Row[] {
  const { groups, people, envelope, total } = year;
  const { envelopeCents, engagedCents } = envelope;
  const names = new Map(facts.people.map((person) => [person.id, personName(person)]));
  return [
    header,
    ['equipe', facts.team, facts.people.length, null, null, null, null, null],
    [
      'total',
      `Total pour l’équipe en ${year.year}${total.toFix > 0 ? ' (au moins)' : ''}`,
      null,
      null,
      ...amounts(total),
      totalNotes(year, facts.nameOf).join(' '),
    ],
    ...groups.map((group, index) => [
      'action',
      facts.titles[index] ?? group.planned.type,
      group.planned.nombre,
      null,
      ...amounts(group.tally),
      outcomesInWords(group, facts.nameOf)
        .map(({ sum, why }) => (why ? `${sum} : ${why}` : `${sum}.`))
        .join(' '),
    ]),
    ...people.map(({ memberId, tally, attended, unpaid }) => [
      'personne',
      names.get(memberId) ?? memberId,
      attended,
      null,
      ...amounts(tally),
      unpaid > 0 ? `${unpaid} sans indemnité` : null,
    ]),
    ...capsInWords(year).map(({ nom, counted, maximum, phrase }) => [
      'plafond',
      nom,
      counted,
      maximum,
      null,
      null,
      null,
      phrase,
    ]),
    ...(envelopeCents === null
      ? []
      : [
          [
            'enveloppe',
            'Enveloppe annuelle de l’équipe, écriture du projet non comprise',
            null,
            inEuros(envelopeCents),
            inEuros(engagedCents),
            inEuros(total.waitingCents),
            null,
            year.period?.enveloppe.mention ?? null,
          ],
        ]),
    ...facts.hypotheses.map(({ phrase, mention }) => ['hypothese', phrase, null, null, null, null, null, mention]),
    ...facts.sources.map((source) => ['source', source, null, null, null, null, null, null]),
  ];
}
