import { describeForm, type FormOf, type WordsOf } from '#domain/form/described-form.ts';
import { type HealthProfession, healthProfessions } from '#domain/people/profession.ts';
import { type invitedRules, memberRules, newMemberRules, ownMemberRules } from '#domain/team/member.schema.ts';
import { professionNames } from '../shared/professions.ts';
import { practiceNames } from './team.ts';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const professionOptions = Object.fromEntries(
  healthProfessions.map((profession) => [profession, capital(professionNames[profession].un)]),
) as Record<HealthProfession, string>;

/** The words of a member’s form: to the member herself, or to whoever writes the row of someone else. */
export const memberWords = (self: boolean): WordsOf<typeof memberRules> => ({
  prenom: { libelle: 'Prénom', dansUnePhrase: 'le prénom' },
  nom: { libelle: 'Nom', dansUnePhrase: 'le nom' },
  profession: {
    libelle: 'Profession',
    dansUnePhrase: 'la profession',
    options: professionOptions,
    erreurs: {
      VIDE: 'Choisissez une profession de santé de la liste.',
      HORS_LISTE: 'Choisissez une profession de santé de la liste.',
    },
  },
  rpps: {
    libelle: 'Numéro RPPS',
    dansUnePhrase: 'le numéro RPPS',
    aide: 'Onze chiffres, ceux du répertoire des professionnels de santé. Il peut s’ajouter plus tard.',
  },
  messagerie: {
    libelle: 'Messagerie sécurisée de santé',
    dansUnePhrase: 'l’adresse de messagerie sécurisée',
    aide: 'Par exemple prenom.nom@domaine.mssante.fr. Elle n’est montrée qu’à l’équipe et à qui l’accompagne ; le portail n’y écrit jamais.',
    erreurs: { FORMAT: 'Écrivez l’adresse de messagerie sécurisée, par exemple prenom.nom@domaine.mssante.fr.' },
  },
  exercice: {
    libelle: 'Mode d’exercice',
    dansUnePhrase: 'le mode d’exercice',
    options: {
      ...practiceNames,
      salarie: { libelle: practiceNames.salarie, aide: 'Participe aux réunions, sans indemnité.' },
    },
  },
  'centre-nom': { libelle: 'Nom du centre', dansUnePhrase: 'le nom du centre' },
  'centre-finess': {
    libelle: 'Numéro FINESS du centre',
    dansUnePhrase: 'le numéro FINESS du centre',
    aide: 'Neuf chiffres (en Corse, 2A ou 2B puis sept chiffres).',
  },
  commune: { libelle: 'Commune d’exercice', dansUnePhrase: 'la commune d’exercice' },
  entree: { libelle: 'Date d’arrivée dans l’équipe', dansUnePhrase: 'la date d’arrivée' },
  attestation: {
    libelle: self
      ? 'J’atteste n’exercer ni en maison de santé (MSP), ni en centre de santé pluriprofessionnel.'
      : 'Cette personne m’a dit n’exercer ni en maison de santé (MSP), ni en centre de santé pluriprofessionnel.',
    dansUnePhrase: 'l’attestation',
    aide: self
      ? 'Cette case peut se cocher plus tard. La date du jour sera gardée.'
      : 'Cochez sur sa parole : la date du jour sera gardée. Elle pourra aussi cocher elle-même, avec son compte.',
  },
  cpts: {
    libelle: self ? 'CPTS dont vous êtes membre' : 'CPTS dont la personne est membre',
    dansUnePhrase: 'le nom de la CPTS',
    aide: 'On peut être aussi membre d’une communauté professionnelle territoriale de santé.',
  },
  'autres-esp-clap': {
    libelle: self ? 'Vos autres ESP CLAP' : 'Autres ESP CLAP de cette personne',
    dansUnePhrase: 'les autres ESP CLAP',
    aide: 'Faire partie de plusieurs ESP CLAP est possible, dès lors qu’il y a des patients communs avec chacune.',
    ligne: 'Autre équipe',
    ajouter: 'Ajouter une ligne pour une autre équipe',
    champs: {
      nom: { libelle: 'Nom de l’autre équipe', dansUnePhrase: 'le nom de l’équipe' },
      'patients-communs': { libelle: 'Des patients sont communs aux deux équipes' },
    },
  },
});

/** The words of a short row about someone else: who she is, and where to invite her. */
export const invitedWords: WordsOf<typeof invitedRules> = {
  prenom: { libelle: 'Prénom', dansUnePhrase: 'le prénom' },
  nom: { libelle: 'Nom', dansUnePhrase: 'le nom' },
  profession: memberWords(false).profession,
  courriel: { libelle: 'Adresse électronique', dansUnePhrase: 'l’adresse électronique' },
};

/** One more person in a team: who she is, where to invite her, from when. */
export const newMemberForm: FormOf<typeof newMemberRules> = describeForm(newMemberRules, {
  ...invitedWords,
  courriel: {
    ...invitedWords.courriel,
    aide: 'L’invitation y part tout de suite. Sans adresse, la personne est inscrite sans être invitée : elle ne compte pas encore.',
  },
  entree: memberWords(false).entree,
});

export const memberSections = (self: boolean) =>
  [
    {
      cle: 'personne',
      titre: self ? 'Vous' : 'La personne',
      champs: ['prenom', 'nom', 'profession', 'rpps', 'messagerie'],
    },
    {
      cle: 'pratique',
      titre: self ? 'Votre exercice' : 'Son exercice',
      champs: ['exercice', 'centre-nom', 'centre-finess', 'commune'],
    },
    { cle: 'equipe', titre: 'Dans l’équipe', champs: ['entree', 'attestation', 'cpts', 'autres-esp-clap'] },
  ] as const;

/** The form of a member who writes about herself. */
export const ownMemberForm: FormOf<typeof ownMemberRules> = describeForm(
  ownMemberRules,
  memberWords(true),
  memberSections(true),
);
/** The form of a member about whom someone else writes. */
export const memberForm: FormOf<typeof memberRules> = describeForm(
  memberRules,
  memberWords(false),
  memberSections(false),
);

/** What was corrected of a member, as the log names it: by field, or by what the row keeps of several fields. */
export const memberFieldNames: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(memberWords(false)).map(([key, { libelle, dansUnePhrase }]) => [key, dansUnePhrase ?? libelle]),
  ),
  centre: 'le centre',
  autresEspClap: 'les autres ESP CLAP',
};
