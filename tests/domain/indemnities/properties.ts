import assert from 'node:assert/strict';
import fc from 'fast-check';
import { paidActionTypes } from '#domain/indemnities/action-type.ts';
import { codeOf, type Decision } from '#domain/indemnities/decision.ts';
import { evaluate } from '#domain/indemnities/evaluate.ts';
import { type Evaluation, evaluationSchema } from '#domain/indemnities/evaluation.schema.ts';
import { healthProfessions, partnerProfessions } from '#domain/people/profession.ts';
import { simulate } from '#domain/simulator/simulate.ts';
import { simulationSchema } from '#domain/simulator/simulation.schema.ts';
import { explanation, reasonSentence } from '../../../src/messages/indemnities/indemnities.ts';
import { paysDeLaLoire } from './team.ts';

const today = '2026-11-22';
const decide = (request: Evaluation): Decision => evaluate(paysDeLaLoire, request, today);

const usual = ['medecin-generaliste', 'infirmier', 'pharmacien', 'masseur-kinesitherapeute'] as const;

const person = fc.record({
  profession: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.constantFrom(...healthProfessions) },
  ),
  exercice: fc.constantFrom('liberal', 'liberal', 'liberal', 'centre-mono', 'salarie'),
  centre: fc.constantFrom('C1', 'C1', 'C2'),
  mspOuCdsPluri: fc.oneof({ weight: 30, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  au: fc.oneof({ weight: 30, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constant('2026-05-31') }),
});

const team = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 3, maxLength: 9, size: 'max' }),
    fc.array(person, { minLength: 9, maxLength: 9 }),
    fc.boolean(),
  )
  .map(([numbers, people, withRpps]) =>
    numbers.map((number, index) => ({
      ...people[index]!,
      id: `P${number}`,
      rpps: withRpps ? String(10_000_000_000 + ((number * 37) % 101)) : null,
      du: '2025-01-01',
    })),
  );

const count = (max: number) => fc.integer({ min: 0, max });

/** Requests that mostly pass the first checks, so that prices are reached. */
const request = team.chain((membres) => {
  const ids = membres.map(({ id }) => id);
  const some = fc.shuffledSubarray(ids);
  const few = fc.shuffledSubarray(ids, { minLength: 2, maxLength: 3 });
  const most = fc.shuffledSubarray(ids, { minLength: ids.length - 1 });
  return fc
    .record({
      type: fc.constantFrom(...paidActionTypes),
      participants: fc.oneof(
        { weight: 4, arbitrary: few },
        { weight: 4, arbitrary: most },
        { weight: 1, arbitrary: some },
      ),
      referentRank: fc.constantFrom(0, 0, 1, 2, 9, null),
      patientPresent: fc.constantFrom(true, true, false),
      horsNomenclature: fc.constantFrom([], ['temps d’éducation'], ['temps d’éducation']),
      designes: some,
      declared: fc.oneof({ weight: 3, arbitrary: count(7) }, { weight: 1, arbitrary: count(13) }),
      engageCentimes: fc.oneof(fc.constant(0), count(1_100_000)),
      staffRate: fc.constantFrom(undefined, null, { A: 7501, B: 6003 }),
    })
    .map(({ declared, engageCentimes, staffRate, referentRank, ...action }) =>
      evaluationSchema.parse({
        plan: 'pays-de-la-loire',
        reglages: staffRate === undefined ? {} : { tarifStaffCentimes: staffRate },
        convention: { signeeLe: '2026-01-15' },
        membres,
        dejaDeclarees: { '2026': { [action.type]: declared } },
        engageCentimes,
        action: {
          ...action,
          referent: referentRank === null ? null : (action.participants[referentRank] ?? 'absent'),
          date: '2026-06-10',
        },
      }),
    );
});

const summary = ({ decision, reason, lines, totalCents, payable }: Decision) => ({
  decision,
  reason,
  lines,
  totalCents,
  payable,
});
const amounts = ({ lines }: Decision) => Object.fromEntries(lines.map(({ memberId, cents }) => [memberId, cents]));
const withPerson = (input: Evaluation, added: Evaluation['membres'][number]): Evaluation => ({
  ...input,
  membres: [...input.membres, added],
  action: { ...input.action, participants: [...input.action.participants, added.id] },
});
const newcomer = (
  facts: Pick<Evaluation['membres'][number], 'profession' | 'exercice'>,
): Evaluation['membres'][number] => ({
  id: 'P0',
  rpps: null,
  centre: null,
  du: '2025-01-01',
  au: null,
  mspOuCdsPluri: false,
  ...facts,
});

function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}

const year = fc
  .tuple(
    team,
    fc.array(fc.tuple(fc.constantFrom(...paidActionTypes), count(14), fc.boolean()), { maxLength: 8 }),
    fc.constantFrom(undefined, null, 300_001),
  )
  .map(([membres, groups, envelope]) =>
    simulationSchema.parse({
      plan: 'pays-de-la-loire',
      annee: 2026,
      reglages: envelope === undefined ? {} : { enveloppeAnnuelleCentimes: envelope },
      membres: membres.map((one) => ({ ...one, au: null })),
      actions: groups.map(([type, nombre, all]) => ({
        type,
        nombre,
        referent: membres[0]!.id,
        participants: membres.slice(0, all ? 9 : 3).map(({ id }) => id),
      })),
    }),
  );

const property = <Input>(name: string, input: fc.Arbitrary<Input>, check: (input: Input) => void) => ({
  name,
  property: fc.property(input, check),
});

/** What holds of every decision, whatever the team and the action. */
export const properties = [
  property('the lines make the total, to the cent, and none is negative', request, (input) => {
    const { decision, lines, totalCents } = decide(input);
    const cents = lines.map((line) => line.cents);
    if (totalCents === null)
      assert(decision === 'REFUSED' ? lines.length === 0 : lines.length === 0 || cents.includes(null));
    else
      assert.equal(
        cents.reduce<number>((sum, each) => sum + each!, 0),
        totalCents,
      );
    assert(cents.every((each) => each === null || (Number.isInteger(each) && each >= 0)));
    if (decision === 'ACCEPTED')
      assert.deepEqual(new Set(lines.map(({ memberId }) => memberId)), new Set(input.action.participants));
  }),
  property('a protocol gives exactly its lump sum, and no two shares differ by more than a cent', request, (input) => {
    const { decision, lines, payable } = decide(input);
    const lumpSum = { 'protocole-simple': 40_000, 'protocole-complexe': 70_000 }[input.action.type];
    if (lumpSum === undefined || decision === 'REFUSED' || payable.length === 0) return;
    const shares = lines.filter(({ memberId }) => payable.includes(memberId)).map(({ cents }) => cents!);
    assert.equal(
      shares.reduce((sum, share) => sum + share, 0),
      lumpSum,
    );
    assert(Math.max(...shares) - Math.min(...shares) <= 1);
    assert.deepEqual(
      shares,
      shares.toSorted((a, b) => b - a),
      'the odd cents go to the first in the stable order',
    );
  }),
  property(
    'the order in which people are typed changes nothing',
    fc.tuple(request, fc.infiniteStream(count(1_000_000))),
    ([input, random]) => {
      const shuffled = <Item>(items: readonly Item[]) =>
        items
          .map((item) => ({ item, at: random.next().value as number }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ item }) => item);
      const { participants, designes } = input.action;
      const other = {
        ...input,
        membres: shuffled(input.membres),
        action: { ...input.action, participants: shuffled(participants), designes: shuffled(designes) },
      };
      const [one, two] = [decide(input), decide(other)];
      assert.deepEqual(summary(two), summary(one));
    },
  ),
  property(
    'a partner changes nothing',
    fc.tuple(request, fc.constantFrom(...partnerProfessions), count(5)),
    ([input, profession, partenaires]) => {
      const other = withPerson(input, newcomer({ profession, exercice: 'salarie' }));
      assert.deepEqual(summary(decide({ ...other, action: { ...other.action, partenaires } })), summary(decide(input)));
    },
  ),
  property(
    'one more employee changes no line of a RCP that passed',
    fc.tuple(request, fc.constantFrom(...healthProfessions)),
    ([input, profession]) => {
      const before = decide(input);
      if (!input.action.type.startsWith('rcp') || before.decision === 'REFUSED') return;
      const after = decide(withPerson(input, newcomer({ profession, exercice: 'salarie' })));
      assert.deepEqual({ ...amounts(after), P0: undefined }, { ...amounts(before), P0: undefined });
      assert.equal(amounts(after).P0, 0);
      assert.equal(after.totalCents, before.totalCents);
    },
  ),
  property('nobody is paid beyond the cap', request, (input) => {
    const { decision } = decide(input);
    const cap = {
      'rcp-avec-patient': 12,
      'rcp-sans-patient': 10,
      staff: 12,
      'protocole-simple': 8,
      'protocole-complexe': 8,
    }[input.action.type];
    const declared = Object.values(input.dejaDeclarees['2026'] ?? {}).reduce((sum, each) => sum + (each ?? 0), 0);
    if (cap !== undefined && declared >= cap) assert.equal(decision, 'REFUSED');
  }),
  property('nothing accepted passes the envelope, and the writing never looks at it', request, (input) => {
    const { decision, reason, totalCents } = decide(input);
    if (input.action.type === 'redaction-projet') assert.notEqual(reason?.code, 'ENVELOPPE_DEPASSEE');
    else if (decision === 'ACCEPTED') assert(input.engageCentimes + totalCents <= 1_000_000);
  }),
  property('employees are never paid, and at most two people of a centre', request, (input) => {
    const { decision, payable, lines } = decide(input);
    if (decision === 'REFUSED') return;
    const paid = input.membres.filter(({ id }) => payable.includes(id));
    assert(paid.every(({ exercice }) => exercice !== 'salarie'));
    for (const centre of ['C1', 'C2'])
      assert(paid.filter((one) => one.exercice === 'centre-mono' && one.centre === centre).length <= 2);
    assert(
      lines.every(({ memberId, cents, reason }) =>
        payable.includes(memberId) ? reason === null : reason !== null && cents === 0,
      ),
    );
  }),
  property('the same request gives the same answer, and is left as it was', request, (input) => {
    const frozen = freeze(structuredClone(input));
    assert.deepEqual(decide(frozen), decide(input));
    assert.deepEqual(frozen, input);
  }),
  property('every answer is said and explained in French, without a hole', request, (input) => {
    const decision = decide(input);
    const sentences = [
      ...explanation(decision, (id) => id),
      ...(decision.reason ? [reasonSentence(decision.reason, (id) => id), codeOf(decision.reason)] : []),
    ];
    assert(sentences.length > 0);
    for (const sentence of sentences)
      assert(!/undefined|null|NaN|\[object/.test(sentence) && sentence.length > 5, sentence);
    const explained = decision.steps.filter((step) => 'memberId' in step && step.step !== 'referent').length;
    assert.equal(explained >= decision.lines.length, true);
  }),
  property('the steps of a line make its amount', request, (input) => {
    const { steps, lines } = decide(input);
    for (const { memberId, cents } of lines) {
      if (cents === null) continue;
      const parts = steps.map((step) =>
        'memberId' in step && step.memberId === memberId && 'cents' in step && (step.step !== 'referent' || step.paid)
          ? step.cents
          : 0,
      );
      assert.equal(
        parts.reduce((sum, part) => sum + part, 0),
        cents,
      );
    }
  }),
  property('a year passes neither caps nor envelope, and its people receive what its actions pay', year, (input) => {
    const { groups, people, caps, envelope, total } = simulate(paysDeLaLoire, input);
    for (const { cap, used } of caps) assert(cap.maximumAnnuel === null || used <= cap.maximumAnnuel);
    assert(envelope.envelopeCents === null || envelope.engagedCents <= envelope.envelopeCents);
    assert.equal(
      people.reduce((sum, { tally }) => sum + tally.knownCents, 0),
      total.knownCents,
    );
    const asked = input.actions.reduce((sum, { nombre }) => sum + nombre, 0);
    assert.equal(
      groups.flatMap(({ outcomes }) => outcomes).reduce((sum, outcome) => sum + outcome.count, 0),
      asked,
    );
  }),
];
