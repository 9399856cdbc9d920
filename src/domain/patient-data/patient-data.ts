import { nirsIn, type Span } from './nir.ts';

export const findingKinds = [
  'nir',
  'ins',
  'naissance',
  'age-et-initiale',
  'personne-nommee',
  'telephone-mobile',
  'courriel',
  'adresse',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/**
 * What a free text bears that may tell who a patient is. `bloque`: it is not saved. `avertit`: whoever writes is asked,
 * and says that nobody is recognisable. A name alone is not found: no rule can, and the pages say so.
 */
export type Finding = Span & { readonly kind: FindingKind; readonly level: 'bloque' | 'avertit' };

/** Reads a text of any length in one pass a rule; findings in the order of the text, the gravest first at one place. */
export function patientDataIn(text: string): Finding[] {
  const found: Finding[] = [
    ...nirsIn(text).map((span) => ({ ...span, kind: 'nir', level: 'bloque' }) as const),
    ...patterns.flatMap(({ kind, level, pattern }) =>
      [...text.matchAll(pattern)].map(({ index, 0: words }) => ({
        kind,
        level,
        from: index,
        to: index + words.length,
      })),
    ),
  ];
  return found.sort((a, b) => a.from - b.from || (a.level === b.level ? 0 : a.level === 'bloque' ? -1 : 1));
}

export const isBlocked = (findings: readonly Finding[]): boolean => findings.some(({ level }) => level === 'bloque');

const months =
  'janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre';
const date = `(?:\\d{1,2}[/.-]\\d{1,2}[/.-](?:19|20)?\\d{2}|(?:1er|\\d{1,2})\\s(?:${months})\\s(?:19|20)\\d{2})`;
const civility = '(?:M\\.|Mr|Mme|Mlle|[Mm]onsieur|[Mm]adame|[Mm]ademoiselle)';

type Pattern = { readonly kind: FindingKind; readonly level: Finding['level']; readonly pattern: RegExp };

const patterns: readonly Pattern[] = [
  // The identifier of the authority of the identité nationale de santé, or a card named with a number behind it.
  { kind: 'ins', level: 'bloque', pattern: /\b1\.2\.250\.1\.213\.1\.4\.(?:8|9|10|11)\b/g },
  { kind: 'ins', level: 'bloque', pattern: /\b(?:INS|[Cc]arte [Vv]itale)\b[^.\n]{0,20}?\d{6,}/g },
  { kind: 'naissance', level: 'avertit', pattern: new RegExp(`\\bnée?(?:\\(e\\))?\\sle\\s${date}`, 'giu') },
  { kind: 'naissance', level: 'avertit', pattern: new RegExp(`\\b(?:DDN|date de naissance)[\\s:]{1,4}${date}`, 'giu') },
  // « Mme D., 82 ans », « patient R. âgé de 64 ans ».
  {
    kind: 'age-et-initiale',
    level: 'avertit',
    pattern: new RegExp(
      `(?<!\\p{L})(?:${civility}|[Pp]atiente?)\\s\\p{Lu}\\.?,?\\s(?:âgée?\\sde\\s)?\\d{1,3}\\sans`,
      'gu',
    ),
  },
  // Not « Madame X » and the like, which name nobody on purpose, nor « patient BPCO ».
  {
    kind: 'personne-nommee',
    level: 'avertit',
    pattern: new RegExp(
      `(?<!\\p{L})(?:${civility}\\s(?![XYZ](?!\\p{L}))\\p{Lu}|[Pp]atiente?\\s\\p{Lu}\\p{Ll})[\\p{L}’'-]*`,
      'gu',
    ),
  },
  {
    kind: 'telephone-mobile',
    level: 'avertit',
    pattern: /(?<!\d)(?:\+33\s?|0)[67](?:[ \u00a0\u202f.-]?\d{2}){4}(?!\d)/g,
  },
  { kind: 'courriel', level: 'avertit', pattern: /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g },
  {
    kind: 'adresse',
    level: 'avertit',
    pattern:
      /(?<!\d)\d{1,4}(?:\s(?:bis|ter))?,?\s(?:[Rr]ue|[Aa]venue|[Aa]v\.|[Bb]oulevard|[Bb]d|[Cc]hemin|[Ii]mpasse|[Aa]llée|[Rr]oute|[Pp]lace)\s(?:(?:de|du|des|la|le|les)\s|[dl][’'])*\p{Lu}/gu,
  },
];
