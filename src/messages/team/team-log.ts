import { frenchDay } from '../shared/days.ts';
import { memberFieldNames } from './member-form.ts';
import { fullName, type NameOf } from './team.ts';

type Detail = Readonly<Record<string, string | number | boolean | null>>;

/** What was done in a team, by the verb of its line in the log. */
const sentences: Readonly<Record<string, (who: string, detail: Detail) => string>> = {
  'creer-equipe': (who) => `Équipe créée, avec ${who} comme référent.`,
  'transmettre-equipe': () => 'Équipe transmise à l’ARS.',
  'modifier-equipe': (_, { nom, departements }) =>
    `${[nom && 'Nom', departements && 'Départements'].filter(Boolean).join(' et ')} de l’équipe : changement enregistré.`,
  'ajouter-membre': (who) => `${who} : ajout à l’équipe.`,
  'corriger-membre': (who, { champs }) => `${who} : informations corrigées (${fieldsOf(champs)}).`,
  'proposer-changement': (who, { champs }) =>
    `${who} : changement proposé (${fieldsOf(champs)}), qui attend son accord.`,
  'accepter-changement': (who, { champs }) => `${who} : changement proposé, accepté (${fieldsOf(champs)}).`,
  'refuser-changement': (who, { champs }) => `${who} : changement proposé, refusé (${fieldsOf(champs)}).`,
  'retirer-changement': (who, { champs }) => `${who} : changement proposé, retiré (${fieldsOf(champs)}).`,
  'fixer-sortie': (who, { sortie, par }) => {
    const decider = par === 'membre' ? ' par la personne elle-même' : par === 'referent' ? ' par un référent' : '';
    return typeof sortie === 'string'
      ? `${who} : dernier jour fixé au ${frenchDay(sortie)}${decider}.`
      : `${who} : dernier jour retiré${decider}, la personne reste dans l’équipe.`;
  },
  'enregistrer-consentement': (who) => `${who} : accord enregistré par l’association.`,
  'retirer-consentement': (who) => `${who} : accord enregistré par l’association, retiré par elle.`,
  'effacer-membre': () => 'Ligne effacée, d’une personne qui n’avait pas rejoint l’équipe.',
  inviter: (who) => `${who} : invitation envoyée.`,
  'renvoyer-invitation': (who) => `${who} : invitation renvoyée.`,
  'corriger-adresse-invitation': (who) => `${who} : adresse de l’invitation corrigée.`,
  'retirer-invitation': (who) => `${who} : invitation retirée.`,
  'accepter-invitation': (who) => `${who} : invitation acceptée, compte relié à l’équipe.`,
  'decliner-invitation': (who) => `${who} : invitation déclinée.`,
  'expirer-invitation': (who) => `${who} : invitation expirée.`,
  'nommer-referent': (who) => `${who} : rôle de référent donné.`,
  'renoncer-referent': (who) => `${who} : rôle de référent rendu.`,
  'decider-succession': (who) => `${who} : rôle de référent donné par l’association.`,
  'proposer-succession': (who) => `${who} : proposition comme référent.`,
  'soutenir-succession': (who) => `${who} : accord donné à sa proposition comme référent.`,
  'aboutir-succession': (who) => `${who} : rôle de référent donné, avec l’accord de deux membres.`,
  'abandonner-succession': (who) => `${who} : proposition comme référent retirée.`,
};

export function logSentence(verb: string, detail: Detail, nameOf: NameOf): string {
  const sentence = Object.hasOwn(sentences, verb) ? sentences[verb] : undefined;
  const subject = detail.membre ?? detail.successeur;
  return sentence
    ? sentence(typeof subject === 'string' ? nameOf(subject) : 'Un membre', detail)
    : `Autre geste : ${verb}.`;
}

type Bound = { readonly compteId: string | null; readonly prenom: string; readonly nom: string };

/** Who did it: an account by the name of its member, where it is still bound to one. */
export function logActor(members: readonly Bound[], actor: string): string {
  if (actor === 'systeme') return 'le portail';
  if (actor === 'public') return 'une personne sans compte, par le lien reçu';
  const member = members.findLast(({ compteId }) => compteId === actor);
  return member ? fullName(member) : 'une personne qui n’est pas de l’équipe, ou qui n’a plus de compte';
}

const fieldsOf = (names: Detail[string] | undefined): string =>
  String(names ?? '')
    .split(' ')
    .map((name) => (Object.hasOwn(memberFieldNames, name) ? (memberFieldNames[name] ?? name) : name))
    .join(', ');
