import { and, eq, isNull } from 'drizzle-orm';
import type { ProjectMoveRefusal } from '#domain/dossier/dossier-refusal.ts';
import {
  moveProject as moveOf,
  type ProjectMove,
  type ProjectParty,
  type ProjectState,
  projectTransitions,
} from '#domain/dossier/life.ts';
import { accept, refuse } from '#domain/shared/result.ts';
import { isPresentOn } from '#domain/team/membership.ts';
import { appendAudit } from '../audit/audit-log.ts';
import type { Writer } from '../db/client.ts';
import { projet, projetEtape, projetVersion } from '../db/schema/dossier.ts';
import { equipe } from '../db/schema/teams.ts';
import { membersOf, teamInLog } from '../team/team-store.ts';
import { currentDraft } from './current-draft.ts';
import { changesOf, type Decision, factsOf, type MoveNeeds } from './move-facts.ts';
import { type ProjectResult, type ProjectRow, permittedProject, projectInLog, readProject } from './project-store.ts';

export type Move = {
  readonly projectId: string;
  /** Time moves by `activateProject` alone. */
  readonly move: Exclude<ProjectMove, 'activer'>;
  /** The revision that the decision was taken on. */
  readonly revision: number;
  readonly decision: Partial<Decision>;
};

export type Moved = { readonly etat: ProjectState; readonly revision: number };

/**
 * Moves a project along its life. The same move sent twice by the same person is made once; a decision taken on what
 * someone else has moved meanwhile is refused with where the project is.
 */
export const moveProject = (
  needs: MoveNeeds,
  { projectId, move, revision, decision }: Move,
): ProjectResult<Moved, ProjectMoveRefusal> =>
  needs.database.write(async (tx) => {
    const { actor, today } = needs;
    const found = await permittedProject(tx, needs, projectId, move);
    if (!found.ok) return found;
    const project = found.value;
    if (await isDone(tx, project, move, revision, actor))
      return accept({ etat: project.etat, revision: project.revision });
    if (project.revision !== revision) return refuse({ code: 'REVISION_DEPASSEE', etat: project.etat } as const);

    const seats = (await membersOf(tx, project.equipeId)).filter(
      (row) => row.compteId === actor && isPresentOn(row, today),
    );
    const party = partyOf(move, seats);
    if (!party) return refuse({ code: 'PROPRE_EQUIPE' } as const);
    return makeMove(tx, needs, { project, move, party, decision });
  });

/** What time alone does to a project: its convention takes effect on its day. */
export const activateProject = (
  needs: MoveNeeds,
  { projectId }: { readonly projectId: string },
): ProjectResult<Moved, ProjectMoveRefusal> =>
  needs.database.write(async (tx) => {
    const project = await readProject(tx, projectId);
    if (!project) return refuse({ code: 'INTROUVABLE' } as const);
    const bySystem = { ...needs, actor: 'systeme' };
    return makeMove(tx, bySystem, { project, move: 'activer', party: 'temps', decision: {} });
  });

/** For whom someone acts, who was let in: a member for her team and nobody else, others for the role that they hold. */
function partyOf(move: ProjectMove, seats: readonly { readonly role: string }[]): ProjectParty | null {
  const by: readonly ProjectParty[] = projectTransitions[move].by;
  if (seats.length === 0) return by.find((party) => party !== 'referent' && party !== 'temps') ?? null;
  return seats.some(({ role }) => role === 'referent') && by.includes('referent') ? 'referent' : null;
}

/** The last move of the project is this one, by the same person, from the revision that she read. */
async function isDone(
  tx: Writer,
  { id, revision: current }: ProjectRow,
  move: ProjectMove,
  revision: number,
  actor: string,
): Promise<boolean> {
  if (current !== revision + 1) return false;
  const { projetId, rang } = projetEtape;
  const [last] = await tx
    .select()
    .from(projetEtape)
    .where(and(eq(projetId, id), eq(rang, current)))
    .limit(1);
  return last?.verbe === move && last.par === actor;
}

type Making = {
  readonly project: ProjectRow;
  readonly move: ProjectMove;
  readonly party: ProjectParty;
  readonly decision: Partial<Decision>;
};

async function makeMove(
  tx: Writer,
  needs: MoveNeeds,
  { project, move, party, decision }: Making,
): ProjectResult<Moved, ProjectMoveRefusal> {
  const draft = await currentDraft(tx, needs, project);
  if (!draft) return refuse({ code: 'INTROUVABLE' });
  const facts = await factsOf(tx, needs, project, draft, decision);
  const moved = moveOf(project.etat, move, party, facts);
  if (!moved.ok) return moved;

  const { now, actor } = needs;
  const [etat, revision, at] = [moved.value, project.revision + 1, now.toISOString()];
  await tx
    .update(projet)
    .set({ etat, revision, ...changesOf(move, facts, project, actor, at) })
    .where(eq(projet.id, project.id));
  const stage = { rang: revision, etat, verbe: move, depuis: at, par: actor, motif: facts.motif };
  await tx.insert(projetEtape).values({ projetId: project.id, ...stage });
  const detail = { etat, revision, version: project.version };
  await appendAudit(tx, { at: now, actor, verb: `projet-${move}`, object: projectInLog(project.id), detail });
  if (move === 'deposer') await markDeposited(tx, project, at);
  if (move === 'transmettre') await markHanded(tx, needs, project, at);
  return accept({ etat, revision });
}

const markDeposited = (tx: Writer, { id, version }: ProjectRow, at: string) =>
  tx
    .update(projetVersion)
    .set({ deposeeLe: at })
    .where(and(eq(projetVersion.projetId, id), eq(projetVersion.numero, version), isNull(projetVersion.deposeeLe)));

/** The ARS sees a team from the first time that a project of it is handed over. */
async function markHanded(tx: Writer, { now, actor }: MoveNeeds, { equipeId }: ProjectRow, at: string): Promise<void> {
  const handed = await tx
    .update(equipe)
    .set({ transmiseLe: at })
    .where(and(eq(equipe.id, equipeId), isNull(equipe.transmiseLe)))
    .returning({ id: equipe.id });
  if (handed.length > 0)
    await appendAudit(tx, { at: now, actor, verb: 'transmettre-equipe', object: teamInLog(equipeId) });
}
