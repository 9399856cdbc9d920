/** A department with the article INSEE gives it: a row of `data/territory/departements.json`. */
export type NamedDepartement = {
  readonly code: string;
  readonly nom: string;
  readonly article: '' | 'le' | 'la' | 'les' | 'l’';
};

/** Feminine names that usage puts after « en » rather than « dans la »; the rest follows from the article. */
const afterEn = new Set(
  '07 09 16 17 19 21 23 24 2A 2B 31 33 38 43 44 48 52 53 57 70 73 74 76 85 87 91 93 971 972 973 987 988'.split(' '),
);

/** « l’Aube », « les Ardennes », « Paris », « La Réunion ». */
export function withArticle({ article, nom }: NamedDepartement): string {
  if (article === '') return nom;
  return article === 'l’' ? `l’${nom}` : `${article} ${nom}`;
}

/** « dans l’Aube », « en Haute-Marne », « à Paris », « à La Réunion ». */
export function inDepartement(departement: NamedDepartement): string {
  const { code, nom, article } = departement;
  if (afterEn.has(code) || (article === '' && nom.includes('-et-') && code.length === 2)) return `en ${nom}`;
  if (article === '') return code === '984' ? `dans les ${nom}` : `à ${nom}`;
  return `dans ${withArticle(departement)}`;
}

/** « de l’Aube », « du Nord », « des Ardennes », « d’Ille-et-Vilaine », « de Paris ». */
export function ofDepartement(departement: NamedDepartement): string {
  const { nom, article } = departement;
  if (article === 'le') return `du ${nom}`;
  if (article === 'les') return `des ${nom}`;
  if (article === '') return /^[AEIOUÉÎ]/.test(nom) ? `d’${nom}` : `de ${nom}`;
  return `de ${withArticle(departement)}`;
}
