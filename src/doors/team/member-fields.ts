import { z } from 'zod';
import { isFiness } from '#domain/people/finess.ts';
import { healthProfessions } from '#domain/people/profession.ts';
import { isRpps, reduceRpps } from '#domain/people/rpps.ts';
import { isCivilDate } from '#domain/shared/civil-date.ts';
import type { Result } from '#domain/shared/result.ts';
import { accept, refuse } from '#domain/shared/result.ts';
import { type Member, memberSchema, practices } from '#domain/team/member.schema.ts';
import type { TeamMember } from '#domain/team/membership.ts';
import type { CommuneIndex } from '#domain/territory/commune-index.ts';
import { communeByCode } from '#domain/territory/commune-index.ts';
import type { FieldErrors, Typed } from '../form.ts';
import { typedCommune } from '../typed-commune.ts';

type Reading = {
  readonly communes: CommuneIndex;
  readonly today: string;
  /** The day of arrival when whoever types may not set it. */
  readonly entree?: string;
  /** The day on which the attestation was given, which a later save does not move. */
  readonly attestation?: string | null;
};

/** How many other ESP CLAP a form has lines for. */
export const mostOtherTeams = 10;

/** The lines of other teams that a form shows: those that were typed, and those asked for. */
export const otherTeamLines = (typed: Typed): number =>
  Math.min(mostOtherTeams, Math.max(1, Math.trunc(Number(typed.get('autres')) || 1)));

/** Reads the fields of a member, with one sentence a field for what is wrong. */
export function readMember(typed: Typed, reading: Reading): Result<Member, FieldErrors> {
  const { communes, today } = reading;
  const text = (name: string) => typed.get(name)?.trim() ?? '';
  const commune = typedCommune(communes, typed, 'commune');
  const isCentre = text('exercice') === 'centre-mono';
  const others = otherTeamsOf(typed);
  const parsed = memberSchema.safeParse({
    nom: text('nom'),
    prenom: text('prenom'),
    profession: text('profession'),
    rpps: text('rpps') || null,
    exercice: text('exercice'),
    centre: isCentre ? { nom: text('centre-nom'), finess: text('centre-finess') } : null,
    commune: commune.kind === 'found' ? commune.code : '',
    messagerie: text('messagerie') || null,
    entree: reading.entree ?? text('entree'),
    attestation: typed.get('attestation') ? (reading.attestation ?? today) : null,
    autresEspClap: others.map(({ nom, patientsCommuns }) => ({ nom, patientsCommuns })),
    cpts: text('cpts') || null,
  });
  const errors: Record<string, string> = {};
  for (const { path, message } of parsed.error?.issues ?? []) errors[fieldOf(path, others)] ??= message;
  if (commune.kind !== 'found') errors.commune = communeErrors[commune.kind];
  if (errors.entree) errors.entree = 'Écrivez une date d’arrivée qui existe, jour, mois et année.';
  if (!errors.entree && parsed.success && !isLikelyArrival(parsed.data.entree, today)) {
    errors.entree = 'Écrivez une date d’arrivée entre le 1er janvier 2000 et dans un an.';
  }
  return parsed.success && Object.keys(errors).length === 0 ? accept(parsed.data) : refuse(inOrder(errors));
}

const communeErrors = {
  empty: 'Écrivez la commune d’exercice, ou son code postal.',
  unknown: 'Nous ne trouvons pas cette commune. Vérifiez l’orthographe, ou essayez le code postal.',
  several: 'Plusieurs communes répondent à ce texte. Choisissez la bonne.',
} as const;

function isLikelyArrival(day: string, today: string): boolean {
  return day >= '2000-01-01' && day <= `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
}

type OtherTeamLine = { readonly line: number; readonly nom: string; readonly patientsCommuns: boolean };

/** The lines that bear a name; the boxes of the others say nothing. */
function otherTeamsOf(typed: Typed): OtherTeamLine[] {
  return Array.from({ length: mostOtherTeams }, (_, index) => ({
    line: index + 1,
    nom: typed.get(`autre-nom-${index + 1}`)?.trim() ?? '',
    patientsCommuns: typed.get(`autre-commun-${index + 1}`) !== null,
  })).filter(({ nom }) => nom !== '');
}

/** The field of the form that a path of the schema was read from. */
function fieldOf(path: readonly PropertyKey[], others: readonly OtherTeamLine[]): string {
  const [first, second] = path;
  if (first === 'centre') return second === 'finess' ? 'centre-finess' : 'centre-nom';
  if (first === 'autresEspClap') return `autre-nom-${others[Number(second)]?.line ?? 1}`;
  return String(first);
}

/** As the fields follow each other on the page. */
const inOrder = (errors: FieldErrors): FieldErrors =>
  Object.fromEntries(Object.entries(errors).sort(([a], [b]) => place(a) - place(b)));
const place = (field: string) => fieldOrder.indexOf(field.replace(/-\d+$/, ''));
const fieldOrder = [
  'prenom',
  'nom',
  'profession',
  'rpps',
  'messagerie',
  'exercice',
  'centre-nom',
  'centre-finess',
].concat(['commune', 'entree', 'attestation', 'cpts', 'autre-nom']);

/** The fields of a form as a member has them. */
export function typedOf(member: Member, communes: CommuneIndex): Typed {
  const commune = communeByCode(communes, member.commune)?.nom ?? member.commune;
  const fields = new URLSearchParams({
    prenom: member.prenom,
    nom: member.nom,
    profession: member.profession,
    rpps: member.rpps ?? '',
    exercice: member.exercice,
    'centre-nom': member.centre?.nom ?? '',
    'centre-finess': member.centre?.finess ?? '',
    commune,
    'commune-lu': commune,
    'commune-code': member.commune,
    messagerie: member.messagerie ?? '',
    entree: member.entree,
    cpts: member.cpts ?? '',
    autres: String(Math.max(1, member.autresEspClap.length)),
  });
  if (member.attestation) fields.set('attestation', 'oui');
  for (const [index, { nom, patientsCommuns }] of member.autresEspClap.entries()) {
    fields.set(`autre-nom-${index + 1}`, nom);
    if (patientsCommuns) fields.set(`autre-commun-${index + 1}`, 'oui');
  }
  return fields;
}

/**
 * A row that is still being typed, as the rules of composition may already see it: what is not right yet is left out.
 * Null without a profession, on which everything depends.
 */
export function memberToBe(typed: Typed, id: string, today: string): Omit<TeamMember, 'accord'> | null {
  const profession = z.enum(healthProfessions).safeParse(typed.get('profession'));
  if (!profession.success) return null;
  const exercice = z.enum(practices).catch('liberal').parse(typed.get('exercice'));
  const finess = (typed.get('centre-finess') ?? '').replaceAll(/[\s.]/g, '').toUpperCase();
  const centre = exercice === 'centre-mono' && isFiness(finess);
  const rpps = reduceRpps(typed.get('rpps') ?? '');
  const entree = typed.get('entree') ?? '';
  return {
    id,
    prenom: typed.get('prenom')?.trim() ?? '',
    nom: typed.get('nom')?.trim() ?? '',
    profession: profession.data,
    rpps: isRpps(rpps) ? rpps : null,
    exercice,
    centre: centre ? { nom: typed.get('centre-nom')?.trim() || 'Ce centre', finess } : null,
    commune: '',
    messagerie: null,
    entree: isCivilDate(entree) ? entree : today,
    sortie: null,
    attestation: typed.get('attestation') ? today : null,
    autresEspClap: otherTeamsOf(typed).map(({ nom, patientsCommuns }) => ({ nom, patientsCommuns })),
    cpts: null,
  };
}
