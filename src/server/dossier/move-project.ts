import { and, eq, isNull } from 'drizzle-orm';
import type { ProjectMoveRefusal } from '#domain/dossier/dossier-refusal.ts';
import type { ProjectFacts } from '#domain/dossier/guards.ts';
import {
  moveProject as moveOf,
  type ProjectMove,
  type ProjectParty,
  type ProjectState,
  projectTransitions,
} from '#domain/dossier/life.ts';
import { accept, refuse } from '#domain/shared/result.ts';
import { compositionOn } from '#domain/team/composition.ts';
import { isPresentOn } from '#domain/team/membership.ts';
import { projectObject } from '../access/find-object.ts';
import { appendAudit } from '../audit/audit-log.ts';
import type { Writer } from '../db/client.ts';
import { projet, projetEtape, projetVersion } from '../db/schema/dossier.ts';
import { equipe } from '../db/schema/teams.ts';
import { membersOf, teamInLog } from '../team/team-store.ts';
import { missingApprovals } from './approve-version.ts';
import { type CurrentDraft, currentDraft } from './current-draft.ts';
import { type ProjectNeeds, type ProjectResult, type ProjectRow, projectInLog, readProject } from './project-store.ts';

/** What the review of a project and its convention say, where a move depends on it; read in the transaction. */
export type ReviewFacts = Pick<ProjectFacts, 'correctionsOuvertes' | 'aVerifier' | 'signatures'>;
export type MoveNeeds = ProjectNeeds & {
  readonly review: (tx: Writer, project: ProjectRow) => Promise<ReviewFacts>;
};

/** What whoever moves a project writes with it; a move reads what its guards ask for. Civil days. */
export type Decision = Pick<ProjectFacts, 'reference' | 'decideLe' | 'motif' | 'signeeLe' | 'effetLe' | 'finLe'>;

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
    const { actor, permit, today } = needs;
    const permitted = await permit(tx, move, await projectObject(tx, projectId));
    if (!permitted.ok) return permitted;
    const project = await readProject(tx, projectId);
    if (!project) return refuse({ code: 'INTROUVABLE' } as const);
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

async function factsOf(
  tx: Writer,
  { review, today }: MoveNeeds,
  project: ProjectRow,
  draft: CurrentDraft,
  decision: Partial<Decision>,
): Promise<ProjectFacts> {
  return {
    today,
    manquants: draft.manquants,
    sansApprobation: await missingApprovals(tx, project, draft),
    reference: decision.reference ?? null,
    decideLe: decision.decideLe ?? null,
    motif: decision.motif ?? null,
    reconnuLe: project.decideLe,
    signeeLe: decision.signeeLe ?? project.signeeLe,
    effetLe: decision.effetLe ?? project.effetLe,
    finLe: decision.finLe ?? project.finLe,
    compositionConforme: compositionOn(draft.team, { day: today, paidPerCentre: null }).isMet,
    ...(await review(tx, project)),
  };
}

/** What a move writes of a project besides its state. */
function changesOf(
  move: ProjectMove,
  { reference, decideLe, signeeLe, effetLe, finLe }: ProjectFacts,
  { transmisLe }: ProjectRow,
  actor: string,
  at: string,
): Partial<ProjectRow> {
  switch (move) {
    case 'prendre-en-charge':
      return { instructeurId: actor };
    case 'transmettre':
      return { transmisLe: transmisLe ?? at };
    case 'reconnaitre':
    case 'refuser':
      return { reference, decideLe };
    case 'signer-convention':
      return { signeeLe, effetLe };
    case 'resilier':
      return { finLe };
    case 'deposer':
    case 'demander-corrections':
    case 'renvoyer':
    case 'activer':
    case 'suspendre':
    case 'reprendre':
    case 'abandonner':
      return {};
  }
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
