import type { CompositionRule } from '#domain/team/composition.ts';
import { professionNames } from './professions.ts';

/** How the sentences call someone of the team. */
export type NameOf = (memberId: string) => string;

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
      ? `L’équipe compte ${medecins.length > 1 ? `${medecins.length} médecins généralistes` : 'un médecin généraliste'} : ${list(medecins)}.`
      : 'Il manque un médecin généraliste : une ESP CLAP en compte au moins un.',
  SECOND_PROFESSIONNEL: ({ nombre }) => {
    if (nombre === 0)
      return 'Personne n’est encore dans l’équipe : une ESP CLAP réunit au moins deux professionnels de santé.';
    return nombre === 1
      ? 'Il manque un second professionnel de santé : une ESP CLAP en réunit au moins deux.'
      : `L’équipe réunit ${nombre} professionnels de santé.`;
  },
  HORS_MSP_ET_CDS: ({ satisfied, sansAttestation }, list) =>
    satisfied
      ? 'Chaque membre a attesté n’exercer ni en MSP ni en centre de santé pluriprofessionnel.'
      : `Une attestation manque (${list(sansAttestation)}) : exercer en MSP ou en centre de santé pluriprofessionnel n’est pas compatible avec une ESP CLAP.`,
  RPPS_UNIQUE: ({ satisfied, doublons }, list) =>
    satisfied
      ? 'Aucun numéro RPPS n’est écrit deux fois dans l’équipe.'
      : `Le même numéro RPPS est écrit pour plusieurs membres (${doublons.map(({ rpps, membres }) => `${rpps} : ${list(membres)}`).join(' ; ')}).`,
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
    const paid = payes.length > 0 ? `Peuvent être indemnisés : ${list(payes)}.` : 'Personne ne peut être indemnisé.';
    return sansIndemnite.length === 0
      ? paid
      : `${paid} Participent sans indemnité, comme salariés : ${list(sansIndemnite)}.`;
  },
  CENTRE_MONO: ({ centre, membres, maximum }, list) =>
    `${centre.nom} : ${list(membres)}. Au plus ${maximum} professionnels d’un même centre sont indemnisés par action.`,
  CENTRE_PLUSIEURS_PROFESSIONS: ({ satisfied, centre, professions }) =>
    satisfied
      ? `Les membres de ${centre.nom} exercent la même profession.`
      : `Les membres de ${centre.nom} exercent des professions différentes (${professions.map((name) => professionNames[name].un).join(', ')}) : vérifiez qu’il s’agit bien d’un centre mono-professionnel.`,
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
