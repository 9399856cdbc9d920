import { z } from 'zod';
import { accept, type Result, refuse } from '../shared/result.ts';
import type { Declared } from './proven-identity.ts';
import { isSiret } from './siret.ts';

const optional = (most: number) => z.string().trim().min(1).max(most).optional().catch(undefined);

const proConnectClaimsSchema = z.object({
  given_name: optional(200),
  usual_name: optional(200),
  email: optional(254),
  uid: optional(200),
  idp_id: optional(200),
  siret: z
    .string()
    .transform((text) => text.replaceAll(/\s/g, ''))
    .optional()
    .catch(undefined),
});

export type EmployerRefusal = { readonly code: 'SIRET_ABSENT' } | { readonly code: 'SIRET_NON_AUTORISE' };

/**
 * What the userinfo of ProConnect says. The employer must be one of those that the site admits: its SIRET says so,
 * never the domain of the person’s e-mail address, which anyone may hold for another reason.
 */
export function readProConnectClaims(
  userinfo: unknown,
  employers: readonly string[],
): Result<Declared, EmployerRefusal> {
  const claims = proConnectClaimsSchema.parse(userinfo);
  if (claims.siret === undefined || !isSiret(claims.siret)) return refuse({ code: 'SIRET_ABSENT' });
  if (!employers.includes(claims.siret)) return refuse({ code: 'SIRET_NON_AUTORISE' });
  return accept({
    prenom: claims.given_name,
    nom: claims.usual_name,
    email: claims.email,
    siret: claims.siret,
    fournisseurIdentite: claims.idp_id,
    numeroAgent: claims.uid,
    exercices: [],
  });
}
