import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ProjectForm,
  type ProjectFormId,
  projectFormIds,
  projectFormSchema,
} from '#domain/dossier/project-form.schema.ts';
import { readData } from '#domain/shared/data-file.ts';

export type ProjectForms = Readonly<Record<ProjectFormId, ProjectForm>>;

/**
 * Every form that a project may be on, from `data/dossier` under the root of the site.
 * @throws DataFileError for the first one that is not right.
 */
export const readProjectForms = (root: string): ProjectForms =>
  Object.fromEntries(
    projectFormIds.map((id) => [id, readForm(join(root, 'data/dossier', `${id}.json`))]),
  ) as ProjectForms;

const readForm = (file: string): ProjectForm =>
  readData(projectFormSchema, JSON.parse(readFileSync(file, 'utf8')), file);
