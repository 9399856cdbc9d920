import type { Period } from '#domain/indemnities/plan.schema.ts';
import { isProfessional, type Person } from '#domain/simulator/team.ts';

export type Hypothesis = { readonly phrase: string; readonly mention: string };

/** What a simulated year takes for granted without a source that settles it (D2, D8, D10), with the mark it carries. */
export function hypothesesOf(period: Period, people: readonly Person[], types: readonly string[]): Hypothesis[] {
  const { enveloppe, regles, plafonds, categories, actions } = period;
  const professions = people.filter(isProfessional).map(({ profession }) => profession);
  const isAbout = (names: readonly string[], others: readonly string[]) => names.some((name) => others.includes(name));
  const stated: { phrase: string; mention: string | null }[] = [
    { phrase: enveloppe.phrase, mention: enveloppe.mention },
    enveloppe.redactionComprise,
    regles.plafondPar,
    regles.periodePlafond,
    regles.actionsComptees,
    ...plafonds
      .filter((cap) => cap.mention !== null && isAbout(cap.actions, types))
      .map(({ nom, maximumAnnuel, mention }) => ({ phrase: `${nom} : ${maximumAnnuel} par an au plus.`, mention })),
    ...(isAbout(['protocole-simple', 'protocole-complexe'], types) ? [regles.partageProtocole] : []),
    ...(people.some(({ exercice }) => exercice === 'salarie') ? [regles.partNonIndemnisee] : []),
    regles.minimumProfessionnels,
    regles.minimumProfessions,
    ...Object.entries(actions)
      .filter(([type]) => types.includes(type))
      .flatMap(([, action]) => action?.conditions ?? []),
    ...categories.filter((group) => isAbout(group.professions, professions)),
  ];
  return stated.flatMap(({ phrase, mention }) => (mention === null ? [] : [{ phrase, mention }]));
}
