import type { Email } from '#domain/account/email.ts';
import { lineName } from '#domain/form/field-names.ts';
import { lineGesture } from '#domain/form/lines.ts';
import type { RegionSlug } from '#domain/shared/region.ts';
import { accept, type Result, refuse } from '#domain/shared/result.ts';
import { notKnownYet } from '#domain/team/member.schema.ts';
import { type Team, teamOfAnswers } from '#domain/team/team.schema.ts';
import { changeTeam } from '#server/team/change-team.ts';
import { createTeam } from '#server/team/create-team.ts';
import { readTeam } from '#server/team/team-store.ts';
import { teamFormErrors } from '../../messages/team/form-errors.ts';
import { inviteSentence } from '../../messages/team/invitation.ts';
import { fullName } from '../../messages/team/team.ts';
import { newTeamForm, teamForm } from '../../messages/team/team-form.ts';
import { changeLines } from '../change-lines.ts';
import { type FieldErrors, type Forms, form, type Outcome, type Typed } from '../form.ts';
import { formFacts } from '../form-facts.ts';
import { complete, readForm } from '../read-form.ts';
import { invitationNeeds } from './invitation-needs.ts';
import { readEmail } from './member-fields.ts';
import { teamIdOf, teamInAddress, teamNeeds } from './team-needs.ts';
import { refusedTeam } from './team-refusals.ts';
import { departementsOfTeams } from './team-rules.ts';

const creating = { kind: 'portail', verb: 'creer-equipe', object: () => ({ kind: 'portail' as const }) } as const;

/** What is shown once of a team just made, when some invitations could not leave. */
export type MadeTeam = {
  readonly teamId: string;
  readonly unsent: readonly { readonly nom: string; readonly email: string; readonly sentence: string }[];
};

export const newTeamForms: Forms<MadeTeam> = {
  'creer-equipe': form({
    ...creating,
    async run(visit, typed): Promise<Outcome<MadeTeam>> {
      const departements = departementsOfTeams(visit.services);
      const read = complete(readForm(newTeamForm(departements, true), typed, formFacts(visit)));
      if (!read.ok) return { errors: read.refusal };
      const { prenom, nom, profession, personnes } = read.value;
      const team = teamOfAnswers(read.value);
      const region = regionOf(team, departements);
      if (!region.ok) return { errors: region.refusal };
      const emails = readEmails(personnes, filledLines(typed));
      if (!emails.ok) return { errors: emails.refusal };
      const row = { ...notKnownYet, entree: visit.today };
      const made = await createTeam(invitationNeeds(visit), {
        region: region.value,
        team,
        creator: { ...row, prenom, nom, profession },
        people: personnes.map(({ courriel: _, ...person }, line) => ({
          member: { ...row, ...person },
          email: emails.value[line] ?? null,
        })),
        oneMore: read.value['une-de-plus'],
      });
      if (!made.ok) return refusedTeam(made.refusal, []);
      const { teamId, unsent } = made.value;
      if (unsent.length === 0) return { to: `/espace/equipes/${teamId}?fait=equipe-creee` };
      const told = unsent.flatMap(({ person, refusal }) => {
        const one = personnes[person];
        return one ? [{ nom: fullName(one), email: one.courriel ?? '', sentence: inviteSentence(refusal) }] : [];
      });
      return { shown: { teamId, unsent: told } };
    },
  }),
  essayer: form({ ...creating, writesNothing: true, run: async (_visit, typed) => ({ back: typed }) }),
  [lineGesture]: form({
    ...creating,
    writesNothing: true,
    run: (visit, typed) => changeLines(newTeamForm(departementsOfTeams(visit.services), true))(visit, typed),
  }),
};

/** The lines of people that hold something, by their number. */
const filledLines = (typed: Typed): number[] => {
  const filled = [...typed].filter(([name, value]) => /^personnes-\d+-/.test(name) && value.trim() !== '');
  return [...new Set(filled.map(([name]) => Number(name.split('-')[1])))].sort((a, b) => a - b);
};

type People = readonly { readonly courriel: string | null }[];

/**
 * Reads the address of each person; two do not share one, or one link would lead to the other's place.
 * @param lines the numbers of the lines that hold them: empty ones stand between.
 */
function readEmails(people: People, lines: readonly number[]): Result<readonly (Email | null)[], FieldErrors> {
  const errors: Record<string, string> = {};
  const emails: (Email | null)[] = [];
  for (const [person, { courriel }] of people.entries()) {
    const field = lineName('personnes', lines[person] ?? 1, 'courriel');
    const email = readEmail(courriel);
    if (!email.ok) errors[field] = email.refusal;
    else if (email.value && emails.some((other) => other?.key === email.value?.key)) {
      errors[field] = teamFormErrors.ADRESSE_PARTAGEE;
    }
    emails.push(email.ok ? email.value : null);
  }
  return Object.keys(errors).length === 0 ? accept(emails) : refuse(errors);
}

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
