import { onlyShown } from '#domain/form/check-form.ts';
import { type Difference, differences } from '#domain/form/difference.ts';
import type { Form } from '#domain/form/form.schema.ts';
import type { Values } from '#domain/form/values.ts';
import type { RegionSlug } from '#domain/shared/region.ts';
import type { Member } from '#domain/team/member.schema.ts';
import type { TeamMember } from '#domain/team/membership.ts';
import type { ProjectFormId } from './project-form.schema.ts';
import { countedMembers } from './project-lacks.ts';

/** A member as a version knows her. Her last day is not of the project: setting one changes no version. */
export type VersionMember = Omit<Member, 'sortie'> & { readonly id: string };

/** All that a version of a project freezes: what every approval, decision and convention is about. */
export type VersionContent = {
  readonly formulaire: ProjectFormId;
  readonly equipe: { readonly nom: string; readonly region: RegionSlug; readonly departements: readonly string[] };
  /** Those who agreed and are in the team on the day of the version, by id. */
  readonly membres: readonly VersionMember[];
  /** Without the answers of fields that are not shown. */
  readonly reponses: Values;
};

type Draft = Pick<VersionContent, 'formulaire' | 'equipe'> & {
  readonly form: Form;
  readonly values: Values;
  readonly team: readonly TeamMember[];
  readonly today: string;
};

export function versionContent({ formulaire, equipe, form, values, team, today }: Draft): VersionContent {
  const { nom, region, departements } = equipe;
  return {
    formulaire,
    equipe: { nom, region, departements },
    membres: countedMembers(team, today)
      .map(({ sortie: _, accord: __, ...member }) => member)
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    reponses: onlyShown(form, values),
  };
}

/** JSON in which the same content is always the same text, so that its fingerprint is too: keys are in order. */
export function canonicalJson(content: unknown): string {
  if (Array.isArray(content)) return `[${content.map(canonicalJson).join(',')}]`;
  if (content === null || typeof content !== 'object') return JSON.stringify(content ?? null);
  const entries = Object.entries(content)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${canonicalJson(value)}`).join(',')}}`;
}

/** What changed from one version to another: by section, then who came, went, or has another row. */
export type VersionDifference = {
  readonly sections: readonly { readonly section: string; readonly champs: readonly Difference[] }[];
  /** The name or the départements of the team. */
  readonly equipe: boolean;
  readonly arrives: readonly string[];
  readonly partis: readonly string[];
  readonly changes: readonly string[];
};

export function versionDifference(form: Form, before: VersionContent, after: VersionContent): VersionDifference {
  const old = new Map(before.membres.map((member) => [member.id, canonicalJson(member)]));
  const young = new Map(after.membres.map((member) => [member.id, canonicalJson(member)]));
  return {
    sections: form.sections.flatMap(({ cle, champs }) => {
      const changed = differences({ sections: [{ cle, champs }] }, before.reponses, after.reponses);
      return changed.length > 0 ? [{ section: cle, champs: changed }] : [];
    }),
    equipe: canonicalJson(before.equipe) !== canonicalJson(after.equipe),
    arrives: [...young.keys()].filter((id) => !old.has(id)),
    partis: [...old.keys()].filter((id) => !young.has(id)),
    changes: [...young.keys()].filter((id) => old.has(id) && old.get(id) !== young.get(id)),
  };
}
