import { createHash } from 'node:crypto';
import { and, asc, eq, inArray, not } from 'drizzle-orm';
import type { Verb } from '#domain/access/rights.ts';
import type { DraftRow } from '#domain/dossier/draft.ts';
import type { ProjectState } from '#domain/dossier/life.ts';
import { accept, type Result, refuse } from '#domain/shared/result.ts';
import type { CommuneIndex } from '#domain/territory/commune-index.ts';
import { projectObject } from '../access/find-object.ts';
import type { Denied } from '../access/permit.ts';
import type { Reader, Writer } from '../db/client.ts';
import { projet, projetReponse, projetVersion } from '../db/schema/dossier.ts';
import type { Plans } from '../plans/read-plans.ts';
import type { TeamNeeds } from '../team/team-store.ts';
import type { ProjectForms } from './read-project-forms.ts';

export type ProjectRow = typeof projet.$inferSelect;
export type VersionRow = typeof projetVersion.$inferSelect;
type Read = Pick<Reader | Writer, 'select'>;

/** What the verbs of a project need of the outside. */
export type ProjectNeeds = Pick<TeamNeeds, 'database' | 'now' | 'today' | 'newId' | 'actor' | 'permit'> & {
  readonly forms: ProjectForms;
  readonly plans: Plans;
  readonly communes: CommuneIndex;
};

/** The answer of a verb of projects; `INTROUVABLE` when a row went away between the question and the act. */
export type ProjectResult<Value, Refusal> = Promise<Result<Value, Refusal | Denied | { readonly code: 'INTROUVABLE' }>>;

export const readProject = async (db: Read, id: string): Promise<ProjectRow | null> =>
  (await db.select().from(projet).where(eq(projet.id, id)).limit(1))[0] ?? null;

/** The project, once whoever acts may do this to it: asked in the transaction of the act. */
export async function permittedProject(
  tx: Writer,
  { permit }: Pick<ProjectNeeds, 'permit'>,
  projectId: string,
  verb: Verb<'projet'>,
): ProjectResult<ProjectRow, never> {
  const permitted = await permit(tx, verb, await projectObject(tx, projectId));
  if (!permitted.ok) return permitted;
  const project = await readProject(tx, projectId);
  return project ? accept(project) : refuse({ code: 'INTROUVABLE' });
}

const over = ['refuse', 'abandonne', 'resilie'] as const satisfies readonly ProjectState[];

/** The project of a team that lives; the others are over. */
export const livingProject = async (db: Read, teamId: string): Promise<ProjectRow | null> =>
  (
    await db
      .select()
      .from(projet)
      .where(and(eq(projet.equipeId, teamId), not(inArray(projet.etat, [...over]))))
      .limit(1)
  )[0] ?? null;

export const draftRows = (db: Read, projectId: string): Promise<DraftRow[]> =>
  db
    .select({ champ: projetReponse.champ, valeur: projetReponse.valeur })
    .from(projetReponse)
    .where(eq(projetReponse.projetId, projectId))
    .orderBy(asc(projetReponse.champ));

export const readVersion = async (db: Read, projectId: string, numero: number): Promise<VersionRow | null> =>
  (
    await db
      .select()
      .from(projetVersion)
      .where(and(eq(projetVersion.projetId, projectId), eq(projetVersion.numero, numero)))
      .limit(1)
  )[0] ?? null;

/** The fingerprint of a version: SHA-256 of its canonical JSON, in hexadecimal. */
export const fingerprint = (contenu: string): string => createHash('sha256').update(contenu).digest('hex');

/** The object of every line of the log about a project. */
export const projectInLog = (id: string) => ({ type: 'projet', id });
