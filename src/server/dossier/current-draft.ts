import { draftValues } from '#domain/dossier/draft.ts';
import { plannedPeriod } from '#domain/dossier/planned-year.ts';
import { lackingNames, lacksOf } from '#domain/dossier/project-lacks.ts';
import { canonicalJson, type VersionContent, versionContent } from '#domain/dossier/version.ts';
import type { TeamMember } from '#domain/team/membership.ts';
import type { Reader, Writer } from '../db/client.ts';
import { membersOn, readTeam, teamMemberOf } from '../team/team-store.ts';
import { draftRows, fingerprint, type ProjectNeeds, type ProjectRow } from './project-store.ts';

/** What a project would be if it were frozen now. */
export type CurrentDraft = {
  readonly team: readonly TeamMember[];
  readonly content: VersionContent;
  /** The content as canonical JSON, and its fingerprint. */
  readonly contenu: string;
  readonly empreinte: string;
  /** Names of what is missing, in the order of the form. */
  readonly manquants: readonly string[];
};

/** Reads the draft and the team as they are; null when the team went away. */
export async function currentDraft(
  db: Pick<Reader | Writer, 'select'>,
  { forms, plans, communes, today }: Pick<ProjectNeeds, 'forms' | 'plans' | 'communes' | 'today'>,
  { id, equipeId, formulaire }: ProjectRow,
): Promise<CurrentDraft | null> {
  const equipe = await readTeam(db, equipeId);
  if (!equipe) return null;
  const team = (await membersOn(db, equipeId, today)).map(teamMemberOf);
  const form = forms[formulaire];
  const values = draftValues(form, await draftRows(db, id));
  const plan = [...plans.values()].find(({ region }) => region === equipe.region);
  const people = team.map((member) => ({ id: member.id, nom: `${member.prenom} ${member.nom}` }));
  const content = versionContent({ formulaire, equipe, form, values, team, today });
  const counted = new Set(content.membres.map((member) => member.id));
  const lacks = lacksOf(form, values, {
    today,
    communes,
    people: people.filter((person) => counted.has(person.id)),
    team,
    period: plan ? plannedPeriod(plan, values, today) : null,
  });
  const contenu = canonicalJson(content);
  return { team, content, contenu, empreinte: fingerprint(contenu), manquants: lackingNames(lacks) };
}
