import type { HealthProfession } from '#domain/people/profession.ts';
import type { Detail } from '#domain/team/details.ts';
import type { InvitationRefusal, InvitationState } from '#domain/team/invitation.ts';
import type { Practice } from '#domain/team/member.schema.ts';
import type { TeamMember } from '#domain/team/membership.ts';
import type { SuccessionRefusal } from '#domain/team/succession.ts';
import { frenchDay } from '../shared/days.ts';
import { professionNames } from '../shared/professions.ts';

/** The page of one’s own teams. */
export const ownTeams = 'Mes équipes';

/** The pages of a team, in its menu. */
export const teamPages = {
  equipe: 'Équipe',
  invitations: 'Invitations',
  referents: 'Référents',
  journal: 'Journal',
} as const;

/** How the sentences call someone of the team. */
export type NameOf = (memberId: string) => string;

/** What is known of a name. */
type Named = { readonly id: string; readonly prenom: string; readonly nom: string };

/** How someone of the team is called, by id. */
export function memberName(members: readonly Named[], id: string): string {
  const member = members.find((one) => one.id === id);
  return member ? fullName(member) : 'une personne qui n’est plus là';
}

/** First name and name; what to say while they are being typed. */
export const fullName = ({ prenom, nom }: Omit<Named, 'id'>): string => `${prenom} ${nom}`.trim() || 'cette personne';

/** What someone is still asked of herself: « votre commune d’exercice et votre attestation ». */
export const detailsWords = (missing: readonly Detail[]): string =>
  missing
    .map((detail) => detailNames[detail])
    .join(', ')
    .replace(/, ([^,]*)$/, ' et $1');
const detailNames: Readonly<Record<Detail, string>> = {
  exercice: 'votre mode d’exercice',
  commune: 'votre commune d’exercice',
  attestation: 'votre attestation',
};

/** How a member practises, in the words of the form. */
export const practiceNames: Readonly<Record<Practice, string>> = {
  liberal: 'En libéral',
  'centre-mono': 'Salarié d’un centre de soins d’une seule profession',
  salarie: 'Salarié dans un autre cadre',
};

/** What waits in a team beyond its composition. */
export const invitationsWaiting = (count: number): string =>
  count > 1 ? `${count} invitations attendent une réponse` : 'Une invitation attend une réponse';
export const proposalsWaiting = (count: number): string =>
  count > 1
    ? `${count} propositions de référent attendent votre accord`
    : 'Une proposition de référent attend votre accord';

/** Two or three letters in the picture of a team. */
export const professionMarks: Readonly<Record<HealthProfession, string>> = {
  'medecin-generaliste': 'MG',
  'autre-medecin': 'Méd',
  'chirurgien-dentiste': 'CD',
  'sage-femme': 'SF',
  pharmacien: 'Pha',
  biologiste: 'Bio',
  infirmier: 'Inf',
  'masseur-kinesitherapeute': 'MK',
  'pedicure-podologue': 'PP',
  orthophoniste: 'Ort',
  orthoptiste: 'Opt',
  dieteticien: 'Dié',
  psychomotricien: 'Psm',
  ergotherapeute: 'Erg',
  'manipulateur-radio': 'MER',
  'technicien-laboratoire': 'TL',
  audioprothesiste: 'Aud',
  'opticien-lunetier': 'OL',
  'prothesiste-orthesiste': 'PO',
  'preparateur-pharmacie': 'PrP',
  'physicien-medical': 'PM',
  'aide-soignant': 'AS',
  'auxiliaire-puericulture': 'AP',
  ambulancier: 'Amb',
  'assistant-dentaire': 'AD',
};

/** « 1 médecin généraliste (MG), 2 infirmiers (Inf). 1 personne participe sans indemnité. » */
export function teamPictureWords(members: readonly Pick<TeamMember, 'profession' | 'exercice'>[]): string {
  const counts = new Map<HealthProfession, number>();
  for (const { profession } of members) counts.set(profession, (counts.get(profession) ?? 0) + 1);
  const listed = [...counts].map(([profession, count]) => {
    const { un, plusieurs } = professionNames[profession];
    return `${count} ${count > 1 ? plusieurs : un} (${professionMarks[profession]})`;
  });
  const unpaid = members.filter(({ exercice }) => exercice === 'salarie').length;
  const end =
    unpaid > 0 ? ` ${unpaid} ${unpaid > 1 ? 'personnes participent' : 'personne participe'} sans indemnité.` : '';
  return `${listed.join(', ')}.${end}`;
}

export const invitationStateNames: Readonly<Record<InvitationState, string>> = {
  envoyee: 'envoyée',
  renvoyee: 'renvoyée',
  acceptee: 'acceptée',
  declinee: 'déclinée',
  retiree: 'retirée',
  expiree: 'expirée',
};

export const invitationSentences: {
  readonly [Code in InvitationRefusal['code']]: (facts: Extract<InvitationRefusal, { code: Code }>) => string;
} = {
  INVITATION_PAS_VOTRE_ROLE: () => 'Ce geste revient à une autre personne : référent de l’équipe ou personne invitée.',
  INVITATION_ETAT: ({ etat }) => `Cette invitation est ${invitationStateNames[etat]} : ce geste n’est plus possible.`,
  INVITATION_EXPIREE: ({ jusquau }) =>
    `Cette invitation était valable jusqu’au ${frenchDay(jusquau)}. Un référent de l’équipe peut la renvoyer.`,
  INVITATION_EN_COURS: ({ jusquau }) => `Cette invitation reste valable jusqu’au ${frenchDay(jusquau)}.`,
};

export const successionSentences: {
  readonly [Code in SuccessionRefusal['code']]: (
    facts: Extract<SuccessionRefusal, { code: Code }>,
    nameOf: NameOf,
  ) => string;
} = {
  DERNIER_REFERENT: ({ candidats }, nameOf) =>
    candidats.length > 0
      ? `L’équipe n’a pas d’autre référent. Nommez-en d’abord un autre, par exemple ${candidats.map(nameOf).join(' ou ')}.`
      : 'L’équipe n’a pas d’autre référent, et aucun autre membre n’a encore de compte. Invitez un membre, ou écrivez à l’association.',
  PAS_MEMBRE_A_CETTE_DATE: () => 'Cette personne ne fait pas partie de l’équipe à cette date.',
  SUCCESSEUR_SANS_COMPTE: () =>
    'Cette personne n’a pas encore de compte : elle pourra devenir référente quand elle aura accepté son invitation.',
  DEJA_REFERENT: () => 'Cette personne est déjà référente de l’équipe.',
  PAS_REFERENT: () => 'Cette personne n’est pas référente de l’équipe.',
  DEJA_SOUTENU: () => 'Vous avez déjà donné votre accord. Celui d’un second membre est nécessaire.',
};
