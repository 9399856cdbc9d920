import type { RegionSlug } from '#domain/shared/region.ts';
import { accept, type Result, refuse } from '#domain/shared/result.ts';
import { type Team, teamSchemaFor } from '#domain/team/team.schema.ts';
import { changeTeam } from '#server/team/change-team.ts';
import { createTeam } from '#server/team/create-team.ts';
import { readTeam } from '#server/team/team-store.ts';
import { type FieldErrors, form, type Typed } from '../form.ts';
import { readMember } from './member-fields.ts';
import { oneMoreLine } from './member-forms.ts';
import { teamIdOf, teamInAddress, teamNeeds } from './team-needs.ts';
import { refusedTeam } from './team-refusals.ts';
import { departementsOfTeams } from './team-rules.ts';

export const newTeamForms = {
  'creer-equipe': form({
    kind: 'portail',
    verb: 'creer-equipe',
    object: () => ({ kind: 'portail' }),
    async run(visit, typed) {
      const { services, today } = visit;
      const team = readTeamFields(typed, departementsOfTeams(services));
      const creator = readMember(typed, { communes: services.communes, today });
      if (!team.ok || !creator.ok) {
        return { errors: { ...(!team.ok && team.refusal), ...(!creator.ok && creator.refusal) } };
      }
      const oneMore = typed.get('une-de-plus') !== null;
      const made = await createTeam(teamNeeds(visit), { ...team.value, creator: creator.value, oneMore });
      if (!made.ok) return refusedTeam(made.refusal, []);
      return { to: `/espace/equipes/${made.value.teamId}?fait=equipe-creee` };
    },
  }),
  'ajouter-ligne': form({
    kind: 'portail',
    verb: 'creer-equipe',
    object: () => ({ kind: 'portail' }),
    writesNothing: true,
    run: async (_visit, typed) => oneMoreLine(typed),
  }),
};

export const teamForms = {
  'modifier-equipe': form({
    kind: 'equipe',
    verb: 'modifier',
    object: teamInAddress,
    async run(visit, typed) {
      const teamId = teamIdOf(visit);
      const row = await readTeam(visit.services.database.db, teamId);
      if (!row) return refusedTeam({ code: 'INTROUVABLE' }, []);
      const team = readTeamFields(typed, departementsOfTeams(visit.services, [row.region]));
      if (!team.ok) return { errors: team.refusal };
      const version = Number(typed.get('version'));
      const changed = await changeTeam(teamNeeds(visit), { teamId, version, ...team.value });
      return changed.ok ? { to: `/espace/equipes/${teamId}?fait=equipe-modifiee` } : refusedTeam(changed.refusal, []);
    },
  }),
};

type Choice = { readonly code: string; readonly region: RegionSlug };

function readTeamFields(
  typed: Typed,
  choices: readonly Choice[],
): Result<{ readonly team: Team; readonly region: RegionSlug }, FieldErrors> {
  const parsed = teamSchemaFor(choices.map(({ code }) => code)).safeParse({
    nom: typed.get('equipe-nom') ?? '',
    departements: typed.getAll('departements'),
  });
  if (!parsed.success) {
    const errors: Record<string, string> = {};
    for (const { path, message } of parsed.error.issues) {
      errors[path[0] === 'nom' ? 'equipe-nom' : 'departements'] ??= message;
    }
    return refuse(errors);
  }
  const regions = new Set(
    choices.filter(({ code }) => parsed.data.departements.includes(code)).map(({ region }) => region),
  );
  const [region, other] = regions;
  return region && !other
    ? accept({ team: parsed.data, region })
    : refuse({ departements: 'Choisissez des départements d’une seule région : une équipe relève d’une seule.' });
}
