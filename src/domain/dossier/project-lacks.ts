import { checkValues, type FormRefusal, onlyShown } from '#domain/form/check-form.ts';
import type { FormFacts } from '#domain/form/check-value.ts';
import { lineName } from '#domain/form/field-names.ts';
import type { Form } from '#domain/form/form.schema.ts';
import type { LineValues, Values } from '#domain/form/values.ts';
import type { PaidActionType } from '#domain/indemnities/action-type.ts';
import type { Period } from '#domain/indemnities/plan.schema.ts';
import { generalPractitioner } from '#domain/people/profession.ts';
import { hasAgreed } from '#domain/team/agreement.ts';
import { type CompositionRule, compositionOn } from '#domain/team/composition.ts';
import { isPresentOn, type TeamMember } from '#domain/team/membership.ts';
import { plannedActions } from './planned-year.ts';

/** What no field alone has wrong: a rule over several answers, or over answers and team. */
export type ProjectFault =
  | { readonly code: 'AUCUNE_ACTION' }
  /** A yearly cap of the region's plan. */
  | { readonly code: 'PLAFOND_DEPASSE'; readonly plafond: string; readonly prevu: number; readonly maximum: number }
  /** A general practitioner comes to each STAFF (S0). */
  | { readonly code: 'STAFF_SANS_MEDECIN' }
  /** The members engaged in a theme are of two professions at least. */
  | { readonly code: 'THEMATIQUE_UNE_PROFESSION'; readonly numero: number }
  | { readonly code: 'COMPOSITION'; readonly regles: readonly CompositionRule['code'][] }
  /** What a member's own row lacks to be deposited. */
  | {
      readonly code: 'MEMBRE_INCOMPLET';
      readonly membre: string;
      readonly manque: readonly ('rpps' | 'messagerie')[];
    };

/** What keeps a project from being deposited: where, in which section, and why. `nom` is as forms name fields. */
export type ProjectLack =
  | ({ readonly sorte: 'champ'; readonly section: string } & FormRefusal)
  | { readonly sorte: 'regle'; readonly section: string; readonly nom: string; readonly fault: ProjectFault };

export type ProjectSetting = FormFacts & {
  /** Everyone who is or was in the team; who agreed and is there today counts. */
  readonly team: readonly TeamMember[];
  /** The plan of the region in the project's year; null where there is none. */
  readonly period: Period | null;
};

/** The members who count in a project: they agreed, and are in the team that day. */
export const countedMembers = (team: readonly TeamMember[], day: string): TeamMember[] =>
  team.filter((member) => hasAgreed(member.accord) && isPresentOn(member, day));

/** All that a project lacks to be deposited, in the order of its form, fields of a section before its rules. */
export function lacksOf(form: Form, values: Values, setting: ProjectSetting): ProjectLack[] {
  const shown = onlyShown(form, values);
  const sectionOf = new Map(form.sections.flatMap(({ cle, champs }) => champs.map((champ) => [champ.cle, cle])));
  const fields = checkValues(form, shown, setting).map((refusal): ProjectLack => {
    const key = refusal.ligne?.groupe.cle ?? refusal.champ.cle;
    return { sorte: 'champ', section: sectionOf.get(key) ?? '', ...refusal };
  });
  const lacks = [...fields, ...faultsOf(shown, setting)];
  return form.sections.flatMap(({ cle }) => lacks.filter(({ section }) => section === cle));
}

/** The names of what is missing, each once: what the guard of the deposit tells. */
export const lackingNames = (lacks: readonly ProjectLack[]): string[] => [...new Set(lacks.map(({ nom }) => nom))];

function faultsOf(values: Values, { team, period, today }: ProjectSetting): ProjectLack[] {
  const members = countedMembers(team, today);
  return [
    ...memberFaults(team, members, today),
    ...themeFaults(values, members),
    ...actionFaults(values, members, period),
  ];
}

const rule = (section: string, nom: string, fault: ProjectFault): ProjectLack => ({
  sorte: 'regle',
  section,
  nom,
  fault,
});

function memberFaults(team: readonly TeamMember[], members: readonly TeamMember[], day: string): ProjectLack[] {
  const { rules } = compositionOn(team, { day, paidPerCentre: null });
  const broken = rules.filter(({ kind, satisfied }) => kind === 'condition' && !satisfied).map(({ code }) => code);
  const incomplete = members.flatMap(({ id: membre, rpps, messagerie }) => {
    const manque = [
      ...(rpps === null ? (['rpps'] as const) : []),
      ...(messagerie === null ? (['messagerie'] as const) : []),
    ];
    return manque.length > 0 ? [rule('membres', 'membres', { code: 'MEMBRE_INCOMPLET', membre, manque })] : [];
  });
  return [
    ...(broken.length > 0 ? [rule('membres', 'membres', { code: 'COMPOSITION', regles: broken })] : []),
    ...incomplete,
  ];
}

function themeFaults(values: Values, members: readonly TeamMember[]): ProjectLack[] {
  const themes = (values.thematiques ?? []) as readonly LineValues[];
  return themes.flatMap(({ membres }, index) => {
    const engaged = members.filter(({ id }) => Array.isArray(membres) && membres.includes(id));
    const isOneProfession = engaged.length > 1 && new Set(engaged.map(({ profession }) => profession)).size < 2;
    const numero = index + 1;
    const nom = lineName('thematiques', numero, 'membres');
    return isOneProfession ? [rule('thematiques', nom, { code: 'THEMATIQUE_UNE_PROFESSION', numero })] : [];
  });
}

/** Where each kind of action is counted in the form. */
const fieldOfAction: Readonly<Partial<Record<PaidActionType, string>>> = {
  pps: 'nombre-pps',
  'rcp-avec-patient': 'nombre-rcp-patient',
  'rcp-sans-patient': 'nombre-rcp-pratiques',
  staff: 'nombre-staff',
  'protocole-simple': 'protocoles',
  'protocole-complexe': 'protocoles',
};

function actionFaults(values: Values, members: readonly TeamMember[], period: Period | null): ProjectLack[] {
  const planned: Readonly<Partial<Record<PaidActionType, number>>> = plannedActions(values);
  const total = Object.values(planned).reduce((sum, count) => sum + count, 0);
  const hasDoctor = members.some(({ profession }) => profession === generalPractitioner);
  const over = (period?.plafonds ?? []).flatMap(({ nom: plafond, actions, maximumAnnuel: maximum }) => {
    const prevu = actions.reduce((sum, type) => sum + (planned[type] ?? 0), 0);
    const nom = fieldOfAction[actions[0]!];
    return nom !== undefined && maximum !== null && prevu > maximum
      ? [rule('actions', nom, { code: 'PLAFOND_DEPASSE', plafond, prevu, maximum })]
      : [];
  });
  return [
    ...(total === 0 ? [rule('actions', 'nombre-pps', { code: 'AUCUNE_ACTION' })] : []),
    ...((planned.staff ?? 0) > 0 && !hasDoctor
      ? [rule('actions', 'nombre-staff', { code: 'STAFF_SANS_MEDECIN' })]
      : []),
    ...over,
  ];
}
