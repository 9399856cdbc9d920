import { currentProjectForm } from '#domain/dossier/project-form.schema.ts';
import { accept } from '#domain/shared/result.ts';
import { projectToOpen } from '../access/find-object.ts';
import { appendAudit } from '../audit/audit-log.ts';
import { projet, projetEtape } from '../db/schema/dossier.ts';
import { livingProject, type ProjectNeeds, type ProjectResult, projectInLog } from './project-store.ts';

/** Opens the project of a team, or leads to the one that lives: a team writes one at a time. */
export const openProject = (
  { database, now, newId, actor, permit }: ProjectNeeds,
  { teamId }: { readonly teamId: string },
): ProjectResult<{ readonly projectId: string; readonly isNew: boolean }, never> =>
  database.write(async (tx) => {
    const permitted = await permit(tx, 'ouvrir', await projectToOpen(tx, teamId));
    if (!permitted.ok) return permitted;
    const living = await livingProject(tx, teamId);
    if (living) return accept({ projectId: living.id, isNew: false });

    const [id, at] = [newId(), now.toISOString()];
    const begun = { etat: 'brouillon', formulaire: currentProjectForm } as const;
    await tx.insert(projet).values({ id, equipeId: teamId, ...begun, creeLe: at });
    const stage = { rang: 1, etat: begun.etat, verbe: 'ouvrir' } as const;
    await tx.insert(projetEtape).values({ projetId: id, ...stage, depuis: at, par: actor });
    const detail = { equipe: teamId, formulaire: begun.formulaire };
    await appendAudit(tx, { at: now, actor, verb: 'ouvrir-projet', object: projectInLog(id), detail });
    return accept({ projectId: id, isNew: true });
  });
