import type { Pending, Refusal } from './decision.ts';

/** Written in the plan's source; read in it, in a form that is ours; or proposed where the source is silent. */
export type RuleOrigin = 'source' | 'reading' | 'proposal';

/** Where the rule behind each code comes from: column « Origin » of the rules of the scheme. */
export const ruleOrigins: Record<(Refusal | Pending)['code'], RuleOrigin> = {
  ACTION_HORS_BAREME: 'source',
  PLAN_ABSENT: 'proposal',
  DATE_FUTURE: 'proposal',
  CONVENTION_ABSENTE: 'reading',
  ACTION_AVANT_CONVENTION: 'reading',
  CONVENTION_RESILIEE: 'proposal',
  ACTION_NON_PREVUE_AU_PROJET: 'reading',
  AUCUN_PARTICIPANT: 'proposal',
  PARTICIPANT_EN_DOUBLE: 'proposal',
  PARTICIPANT_NON_MEMBRE: 'proposal',
  PARTICIPANT_EN_MSP_OU_CDS: 'reading',
  EFFECTIF_INSUFFISANT: 'proposal',
  PLURIPRO_REQUIS: 'proposal',
  STAFF_SANS_MG: 'source',
  RCP_PATIENT_ABSENT: 'reading',
  PPS_REFERENT_MANQUANT: 'reading',
  PPS_REFERENT_NON_PARTICIPANT: 'proposal',
  PROTOCOLE_HORS_NOMENCLATURE_NON_JUSTIFIE: 'proposal',
  PROTOCOLE_DEJA_INDEMNISE: 'source',
  CENTRE_DESIGNATION_REQUISE: 'proposal',
  PLAFOND_ANNUEL_ATTEINT: 'source',
  REDACTION_DEJA_INDEMNISEE: 'proposal',
  PPS_REPARTITION_NON_PREVUE: 'reading',
  PPS_SANS_MG_NON_PREVU: 'reading',
  PPS_PLUSIEURS_MG_NON_PREVU: 'reading',
  BAREME_INCOMPLET: 'reading',
  TARIF_PROFESSION_NON_PRECISE: 'reading',
  ENVELOPPE_DEPASSEE: 'proposal',
};
