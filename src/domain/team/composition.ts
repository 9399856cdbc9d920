import { generalPractitioner, type HealthProfession } from '#domain/people/profession.ts';
import { type Agreement, hasAgreed } from './agreement.ts';
import type { Centre } from './member.schema.ts';
import { isPresentOn, type TeamMember } from './membership.ts';

/**
 * A rule on who makes up an ESP CLAP, as it stands on a day, with the facts that its sentence needs. Members are given
 * by their ids, in the order of the team. A `condition` must hold, a `note` is only said when it does not.
 */
export type CompositionRule =
  /** « un médecin généraliste et un second professionnel de santé » (S0, S4); employed doctors count. */
  | (Condition & { readonly code: 'MEDECIN_GENERALISTE'; readonly medecins: readonly string[] })
  | (Condition & { readonly code: 'SECOND_PROFESSIONNEL'; readonly nombre: number })
  /** Neither MSP nor pluriprofessional centre (S0), which each member attests. */
  | (Condition & { readonly code: 'HORS_MSP_ET_CDS'; readonly sansAttestation: readonly string[] })
  | (Condition & { readonly code: 'RPPS_UNIQUE'; readonly doublons: readonly SharedNumber[] })
  /** Several ESP CLAP are possible where patients are shared (S0). */
  | (Condition & { readonly code: 'AUTRES_ESP_CLAP'; readonly equipes: readonly OtherTeam[] })
  /** Two doctors alone are a team, and yet an action takes two professions (N6 of the wizard). Not said of one person. */
  | (Note & { readonly code: 'DEUX_PROFESSIONS'; readonly profession: HealthProfession | null })
  /** Employed professionals are members and attend without indemnity (S0). */
  | (Note & {
      readonly code: 'INDEMNISATION';
      readonly payes: readonly string[];
      readonly sansIndemnite: readonly string[];
    })
  /** A care centre of one profession: so many are paid per action at most (S0: two). */
  | (Note & {
      readonly code: 'CENTRE_MONO';
      readonly centre: Centre;
      readonly membres: readonly string[];
      readonly maximum: number;
    })
  /** Members of one centre who exercise several professions: it may not be a centre of one. */
  | (Note & {
      readonly code: 'CENTRE_PLUSIEURS_PROFESSIONS';
      readonly centre: Centre;
      readonly professions: readonly HealthProfession[];
    })
  | (Note & { readonly code: 'RPPS_A_COMPLETER'; readonly membres: readonly string[] })
  /** Who did not say yet how she practises is neither among those who may be paid nor among the others. Said of them alone. */
  | (Note & { readonly code: 'EXERCICE_A_COMPLETER'; readonly membres: readonly string[] });

type Condition = { readonly kind: 'condition'; readonly satisfied: boolean };
type Note = { readonly kind: 'note'; readonly satisfied: boolean };
export type SharedNumber = { readonly rpps: string; readonly membres: readonly string[] };
export type OtherTeam = { readonly membre: string; readonly nom: string; readonly patientsCommuns: boolean };

export type Composition = {
  /** Every condition holds; notes do not count. */
  readonly isMet: boolean;
  readonly rules: readonly CompositionRule[];
};

type Setting = {
  readonly day: string;
  /** How many members of one centre are paid per action: `centreMonoMaximum` of the plan; null where there is no plan. */
  readonly paidPerCentre: number | null;
};

/** A team read twice: as it is, and as it will be. Who declined and whom nobody asked stand apart, by their ids. */
export type CompositionReading = {
  /** With those who agreed. */
  readonly today: Composition;
  /** With those who are awaited as well, once they have said yes; null when nobody is awaited. */
  readonly expected: Composition | null;
  readonly agreed: readonly string[];
  readonly awaited: readonly string[];
  readonly declined: readonly string[];
  readonly unasked: readonly string[];
};

/** Reads the rules on the members present on a day, with those who agreed, then with those who are awaited too. */
export function readComposition(team: readonly TeamMember[], setting: Setting): CompositionReading {
  const present = team.filter((member) => isPresentOn(member, setting.day));
  const idsBy = (belongs: (accord: Agreement) => boolean) => idsOf(present.filter(({ accord }) => belongs(accord)));
  const isAwaited = (accord: Agreement) => accord === 'attendu';
  const awaited = idsBy(isAwaited);
  return {
    today: compositionOn(team, setting),
    expected:
      awaited.length === 0 ? null : compositionOn(team, setting, (accord) => hasAgreed(accord) || isAwaited(accord)),
    agreed: idsBy(hasAgreed),
    awaited,
    declined: idsBy((accord) => accord === 'decline'),
    unasked: idsBy((accord) => accord === 'sans-compte'),
  };
}

/** What the rules will say otherwise than today when those who are awaited have said yes. */
export const rulesToCome = ({ today, expected }: Pick<CompositionReading, 'today' | 'expected'>): CompositionRule[] => {
  const said = new Set(today.rules.map((rule) => JSON.stringify(rule)));
  return (expected?.rules ?? []).filter((rule) => !said.has(JSON.stringify(rule)));
};

/**
 * The rules on the members present on a day who count, conditions first; those about a centre once per centre.
 * @param counts who is looked at: who agreed, unless said otherwise.
 */
export function compositionOn(
  team: readonly TeamMember[],
  { day, paidPerCentre }: Setting,
  counts: (accord: Agreement) => boolean = hasAgreed,
): Composition {
  const members = team.filter((member) => counts(member.accord) && isPresentOn(member, day));
  const rules = [...conditionsOn(members, day), ...notesOn(members, paidPerCentre)];
  return { isMet: rules.every(({ kind, satisfied }) => kind === 'note' || satisfied), rules };
}

function conditionsOn(members: readonly TeamMember[], day: string): CompositionRule[] {
  const kind = 'condition';
  const medecins = idsOf(members.filter(({ profession }) => profession === generalPractitioner));
  const sansAttestation = idsOf(members.filter(({ attestation }) => attestation === null || attestation > day));
  const doublons = groups(members, ({ rpps }) => rpps)
    .filter(([, bearers]) => bearers.length > 1)
    .map(([rpps, bearers]) => ({ rpps, membres: idsOf(bearers) }));
  const equipes = members.flatMap(({ id, autresEspClap }) => autresEspClap.map((team) => ({ membre: id, ...team })));
  return [
    { kind, code: 'MEDECIN_GENERALISTE', satisfied: medecins.length > 0, medecins },
    { kind, code: 'SECOND_PROFESSIONNEL', satisfied: members.length > 1, nombre: members.length },
    { kind, code: 'HORS_MSP_ET_CDS', satisfied: sansAttestation.length === 0, sansAttestation },
    { kind, code: 'RPPS_UNIQUE', satisfied: doublons.length === 0, doublons },
    { kind, code: 'AUTRES_ESP_CLAP', satisfied: equipes.every(({ patientsCommuns }) => patientsCommuns), equipes },
  ];
}

function notesOn(members: readonly TeamMember[], maximum: number | null): CompositionRule[] {
  const kind = 'note' as const;
  const professions = distinctProfessions(members);
  const profession = professions.length === 1 ? (professions[0] ?? null) : null;
  const isAlone = members.length < 2;
  const sansIndemnite = idsOf(members.filter(({ exercice }) => exercice === 'salarie'));
  const payes = idsOf(members.filter(({ exercice }) => exercice === 'liberal' || exercice === 'centre-mono'));
  const unsaid = idsOf(members.filter(({ exercice }) => exercice === null));
  const isSaid = unsaid.length < members.length || members.length === 0;
  const numberless = idsOf(members.filter(({ rpps }) => rpps === null));
  return [
    ...(isAlone ? [] : [{ kind, code: 'DEUX_PROFESSIONS', satisfied: profession === null, profession } as const]),
    ...(isSaid
      ? [{ kind, code: 'INDEMNISATION', satisfied: sansIndemnite.length === 0, payes, sansIndemnite } as const]
      : []),
    ...(unsaid.length > 0 ? [{ kind, code: 'EXERCICE_A_COMPLETER', satisfied: false, membres: unsaid } as const] : []),
    ...groups(members, ({ centre }) => centre?.finess ?? null).flatMap(([, staff]) => centreNotes(staff, maximum)),
    { kind, code: 'RPPS_A_COMPLETER', satisfied: numberless.length === 0, membres: numberless },
  ];
}

function centreNotes(staff: readonly TeamMember[], maximum: number | null): CompositionRule[] {
  const kind = 'note';
  const centre = staff[0]?.centre;
  if (!centre) return [];
  const professions = distinctProfessions(staff);
  return [
    ...(maximum === null
      ? []
      : [
          {
            kind,
            code: 'CENTRE_MONO',
            satisfied: staff.length <= maximum,
            centre,
            membres: idsOf(staff),
            maximum,
          } as const,
        ]),
    { kind, code: 'CENTRE_PLUSIEURS_PROFESSIONS', satisfied: professions.length === 1, centre, professions },
  ];
}

const idsOf = (members: readonly TeamMember[]): string[] => members.map(({ id }) => id);

const distinctProfessions = (members: readonly TeamMember[]): HealthProfession[] => [
  ...new Set(members.map(({ profession }) => profession)),
];

/** Members that share a key, in the order of the first of each; those without a key are left out. */
function groups(members: readonly TeamMember[], keyOf: (member: TeamMember) => string | null) {
  const found = new Map<string, TeamMember[]>();
  for (const member of members) {
    const key = keyOf(member);
    if (key !== null) found.set(key, [...(found.get(key) ?? []), member]);
  }
  return [...found];
}
