import { z } from 'zod';
import { healthProfessions, partnerProfessions } from '#domain/people/profession.ts';
import { civilDateSchema } from '#domain/shared/civil-date.ts';
import { centsSchema } from '#domain/shared/money.ts';
import { otherActionTypes, paidActionTypes } from './action-type.ts';

/** What a request may have wrong, besides what zod says by itself. */
export type EvaluationRefusal =
  | 'NOM_COURT_ILLISIBLE'
  | 'IDENTIFIANT_ILLISIBLE'
  | 'IDENTIFIANT_REPETE'
  | 'IDENTIFIANT_DEJA_PRIS'
  | 'RPPS_ILLISIBLE'
  | 'RPPS_DEJA_PRIS'
  | 'CENTRE_ABSENT'
  | 'DEPART_AVANT_ARRIVEE'
  | 'ANNEE_ILLISIBLE'
  | 'CONVENTION_FINIE_AVANT_SIGNATURE';
const refused = (code: EvaluationRefusal): EvaluationRefusal => code;

export const slugSchema = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, refused('NOM_COURT_ILLISIBLE'));

/** An identifier chosen by whoever asks: never a name, and shown back as it came. */
export const idSchema = z
  .string()
  .max(64)
  .regex(/^[^\p{Cc}]+$/u, refused('IDENTIFIANT_ILLISIBLE'));

/** Ids that may not repeat: the same id twice is a slip of the hand. */
export const distinctIds = (max: number) =>
  z
    .array(idSchema)
    .max(max)
    .refine((ids) => new Set(ids).size === ids.length, refused('IDENTIFIANT_REPETE'));

export const memberShape = {
  id: idSchema,
  /** The odd cents go in the order of these 11 figures, where all have one. */
  rpps: z
    .string()
    .regex(/^\d{11}$/, refused('RPPS_ILLISIBLE'))
    .nullable()
    .default(null),
  profession: z.enum([...healthProfessions, ...partnerProfessions]),
  exercice: z.enum(['liberal', 'centre-mono', 'salarie']),
  centre: idSchema.nullable().default(null),
  /** Last day in the team. */
  au: civilDateSchema.nullable().default(null),
  mspOuCdsPluri: z.boolean().default(false),
};

type MemberFacts = { exercice: string; centre: string | null; du: string | null; au: string | null };

export function checkMember({ exercice, centre, du, au }: MemberFacts, context: z.RefinementCtx): void {
  if (exercice === 'centre-mono' && centre === null) {
    context.addIssue({ code: 'custom', path: ['centre'], message: refused('CENTRE_ABSENT') });
  }
  if (du !== null && au !== null && au < du) {
    context.addIssue({ code: 'custom', path: ['au'], message: refused('DEPART_AVANT_ARRIVEE') });
  }
}

export function checkTeam(members: readonly { id: string; rpps: string | null }[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  for (const [index, { id, rpps }] of members.entries()) {
    if (seen.has(`id ${id}`)) {
      context.addIssue({ code: 'custom', path: [index, 'id'], message: refused('IDENTIFIANT_DEJA_PRIS') });
    }
    if (rpps !== null && seen.has(`rpps ${rpps}`)) {
      context.addIssue({ code: 'custom', path: [index, 'rpps'], message: refused('RPPS_DEJA_PRIS') });
    }
    seen.add(`id ${id}`).add(`rpps ${rpps}`);
  }
}

const memberSchema = z.strictObject({ ...memberShape, du: civilDateSchema }).superRefine(checkMember);
export type ListedMember = z.infer<typeof memberSchema>;

export const settingsSchema = z.strictObject({
  /** Absent: the plan's own; null: no envelope. */
  enveloppeAnnuelleCentimes: centsSchema.nullable().optional(),
  /** Absent: the plan's own; null: no rate. */
  tarifStaffCentimes: z.strictObject({ A: centsSchema, B: centsSchema }).nullable().optional(),
});

/** Declared this year and the years around it: year → kind → number. */
export const declaredSchema = z.record(
  z.string().regex(/^\d{4}$/, refused('ANNEE_ILLISIBLE')),
  z.partialRecord(z.enum(paidActionTypes), z.int().min(0).max(10_000)),
);

/** What `POST /api/v1/indemnites/evaluation` receives. */
export const evaluationSchema = z.strictObject({
  plan: slugSchema,
  aujourdhui: civilDateSchema.optional(),
  reglages: settingsSchema.default({}),
  convention: z
    .strictObject({ signeeLe: civilDateSchema, finLe: civilDateSchema.nullable().default(null) })
    .refine(({ signeeLe, finLe }) => finLe === null || signeeLe <= finLe, {
      path: ['finLe'],
      message: refused('CONVENTION_FINIE_AVANT_SIGNATURE'),
    })
    .nullable()
    .default(null),
  membres: z.array(memberSchema).max(200).superRefine(checkTeam),
  /** The kinds of action that the team's project foresees; absent: all. */
  actionsPrevues: z
    .array(z.enum([...paidActionTypes, ...otherActionTypes]))
    .max(50)
    .optional(),
  dejaDeclarees: declaredSchema.default({}),
  engageCentimes: centsSchema.default(0),
  protocolesIndemnises: z.array(idSchema).max(500).default([]),
  redactionsIndemnisees: z.array(idSchema).max(200).default([]),
  /** The same professionals' actions declared by their other teams, if known: they only warn. */
  autresEquipes: z
    .array(z.strictObject({ membre: idSchema, type: slugSchema, date: civilDateSchema }))
    .max(500)
    .default([]),
  action: z.strictObject({
    type: slugSchema,
    date: civilDateSchema,
    participants: z.array(idSchema).max(100),
    referent: idSchema.nullable().default(null),
    patientPresent: z.boolean().nullable().default(null),
    /** How many partners came: they are never counted nor paid. */
    partenaires: z.int().min(0).max(1000).default(0),
    protocole: idSchema.nullable().default(null),
    horsNomenclature: z.array(z.string().trim().min(1).max(200)).max(50).default([]),
    /** Where a centre brings more than its share: its members who are paid. */
    designes: distinctIds(100).default([]),
  }),
});
export type Evaluation = z.infer<typeof evaluationSchema>;

/** An evaluation as clients write it, before the defaults. */
export type EvaluationInput = z.input<typeof evaluationSchema>;
