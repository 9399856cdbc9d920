import { accept, type Result, refuse } from '#domain/shared/result.ts';
import { type Absent, type AccessObject, qualitiesOf } from './objects.ts';
import { isJudgement, type Kind, type Quality, qualitiesFor, type Verb } from './rights.ts';
import type { Actor } from './roles.ts';

/** Why an act is refused. `INTROUVABLE` is the one answer for what does not exist and for what is not one's to see. */
export type AccessRefusal =
  | { readonly code: 'NON_CONNECTE' }
  | { readonly code: 'COURRIEL_NON_VERIFIE' }
  | { readonly code: 'SECOND_FACTEUR_REQUIS' }
  | { readonly code: 'INTROUVABLE' }
  | { readonly code: 'ROLE_INSUFFISANT'; readonly roles: readonly Quality[] }
  | { readonly code: 'PROPRE_EQUIPE' }
  | { readonly code: 'PROPRE_COMPTE' };

/**
 * May this actor (null: nobody signed in) do this to that object? Every page, action and endpoint asks here. What the
 * actor lacks (session, verified address, second factor) is said from the actor and the verb alone, so that a refusal
 * never tells whether an object exists.
 */
export function can<K extends Kind>(
  actor: Actor | null,
  verb: Verb<K>,
  object: AccessObject<K> | Absent<K>,
): Result<void, AccessRefusal> {
  const allowed = qualitiesFor(object.kind, verb);
  const held = qualitiesOf(actor, object);
  const holdsOneOf = (qualities: readonly Quality[]) => qualities.some((quality) => held.has(quality));
  if (!holdsOneOf(allowed)) {
    const missing = missingOf(actor, allowed);
    if (missing) return refuse(missing);
    if (!holdsOneOf(qualitiesFor(object.kind, 'consulter'))) return refuse({ code: 'INTROUVABLE' });
    return refuse({ code: 'ROLE_INSUFFISANT', roles: allowed });
  }
  if (isJudgement(object.kind, verb) && held.has('membre')) return refuse({ code: 'PROPRE_EQUIPE' });
  // Nobody gives himself a role, and the last administrator cannot lock everyone out by giving up his.
  if (verb === 'habiliter' && held.has('soi')) return refuse({ code: 'PROPRE_COMPTE' });
  return accept(undefined);
}

/** What the actor lacks to act in one of these qualities, before any object is looked at. */
function missingOf(actor: Actor | null, allowed: readonly Quality[]): AccessRefusal | null {
  if (allowed.includes('tous')) return null;
  if (actor === null) return { code: 'NON_CONNECTE' };
  if (!actor.courrielVerifie && !allowed.includes('soi')) return { code: 'COURRIEL_NON_VERIFIE' };
  const roleWaits = !actor.secondFacteur && actor.roles.some(({ role }) => allowed.includes(role));
  return roleWaits ? { code: 'SECOND_FACTEUR_REQUIS' } : null;
}
