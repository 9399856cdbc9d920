import type { Audit, Verdict } from './audit.schema.ts';

export type Declaration = {
  /** The word of the mandatory sentence: « … est [non / partiellement / totalement] conforme avec le RGAA ». */
  readonly etat: 'non' | 'partiellement' | 'totalement';
  /** What the state rests on. Without a valid audit it is « non », whatever was evaluated. */
  readonly audit: 'absent' | 'incomplet' | 'perime' | 'valide';
  readonly nombre: Readonly<Record<Verdict, number>>;
  /** Criteria met among those that apply, in tenths of a percent, rounded down; null without a valid audit. */
  readonly tauxPourMille: number | null;
};

/** A declaration is to be made again three years after its publication; an older audit proves nothing. */
const validYears = 3;

/**
 * What the site may declare on `today`. Source: RGAA, « Déclaration d’accessibilité » and « Évaluation de la
 * conformité »: total when every criterion that applies is met, partial from 50 %, none without an audit in force.
 */
export function declarationOf(audit: Audit, today: string): Declaration {
  const nombre: Record<Verdict, number> = { C: 0, NC: 0, NA: 0, 'non-evalue': 0 };
  for (const verdict of Object.values(audit.criteres)) nombre[verdict] += 1;
  const status = statusOf(audit, nombre, today);
  if (status !== 'valide') return { etat: 'non', audit: status, nombre, tauxPourMille: null };

  const tauxPourMille = Math.floor((nombre.C * 1000) / (nombre.C + nombre.NC));
  const etat = nombre.NC === 0 ? 'totalement' : tauxPourMille >= 500 ? 'partiellement' : 'non';
  return { etat, audit: status, nombre, tauxPourMille };
}

function statusOf(audit: Audit, nombre: Readonly<Record<Verdict, number>>, today: string): Declaration['audit'] {
  const { realiseLe, auditeur, pages, environnement } = audit;
  if (realiseLe === null || realiseLe > today) return 'absent';
  const isComplete =
    auditeur !== null &&
    pages.length > 0 &&
    environnement.length > 0 &&
    nombre['non-evalue'] === 0 &&
    nombre.C + nombre.NC > 0;
  if (!isComplete) return 'incomplet';
  return today < yearsLater(realiseLe, validYears) ? 'valide' : 'perime';
}

/** As text: civil dates compare in the order of time. The 29th of February becomes the 1st of March. */
function yearsLater(day: string, years: number): string {
  const later = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  return later.endsWith('-02-29') ? later.replace('-02-29', '-03-01') : later;
}
