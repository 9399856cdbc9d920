import type { ProjectFacts } from '#domain/dossier/guards.ts';
import type { ProjectMove } from '#domain/dossier/life.ts';
import { compositionOn } from '#domain/team/composition.ts';
import type { Writer } from '../db/client.ts';
import { missingApprovals } from './approve-version.ts';
import type { CurrentDraft } from './current-draft.ts';
import type { ProjectNeeds, ProjectRow } from './project-store.ts';

/** What the review of a project and its convention say, where a move depends on it; read in the transaction. */
export type ReviewFacts = Pick<ProjectFacts, 'correctionsOuvertes' | 'aVerifier' | 'signatures'>;
export type MoveNeeds = ProjectNeeds & {
  readonly review: (tx: Writer, project: ProjectRow) => Promise<ReviewFacts>;
};

/** What whoever moves a project writes with it; a move reads what its guards ask for. Civil days. */
export type Decision = Pick<ProjectFacts, 'reference' | 'decideLe' | 'motif' | 'signeeLe' | 'effetLe' | 'finLe'>;

/** All that the guards of a move may ask for, as it is in the transaction. */
export async function factsOf(
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
export function changesOf(
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
