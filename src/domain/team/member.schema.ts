import { z } from 'zod';
import type { FormRules, ValuesOf } from '#domain/form/described-form.ts';
import { healthProfessions } from '#domain/people/profession.ts';

/** How a member practises: on their own account, in a care centre of one profession, or otherwise employed (S0). */
export const practices = ['liberal', 'centre-mono', 'salarie'] as const;
export type Practice = (typeof practices)[number];

const inCentre = { champ: 'exercice', parmi: ['centre-mono'] } as const;

/** What is asked of someone to be written in a team, by who leads it: the rest is asked of herself, when she joins. */
export const personRules = {
  prenom: { type: 'texte', obligatoire: true, max: 80, saisie: 'given-name' },
  nom: { type: 'texte', obligatoire: true, max: 80, saisie: 'family-name' },
  profession: { type: 'choix', forme: 'liste', obligatoire: true, options: healthProfessions },
} as const satisfies FormRules;

/** The same, with where to invite her: without an address she is written down and not invited. */
export const invitedRules = {
  prenom: { type: 'texte', obligatoire: true, max: 80 },
  nom: { type: 'texte', obligatoire: true, max: 80 },
  profession: personRules.profession,
  courriel: { type: 'texte', obligatoire: false, max: 254, format: 'courriel' },
} as const satisfies FormRules;

/** What is known of a member, by whoever else writes the row; the words are in `messages/team/member-form.ts`. */
export const memberRules = {
  ...personRules,
  rpps: { type: 'texte', obligatoire: false, max: 20, format: 'rpps' },
  messagerie: { type: 'texte', obligatoire: false, max: 254, format: 'courriel' },
  exercice: { type: 'choix', obligatoire: false, options: practices },
  /** Two members are known to share a centre by its FINESS number. */
  'centre-nom': { type: 'texte', obligatoire: true, visible: inCentre, min: 2, max: 120 },
  'centre-finess': { type: 'texte', obligatoire: true, visible: inCentre, max: 20, format: 'finess' },
  commune: { type: 'commune', obligatoire: false },
  entree: { type: 'date', obligatoire: true, modifiable: ['referent'], min: '2000-01-01', max: { ans: 1 } },
  /** To practise neither in an MSP nor in a pluriprofessional centre (S0). */
  attestation: { type: 'case', obligatoire: false },
  /** The CPTS that the member belongs to, which S0 allows. */
  cpts: { type: 'texte', obligatoire: false, min: 2, max: 120 },
  /** Other ESP CLAP of the member; S0 allows them « dès lors que » patients are shared, which the member says. */
  'autres-esp-clap': {
    type: 'groupe',
    obligatoire: false,
    max: 10,
    champs: {
      nom: { type: 'texte', obligatoire: true, min: 3, max: 80 },
      'patients-communs': { type: 'case', obligatoire: false },
    },
  },
} as const satisfies FormRules;
export type MemberAnswers = ValuesOf<typeof memberRules>;

/** What is asked to add someone to a team. */
export const newMemberRules = {
  ...invitedRules,
  entree: { type: 'date', obligatoire: true, min: '2000-01-01', max: { ans: 1 } },
} as const satisfies FormRules;

/** What is asked of a member by herself. */
export const ownMemberRules = {
  ...memberRules,
  exercice: { ...memberRules.exercice, obligatoire: true },
  commune: { ...memberRules.commune, obligatoire: true },
} as const satisfies FormRules;

/** A care centre of one profession. */
export const centreSchema = z.strictObject({ nom: z.string(), finess: z.string() });
export type Centre = z.infer<typeof centreSchema>;

export const otherTeamsSchema = z.array(z.strictObject({ nom: z.string(), patientsCommuns: z.boolean() }));
export type OtherTeam = z.infer<typeof otherTeamsSchema>[number];

/** What a team knows of one of its members. The life of the row (id, account, role) belongs to whoever keeps it. */
export type Member = Pick<MemberAnswers, 'prenom' | 'nom' | 'profession' | 'exercice' | 'entree'> & {
  /** Null until it is known; eleven digits. */
  readonly rpps: string | null;
  readonly messagerie: string | null;
  readonly cpts: string | null;
  readonly centre: Centre | null;
  /** INSEE code of the commune of practice; null until it is known. */
  readonly commune: string | null;
  /** Last day in the team. */
  readonly sortie: string | null;
  /** The day when the member attested. */
  readonly attestation: string | null;
  readonly autresEspClap: readonly OtherTeam[];
};

/** What a row may go without. */
export const notKnownYet = {
  rpps: null,
  exercice: null,
  commune: null,
  messagerie: null,
  cpts: null,
  centre: null,
  sortie: null,
  attestation: null,
  autresEspClap: [],
} as const satisfies Partial<Member>;
