import { describeForm } from '#domain/form/described-form.ts';
import { groupLimits, opinions } from '#domain/orientation/group.ts';
import type { Rules } from '#domain/orientation/rules.ts';
import { groupRefusals } from './group.ts';
import { theModel } from './orientation.ts';

const saveRules = {
  nom: { type: 'texte', obligatoire: true, max: groupLimits.nameLength },
  remplacer: { type: 'case', obligatoire: false },
} as const;

/**
 * Under which name someone’s answers enter a group.
 * @param mayReplace the name was found taken: the person may then say that it is his own.
 */
export const saveForm = (mayReplace: boolean) =>
  describeForm(
    saveRules,
    {
      nom: {
        libelle: 'Prénom ou initiales',
        aide: '20 lettres au plus.',
        erreurs: { VIDE: groupRefusals.NOM_ABSENT, TROP_LONG: groupRefusals.NOM_TROP_LONG },
      },
      remplacer: { libelle: 'Ce nom est le mien : remplacer mes réponses' },
    },
    [{ cle: 'nom-du-groupe', champs: mayReplace ? ['nom', 'remplacer'] : ['nom'] }],
  );

/** The field in which an opinion on a model is given. */
export const voteName = (model: string): string => `vote-${model}`;

/** What a participant says of the models to decide on. */
export function voteForm(rules: Rules, models: readonly string[], names: readonly string[]) {
  const opinion = { type: 'choix', obligatoire: false, options: opinions } as const;
  const options = { pour: 'Pour', contre: 'Contre', sans: 'Sans avis' };
  const votes = models.map((model) => [voteName(model), opinion] as const);
  const words = models.map(
    (model) => [voteName(model), { libelle: `Choisir ${theModel(rules, model)}`, options }] as const,
  );
  const erreurs = { VIDE: groupRefusals.NOM_INCONNU, HORS_LISTE: groupRefusals.NOM_INCONNU };
  return describeForm(
    { nom: { type: 'choix', forme: 'liste', obligatoire: true, options: names }, ...Object.fromEntries(votes) },
    {
      nom: { libelle: 'Vous êtes', options: Object.fromEntries(names.map((name) => [name, name])), erreurs },
      ...Object.fromEntries(words),
    },
  );
}
