import { type CoveredPlace, coverageOf } from './coverage.ts';
import type { StructureRecord } from './structure.schema.ts';

/** Whom to turn to when the DAC of a place is not known, or cannot be rung. */
export type Recourse = {
  readonly nom: string;
  readonly telephone: string | null;
  readonly site: string | null;
  readonly pourquoi: string;
};

export type RecourseFacts = { readonly ars: readonly StructureRecord[]; readonly clic: readonly StructureRecord[] };

/** What is left at a place, institutions first. A number is printed only when a record of the directory has it. */
export function recourseAt(place: CoveredPlace, { ars, clic }: RecourseFacts): Recourse[] {
  const { commune } = place;
  const agencies = ars.filter(({ territoire }) => coverageOf(territoire, place) !== null);
  const centres = clic.filter(
    ({ adresse, territoire }) => adresse?.codeInsee === commune.code || coverageOf(territoire, place) !== null,
  );
  return [
    ...agencies.map(({ nom, telephone, site }) => ({
      nom,
      telephone,
      site,
      pourquoi: `L’agence régionale de santé passe contrat avec les DAC de sa région : elle peut dire lequel couvre ${commune.nom}.`,
    })),
    ...centres.map(({ nom, telephone, site }) => ({
      nom,
      telephone,
      site,
      pourquoi: 'Ce centre local d’information et de coordination renseigne les personnes âgées et leurs proches.',
    })),
    {
      nom: 'Votre mairie, ou son centre communal d’action sociale (CCAS)',
      telephone: null,
      site: null,
      pourquoi: 'Elle connaît les services d’aide proches de chez vous.',
    },
    {
      nom: 'Votre médecin, votre infirmier ou votre pharmacien',
      telephone: null,
      site: null,
      pourquoi: 'Les DAC répondent d’abord aux professionnels de santé : l’un d’eux peut appeler pour vous.',
    },
  ];
}
