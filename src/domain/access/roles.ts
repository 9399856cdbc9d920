import type { RegionSlug } from '#domain/shared/region.ts';

/** What someone is in a team. */
export const teamRoles = ['membre', 'referent'] as const;
export type TeamRole = (typeof teamRoles)[number];

/** What an administrator grants to someone who works for the association, the directory or the ARS. */
export const staffRoles = [
  'association-instructeur',
  'association-gestionnaire',
  'association-admin',
  'editeur-annuaire',
  'ars',
] as const;
export type StaffRole = (typeof staffRoles)[number];

/** A role granted for one region, or for the whole portal (null). */
export type Grant = { readonly role: StaffRole; readonly region: RegionSlug | null };

/** An account that acts, as its session and its rows of today say. */
export type Actor = {
  readonly compte: string;
  readonly courrielVerifie: boolean;
  /** True when this session was opened with a second factor, which every granted role asks for. */
  readonly secondFacteur: boolean;
  readonly roles: readonly Grant[];
  /** Teams of which the account is a member today, by the row that is bound to it. */
  readonly equipes: readonly { readonly equipe: string; readonly membre: string; readonly role: TeamRole }[];
};
