import type { DacOfPlace, DacProof } from '#domain/directory/dac-of-place.ts';
import type { Recourse } from '#domain/directory/recourse.ts';
import type { Commune } from '#domain/territory/commune.ts';
import { inDepartement, type NamedDepartement } from './departement-names.ts';
import { sourceOf } from './source-dates.ts';

type Departements = ReadonlyMap<string, NamedDepartement>;

/** One sentence that says why this answer. `departements` are all of them, by code, for their articles. */
export function proofSentence(answer: DacOfPlace, departements: Departements): string {
  const { commune, preuve } = answer;
  const departement = departements.get(commune.departement.code) ?? { ...commune.departement, article: '' };
  switch (preuve.code) {
    case 'PLUSIEURS_DAC':
      return `Nos sources donnent ${count(preuve.nombre)} DAC pour ${commune.nom} : les voici tous.`;
    case 'COMMUNE_NOMMEE': {
      const source = capital(sourceOf(preuve.dateSource));
      const toConfirm = preuve.aConfirmer ? ' : à confirmer' : '';
      return `${source} compte ${commune.nom} parmi les communes de ce DAC${unreachable(preuve)}${toConfirm}.`;
    }
    case 'EPCI_EN_ENTIER':
      return `${commune.nom} fait partie de l’intercommunalité ${commune.epci?.nom}, que ce DAC couvre en entier${unreachable(preuve)}.`;
    case 'DEPARTEMENT_EN_ENTIER':
      return `${commune.nom} est ${inDepartement(departement)}, que ce DAC couvre en entier${unreachable(preuve)}.`;
    case 'DAC_INCONNU':
      return `Nos sources ne disent pas quel DAC couvre ${commune.nom}${where(departement, commune)}.`;
    case 'DEPARTEMENT_EN_PARTIE':
      return partSentence(preuve, commune, departement);
  }
}

const unreachable = ({ joignable }: { readonly joignable: boolean }): string =>
  joignable ? '' : ', mais nos sources ne disent pas comment le joindre';

const where = (departement: NamedDepartement, { nom }: Commune): string =>
  departement.nom === nom ? '' : `, ${inDepartement(departement)}`;

function partSentence(
  { nombre }: Extract<DacProof, { code: 'DEPARTEMENT_EN_PARTIE' }>,
  { nom }: Commune,
  departement: NamedDepartement,
): string {
  const there = inDepartement(departement);
  return nombre === 1
    ? `Ce DAC agit ${there}, mais nos sources ne disent pas s’il couvre ${nom}.`
    : `${capital(count(nombre))} DAC agissent ${there}, mais nos sources ne disent pas lequel couvre ${nom} : les voici tous.`;
}

/** Whom to turn to, and why. */
export type RecourseWords = {
  readonly nom: string;
  readonly telephone: string | null;
  readonly site: string | null;
  readonly pourquoi: string;
};

export function recourseWords(recourse: Recourse, commune: Commune): RecourseWords {
  const alone = { telephone: null, site: null };
  switch (recourse.code) {
    case 'AGENCE_REGIONALE': {
      const { nom, telephone, site } = recourse;
      const pourquoi = `L’agence régionale de santé passe contrat avec les DAC de sa région : elle peut dire lequel couvre ${commune.nom}.`;
      return { nom, telephone, site, pourquoi };
    }
    case 'CLIC': {
      const { nom, telephone, site } = recourse;
      const pourquoi =
        'Ce centre local d’information et de coordination renseigne les personnes âgées et leurs proches.';
      return { nom, telephone, site, pourquoi };
    }
    case 'MAIRIE':
      return {
        nom: 'Votre mairie, ou son centre communal d’action sociale (CCAS)',
        ...alone,
        pourquoi: 'Elle connaît les services d’aide proches de chez vous.',
      };
    case 'SOIGNANT':
      return {
        nom: 'Votre médecin, votre infirmier ou votre pharmacien',
        ...alone,
        pourquoi: 'Les DAC répondent d’abord aux professionnels de santé : l’un d’eux peut appeler pour vous.',
      };
  }
}

const count = (number: number): string => ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq'][number] ?? String(number);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
