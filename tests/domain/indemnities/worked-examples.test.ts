import { expect, test } from 'vitest';
import { cast, decisionOn, inOneLine, member, type RequestChanges } from './team.ts';

/** The worked examples of the scheme, with their numbers (the numbering has gaps). Expected values typed from the document. */
type Example = [number: number, name: string, expected: string, changes: RequestChanges];

const employedNurse = member('P9', 'infirmier', { exercice: 'salarie' });
const nurseOfC1 = (id: string) => member(id, 'infirmier', { exercice: 'centre-mono', centre: 'C1' });
const instead = (changed: ReturnType<typeof member>) => cast.map((one) => (one.id === changed.id ? changed : one));

// biome-ignore format: the table of the document, one example a line.
const examples: Example[] = [
  [1, 'PPS à 2 : MG + IDE, référent = MG', 'ACCEPTED · P1 11000 ; P2 4000 · 15000', { action: { type: 'pps', referent: 'P1' } }],
  [2, 'PPS à 2 : MG + IDE, référent = IDE', 'ACCEPTED · P1 6000 ; P2 9000 · 15000', { action: { type: 'pps', referent: 'P2' } }],
  [3, 'PPS à 3 : MG + IDE + pharmacien, référent = MG', 'ACCEPTED · P1 9000 ; P2 3000 ; P3 3000 · 15000', { action: { type: 'pps', referent: 'P1', participants: ['P1', 'P2', 'P3'] } }],
  [5, 'PPS : MG seul', 'REFUSED · EFFECTIF_INSUFFISANT', { action: { type: 'pps', referent: 'P1', participants: ['P1'] } }],
  [6, 'PPS à 4, référent = MG', 'PENDING · PPS_REPARTITION_NON_PREVUE', { action: { type: 'pps', referent: 'P1', participants: ['P1', 'P2', 'P3', 'P4'] } }],
  [7, 'PPS sans MG : IDE + kiné, référent = IDE', 'PENDING · PPS_SANS_MG_NON_PREVU', { action: { type: 'pps', referent: 'P2', participants: ['P2', 'P4'] } }],
  [9, 'PPS à 2, aucun référent désigné', 'REFUSED · PPS_REFERENT_MANQUANT', { action: { type: 'pps' } }],
  [10, 'PPS à 2, référent P3 qui n’a pas participé', 'REFUSED · PPS_REFERENT_NON_PARTICIPANT', { action: { type: 'pps', referent: 'P3' } }],
  [11, 'PPS à 3 dont une IDE ASALEE salariée, référent = MG', 'ACCEPTED · P1 11000 ; P3 4000 ; P9 0 SALARIE_NON_INDEMNISE · 15000', { membres: [...cast, employedNurse], action: { type: 'pps', referent: 'P1', participants: ['P1', 'P3', 'P9'] } }],
  [14, '13e PPS de l’année, aucun plafond écrit', 'ACCEPTED · P1 11000 ; P2 4000 · 15000', { dejaDeclarees: { '2026': { pps: 12 } }, action: { type: 'pps', referent: 'P1' } }],
  [15, 'RCP sans patient : MG + IDE', 'ACCEPTED · P1 7500 ; P2 6000 · 13500', {}],
  [17, 'RCP sans patient : sage-femme + IDE, sans MG', 'ACCEPTED · P2 6000 ; P7 7500 · 13500', { action: { participants: ['P7', 'P2'] } }],
  [18, 'RCP sans patient, 10e de l’année', 'ACCEPTED · P1 7500 ; P2 6000 · 13500', { dejaDeclarees: { '2026': { 'rcp-sans-patient': 9 } } }],
  [19, 'RCP sans patient, 11e de l’année', 'REFUSED · PLAFOND_ANNUEL_ATTEINT', { dejaDeclarees: { '2026': { 'rcp-sans-patient': 10 } } }],
  [20, 'RCP avec patient : MG + IDE + orthophoniste', 'ACCEPTED · P1 7500 ; P2 6000 ; P5 6000 · 19500', { action: { type: 'rcp-avec-patient', patientPresent: true, participants: ['P1', 'P2', 'P5'] } }],
  [22, 'RCP avec patient, 13e de l’année, MG + podologue', 'REFUSED · PLAFOND_ANNUEL_ATTEINT', { dejaDeclarees: { '2026': { 'rcp-avec-patient': 12 } }, action: { type: 'rcp-avec-patient', patientPresent: true, participants: ['P1', 'P6'] } }],
  [23, 'RCP avec patient déclarée « patient absent »', 'REFUSED · RCP_PATIENT_ABSENT', { action: { type: 'rcp-avec-patient', patientPresent: false } }],
  [25, 'RCP sans patient : deux IDE seulement', 'REFUSED · PLURIPRO_REQUIS', { membres: [...cast, member('P8', 'infirmier')], action: { participants: ['P2', 'P8'] } }],
  [26, 'RCP sans patient : MG + IDE + IDE ASALEE salariée', 'ACCEPTED · P1 7500 ; P2 6000 ; P9 0 SALARIE_NON_INDEMNISE · 13500', { membres: [...cast, employedNurse], action: { participants: ['P1', 'P2', 'P9'] } }],
  [27, 'RCP sans patient : MG + 2 IDE du centre C1', 'ACCEPTED · P1 7500 ; P8 6000 ; P9 6000 · 19500', { membres: [...cast, nurseOfC1('P8'), nurseOfC1('P9')], action: { participants: ['P1', 'P8', 'P9'] } }],
  [29, 'RCP sans patient : MG + 3 IDE du centre C1, aucune désignée', 'REFUSED · CENTRE_DESIGNATION_REQUISE', { membres: [...cast, nurseOfC1('P8'), nurseOfC1('P9'), nurseOfC1('P10')], action: { participants: ['P1', 'P8', 'P9', 'P10'] } }],
  [30, 'RCP sans patient : MG + pédiatre libéral', 'PENDING · TARIF_PROFESSION_NON_PRECISE · P1 7500 ; P9 ?', { membres: [...cast, member('P9', 'autre-medecin')], action: { participants: ['P1', 'P9'] } }],
  [32, 'RCP : P2 est aussi membre d’une autre ESP CLAP', 'ACCEPTED · P1 7500 ; P2 6000 · 13500', { autresEquipes: [{ membre: 'P2', type: 'rcp-sans-patient', date: '2026-05-02' }] }],
  [33, 'RCP : P2 est aussi adhérent de la CPTS, que rien ne déclare', 'ACCEPTED · P1 7500 ; P2 6000 · 13500', {}],
  [34, 'RCP du 2026-02-02 : 10 RCP en 2025, 0 en 2026', 'ACCEPTED · P1 7500 ; P2 6000 · 13500', { dejaDeclarees: { '2025': { 'rcp-sans-patient': 10 } }, action: { date: '2026-02-02' } }],
  [35, 'STAFF : MG + IDE + pharmacien, barème sans tarif STAFF', 'PENDING · BAREME_INCOMPLET · P1 ? ; P2 ? ; P3 ?', { action: { type: 'staff', participants: ['P1', 'P2', 'P3'] } }],
  [36, 'STAFF : MG + IDE + pharmacien, barème configuré 75/60', 'ACCEPTED · P1 7500 ; P2 6000 ; P3 7500 · 21000', { reglages: { enveloppeAnnuelleCentimes: null, tarifStaffCentimes: { A: 7500, B: 6000 } }, action: { type: 'staff', participants: ['P1', 'P2', 'P3'] } }],
  [37, 'STAFF sans MG : IDE + pharmacien', 'REFUSED · STAFF_SANS_MG', { action: { type: 'staff', participants: ['P2', 'P3'] } }],
  [38, 'STAFF, 13e de l’année', 'REFUSED · PLAFOND_ANNUEL_ATTEINT', { dejaDeclarees: { '2026': { staff: 12 } }, action: { type: 'staff' } }],
  [39, 'Protocole cas 1 : 2 participants', 'ACCEPTED · P1 20000 ; P2 20000 · 40000', { action: { type: 'protocole-simple' } }],
  [40, 'Protocole cas 1 : 3 participants (400 € / 3)', 'ACCEPTED · P1 13334 ; P2 13333 ; P3 13333 · 40000', { action: { type: 'protocole-simple', participants: ['P1', 'P2', 'P3'] } }],
  [41, 'Protocole cas 1 : 3 participants saisis dans l’ordre P3, P2, P1', 'ACCEPTED · P1 13334 ; P2 13333 ; P3 13333 · 40000', { action: { type: 'protocole-simple', participants: ['P3', 'P2', 'P1'] } }],
  [43, 'Protocole cas 2 : 4 participants, hors nomenclature justifié', 'ACCEPTED · P1 17500 ; P2 17500 ; P3 17500 ; P4 17500 · 70000', { action: { type: 'protocole-complexe', horsNomenclature: ['temps d’éducation'], participants: ['P1', 'P2', 'P3', 'P4'] } }],
  [44, 'Protocole cas 2 : 3 participants (700 € / 3)', 'ACCEPTED · P1 23334 ; P2 23333 ; P4 23333 · 70000', { action: { type: 'protocole-complexe', horsNomenclature: ['temps d’éducation'], participants: ['P1', 'P2', 'P4'] } }],
  [46, 'Protocole cas 2 sans intervention hors nomenclature', 'REFUSED · PROTOCOLE_HORS_NOMENCLATURE_NON_JUSTIFIE', { action: { type: 'protocole-complexe' } }],
  [47, 'Protocole sans participant', 'REFUSED · AUCUN_PARTICIPANT', { action: { type: 'protocole-simple', participants: [] } }],
  [48, 'Même protocole déjà indemnisé cette année', 'REFUSED · PROTOCOLE_DEJA_INDEMNISE', { protocolesIndemnises: ['plaies'], action: { type: 'protocole-simple', protocole: 'plaies' } }],
  [49, '9e protocole de l’année, cas 1 et 2 confondus', 'REFUSED · PLAFOND_ANNUEL_ATTEINT', { dejaDeclarees: { '2026': { 'protocole-simple': 5, 'protocole-complexe': 3 } }, action: { type: 'protocole-simple' } }],
  [52, 'RCP : P2 saisi deux fois', 'REFUSED · PARTICIPANT_EN_DOUBLE', { action: { participants: ['P1', 'P2', 'P2'] } }],
  [53, 'RCP : P4 a quitté l’équipe le 2026-05-31', 'REFUSED · PARTICIPANT_NON_MEMBRE:P4', { membres: instead(member('P4', 'masseur-kinesitherapeute', { au: '2026-05-31' })), action: { participants: ['P1', 'P4'] } }],
  [56, 'RCP avec un professionnel extérieur à l’équipe', 'REFUSED · PARTICIPANT_NON_MEMBRE:P8', { action: { participants: ['P1', 'P8'] } }],
  [57, 'RCP du 2026-01-10, convention signée le 2026-01-15', 'REFUSED · ACTION_AVANT_CONVENTION', { action: { date: '2026-01-10' } }],
  [59, 'RCP, aucune convention signée', 'REFUSED · CONVENTION_ABSENTE', { convention: null }],
  [60, 'RCP du 2026-11-23 déclarée le 2026-11-22', 'REFUSED · DATE_FUTURE', { action: { date: '2026-11-23' } }],
  [61, 'RCP du 2026-06-10, convention résiliée au 2026-05-31', 'REFUSED · CONVENTION_RESILIEE', { convention: { signeeLe: '2026-01-15', finLe: '2026-05-31' } }],
  [62, 'RCP : P4 exerce aussi en MSP à la date de l’action', 'REFUSED · PARTICIPANT_EN_MSP_OU_CDS:P4', { membres: instead(member('P4', 'masseur-kinesitherapeute', { mspOuCdsPluri: true })), action: { participants: ['P1', 'P4'] } }],
  [63, 'RCP avec patient, type non choisi dans le projet de santé', 'REFUSED · ACTION_NON_PREVUE_AU_PROJET', { actionsPrevues: ['pps', 'rcp-sans-patient'], action: { type: 'rcp-avec-patient', patientPresent: true } }],
  [64, 'Action de prévention déclarée pour indemnité', 'REFUSED · ACTION_HORS_BAREME', { action: { type: 'prevention' } }],
  [65, 'Rédaction du projet : MG + IDE + pharmacien', 'ACCEPTED · P1 50000 ; P2 50000 ; P3 50000 · 150000', { action: { type: 'redaction-projet', participants: ['P1', 'P2', 'P3'] } }],
  [67, 'Rédaction : P2 déjà indemnisé pour ce projet', 'REFUSED · REDACTION_DEJA_INDEMNISEE:P2', { redactionsIndemnisees: ['P2'], action: { type: 'redaction-projet' } }],
  [68, 'RCP 135 €, 9 900 € engagés, enveloppe 10 000 €', 'PENDING · ENVELOPPE_DEPASSEE · P1 7500 ; P2 6000 · 13500', { reglages: { enveloppeAnnuelleCentimes: 1_000_000 }, engageCentimes: 990_000 }],
];

test.each(examples)('%i: %s → %s', (_number, _name, expected, changes) => {
  expect(inOneLine(decisionOn(changes))).toBe(expected);
});

test('every one of the 51 worked examples of the document is here', () => expect(examples).toHaveLength(51));
