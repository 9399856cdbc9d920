import { and, eq } from 'drizzle-orm';
import type { VersionRefusal } from '#domain/dossier/dossier-refusal.ts';
import { isWritable } from '#domain/dossier/life.ts';
import { accept, refuse } from '#domain/shared/result.ts';
import { appendAudit } from '../audit/audit-log.ts';
import type { Reader, Writer } from '../db/client.ts';
import { projetApprobation } from '../db/schema/dossier.ts';
import { membersOf } from '../team/team-store.ts';
import { type CurrentDraft, currentDraft } from './current-draft.ts';
import {
  type ProjectNeeds,
  type ProjectResult,
  type ProjectRow,
  permittedProject,
  projectInLog,
  readVersion,
} from './project-store.ts';

export type Approval = {
  readonly projectId: string;
  readonly numero: number;
  /** The fingerprint that the member was shown. */
  readonly empreinte: string;
};

/** A member approves the very version that she was shown, as long as neither the draft nor the team changed since. */
export const approveVersion = (
  needs: ProjectNeeds,
  { projectId, numero, empreinte }: Approval,
): ProjectResult<void, VersionRefusal> =>
  needs.database.write(async (tx) => {
    const { now, actor } = needs;
    const found = await permittedProject(tx, needs, projectId, 'approuver');
    if (!found.ok) return found;
    const project = found.value;
    const draft = await currentDraft(tx, needs, project);
    if (!draft) return refuse({ code: 'INTROUVABLE' } as const);
    if (!isWritable(project.etat)) return refuse({ code: 'PROJET_ETAT', etat: project.etat } as const);
    const version = await readVersion(tx, projectId, project.version);
    if (version?.numero !== numero || version.empreinte !== empreinte) {
      return refuse({ code: 'VERSION_REMPLACEE', numero: project.version } as const);
    }
    if (draft.empreinte !== empreinte) return refuse({ code: 'PROJET_CHANGE', numero } as const);
    const own = (await membersOf(tx, project.equipeId)).filter(({ compteId }) => compteId === actor);
    const membreId = draft.content.membres.find(({ id }) => own.some((row) => row.id === id))?.id;
    if (membreId === undefined) return refuse({ code: 'HORS_VERSION' } as const);

    const approval = { projetId: projectId, numero, membreId, compteId: actor, empreinte, le: now.toISOString() };
    const written = await tx.insert(projetApprobation).values(approval).onConflictDoNothing().returning();
    if (written.length === 0) return accept(undefined);
    const detail = { version: numero, empreinte, membre: membreId };
    await appendAudit(tx, { at: now, actor, verb: 'approuver-projet', object: projectInLog(projectId), detail });
    return accept(undefined);
  });

/** The members who have not approved the draft as it is: all of them once it is not the version that was frozen. */
export async function missingApprovals(
  db: Pick<Reader | Writer, 'select'>,
  { id, version }: ProjectRow,
  { content, empreinte }: CurrentDraft,
): Promise<string[]> {
  const { projetId, numero } = projetApprobation;
  const approvals = await db
    .select()
    .from(projetApprobation)
    .where(and(eq(projetId, id), eq(numero, version), eq(projetApprobation.empreinte, empreinte)));
  return content.membres
    .map((member) => member.id)
    .filter((member) => !approvals.some((row) => row.membreId === member));
}
