import type { ListedMember } from './evaluation.schema.ts';
import type { Category, Period } from './plan.schema.ts';

/** Why an action is not indemnified. Codes and order: R01 to R11 of the rules of the scheme. */
export type Refusal =
  | { readonly code: 'ACTION_HORS_BAREME'; readonly type: string; readonly cadre: string | null }
  | { readonly code: 'PLAN_ABSENT'; readonly date: string }
  | { readonly code: 'DATE_FUTURE'; readonly date: string }
  | { readonly code: 'CONVENTION_ABSENTE' }
  | { readonly code: 'ACTION_AVANT_CONVENTION'; readonly signeeLe: string }
  | { readonly code: 'CONVENTION_RESILIEE'; readonly finLe: string }
  | { readonly code: 'ACTION_NON_PREVUE_AU_PROJET'; readonly titre: string }
  | { readonly code: 'AUCUN_PARTICIPANT' }
  | { readonly code: 'PARTICIPANT_EN_DOUBLE'; readonly qui: string }
  | { readonly code: 'PARTICIPANT_NON_MEMBRE'; readonly membre: string }
  | { readonly code: 'PARTICIPANT_EN_MSP_OU_CDS'; readonly membre: string }
  | { readonly code: 'EFFECTIF_INSUFFISANT'; readonly minimum: number }
  | { readonly code: 'PLURIPRO_REQUIS'; readonly minimum: number }
  | { readonly code: 'STAFF_SANS_MG' }
  | { readonly code: 'RCP_PATIENT_ABSENT' }
  | { readonly code: 'PPS_REFERENT_MANQUANT' }
  | { readonly code: 'PPS_REFERENT_NON_PARTICIPANT'; readonly qui: string }
  | { readonly code: 'PROTOCOLE_HORS_NOMENCLATURE_NON_JUSTIFIE' }
  | { readonly code: 'PROTOCOLE_DEJA_INDEMNISE'; readonly annee: number }
  | { readonly code: 'CENTRE_DESIGNATION_REQUISE'; readonly centre: string; readonly maximum: number }
  | {
      readonly code: 'PLAFOND_ANNUEL_ATTEINT';
      readonly nombre: number;
      readonly maximum: number;
      readonly annee: number;
    }
  | { readonly code: 'REDACTION_DEJA_INDEMNISEE'; readonly membre: string };

/** Why an accepted action waits for the association: it counts in the caps and is not payable yet. R12 and R13. */
export type Pending =
  | { readonly code: 'PPS_REPARTITION_NON_PREVUE'; readonly nombre: number; readonly prevus: readonly number[] }
  | { readonly code: 'PPS_SANS_MG_NON_PREVU' }
  | { readonly code: 'PPS_PLUSIEURS_MG_NON_PREVU'; readonly nombre: number }
  | { readonly code: 'BAREME_INCOMPLET' }
  | { readonly code: 'TARIF_PROFESSION_NON_PRECISE'; readonly professions: readonly ListedMember['profession'][] }
  | {
      readonly code: 'ENVELOPPE_DEPASSEE';
      readonly engageCents: number;
      readonly totalCents: number;
      readonly envelopeCents: number;
      readonly annee: number;
    };

/** What deserves a second look; never stops anything. */
export type Warning =
  | { readonly code: 'W_DOUBLON_POSSIBLE'; readonly membre: string }
  | { readonly code: 'W_CUMUL_A_VERIFIER'; readonly protocole: string }
  | { readonly code: 'W_DECLARATION_TARDIVE'; readonly jours: number; readonly delai: number };

/** Why someone who took part receives nothing. */
export type UnpaidReason = 'SALARIE_NON_INDEMNISE' | 'CENTRE_PLAFOND_2';

export type Line = {
  readonly memberId: string;
  /** Null: for the association to fix. */
  readonly cents: number | null;
  readonly reason: UnpaidReason | null;
};

/** One step of the computation: all of them together explain every euro of the lines. */
export type Step =
  | {
      readonly step: 'cap';
      readonly name: string;
      readonly rank: number;
      readonly maximum: number | null;
      readonly year: number;
    }
  | { readonly step: 'unpaid'; readonly memberId: string; readonly reason: UnpaidReason }
  | { readonly step: 'rate'; readonly memberId: string; readonly category: Category; readonly cents: number }
  | { readonly step: 'no-rate-for-profession'; readonly memberId: string }
  | { readonly step: 'no-rate-for-action'; readonly memberId: string }
  | { readonly step: 'lump-sum'; readonly cents: number; readonly sharers: number }
  | { readonly step: 'equal-share'; readonly memberId: string; readonly cents: number; readonly oddCent: boolean }
  | {
      readonly step: 'split';
      readonly memberId: string;
      readonly part: 'general-practitioner' | 'other';
      readonly sharers: number;
      readonly cents: number;
    }
  | { readonly step: 'referent'; readonly memberId: string; readonly cents: number; readonly paid: boolean }
  | { readonly step: 'writer'; readonly memberId: string; readonly cents: number }
  | { readonly step: 'total'; readonly terms: readonly number[]; readonly cents: number }
  | {
      readonly step: 'envelope';
      readonly engageCents: number;
      readonly afterCents: number;
      readonly envelopeCents: number;
    }
  | { readonly step: 'outside-envelope' };

export type Decision = {
  readonly period: Period | null;
  readonly warnings: readonly Warning[];
  readonly steps: readonly Step[];
  /** Those who took part and may be paid, in the stable order. */
  readonly payable: readonly string[];
} & (
  | {
      readonly decision: 'ACCEPTED';
      readonly reason: null;
      readonly lines: readonly Line[];
      readonly totalCents: number;
    }
  | {
      readonly decision: 'PENDING';
      readonly reason: Pending;
      readonly lines: readonly Line[];
      readonly totalCents: number | null;
    }
  | { readonly decision: 'REFUSED'; readonly reason: Refusal; readonly lines: readonly []; readonly totalCents: null }
);

/** The code as the API writes it: `PARTICIPANT_NON_MEMBRE:P4` names whom it is about. */
export const codeOf = (reason: Refusal | Pending): string =>
  'membre' in reason ? `${reason.code}:${reason.membre}` : reason.code;
