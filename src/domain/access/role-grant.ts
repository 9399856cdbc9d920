import type { EmailRefusal } from '../account/email.ts';
import { type RegionSlug, regionSlugs } from '../shared/region.ts';
import { accept, type Result, refuse } from '../shared/result.ts';
import type { RoleOfferRefusal } from './role-offer.ts';
import { type Grant, type StaffRole, staffRoles } from './roles.ts';

/** Why a role is neither given, nor taken back, nor taken up. */
export type RoleRefusal =
  | { readonly code: EmailRefusal }
  | { readonly code: 'ROLE_INCONNU' }
  /** This role counts in one region only, or in the whole portal only. */
  | { readonly code: 'PORTEE_IMPOSSIBLE'; readonly role: StaffRole }
  | { readonly code: 'DEJA_HABILITE' }
  | { readonly code: 'PAS_HABILITE' }
  | { readonly code: 'PROPRE_COMPTE' }
  | RoleOfferRefusal
  /** Unknown, used, expired, withdrawn, or given by someone who is no administrator any more: never which. */
  | { readonly code: 'LIEN_ROLE_INUTILISABLE' }
  /** Answered before, past its end, or its account was deleted: never which. */
  | { readonly code: 'DEMANDE_CLOSE' }
  /** The account, or the right of who acts, went away between the question and the act. */
  | { readonly code: 'INTROUVABLE' };

/**
 * Where each role may count. What an administrator and an editor of the directory touch belongs to no region; an ARS
 * has one.
 */
const reach: Readonly<Record<StaffRole, { readonly portal: boolean; readonly regions: boolean }>> = {
  'association-instructeur': { portal: true, regions: true },
  'association-gestionnaire': { portal: true, regions: true },
  'association-admin': { portal: true, regions: false },
  'editeur-annuaire': { portal: true, regions: false },
  ars: { portal: false, regions: true },
};

/** Reads a role and where it counts (`portail`, or a region) as a form sends them. */
export function parseGrant(typedRole: string, typedScope: string): Result<Grant, RoleRefusal> {
  const role = staffRoles.find((known) => known === typedRole);
  const region = regionSlugs.find((known) => known === typedScope) ?? null;
  if (!role || (region === null && typedScope !== 'portail')) return refuse({ code: 'ROLE_INCONNU' });
  const isPossible = region === null ? reach[role].portal : reach[role].regions;
  return isPossible ? accept({ role, region }) : refuse({ code: 'PORTEE_IMPOSSIBLE', role });
}

/** The regions that some of these roles reach, in the order of their slugs; a role of the portal reaches them all. */
export function regionsOf(grants: readonly Grant[], roles: readonly StaffRole[]): RegionSlug[] {
  const held = grants.filter(({ role }) => roles.includes(role));
  return regionSlugs.filter((slug) => held.some(({ region }) => region === null || region === slug));
}
