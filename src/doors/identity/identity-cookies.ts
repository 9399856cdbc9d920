import { z } from 'zod';
import { type ProvenIdentity, provenIdentitySchema } from '#domain/identity/proven-identity.ts';
import { identityProviders } from '#domain/identity/provider.ts';
import { sessionLimits } from '#server/auth/session.ts';
import { departureMinutes } from '#server/identity/departures.ts';
import { seal, unseal } from '#server/identity/seal.ts';
import { setCookie } from '../cookies.ts';
import type { Visit } from '../visit.ts';

/** Where the cookie of the sign-out goes, and no other page. */
const signOutPath = '/espace/deconnexion';
/** Browsers drop a cookie past 4096 bytes, name and attributes included. */
const mostBytes = 3_800;

const signOutSchema = z.object({ provider: z.enum(identityProviders), idToken: z.string() });
type SignOutHint = z.infer<typeof signOutSchema>;

type Kind = { readonly name: string; readonly path: string; readonly seconds: number };

const departure = (visit: Visit): Kind => wholeSite(visit, 'depart', departureMinutes * 60);
const pending = (visit: Visit): Kind => wholeSite(visit, 'identite', departureMinutes * 60);
/** `__Host-` would give it to every page: `__Secure-` keeps it to one. */
const signOut = (visit: Visit): Kind => ({
  name: visit.services.config.behindTls ? '__Secure-fin' : 'fin',
  path: signOutPath,
  seconds: sessionLimits.absoluteHours * 3600,
});

const wholeSite = ({ services }: Visit, name: string, seconds: number): Kind => ({
  name: services.config.behindTls ? `__Host-${name}` : name,
  path: '/',
  seconds,
});

/** Ties a departure to this browser. `lax`: the way back is a link from another site. */
export const keepDeparture = (visit: Visit, token: string): void => keep(visit, departure(visit), token);
export const departureToken = (visit: Visit): string => read(visit, departure(visit));
export const dropDeparture = (visit: Visit): void => drop(visit, departure(visit));

/** An identity that no account has yet, until its owner says what to do with it. */
export function keepPendingIdentity(visit: Visit, identity: ProvenIdentity): void {
  const kind = pending(visit);
  const whole = sealed(visit, kind, identity);
  // Practices come again at the next sign-in; a cookie that is too long would not be kept at all.
  const light = { ...identity, declared: { ...identity.declared, exercices: [] } };
  keep(visit, kind, whole.length <= mostBytes ? whole : sealed(visit, kind, light));
}
export const pendingIdentity = (visit: Visit): ProvenIdentity | null =>
  opened(visit, pending(visit), provenIdentitySchema);
export const dropPendingIdentity = (visit: Visit): void => drop(visit, pending(visit));

/**
 * The token that a provider asks back to sign out there. It is kept by the browser, sealed, for the page of the
 * sign-out alone: our database holds no token of anyone. Too long, it is not kept, and the sign-out is ours alone.
 */
export function keepSignOutHint(visit: Visit, hint: SignOutHint): void {
  const kind = signOut(visit);
  const value = sealed(visit, kind, hint);
  if (value.length <= mostBytes) keep(visit, kind, value);
  else drop(visit, kind);
}
export const signOutHint = (visit: Visit): SignOutHint | null => opened(visit, signOut(visit), signOutSchema);
export const dropSignOutHint = (visit: Visit): void => drop(visit, signOut(visit));

const sealed = ({ services, now }: Visit, { name, seconds }: Kind, value: unknown): string =>
  seal(services.secrets.identities, { purpose: name, expiresAt: new Date(now.getTime() + seconds * 1000) }, value);

function opened<Value>(visit: Visit, kind: Kind, schema: z.ZodType<Value>): Value | null {
  const { services, now } = visit;
  return unseal(services.secrets.identities, { purpose: kind.name, now }, read(visit, kind), schema);
}

const read = ({ context }: Visit, { name }: Kind): string => context.cookies.get(name)?.value ?? '';

function keep(visit: Visit, { name, path, seconds }: Kind, value: string): void {
  const secure = visit.services.config.behindTls;
  setCookie(visit, { name, value, attributes: { httpOnly: true, secure, sameSite: 'lax', path, maxAge: seconds } });
}

const drop = (visit: Visit, kind: Kind): void => keep(visit, { ...kind, seconds: 0 }, '');
