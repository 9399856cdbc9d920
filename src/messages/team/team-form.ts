import { describeForm, type FormOf } from '#domain/form/described-form.ts';
import { invitedRules, personRules } from '#domain/team/member.schema.ts';
import { teamRules } from '#domain/team/team.schema.ts';
import { invitedWords } from './member-form.ts';

type Departements = readonly { readonly code: string; readonly nom: string }[];

const rulesFor = (departements: Departements) => teamRules(departements.map(({ code }) => code));

const wordsFor = (departements: Departements) =>
  ({
    'equipe-nom': {
      libelle: 'Nom de l’équipe',
      dansUnePhrase: 'le nom de l’équipe',
      aide: 'De 3 à 80 caractères, unique dans la région. Par exemple celui de votre commune ou de votre canton.',
    },
    departements: {
      libelle: 'Départements où exerce l’équipe',
      erreurs: { VIDE: 'Choisissez au moins un département.' },
      options: Object.fromEntries(departements.map(({ code, nom }) => [code, `${nom} (${code})`])),
    },
  }) as const;

/** What a team says of itself. */
export const teamForm = (departements: Departements): FormOf<ReturnType<typeof rulesFor>> =>
  describeForm(rulesFor(departements), wordsFor(departements));

const newTeamRules = (departements: Departements) =>
  ({
    ...rulesFor(departements),
    ...personRules,
    personnes: { type: 'groupe', obligatoire: false, max: mostPeopleAtOnce, champs: invitedRules },
    'une-de-plus': { type: 'case', obligatoire: false },
  }) as const;

/** Ours: a page of so many rows stays readable; more people are added to the team afterwards. */
const mostPeopleAtOnce = 20;

/**
 * A team, its first member, who writes, and a short row for each of the others.
 * @param isOneMore she prepares another already, and is asked whether she wants one more.
 */
export const newTeamForm = (departements: Departements, isOneMore: boolean): FormOf<ReturnType<typeof newTeamRules>> =>
  describeForm(
    newTeamRules(departements),
    {
      ...wordsFor(departements),
      prenom: { libelle: 'Votre prénom', dansUnePhrase: 'votre prénom' },
      nom: { libelle: 'Votre nom', dansUnePhrase: 'votre nom' },
      profession: { ...invitedWords.profession, libelle: 'Votre profession' },
      personnes: {
        libelle: 'Les autres personnes',
        dansUnePhrase: 'les autres personnes',
        aide: 'Une ligne par personne. Avec son adresse, son invitation part à la création de l’équipe ; sans adresse, vous l’inviterez plus tard.',
        ligne: 'Personne',
        ajouter: 'Ajouter une personne',
        champs: invitedWords,
      },
      'une-de-plus': { libelle: 'Je souhaite créer une autre équipe, distincte de celle que je prépare déjà.' },
    },
    [
      { cle: 'identite', titre: 'L’équipe', champs: ['equipe-nom', 'departements'] },
      { cle: 'vous', titre: 'Vous', champs: ['prenom', 'nom', 'profession'] },
      { cle: 'personnes', champs: ['personnes'] },
      ...(isOneMore ? [{ cle: 'autre-equipe', titre: 'Une équipe de plus', champs: ['une-de-plus'] as const }] : []),
    ],
  );
