import type { StructureType } from '../../src/domain/directory/structure.schema.ts';
import { wordsOfPlace } from './lexicon.ts';
import { lettersOf, linkWords, meant } from './words.ts';

/** Words that say what a structure is, in every way that lists write it: they tell no house from another. */
const generic: ReadonlySet<string> = new Set(
  `MSP MSPU MSPC PSP PSLA SISA MAISON MAISONS SANTE MEDICALE MEDICAL MEDICALES POLE POLES CENTRE CENTRES CTRE CDS CMS CSP CS
  CSI CSD CPTS CLIC DAC PLURIPROFESSIONNELLE PLURIPROFESSIONNEL PLURIDISCIPLINAIRE PLURIPRO PLURIPROF UNIVERSITAIRE RURALE
  MULTISITE MULTISITES MULTI SITES SITE ASSOCIATION ASS ASSO SOINS COMMUNAUTE PROFESSIONNELLE TERRITORIALE PROFESSIONNELS
  LOCAL LOCALE INFORMATION COORDINATION GERONTOLOGIQUE ANTENNE MS ET SAINT SAINTE STE ST PAYS MUNICIPAL MUNICIPAUX
  POLYVALENT INTERCOMMUNAL ESPACE POINT PERSONNES AGEES SECTEUR SISA LIBERAL LIBERALE AMBULATOIRE`.split(/\s+/),
);

/** Trades that tell one centre of a town from another. */
const trades: readonly (readonly [RegExp, string])[] = [
  [/^(?:DENTAIRES?|DENT|CSD|DENTAL)$/, 'dentaire'],
  [/^(?:INFIRMIERS?|INFIRMIERES?|INF|INFIRM|CSI)$/, 'infirmier'],
  [/^(?:OPHTALMOLOGIQUE|OPHTALMOLOGIE|OPHTALMO|OPTIQUE|VISION)$/, 'yeux'],
];

export type NameKey = {
  /** True when the name says the commune: « MSP du Vert – Catus ». */
  readonly saysCommune: boolean;
  /** What is left of a name without its kind and its commune: « Les Glycines », nothing for « MSP de Vervins ». */
  readonly own: readonly string[];
  readonly trades: string;
};

/** What a name says of its own, for comparing lists that write names each in its way. */
export function nameKey(name: string, commune: string, type: StructureType): NameKey {
  const words = wordsOfPlace(name).map((word) =>
    lettersOf(meant.get(word) ?? word)
      .replace(/^(\d+)E$/, '$1')
      .replace(/^AGGLO$/, 'AGGLOMERATION'),
  );
  const ofPlace = new Set(wordsOfPlace(commune));
  const isBroad = words.some((word) => /^(?:MEDIC|POLYV|MUNICIP)/.test(word));
  const found =
    type === 'cds' && !isBroad ? trades.filter(([written]) => words.some((word) => written.test(word))) : [];
  const own = words.filter(
    (word) =>
      !generic.has(word) &&
      !linkWords.has(word) &&
      !ofPlace.has(word) &&
      (word.length > 1 || /\d/.test(word)) &&
      !trades.some(([written]) => type === 'cds' && written.test(word)),
  );
  const telling = [...ofPlace].filter((word) => word.length > 3 && !linkWords.has(word) && word !== 'SAINT');
  return {
    saysCommune: telling.length > 0 && telling.some((word) => words.includes(word)),
    own: [...new Set(own)].sort(),
    trades: found.map(([, trade]) => trade).join(' '),
  };
}

/** A street without its kind of way and its accents: number and words that tell. */
export function streetKey(
  voie: string | null | undefined,
): { readonly number: string; readonly words: string[] } | null {
  if (!voie) return null;
  const words = wordsOfPlace(voie);
  const number = words.find((word) => /^\d+$/.test(word)) ?? '';
  const kinds =
    /^(?:RUE|AVENUE|BOULEVARD|PLACE|ROUTE|CHEMIN|ALLEE|IMPASSE|COURS|QUAI|SQUARE|BIS|TER|DU|DE|DES|LA|LE|LES|L|D)$/;
  const telling = words.filter((word) => !kinds.test(word) && !/^\d+$/.test(word) && word.length > 1);
  return telling.length === 0 ? null : { number, words: telling };
}

/** The same street, and the same number where both say one. */
export function isSameStreet(one: string | null | undefined, other: string | null | undefined): boolean {
  const a = streetKey(one);
  const b = streetKey(other);
  if (a === null || b === null || (a.number !== '' && b.number !== '' && a.number !== b.number)) return false;
  return a.words.some((word) => word.length > 3 && b.words.includes(word));
}

/** The same street, whatever the numbers. */
export function isNearby(one: string | null | undefined, other: string | null | undefined): boolean {
  const a = streetKey(one);
  const b = streetKey(other);
  return a !== null && b !== null && a.words.some((word) => word.length > 3 && b.words.includes(word));
}
