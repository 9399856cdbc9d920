import type { DepartureRefusal } from './departure.ts';
import type { SuccessionRefusal } from './succession.ts';

/** Why a change of a team or of one of its members is refused. */
export type TeamRefusal =
  /** Another team of the region bears this name: which one is not told. */
  | { readonly code: 'NOM_PRIS' }
  /** The person leads teams that were not handed to the ARS, and did not say that she wants one more. */
  | {
      readonly code: 'EQUIPE_EN_PREPARATION';
      readonly equipes: readonly { readonly id: string; readonly nom: string }[];
    }
  /** So many teams wait for their health project: each holds a name of the region. */
  | { readonly code: 'TROP_D_EQUIPES'; readonly maximum: number }
  /** Someone changed the row since the form was filled. */
  | { readonly code: 'VERSION_DEPASSEE' }
  | { readonly code: 'RPPS_PRIS'; readonly membre: string }
  | { readonly code: 'EQUIPE_PLEINE'; readonly maximum: number }
  | { readonly code: 'SORTIE_AVANT_ENTREE' }
  /** No day was written, and none was set on the page that was filled. */
  | { readonly code: 'SORTIE_VIDE' }
  /** Whoever has an account is in the team already: a day of arrival to come would put her out, untold. */
  | { readonly code: 'ARRIVEE_APRES_COUP' }
  /** The account of the member holds another open place in the team: the person came back in a row of her own. */
  | { readonly code: 'PLACE_DEJA_REPRISE' }
  /** Each change of a last day writes to the other side, each proposed change to the member. */
  | { readonly code: 'TROP_DE_COURRIELS'; readonly attendreSecondes: number }
  | DepartureRefusal
  | Extract<SuccessionRefusal, { code: 'DERNIER_REFERENT' }>;

/**
 * How many members may be in a team on one day or later. Ours: no source sets a limit, teams of the scheme count some
 * two to twenty people, and a page must remain readable.
 */
export const mostMembers = 60;

/**
 * How many teams in preparation one account may lead. Ours: no source sets a limit; a professional may be in several
 * ESP CLAP, and a team that is made takes its name from everyone else of the region.
 */
export const mostTeamsInPreparation = 5;
