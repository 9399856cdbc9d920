import { lineGesture } from '#domain/form/lines.ts';
import type { RegionSlug } from '#domain/shared/region.ts';
import { accept, type Result, refuse } from '#domain/shared/result.ts';
import { memberOfAnswers } from '#domain/team/member-answers.ts';
import { type Team, teamOfAnswers } from '#domain/team/team.schema.ts';
import { changeTeam } from '#server/team/change-team.ts';
import { createTeam } from '#server/team/create-team.ts';
import { readTeam } from '#server/team/team-store.ts';
import { teamFormErrors } from '../../messages/team/form-errors.ts';
import { memberForm } from '../../messages/team/member-form.ts';
import { newTeamForm, teamForm } from '../../messages/team/team-form.ts';
import { changeLines } from '../change-lines.ts';
import { type FieldErrors, form } from '../form.ts';
import { formFacts } from '../form-facts.ts';
import { complete, readForm } from '../read-form.ts';
import { rolesOf } from './member-fields.ts';
import { teamIdOf, teamInAddress, teamNeeds } from './team-needs.ts';
import { refusedTeam } from './team-refusals.ts';
import { departementsOfTeams } from './team-rules.ts';

const creating = { kind: 'portail', verb: 'creer-equipe', object: () => ({ kind: 'portail' as const }) } as const;

export const newTeamForms = {
  'creer-equipe': form({
    ...creating,
    async run(visit, typed) {
      const departements = departementsOfTeams(visit.services);
      const founder = { roles: rolesOf(true), kept: {} };
      const read = complete(readForm(newTeamForm(departements, true), typed, formFacts(visit), founder));
      if (!read.ok) return { errors: read.refusal };
      const team = teamOfAnswers(read.value);
      const region = regionOf(team, departements);
      if (!region.ok) return { errors: region.refusal };
      const creator = memberOfAnswers(read.value, { attestedOn: visit.today, sortie: null });
      const made = await createTeam(teamNeeds(visit), {
        region: region.value,
        team,
        creator,
        oneMore: read.value['une-de-plus'],
      });
      if (!made.ok) return refusedTeam(made.refusal, []);
      return { to: `/espace/equipes/${made.value.teamId}?fait=equipe-creee` };
    },
  }),
  [lineGesture]: form({ ...creating, writesNothing: true, run: changeLines(memberForm) }),
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
      const departements = departementsOfTeams(visit.services, [row.region]);
      const read = complete(readForm(teamForm(departements), typed, formFacts(visit)));
      if (!read.ok) return { errors: read.refusal };
      const version = Number(typed.get('version'));
      const team = teamOfAnswers(read.value);
      const changed = await changeTeam(teamNeeds(visit), { teamId, version, team, region: row.region });
      return changed.ok ? { to: `/espace/equipes/${teamId}?fait=equipe-modifiee` } : refusedTeam(changed.refusal, []);
    },
  }),
};

type Departements = ReturnType<typeof departementsOfTeams>;

/** The region of a team, which its départements say. */
function regionOf({ departements }: Team, choices: Departements): Result<RegionSlug, FieldErrors> {
  const regions = new Set(choices.filter(({ code }) => departements.includes(code)).map(({ region }) => region));
  const [region, other] = regions;
  return region && !other ? accept(region) : refuse({ departements: teamFormErrors.REGIONS_MELEES });
}
