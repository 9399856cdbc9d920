import type { AccessRefusal } from '#domain/access/can.ts';
import type { Quality } from '#domain/access/rights.ts';
import type { StaffRole, TeamRole } from '#domain/access/roles.ts';

export const roleNames: Readonly<Record<TeamRole | StaffRole, string>> = {
  membre: 'membre',
  referent: 'référent de l’équipe',
  'association-instructeur': 'association, instruction',
  'association-gestionnaire': 'association, gestion',
  'association-admin': 'association, administration technique',
  'editeur-annuaire': 'édition de l’annuaire',
  ars: 'agence régionale de santé',
};

/** Who may act, in a list at the end of a sentence. */
const qualityNames: Readonly<Record<Quality, string>> = {
  ...roleNames,
  membre: 'un membre de l’équipe',
  referent: 'un référent de l’équipe',
  tous: 'tout le monde',
  compte: 'toute personne qui a un compte',
  soi: 'la personne concernée',
  'porteur-du-lien': 'la personne invitée',
  invite: 'la personne invitée',
};

/** One sentence per refusal: a new code without its sentence does not compile. */
const accessSentences: {
  readonly [Code in AccessRefusal['code']]: (facts: Extract<AccessRefusal, { code: Code }>) => string;
} = {
  NON_CONNECTE: () => 'Connectez-vous pour continuer.',
  COURRIEL_NON_VERIFIE: () => 'Vérifiez d’abord votre adresse, par le lien que vous avez reçu par courriel.',
  SECOND_FACTEUR_REQUIS: () => 'Votre rôle demande de se connecter avec un second facteur.',
  INTROUVABLE: () => 'Cette page n’existe pas, ou elle ne vous est pas ouverte.',
  ROLE_INSUFFISANT: ({ roles }) => `Ce geste n’est pas ouvert à votre rôle. Peut agir : ${whoOf(roles)}.`,
  PROPRE_EQUIPE: () => 'Vous faites partie de cette équipe : la décision revient à un autre membre de l’association.',
  PROPRE_COMPTE: () => 'Personne ne change ses propres rôles : demandez à un autre administrateur.',
};

/** The sentence of a refusal. */
export function accessSentence(refusal: AccessRefusal): string {
  const sentence = accessSentences[refusal.code] as (facts: AccessRefusal) => string;
  return sentence(refusal);
}

const whoOf = (roles: readonly Quality[]): string =>
  [...new Set(roles.map((quality) => qualityNames[quality]))].join(' ; ');
