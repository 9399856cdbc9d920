import { z } from 'zod';
import { finessSchema } from '#domain/people/finess.ts';
import { healthProfessions } from '#domain/people/profession.ts';
import { rppsSchema } from '#domain/people/rpps.ts';
import { civilDateSchema } from '#domain/shared/civil-date.ts';

/** How a member practises: on their own account, in a care centre of one profession, or otherwise employed (S0). */
export const practices = ['liberal', 'centre-mono', 'salarie'] as const;
export type Practice = (typeof practices)[number];

const oneLine = (name: string, min: number, max: number) =>
  z
    .string()
    .trim()
    .min(min, min === 1 ? `Indiquez ${name}.` : `Écrivez ${name} en ${min} caractères au moins.`)
    .max(max, `Écrivez ${name} en ${max} caractères au plus.`)
    .regex(/^[^\p{Cc}]*$/u, { error: `Écrivez ${name} sur une seule ligne.`, abort: true })
    // Marks that turn the direction of writing make one name show as another.
    .regex(/^\P{C}*$/u, `Écrivez ${name} sans caractère invisible.`);

/** A care centre of one profession: its name and the number by which two members are known to share it. */
const centreSchema = z.strictObject({ nom: oneLine('le nom du centre', 2, 120), finess: finessSchema });
export type Centre = z.infer<typeof centreSchema>;

/** Another ESP CLAP of the member; S0 allows it « dès lors que » patients are shared, which the member says. */
const otherTeamSchema = z.strictObject({ nom: oneLine('le nom de l’équipe', 3, 80), patientsCommuns: z.boolean() });

/** What a team knows of one of its members. The life of the row (id, account, role) belongs to whoever keeps it. */
export const memberSchema = z
  .strictObject({
    nom: oneLine('le nom', 1, 80),
    prenom: oneLine('le prénom', 1, 80),
    profession: z.enum(healthProfessions, { error: 'Choisissez une profession de santé de la liste.' }),
    /** Null until it is known. */
    rpps: rppsSchema.nullable().default(null),
    exercice: z.enum(practices, { error: 'Choisissez le mode d’exercice.' }),
    centre: centreSchema.nullable().default(null),
    /** INSEE code of the commune of practice; that it exists is checked against the communes of today. */
    commune: z.string().regex(/^(?:\d{2}|2[AB])\d{3}$/, 'Choisissez la commune d’exercice dans la liste.'),
    messagerie: z
      .string()
      .trim()
      .max(254, 'Cette adresse est trop longue.')
      .pipe(z.email('Écrivez l’adresse de messagerie sécurisée, par exemple prenom.nom@domaine.mssante.fr.'))
      .nullable()
      .default(null),
    entree: civilDateSchema,
    /** Last day in the team. */
    sortie: civilDateSchema.nullable().default(null),
    /** The day when the member attested to practise neither in an MSP nor in a pluriprofessional centre (S0). */
    attestation: civilDateSchema.nullable().default(null),
    autresEspClap: z.array(otherTeamSchema).max(10, 'Indiquez dix équipes au plus.').default([]),
    /** The CPTS that the member belongs to, which S0 allows. */
    cpts: oneLine('le nom de la CPTS', 2, 120).nullable().default(null),
  })
  .superRefine(({ exercice, centre, entree, sortie }, context) => {
    const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (exercice === 'centre-mono' && centre === null)
      issue('centre', 'Indiquez le nom et le numéro FINESS du centre.');
    if (exercice !== 'centre-mono' && centre !== null) {
      issue('centre', 'Un centre ne s’indique que pour un exercice en centre de soins mono-professionnel.');
    }
    if (sortie !== null && sortie < entree) issue('sortie', 'Le départ précède l’arrivée dans l’équipe.');
  });
export type Member = z.infer<typeof memberSchema>;
/** A member as forms and clients write it, before the defaults. */
export type MemberInput = z.input<typeof memberSchema>;
