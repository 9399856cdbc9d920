import type { RoleRefusal } from '#domain/access/role-grant.ts';
import type { OfferStanding } from '#domain/access/role-offer.ts';
import type { Grant, StaffRole } from '#domain/access/roles.ts';
import { regionNames } from '../shared/regions.ts';
import { roleNames } from './access.ts';

/** « association, instruction (Bretagne) »; nothing more for the whole portal. */
export const grantWords = ({ role, region }: Grant): string =>
  region === null ? `${roleNames[role]} (toute la France)` : `${roleNames[role]} (${regionNames[region]})`;

/** The page where a role is taken up, by its one-use link. */
export const roleLink = (siteUrl: string, token: string): string => `${siteUrl}/espace/role?jeton=${token}`;

/** What a role is for, to whoever is about to take it up or to give it. */
export const roleDuties: Readonly<Record<StaffRole, string>> = {
  'association-instructeur':
    'Lire les équipes, instruire leurs dossiers, désigner un référent quand une équipe n’en a plus.',
  'association-gestionnaire': 'Lire les équipes et suivre leur gestion.',
  'association-admin':
    'Donner et retirer les rôles, lire le journal et les courriels non partis. Ne décide de rien pour les équipes.',
  'editeur-annuaire': 'Lire les erreurs signalées dans l’annuaire, et corriger ses fiches.',
  ars: 'Lire les équipes dont le projet de santé a été transmis à l’agence.',
};

/** The title of the page of a link, by what whoever follows it finds. */
export const roleLinkTitles: Readonly<Record<OfferStanding, string>> = {
  close: 'Ce lien ne sert plus',
  'sans-compte': 'Un rôle vous est proposé',
  'a-prendre': 'Un rôle vous est proposé',
  'a-demander': 'Un rôle vous est proposé',
  'demande-d-autrui': 'Une demande attend déjà',
  'demande-faite': 'Votre demande attend une réponse',
  prise: 'Ce rôle est à vous',
  refusee: 'Votre demande n’a pas été acceptée',
};

const sentences: { readonly [Code in RoleRefusal['code']]: (facts: Extract<RoleRefusal, { code: Code }>) => string } = {
  EMAIL_INVALIDE: () => 'Écrivez une adresse électronique entière. Exemple : prenom.nom@exemple.fr.',
  EMAIL_TROP_LONG: () => 'Cette adresse est trop longue pour être valable : 254 caractères au plus.',
  ROLE_INCONNU: () => 'Choisissez un rôle et où il compte, dans les listes.',
  PORTEE_IMPOSSIBLE: ({ role }) =>
    role === 'ars'
      ? 'Le rôle d’une agence régionale compte dans une région : choisissez laquelle.'
      : 'Ce rôle compte pour toute la France : choisissez « Toute la France ».',
  DEJA_HABILITE: () => 'Ce compte a déjà ce rôle.',
  PAS_HABILITE: () => 'Ce compte n’a pas, ou n’a plus, ce rôle.',
  PROPRE_COMPTE: () => 'Personne ne change ses propres rôles : demandez à un autre administrateur.',
  OFFRE_PAS_POUR_VOUS: () => 'Ce geste n’est pas ouvert à votre compte. Rechargez la page.',
  DEMANDE_EN_COURS: () => 'Une demande attend déjà pour ce rôle : un administrateur doit d’abord y répondre.',
  OFFRE_CLOSE: () => 'Ce lien ne sert déjà plus : le rôle a été pris, refusé ou retiré, ou le lien a expiré.',
  DEMANDE_CLOSE: () =>
    'Cette demande n’attend plus de réponse : elle en a reçu une, ou elle a expiré. Rechargez la page.',
  LIEN_ROLE_INUTILISABLE: () =>
    'Ce lien ne peut plus servir : il a expiré, il a été retiré, ou il a déjà été utilisé. Demandez-en un autre à la personne qui vous l’a envoyé.',
  INTROUVABLE: () => 'Ce compte n’existe plus, ou ce geste ne vous est plus ouvert. Rechargez la page.',
};

/** The sentence of a refusal, to show beside the form. */
export const roleSentence = (refusal: RoleRefusal): string =>
  (sentences[refusal.code] as (facts: RoleRefusal) => string)(refusal);

/** « an…l@exemple.fr »: enough for the person to recognise her address, too little to learn it. */
export function maskedAddress(email: string): string {
  const at = email.lastIndexOf('@');
  const local = email.slice(0, at);
  const shown = local.length > 4 ? `${local.slice(0, 2)}…${local.slice(-1)}` : `${local.slice(0, 1)}…`;
  return `${shown}${email.slice(at)}`;
}

/** Who gave or offered a role: a name, the site itself, or someone who is gone. */
export const giverName = (by: string, names: ReadonlyMap<string, string>): string =>
  by === 'systeme' ? 'le site' : (names.get(by) ?? 'un compte supprimé');
