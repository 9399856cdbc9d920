/** What a move of a project depends on, gathered by whoever makes it. Days are civil days in Paris. */
export type ProjectFacts = {
  readonly today: string;
  /** Keys of the mandatory fields that have no valid answer, in the order of the form. */
  readonly manquants: readonly string[];
  /** Ids of the members who have not approved the very version that is deposited. */
  readonly sansApprobation: readonly string[];
  /** Corrections that were asked for and not yet answered. */
  readonly correctionsOuvertes: number;
  /** Points of the reviewer's checklist that are not ticked. */
  readonly aVerifier: readonly string[];
  /** What the decision bears: its reference, its day, its reason. */
  readonly reference: string | null;
  readonly decideLe: string | null;
  readonly motif: string | null;
  readonly reconnuLe: string | null;
  /** Who has signed the convention. */
  readonly signatures: readonly ('equipe' | 'association')[];
  readonly signeeLe: string | null;
  readonly effetLe: string | null;
  readonly finLe: string | null;
  /** A general practitioner and a second professional who agreed (S0). */
  readonly compositionConforme: boolean;
};

export type GuardRefusal =
  | { readonly code: 'PROJET_INCOMPLET'; readonly manquants: readonly string[] }
  | { readonly code: 'PROJET_NON_APPROUVE'; readonly membres: readonly string[] }
  | { readonly code: 'CORRECTION_REQUISE' }
  | { readonly code: 'CORRECTIONS_EN_COURS'; readonly nombre: number }
  | { readonly code: 'LISTE_NON_VERIFIEE'; readonly points: readonly string[] }
  | { readonly code: 'REFERENCE_REQUISE' }
  | { readonly code: 'DATE_DE_DECISION_REQUISE' }
  | { readonly code: 'DATE_DE_DECISION_FUTURE' }
  | { readonly code: 'MOTIF_REQUIS' }
  | { readonly code: 'SIGNATURES_MANQUANTES'; readonly parties: readonly ('equipe' | 'association')[] }
  | { readonly code: 'DATE_DE_SIGNATURE_REQUISE' }
  | { readonly code: 'DATE_DE_SIGNATURE_FUTURE' }
  | { readonly code: 'SIGNATURE_AVANT_RECONNAISSANCE'; readonly reconnuLe: string }
  | { readonly code: 'EFFET_A_VENIR'; readonly effetLe: string | null }
  | { readonly code: 'DATE_DE_FIN_REQUISE' }
  | { readonly code: 'COMPOSITION_NON_CONFORME' };

type Check = (facts: ProjectFacts) => GuardRefusal | null;

/** The guards of the table of moves, each with the refusal that it gives. */
export const guards = {
  complet: ({ manquants }) => (manquants.length > 0 ? { code: 'PROJET_INCOMPLET', manquants } : null),
  approuve: ({ sansApprobation: membres }) => (membres.length > 0 ? { code: 'PROJET_NON_APPROUVE', membres } : null),
  'correction-demandee': ({ correctionsOuvertes }) => (correctionsOuvertes > 0 ? null : { code: 'CORRECTION_REQUISE' }),
  'corrections-levees': ({ correctionsOuvertes: nombre }) =>
    nombre > 0 ? { code: 'CORRECTIONS_EN_COURS', nombre } : null,
  'liste-verifiee': ({ aVerifier: points }) => (points.length > 0 ? { code: 'LISTE_NON_VERIFIEE', points } : null),
  reference: ({ reference }) => (isBlank(reference) ? { code: 'REFERENCE_REQUISE' } : null),
  'date-de-decision': ({ decideLe, today }) => {
    if (decideLe === null) return { code: 'DATE_DE_DECISION_REQUISE' };
    return decideLe > today ? { code: 'DATE_DE_DECISION_FUTURE' } : null;
  },
  motif: ({ motif }) => (isBlank(motif) ? { code: 'MOTIF_REQUIS' } : null),
  signatures: ({ signatures }) => {
    const parties = (['equipe', 'association'] as const).filter((party) => !signatures.includes(party));
    return parties.length > 0 ? { code: 'SIGNATURES_MANQUANTES', parties } : null;
  },
  'date-de-signature': ({ signeeLe, reconnuLe, today }) => {
    if (signeeLe === null) return { code: 'DATE_DE_SIGNATURE_REQUISE' };
    if (signeeLe > today) return { code: 'DATE_DE_SIGNATURE_FUTURE' };
    return reconnuLe !== null && signeeLe < reconnuLe ? { code: 'SIGNATURE_AVANT_RECONNAISSANCE', reconnuLe } : null;
  },
  'date-effet': ({ effetLe, today }) =>
    effetLe === null || effetLe > today ? { code: 'EFFET_A_VENIR', effetLe } : null,
  'date-de-fin': ({ finLe }) => (finLe === null ? { code: 'DATE_DE_FIN_REQUISE' } : null),
  composition: ({ compositionConforme }) => (compositionConforme ? null : { code: 'COMPOSITION_NON_CONFORME' }),
} as const satisfies Record<string, Check>;
export type Guard = keyof typeof guards;

const isBlank = (text: string | null): boolean => text === null || text.trim() === '';
