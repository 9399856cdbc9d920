import { z } from 'zod';
import { healthProfessions } from '#domain/people/profession.ts';
import { civilDateSchema } from '#domain/shared/civil-date.ts';
import { centsSchema } from '#domain/shared/money.ts';
import { issueOf } from '#domain/shared/refusal.ts';
import { regionSlugs } from '#domain/shared/region.ts';
import { sourceIdSchema } from '#domain/shared/source.schema.ts';
import { otherActionTypes, type PaidActionType, paidActionTypes } from './action-type.ts';
import { hypothesis } from './hypothesis.ts';
import { carePlanPaymentSchema, meetingPaymentSchema, writingPaymentSchema } from './payment.schema.ts';
import { type PeriodFault, periodFault } from './period-fault.ts';
import { planExampleSchema } from './plan-example.schema.ts';

export type PlanFault =
  | PeriodFault
  | { readonly code: 'REGLE_SANS_SOURCE' }
  | { readonly code: 'CONDITION_DEPLACEE'; readonly possible: ConditionName | null }
  | { readonly code: 'BORNE_SANS_PHRASE' }
  | { readonly code: 'PROFESSION_MAL_CLASSEE'; readonly profession: string; readonly fois: number }
  | {
      readonly code: 'ACTION_MAL_PLAFONNEE';
      readonly action: string;
      readonly plafonds: number;
      readonly attendus: number;
    }
  | { readonly code: 'ENVELOPPE_SANS_SOURCE' }
  | { readonly code: 'PLAN_PUBLIC_SANS_REGION' };

const sentence = z.string().min(10);
const sourced = { source: sourceIdSchema, luLe: civilDateSchema };
const mention = z.literal(hypothesis).nullable();

/** A value of the plan with the sentence that people read: it has a source, or it is marked as a hypothesis. */
const rule = <Value extends z.ZodType>(valeur: Value) =>
  z
    .strictObject({
      valeur,
      phrase: sentence,
      source: sourceIdSchema.nullable(),
      luLe: civilDateSchema.nullable(),
      mention,
    })
    .refine(
      ({ source, luLe, mention }) => (source === null ? mention !== null : luLe !== null),
      'REGLE_SANS_SOURCE' satisfies PlanFault['code'],
    );

const conditionNames = [
  'referent-designe',
  'patient-present',
  'medecin-generaliste-present',
  'hors-nomenclature-justifie',
] as const;
export type ConditionName = (typeof conditionNames)[number];

/** A kind of action, with the only condition that its rules know, if any. */
const action = <Payment extends z.ZodType>(paiement: Payment, condition?: ConditionName) =>
  z.strictObject({
    titre: z.string().min(3),
    /** The title inside a sentence, singular and plural: « RCP sans patient ». */
    court: z.strictObject({ un: z.string().min(3), plusieurs: z.string().min(3) }),
    description: sentence,
    unite: z.string().min(5),
    paiement,
    conditions: z
      .array(z.strictObject({ regle: z.enum(conditionNames), phrase: sentence, mention }))
      .superRefine((conditions, context) => {
        if (conditions.some(({ regle }) => regle !== condition))
          context.addIssue(issueOf<PlanFault>({ code: 'CONDITION_DEPLACEE', possible: condition ?? null }));
      }),
    ...sourced,
  });

const actionsSchema = z.strictObject({
  pps: action(carePlanPaymentSchema, 'referent-designe').optional(),
  'rcp-avec-patient': action(meetingPaymentSchema, 'patient-present').optional(),
  'rcp-sans-patient': action(meetingPaymentSchema).optional(),
  staff: action(meetingPaymentSchema, 'medecin-generaliste-present').optional(),
  'protocole-simple': action(meetingPaymentSchema).optional(),
  'protocole-complexe': action(meetingPaymentSchema, 'hors-nomenclature-justifie').optional(),
  'redaction-projet': action(writingPaymentSchema).optional(),
});

const capSchema = z.strictObject({
  nom: z.string().min(3),
  /** The kinds of action that share this counter. */
  actions: z.array(z.enum(paidActionTypes)).min(1),
  /** Null: no written cap. */
  maximumAnnuel: z.int().min(1).nullable(),
  mention,
  ...sourced,
});

const categoryGroupSchema = z.strictObject({
  /** Null: no source gives a rate for these professions. */
  categorie: z.enum(['A', 'B']).nullable(),
  professions: z.array(z.enum(healthProfessions)).min(1),
  phrase: sentence,
  mention,
  ...sourced,
});

const rulesSchema = z.strictObject({
  plafondPar: rule(z.literal('equipe')),
  periodePlafond: rule(z.literal('annee-civile')),
  actionsComptees: rule(z.literal('acceptees-et-en-attente')),
  partageProtocole: rule(z.literal('egal')),
  /** What becomes of the share of a participant who may not be paid. */
  partNonIndemnisee: rule(z.enum(['redistribuee', 'perdue'])),
  minimumProfessionnels: rule(z.int().min(1)),
  minimumProfessions: rule(z.int().min(1)),
  centreMonoMaximum: rule(z.int().min(1)),
  actionPrevueAuProjet: rule(z.boolean()),
  jourSignatureInclus: rule(z.boolean()),
  jourDepartInclus: rule(z.boolean()),
  /** Null: no deadline is written, nothing is late. */
  delaiDeclarationJours: rule(z.int().min(1).nullable()),
});

const periodSchema = z
  .strictObject({
    /** First and last day; null when the source gives no date: `noteDates` then says so. */
    du: civilDateSchema.nullable(),
    au: civilDateSchema.nullable(),
    noteDates: sentence.nullable(),
    ...sourced,
    nomsCategories: z.strictObject({ A: z.string().min(5), B: z.string().min(5) }),
    categories: z.array(categoryGroupSchema).min(1),
    actions: actionsSchema,
    plafonds: z.array(capSchema),
    enveloppe: z.strictObject({
      /** Per team and civil year; null: none is known. */
      enveloppeAnnuelleCentimes: centsSchema.nullable(),
      phrase: sentence,
      mention: z.string().min(10).nullable(),
      sources: z.array(sourceIdSchema),
      luLe: civilDateSchema.nullable(),
      redactionComprise: rule(z.literal(false)),
    }),
    regles: rulesSchema,
    horsBareme: z.array(
      z.strictObject({ type: z.enum(otherActionTypes), nom: z.string().min(3), cadre: sentence, ...sourced }),
    ),
  })
  .superRefine((period, context) => {
    const fault = (path: PropertyKey[], given: PlanFault) => context.addIssue(issueOf(given, path));
    if ((period.du === null || period.au === null) && period.noteDates === null) {
      fault(['noteDates'], { code: 'BORNE_SANS_PHRASE' });
    }
    const ranked = period.categories.flatMap(({ professions }) => professions);
    for (const profession of healthProfessions) {
      const times = ranked.filter((name) => name === profession).length;
      if (times !== 1) fault(['categories'], { code: 'PROFESSION_MAL_CLASSEE', profession, fois: times });
    }
    const capped = period.plafonds.flatMap(({ actions }) => actions);
    for (const type of Object.keys(period.actions) as PaidActionType[]) {
      const times = capped.filter((name) => name === type).length;
      const wanted = type === 'redaction-projet' ? 0 : 1;
      if (times !== wanted)
        fault(['plafonds'], { code: 'ACTION_MAL_PLAFONNEE', action: type, plafonds: times, attendus: wanted });
    }
    const { enveloppeAnnuelleCentimes, sources, luLe } = period.enveloppe;
    if (enveloppeAnnuelleCentimes !== null && (sources.length === 0 || luLe === null)) {
      fault(['enveloppe', 'sources'], { code: 'ENVELOPPE_SANS_SOURCE' });
    }
  });

/** A regional financing plan: the only place of its figures. A new year adds a period, it never edits an old one (D10). */
export const planSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
    region: z.enum(regionSlugs).nullable(),
    nom: z.string().min(5),
    /** False: a plan that only the tests read. */
    public: z.boolean(),
    periodes: z.array(periodSchema).min(1),
    exemples: z.array(planExampleSchema).min(1),
  })
  .superRefine((plan, context) => {
    if (plan.public && plan.region === null) {
      context.addIssue(issueOf<PlanFault>({ code: 'PLAN_PUBLIC_SANS_REGION' }, ['region']));
    }
    const wrong = periodFault(plan.periodes);
    if (wrong) context.addIssue(issueOf<PlanFault>(wrong.fault, ['periodes', wrong.index]));
  });

export type Plan = z.infer<typeof planSchema>;
export type Period = Plan['periodes'][number];
export type PaidAction = NonNullable<Period['actions'][PaidActionType]>;
export type Cap = Period['plafonds'][number];
export type Category = 'A' | 'B';
