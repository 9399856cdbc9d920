import type { RegionSlug } from '#domain/shared/region.ts';
import type { Kind, Quality } from './rights.ts';
import type { Actor, Grant } from './roles.ts';

/** What belongs to a team, with what its readers depend on: the ARS sees what was transmitted to it. */
type OfTeam = { readonly equipe: string; readonly region: RegionSlug; readonly transmise: boolean };

/** The facts about an object that a right depends on, and no more. */
export type Facts = {
  portail: object;
  equipe: OfTeam;
  membre: OfTeam & { readonly membre: string };
  /** `parLien`: the request brought the link of this very invitation. */
  invitation: OfTeam & { readonly parLien: boolean };
  /** `transmise`: this very project was. */
  projet: OfTeam;
  compte: { readonly compte: string };
  'journal-equipe': OfTeam;
  journal: object;
  courrier: object;
  travail: object;
  fiche: { readonly region: RegionSlug | null };
};

export type AccessObject<K extends Kind = Kind> = K extends Kind ? { readonly kind: K } & Facts[K] : never;
/** What was asked for and does not exist. */
export type Absent<K extends Kind = Kind> = K extends Kind ? { readonly kind: K; readonly absent: true } : never;

/**
 * In what qualities an actor (null: nobody signed in) faces an object. Nobody has any towards what does not exist. An
 * account whose address is not verified is only itself; a granted role counts in a session with a second factor.
 */
export function qualitiesOf(actor: Actor | null, object: AccessObject | Absent): ReadonlySet<Quality> {
  if ('absent' in object) return new Set();
  const bearsLink = object.kind === 'invitation' && object.parLien;
  const held = new Set<Quality>(bearsLink ? ['tous', 'porteur-du-lien'] : ['tous']);
  if (actor === null) return held;
  if (object.kind === 'compte' && object.compte === actor.compte) held.add('soi');
  if (!actor.courrielVerifie) return held;
  held.add('compte');
  if (bearsLink) held.add('invite');
  for (const quality of [...seatQualities(actor, object), ...grantedRoles(actor, object)]) held.add(quality);
  return held;
}

function seatQualities(actor: Actor, object: AccessObject): Quality[] {
  if (!('equipe' in object)) return [];
  return actor.equipes
    .filter(({ equipe }) => equipe === object.equipe)
    .flatMap(({ membre, role }): Quality[] => [
      'membre',
      role,
      ...(object.kind === 'membre' && membre === object.membre ? (['soi'] as const) : []),
    ]);
}

const grantedRoles = ({ secondFacteur, roles }: Actor, object: AccessObject): Quality[] =>
  secondFacteur ? roles.filter((grant) => covers(grant, object)).map(({ role }) => role) : [];

/** A role reaches its region; what belongs to no region is reached by roles of the whole portal only. */
function covers({ role, region }: Grant, object: AccessObject): boolean {
  if (object.kind === 'portail') return true;
  if (role === 'ars' && !('transmise' in object && object.transmise)) return false;
  return region === null || ('region' in object && object.region === region);
}
