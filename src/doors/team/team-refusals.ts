import type { AccessRefusal } from '#domain/access/can.ts';
import type { TeamRefusal } from '#domain/team/team-refusal.ts';
import type { Denied } from '#server/access/permit.ts';
import type { MemberRow } from '#server/team/team-store.ts';
import { accessSentence } from '../../messages/account/access.ts';
import { memberName } from '../../messages/team/team.ts';
import { teamRefusalSentence } from '../../messages/team/team-refusals.ts';
import type { Outcome } from '../form.ts';

type Gone = Extract<AccessRefusal, { code: 'INTROUVABLE' }>;

/** A refusal beside the field that it speaks of, or at the head of the form. */
export function refusedTeam(refusal: TeamRefusal | Gone | Denied, members: readonly MemberRow[]): Outcome {
  if (refusal.code === 'DROIT_PERDU') return { denied: refusal.acces };
  if (refusal.code === 'INTROUVABLE') return { errors: { '': accessSentence(refusal) }, status: 404 };
  const sentence = teamRefusalSentence(refusal, (id) => memberName(members, id));
  return { errors: { [fields[refusal.code] ?? '']: sentence }, status: statuses[refusal.code] ?? 409 };
}

const statuses: { readonly [Code in TeamRefusal['code']]?: number } = {
  SORTIE_VIDE: 400,
  SORTIE_PASSEE: 400,
  TROP_DE_COURRIELS: 429,
};

const fields: { readonly [Code in TeamRefusal['code']]?: string } = {
  NOM_PRIS: 'equipe-nom',
  EQUIPE_EN_PREPARATION: 'une-de-plus',
  RPPS_PRIS: 'rpps',
  SORTIE_AVANT_ENTREE: 'sortie',
  SORTIE_VIDE: 'sortie',
  DEPART_DECIDE_PAR_L_AUTRE: 'sortie',
  SORTIE_PASSEE: 'sortie',
  RETOUR_PAR_INVITATION: 'sortie',
  ARRIVEE_APRES_COUP: 'entree',
};
