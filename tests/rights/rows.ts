import type { Person } from './people.ts';

/** What someone meets: in, sent to sign in, to the second factor, to give an address, « does not exist », « not you ». */
export type Answer = 'oui' | 'connexion' | 'facteur' | 'adresse' | 'introuvable' | 'refus';
type Who = readonly (Person | 'tous')[];

/** One page, or one form of a page, and who may: written by hand from docs and rules, never read from the code. */
export type Row = {
  /** `{equipe}`, `{membre}`, `{compte}` stand for the ids of the object. */
  readonly page: string;
  /** The file under `src/pages`, for the list of those that have no row. */
  readonly file: string;
  /** `<exported table>.<geste>` of `src/doors/forms`; absent for the page itself. */
  readonly form?: string;
  readonly fields?: Readonly<Record<string, string>>;
  /** Who may, on what is theirs or in their charge (team A), and on what is of others (team B). One list: no object. */
  readonly may: Who | { readonly A: Who; readonly B: Who };
  /** Who sees the object and may not act on it; those are told so, others that it does not exist. */
  readonly sees?: Who | { readonly A: Who; readonly B: Who };
  /** Answers that do not follow from the above. */
  readonly but?: { readonly [P in Person]?: Answer };
};
