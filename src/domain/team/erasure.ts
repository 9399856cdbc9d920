import { accept, type Result, refuse } from '#domain/shared/result.ts';

/** What is known of a row that may be erased. */
export type ErasableRow = {
  readonly id: string;
  /** An account is, or was, bound to the row. */
  readonly hasJoined: boolean;
  readonly hasConsent: boolean;
};

export type ErasureRefusal =
  /** The person was in the team: she leaves it on a last day, and her past stays. */
  | { readonly code: 'MEMBRE_A_REJOINT' }
  | { readonly code: 'MEMBRE_A_CONSENTI' }
  /** Someone else joined, or agreed: the team is not one’s own alone. */
  | { readonly code: 'EQUIPE_HABITEE'; readonly membres: readonly string[] }
  | { readonly code: 'EQUIPE_TRANSMISE' };

/** A line made by mistake, of someone who never joined, leaves no trace but the log’s. */
export function mayEraseMember({ hasJoined, hasConsent }: ErasableRow): Result<void, ErasureRefusal> {
  if (hasJoined) return refuse({ code: 'MEMBRE_A_REJOINT' });
  return hasConsent ? refuse({ code: 'MEMBRE_A_CONSENTI' }) : accept(undefined);
}

/**
 * A team that nobody but its maker is or was in is erased with what was written of it, and gives its name back; one that
 * was handed to the ARS is not.
 * @param own the rows of whoever asks.
 */
export function mayDeleteTeam(
  rows: readonly ErasableRow[],
  { own, isHanded }: { readonly own: readonly string[]; readonly isHanded: boolean },
): Result<void, ErasureRefusal> {
  if (isHanded) return refuse({ code: 'EQUIPE_TRANSMISE' });
  const others = rows.filter((row) => !own.includes(row.id) && !mayEraseMember(row).ok);
  return others.length > 0
    ? refuse({ code: 'EQUIPE_HABITEE', membres: others.map(({ id }) => id) })
    : accept(undefined);
}
