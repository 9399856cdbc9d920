import { z } from 'zod';
import { fieldKeySchema, fieldSchema } from '#domain/form/field.schema.ts';
import { formFaults } from '#domain/form/form.schema.ts';
import { issueOf } from '#domain/shared/refusal.ts';

/** The forms that a projet de santé may be written on. A project stays on the one that it was begun with. */
export const projectFormIds = ['projet-de-sante-1'] as const;
export type ProjectFormId = (typeof projectFormIds)[number];
/** The one that projects begin with. */
export const currentProjectForm: ProjectFormId = 'projet-de-sante-1';

const sectionSchema = z.strictObject({
  cle: fieldKeySchema,
  titre: z.string().min(1),
  aide: z.string().min(1),
  /** What a team might write, shown beside the section under `mentionExemple`. */
  exemple: z.string().min(1),
  champs: z.array(fieldSchema).min(1),
});

/** A form of `data/dossier`: sections with their help and an example, which says that nobody wrote it. */
export const projectFormSchema = z
  .strictObject({
    formulaire: z.enum(projectFormIds),
    mentionExemple: z.string().min(1),
    sections: z.array(sectionSchema).min(1),
  })
  .superRefine((form, context) => {
    for (const fault of formFaults(form)) context.addIssue(issueOf(fault));
  });
export type ProjectForm = Readonly<z.infer<typeof projectFormSchema>>;
