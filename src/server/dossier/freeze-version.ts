import { eq } from 'drizzle-orm';
import type { VersionRefusal } from '#domain/dossier/dossier-refusal.ts';
import { isWritable } from '#domain/dossier/life.ts';
import { accept, refuse } from '#domain/shared/result.ts';
import { appendAudit } from '../audit/audit-log.ts';
import { projet, projetVersion } from '../db/schema/dossier.ts';
import { currentDraft } from './current-draft.ts';
import { type ProjectNeeds, type ProjectResult, permittedProject, projectInLog, readVersion } from './project-store.ts';

export type FrozenVersion = { readonly numero: number; readonly empreinte: string; readonly isNew: boolean };

/** Freezes a whole draft, for its members to approve. When nothing changed, the last version is the one that counts. */
export const freezeVersion = (
  needs: ProjectNeeds,
  { projectId }: { readonly projectId: string },
): ProjectResult<FrozenVersion, VersionRefusal> =>
  needs.database.write(async (tx) => {
    const { now, actor } = needs;
    const found = await permittedProject(tx, needs, projectId, 'figer');
    if (!found.ok) return found;
    const project = found.value;
    const draft = await currentDraft(tx, needs, project);
    if (!draft) return refuse({ code: 'INTROUVABLE' } as const);
    if (!isWritable(project.etat)) return refuse({ code: 'PROJET_ETAT', etat: project.etat } as const);
    const { contenu, empreinte, manquants } = draft;
    if (manquants.length > 0) return refuse({ code: 'PROJET_INCOMPLET', manquants } as const);
    const last = await readVersion(tx, projectId, project.version);
    if (last?.empreinte === empreinte) return accept({ numero: last.numero, empreinte, isNew: false });

    const numero = project.version + 1;
    const frozen = { figeeLe: now.toISOString(), figeePar: actor };
    await tx.insert(projetVersion).values({ projetId: projectId, numero, contenu, empreinte, ...frozen });
    await tx.update(projet).set({ version: numero }).where(eq(projet.id, projectId));
    const detail = { version: numero, empreinte };
    await appendAudit(tx, { at: now, actor, verb: 'figer-projet', object: projectInLog(projectId), detail });
    return accept({ numero, empreinte, isNew: true });
  });
