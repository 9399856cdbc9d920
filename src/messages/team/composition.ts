import type { Agreement } from '#domain/team/agreement.ts';
import type { Composition, CompositionReading, CompositionRule } from '#domain/team/composition.ts';
import { professionNames } from '../shared/professions.ts';
import type { NameOf } from './team.ts';

/** One sentence per rule of composition, whether it holds or not: a new code without its sentence does not compile. */
const compositionSentences: {
  readonly [Code in CompositionRule['code']]: (
    rule: Extract<CompositionRule, { code: Code }>,
    list: (ids: readonly string[]) => string,
    nameOf: NameOf,
  ) => string;
} = {
  MEDECIN_GENERALISTE: ({ satisfied, medecins }, list) =>
    satisfied
      ? `L’équipe compte ${medecins.length > 1 ? `${medecins.length} médecins généralistes` : 'un médecin généraliste'} : ${list(medecins)}.`
      : 'Il manque un médecin généraliste : une ESP CLAP en compte au moins un.',
  SECOND_PROFESSIONNEL: ({ nombre }) => {
    if (nombre === 0)
      return 'Personne n’est encore dans l’équipe : une ESP CLAP réunit au moins deux professionnels de santé.';
    return nombre === 1
      ? 'Il manque un second professionnel de santé : une ESP CLAP en réunit au moins deux.'
      : `L’équipe réunit ${nombre} professionnels de santé.`;
  },
  HORS_MSP_ET_CDS: ({ satisfied, sansAttestation }, list) =>
    satisfied
      ? 'Chaque membre a attesté n’exercer ni en MSP ni en centre de santé pluriprofessionnel.'
      : `Une attestation manque (${list(sansAttestation)}) : exercer en MSP ou en centre de santé pluriprofessionnel n’est pas compatible avec une ESP CLAP.`,
  RPPS_UNIQUE: ({ satisfied, doublons }, list) =>
    satisfied
      ? 'Aucun numéro RPPS n’est écrit deux fois dans l’équipe.'
      : `Le même numéro RPPS est écrit pour plusieurs membres (${doublons.map(({ rpps, membres }) => `${rpps} : ${list(membres)}`).join(' ; ')}).`,
  AUTRES_ESP_CLAP: ({ satisfied, equipes }, _, nameOf) => {
    if (equipes.length === 0) return 'Aucun membre n’a indiqué d’autre ESP CLAP.';
    const named = equipes.filter(({ patientsCommuns }) => satisfied || !patientsCommuns);
    const teams = named.map(({ membre, nom }) => `${nameOf(membre)} (${nom})`).join(', ');
    return satisfied
      ? `Faire partie de plusieurs ESP CLAP est possible avec des patients communs, ce qui est indiqué pour ${teams}.`
      : `Faire partie de plusieurs ESP CLAP demande des patients communs avec chacune : à confirmer pour ${teams}.`;
  },
  DEUX_PROFESSIONS: ({ profession }) =>
    profession === null
      ? 'L’équipe réunit plusieurs professions, comme le demande chaque action.'
      : `Tous les membres exercent la même profession (${professionNames[profession].un}). L’équipe peut exister ainsi, mais une action réunit au moins deux professions différentes.`,
  INDEMNISATION: ({ payes, sansIndemnite }, list) => {
    const paid = payes.length > 0 ? `Peuvent être indemnisés : ${list(payes)}.` : 'Personne ne peut être indemnisé.';
    return sansIndemnite.length === 0
      ? paid
      : `${paid} Participent sans indemnité, comme salariés : ${list(sansIndemnite)}.`;
  },
  CENTRE_MONO: ({ centre, membres, maximum }, list) =>
    `${centre.nom} : ${list(membres)}. Au plus ${maximum} professionnels d’un même centre sont indemnisés par action.`,
  CENTRE_PLUSIEURS_PROFESSIONS: ({ satisfied, centre, professions }) =>
    satisfied
      ? `Les membres de ${centre.nom} exercent la même profession.`
      : `Les membres de ${centre.nom} exercent des professions différentes (${professions.map((name) => professionNames[name].un).join(', ')}) : vérifiez qu’il s’agit bien d’un centre mono-professionnel.`,
  EXERCICE_A_COMPLETER: ({ membres }, list) => `Le mode d’exercice reste à compléter pour ${list(membres)}.`,
  RPPS_A_COMPLETER: ({ satisfied, membres }, list) =>
    satisfied ? 'Tous les numéros RPPS sont connus.' : `Le numéro RPPS reste à compléter pour ${list(membres)}.`,
};

/** The sentence of a rule as it stands. */
export function compositionSentence(rule: CompositionRule, nameOf: NameOf): string {
  const sentence = compositionSentences[rule.code] as (
    facts: CompositionRule,
    list: (ids: readonly string[]) => string,
    nameOf: NameOf,
  ) => string;
  return sentence(rule, (ids) => ids.map(nameOf).join(', '), nameOf);
}

/** What each rule is to the team, in a word. */
export function ruleWord({ kind, satisfied }: Pick<CompositionRule, 'kind' | 'satisfied'>): string {
  if (kind === 'condition') return satisfied ? 'Condition réunie' : 'Condition à réunir';
  return satisfied ? 'En ordre' : 'À savoir';
}

/** What lacks, in a few words, by the condition that does not hold. */
const lacks: { readonly [Code in Extract<CompositionRule, { kind: 'condition' }>['code']]: string } = {
  MEDECIN_GENERALISTE: 'un médecin généraliste',
  SECOND_PROFESSIONNEL: 'un second professionnel de santé',
  HORS_MSP_ET_CDS: 'des attestations',
  RPPS_UNIQUE: 'un numéro RPPS différent pour chacun',
  AUTRES_ESP_CLAP: 'des patients communs avec d’autres ESP CLAP',
};

const lackOf = (rule: Extract<CompositionRule, { kind: 'condition' }>): string =>
  rule.code === 'HORS_MSP_ET_CDS' && rule.sansAttestation.length === 1 ? 'une attestation' : lacks[rule.code];

/** « a », « a et b », « a, b et c ». */
const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} et ${words.at(-1)}`;

const lackedIn = ({ rules }: Composition): string[] =>
  rules.flatMap((rule) => (rule.kind === 'condition' && !rule.satisfied ? [lackOf(rule)] : []));

/** What holds and what lacks, in one sentence: no more, for recognition depends on the health project as well. */
export function compositionHeadline(composition: Composition): string {
  const missing = lackedIn(composition);
  return missing.length === 0
    ? 'Les conditions sur les membres d’une ESP CLAP sont réunies.'
    : `Pour réunir les conditions d’une ESP CLAP, il manque ${listed(missing)}.`;
}

type Expected = Pick<CompositionReading, 'today' | 'expected' | 'awaited'>;

/** The same, once those who are awaited have said yes; null when nobody is awaited. */
export function expectedHeadline({ today, expected, awaited }: Expected, nameOf: NameOf): string | null {
  if (expected === null) return null;
  const when = `Quand ${awaitedWords(awaited, nameOf)} accepté`;
  const missing = lackedIn(expected);
  if (missing.length > 0) {
    return `${when}, il manquera ${today.isMet ? 'alors' : 'encore'} ${listed(missing)}.`;
  }
  return today.isMet ? `${when}, elles le resteront.` : `${when}, les conditions seront réunies.`;
}

/** Who is awaited, by name up to three. */
export function awaitedWords(awaited: readonly string[], nameOf: NameOf): string {
  const who = awaited.length > 3 ? `les ${awaited.length} personnes attendues` : listed(awaited.map(nameOf));
  return `${who} ${awaited.length > 1 ? 'auront' : 'aura'}`;
}

/** Whether someone agreed to be in the team, in a few words. */
export const agreementNames: Readonly<Record<Agreement, string>> = {
  compte: 'A rejoint l’équipe',
  association: 'Accord enregistré par l’association',
  attendu: 'Réponse attendue',
  decline: 'Invitation déclinée',
  'sans-compte': 'Aucune invitation en cours',
};

/** What is said of those who are in the team's list and do not count, by the reason. */
export const apartWords: Readonly<
  Record<Exclude<Agreement, 'compte' | 'association'>, { readonly title: string; readonly explanation: string }>
> = {
  attendu: {
    title: 'Réponse attendue',
    explanation: 'Une invitation est partie. Ces personnes compteront dans l’équipe quand elles auront accepté.',
  },
  decline: {
    title: 'Invitation déclinée',
    explanation: 'Ces personnes ont dit non : elles ne comptent pas dans l’équipe.',
  },
  'sans-compte': {
    title: 'Pas d’invitation en cours',
    explanation:
      'Ces personnes sont inscrites, mais rien ne dit qu’elles sont d’accord : elles ne comptent pas encore.',
  },
};
