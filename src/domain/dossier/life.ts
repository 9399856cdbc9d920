import { accept, type Result, refuse } from '#domain/shared/result.ts';
import { type Guard, type GuardRefusal, guards, type ProjectFacts } from './guards.ts';

/** The states of a projet de santé, from the first draft to the end of its convention. */
export const projectStates = [
  'brouillon',
  'depose',
  'en-instruction',
  'a-corriger',
  'transmis',
  'reconnu',
  'refuse',
  'convention-signee',
  'actif',
  'suspendu',
  'resilie',
  'abandonne',
] as const;
export type ProjectState = (typeof projectStates)[number];

/** Who moves a project: a référent of the team, the association, the ARS, or time itself. */
export const projectParties = ['referent', 'instructeur', 'gestionnaire', 'ars', 'temps'] as const;
export type ProjectParty = (typeof projectParties)[number];

type Transition = {
  readonly from: readonly ProjectState[];
  readonly to: ProjectState;
  readonly by: readonly ProjectParty[];
  /** What must hold, in the order in which it is said. */
  readonly when: readonly Guard[];
};

/**
 * The whole life of a project. S0 names the steps (project, yes of the ARS, convention, actions); their order and
 * guards are the portal's proposal. The association may record the decision that the ARS took outside of the portal.
 */
export const projectTransitions = {
  deposer: { from: ['brouillon', 'a-corriger'], to: 'depose', by: ['referent'], when: ['complet', 'approuve'] },
  'prendre-en-charge': { from: ['depose'], to: 'en-instruction', by: ['instructeur'], when: [] },
  'demander-corrections': {
    from: ['en-instruction'],
    to: 'a-corriger',
    by: ['instructeur'],
    when: ['correction-demandee'],
  },
  transmettre: {
    from: ['en-instruction'],
    to: 'transmis',
    by: ['instructeur'],
    when: ['corrections-levees', 'liste-verifiee'],
  },
  reconnaitre: {
    from: ['transmis'],
    to: 'reconnu',
    by: ['ars', 'instructeur'],
    when: ['reference', 'date-de-decision'],
  },
  renvoyer: { from: ['transmis'], to: 'a-corriger', by: ['ars', 'instructeur'], when: ['correction-demandee'] },
  refuser: {
    from: ['transmis'],
    to: 'refuse',
    by: ['ars', 'instructeur'],
    when: ['reference', 'date-de-decision', 'motif'],
  },
  'signer-convention': {
    from: ['reconnu'],
    to: 'convention-signee',
    by: ['referent', 'gestionnaire'],
    when: ['signatures', 'date-de-signature'],
  },
  activer: { from: ['convention-signee'], to: 'actif', by: ['temps'], when: ['date-effet'] },
  suspendre: { from: ['actif'], to: 'suspendu', by: ['instructeur'], when: ['motif'] },
  reprendre: { from: ['suspendu'], to: 'actif', by: ['instructeur'], when: ['composition'] },
  resilier: {
    from: ['convention-signee', 'actif', 'suspendu'],
    to: 'resilie',
    by: ['referent', 'instructeur'],
    when: ['date-de-fin'],
  },
  abandonner: { from: ['brouillon'], to: 'abandonne', by: ['referent'], when: [] },
} as const satisfies Record<string, Transition>;
export type ProjectMove = keyof typeof projectTransitions;
export const projectMoves = Object.keys(projectTransitions) as ProjectMove[];

export type MoveRefusal =
  | { readonly code: 'PROJET_PAS_VOTRE_ROLE' }
  | { readonly code: 'PROJET_ETAT'; readonly etat: ProjectState }
  | GuardRefusal;

/** The state after a move, or the first reason why it may not be made. */
export function moveProject(
  etat: ProjectState,
  name: ProjectMove,
  party: ProjectParty,
  facts: ProjectFacts,
): Result<ProjectState, MoveRefusal> {
  const { from, to, by, when }: Transition = projectTransitions[name];
  if (!by.includes(party)) return refuse({ code: 'PROJET_PAS_VOTRE_ROLE' });
  if (!from.includes(etat)) return refuse({ code: 'PROJET_ETAT', etat });
  for (const guard of when) {
    const refusal = guards[guard](facts);
    if (refusal) return refuse(refusal);
  }
  return accept(to);
}

/** The moves that a state leaves to someone, whatever is still missing: what a page names, with what it waits for. */
export const movesFrom = (etat: ProjectState, party: ProjectParty): ProjectMove[] =>
  projectMoves.filter((name) => {
    const { from, by }: Transition = projectTransitions[name];
    return from.includes(etat) && by.includes(party);
  });

/** The draft may be written: before the first deposit, and while corrections are asked for. */
export const isWritable = (etat: ProjectState): boolean => etat === 'brouillon' || etat === 'a-corriger';

/** Whose turn it is; null when nobody has anything to do. */
export function awaitedIn(etat: ProjectState): ProjectParty | null {
  switch (etat) {
    case 'brouillon':
    case 'a-corriger':
      return 'referent';
    case 'depose':
    case 'en-instruction':
      return 'instructeur';
    case 'transmis':
      return 'ars';
    case 'reconnu':
      return 'gestionnaire';
    case 'convention-signee':
      return 'temps';
    case 'suspendu':
      return 'referent';
    case 'refuse':
    case 'actif':
    case 'resilie':
    case 'abandonne':
      return null;
  }
}
