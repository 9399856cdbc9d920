import { generalPractitioner } from '#domain/people/profession.ts';
import { type ActionFacts, crowdedCentres } from './action-facts.ts';
import { declaredUnder } from './counters.ts';
import type { Refusal } from './decision.ts';
import type { ConditionName } from './plan.schema.ts';

type Check = (facts: ActionFacts) => Refusal | null;

/** R02 to R11, in their order: the first refusal is the answer. R01 is asked before, R12 and R13 price the action. */
const checks: readonly Check[] = [
  notInTheFuture,
  underConvention,
  foreseenByTheProject,
  someoneTookPart,
  nobodyTwice,
  everyoneIsMember,
  nobodyInMspOrCentre,
  enoughProfessionals,
  enoughProfessions,
  conditionsOfTheKind,
  protocolNotPaidYet,
  centreDesignation,
  underTheCap,
  writingNotPaidYet,
];

export function firstRefusal(facts: ActionFacts): Refusal | null {
  for (const check of checks) {
    const refusal = check(facts);
    if (refusal) return refusal;
  }
  return null;
}

function notInTheFuture({ request, today }: ActionFacts): Refusal | null {
  const { date } = request.action;
  return date > today ? { code: 'DATE_FUTURE', date } : null;
}

/** The writing comes before the convention: its date is not compared. */
function underConvention({ request, type, period }: ActionFacts): Refusal | null {
  const { convention, action } = request;
  if (!convention) return { code: 'CONVENTION_ABSENTE' };
  if (type === 'redaction-projet') return null;
  const { signeeLe, finLe } = convention;
  const tooEarly = period.regles.jourSignatureInclus.valeur ? action.date < signeeLe : action.date <= signeeLe;
  if (tooEarly) return { code: 'ACTION_AVANT_CONVENTION', signeeLe };
  return finLe !== null && action.date > finLe ? { code: 'CONVENTION_RESILIEE', finLe } : null;
}

function foreseenByTheProject({ request, type, period, paidAction }: ActionFacts): Refusal | null {
  const { actionsPrevues } = request;
  if (!actionsPrevues || type === 'redaction-projet' || !period.regles.actionPrevueAuProjet.valeur) return null;
  return actionsPrevues.includes(type) ? null : { code: 'ACTION_NON_PREVUE_AU_PROJET', titre: paidAction.titre };
}

function someoneTookPart({ everyone }: ActionFacts): Refusal | null {
  return everyone.length === 0 ? { code: 'AUCUN_PARTICIPANT' } : null;
}

function nobodyTwice({ request, everyone }: ActionFacts): Refusal | null {
  const { participants } = request.action;
  const isTwice = (id: string) => participants.indexOf(id) !== participants.lastIndexOf(id);
  const qui = everyone.find(({ id }) => isTwice(id))?.id ?? participants.find(isTwice);
  return qui === undefined ? null : { code: 'PARTICIPANT_EN_DOUBLE', qui };
}

function everyoneIsMember({ everyone, request, period }: ActionFacts): Refusal | null {
  const { date } = request.action;
  const hasLeft = (au: string | null) =>
    au !== null && (period.regles.jourDepartInclus.valeur ? date > au : date >= au);
  const outsider = everyone.find(({ member }) => !member || date < member.du || hasLeft(member.au));
  return outsider ? { code: 'PARTICIPANT_NON_MEMBRE', membre: outsider.id } : null;
}

function nobodyInMspOrCentre({ professionals }: ActionFacts): Refusal | null {
  const elsewhere = professionals.find(({ mspOuCdsPluri }) => mspOuCdsPluri);
  return elsewhere ? { code: 'PARTICIPANT_EN_MSP_OU_CDS', membre: elsewhere.id } : null;
}

/** Employees and people who were not designated count: they took part. */
function enoughProfessionals({ professionals, type, period }: ActionFacts): Refusal | null {
  const minimum = period.regles.minimumProfessionnels.valeur;
  return type !== 'redaction-projet' && professionals.length < minimum
    ? { code: 'EFFECTIF_INSUFFISANT', minimum }
    : null;
}

function enoughProfessions({ professionals, type, period }: ActionFacts): Refusal | null {
  const minimum = period.regles.minimumProfessions.valeur;
  const present = new Set(professionals.map(({ profession }) => profession)).size;
  return type !== 'redaction-projet' && present < minimum ? { code: 'PLURIPRO_REQUIS', minimum } : null;
}

const conditions: Record<ConditionName, Check> = {
  'medecin-generaliste-present': ({ professionals }) =>
    professionals.some(({ profession }) => profession === generalPractitioner) ? null : { code: 'STAFF_SANS_MG' },
  'patient-present': ({ request }) => (request.action.patientPresent === true ? null : { code: 'RCP_PATIENT_ABSENT' }),
  'referent-designe': ({ request, professionals }) => {
    const { referent } = request.action;
    if (referent === null) return { code: 'PPS_REFERENT_MANQUANT' };
    const tookPart = professionals.some(({ id }) => id === referent);
    return tookPart ? null : { code: 'PPS_REFERENT_NON_PARTICIPANT', qui: referent };
  },
  'hors-nomenclature-justifie': ({ request }) =>
    request.action.horsNomenclature.length > 0 ? null : { code: 'PROTOCOLE_HORS_NOMENCLATURE_NON_JUSTIFIE' },
};

function conditionsOfTheKind(facts: ActionFacts): Refusal | null {
  for (const { regle } of facts.paidAction.conditions) {
    const refusal = conditions[regle](facts);
    if (refusal) return refusal;
  }
  return null;
}

/** « par protocole et par an » (S0). */
function protocolNotPaidYet({ request, type, year }: ActionFacts): Refusal | null {
  const { protocole } = request.action;
  const isProtocol = type === 'protocole-simple' || type === 'protocole-complexe';
  return isProtocol && protocole !== null && request.protocolesIndemnises.includes(protocole)
    ? { code: 'PROTOCOLE_DEJA_INDEMNISE', annee: year }
    : null;
}

function centreDesignation({ professionals, period, request }: ActionFacts): Refusal | null {
  const maximum = period.regles.centreMonoMaximum.valeur;
  for (const { centre, ids } of crowdedCentres(professionals, maximum)) {
    const designated = ids.filter((id) => request.action.designes.includes(id));
    if (designated.length !== maximum) return { code: 'CENTRE_DESIGNATION_REQUISE', centre, maximum };
  }
  return null;
}

function underTheCap({ cap, request, year }: ActionFacts): Refusal | null {
  if (!cap || cap.maximumAnnuel === null) return null;
  const nombre = declaredUnder(cap.actions, request.dejaDeclarees, year);
  return nombre < cap.maximumAnnuel
    ? null
    : { code: 'PLAFOND_ANNUEL_ATTEINT', nombre, maximum: cap.maximumAnnuel, annee: year };
}

function writingNotPaidYet({ type, everyone, request }: ActionFacts): Refusal | null {
  if (type !== 'redaction-projet') return null;
  const paid = everyone.find(({ id }) => request.redactionsIndemnisees.includes(id));
  return paid ? { code: 'REDACTION_DEJA_INDEMNISEE', membre: paid.id } : null;
}
