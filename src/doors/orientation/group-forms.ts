import type { Values } from '#domain/form/values.ts';
import { type Opinion, opinions, readName } from '#domain/orientation/group.ts';
import { groupKeyOf, readWizardLink, redirectionOf, wizardQuery } from '#domain/orientation/journey.ts';
import type { Rules } from '#domain/orientation/rules.ts';
import { answerGroup, deleteGroup, openGroup, readGroup, voteInGroup } from '#server/orientation/group-store.ts';
import { openingLimit, writingLimit } from '#server/orientation/limits.ts';
import { type GroupRefusal, groupRefusals } from '../../messages/orientation/group.ts';
import { saveForm, voteForm, voteName } from '../../messages/orientation/group-forms.ts';
import { form, type Outcome, type Typed } from '../form.ts';
import { formFacts } from '../form-facts.ts';
import { complete, readForm } from '../read-form.ts';
import type { Visit } from '../visit.ts';

// Whoever has the address of a group writes in it: no account, no right to ask for.
const open = { kind: 'portail', verb: 'consulter', object: () => ({ kind: 'portail' as const }) } as const;

/** The key of the group that the address of a page holds; empty when it can be that of none. */
export const groupInAddress = ({ context }: Visit): string => groupKeyOf(context.params.cle ?? null) ?? '';

export const openGroupForms = {
  'ouvrir-groupe': form({
    ...open,
    async run(visit) {
      const wait = openingLimit(visit.address, visit.now.getTime());
      if (wait > 0) return toWait(visit, 'TROP_DE_DEMANDES', wait);
      const opened = await openGroup(needsOf(visit));
      if (!opened.ok) return toWait(visit, opened.refusal, 3600);
      const { cle, gestion } = opened.value;
      return { to: `/choisir/groupe/${cle}?gestion=${gestion}&ouvert=1` };
    },
  }),
};

export const groupForms = {
  repondre: form({
    ...open,
    run: (visit, typed) =>
      withinLimit(visit, async () => {
        const read = complete(readForm(saveForm(true), typed, formFacts(visit)));
        if (!read.ok) return { errors: read.refusal };
        const name = readName(read.value.nom);
        if (!name.ok) return refused(name.refusal);
        const reponses = answersOf(visit.services.orientation, typed);
        if (reponses === null) return refused('REPONSES_INCOMPLETES');
        const { remplacer } = read.value;
        const kept = await answerGroup(needsOf(visit), groupInAddress(visit), { nom: name.value, reponses, remplacer });
        return kept.ok ? received(visit, 'repondre') : refused(kept.refusal);
      }),
  }),
  voter: form({
    ...open,
    run: (visit, typed) =>
      withinLimit(visit, async () => {
        const { orientation: rules } = visit.services;
        const group = await readGroup(needsOf(visit), rules, groupInAddress(visit));
        if (!group) return refused('GROUPE_INCONNU');
        const models = rules.models.map(({ id }) => id);
        const names = group.participants.map(({ nom }) => nom);
        const read = complete(readForm(voteForm(rules, models, names), typed, formFacts(visit)));
        if (!read.ok) return { errors: read.refusal };
        const avis = votesOf(models, read.value);
        if (Object.keys(avis).length === 0) return refused('VOTE_VIDE');
        const nom = String(read.value.nom);
        const kept = await voteInGroup(needsOf(visit), groupInAddress(visit), { nom, avis });
        return kept.ok ? received(visit, 'voter') : refused(kept.refusal);
      }),
  }),
  effacer: form({
    ...open,
    run: (visit, typed) =>
      withinLimit(visit, async () => {
        const erased = await deleteGroup(needsOf(visit), groupInAddress(visit), typed.get('gestion') ?? '');
        return erased.ok ? { to: '/choisir/groupe?efface=1' } : refused(erased.refusal);
      }),
  }),
};

const needsOf = ({ services, now }: Visit) => ({ database: services.database, now });

const received = (visit: Visit, geste: 'repondre' | 'voter'): Outcome => ({
  to: `/choisir/groupe/${groupInAddress(visit)}?recu=${geste}`,
});

async function withinLimit(visit: Visit, act: () => Promise<Outcome>): Promise<Outcome> {
  const wait = writingLimit(visit.address, visit.now.getTime());
  return wait > 0 ? toWait(visit, 'TROP_DE_DEMANDES', wait) : act();
}

/** Programs are told for how long. */
function toWait({ context }: Visit, refusal: GroupRefusal, seconds: number): Outcome {
  context.response?.headers.set('retry-after', String(seconds));
  return { errors: { '': groupRefusals[refusal] }, status: 429 };
}

const statuses: { readonly [Refusal in GroupRefusal]?: number } = {
  GROUPE_INCONNU: 404,
  NOM_DEJA_PRIS: 409,
  GROUPE_COMPLET: 409,
  LIEN_DE_GESTION_FAUX: 403,
};

const ofTheName: readonly GroupRefusal[] = [
  'NOM_ABSENT',
  'NOM_TROP_LONG',
  'NOM_ILLISIBLE',
  'NOM_DEJA_PRIS',
  'NOM_INCONNU',
];

const refused = (refusal: GroupRefusal): Outcome => ({
  errors: { [ofTheName.includes(refusal) ? 'nom' : '']: groupRefusals[refusal] },
  status: statuses[refusal] ?? 400,
});

/** The answers as they are kept; null when they say too little, or come from someone who has nothing to choose. */
function answersOf(rules: Rules, typed: Typed): string | null {
  const known = new URLSearchParams([...typed].filter(([key]) => rules.questions.has(key)));
  const { answers } = readWizardLink(rules, known);
  const isComplete = rules.data.questions.every(({ id, obligatoire }) => !obligatoire || answers[id] !== undefined);
  return isComplete && redirectionOf(rules, answers) === null ? wizardQuery(rules, answers) : null;
}

const votesOf = (models: readonly string[], values: Values): Record<string, Opinion> =>
  Object.fromEntries(
    models.flatMap((model) => {
      const opinion = opinions.find((one) => one === values[voteName(model)]);
      return opinion ? [[model, opinion]] : [];
    }),
  );
