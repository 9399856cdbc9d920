import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compositionOn } from '#domain/team/composition.ts';
import type { TeamMember } from '#domain/team/membership.ts';
import { compositionSentence } from '../../../src/messages/team/composition.ts';
import { doctor, member } from './people.ts';

const on = (members: readonly TeamMember[], day = '2026-06-10') => compositionOn(members, { day, paidPerCentre: 2 });
const rule = (members: readonly TeamMember[], code: string, day?: string) =>
  on(members, day).rules.find((one) => one.code === code);
const broken = (members: readonly TeamMember[], day?: string) =>
  on(members, day)
    .rules.filter(({ satisfied }) => !satisfied)
    .map(({ code }) => code);
const known = { rpps: '10001234565' };
const alsoKnown = { rpps: '10101010105' };
const centre = { nom: 'Centre infirmier d’exemple', finess: '490000031' };

test('a doctor and a nurse, both attested and known, meet every rule', () => {
  const team = [doctor('MG', known), member('IDE', alsoKnown)];
  expect(broken(team)).toEqual([]);
  expect(on(team).isMet).toBe(true);
});

test('a nurse alone lacks a doctor and a second professional', () => {
  expect(broken([member('IDE', known)])).toEqual(['MEDECIN_GENERALISTE', 'SECOND_PROFESSIONNEL']);
});

test('two nurses lack a doctor; a doctor alone lacks a second professional', () => {
  expect(on([member('A'), member('B')]).isMet).toBe(false);
  expect(rule([member('A'), member('B')], 'MEDECIN_GENERALISTE')).toMatchObject({ satisfied: false, medecins: [] });
  expect(rule([doctor('A')], 'SECOND_PROFESSIONNEL')).toMatchObject({ satisfied: false, nombre: 1 });
});

test('an empty team says both, and breaks no other rule', () => {
  expect(broken([])).toEqual(['MEDECIN_GENERALISTE', 'SECOND_PROFESSIONNEL']);
});

test('two doctors alone are a team, with the note that an action takes two professions', () => {
  const team = [doctor('A', known), doctor('B', alsoKnown)];
  expect(on(team).isMet).toBe(true);
  expect(broken(team)).toEqual(['DEUX_PROFESSIONS']);
  expect(rule(team, 'DEUX_PROFESSIONS')).toMatchObject({ kind: 'note', profession: 'medecin-generaliste' });
});

test('a doctor of another speciality is a second profession but no general practitioner', () => {
  const specialist = member('S', { profession: 'autre-medecin', ...known });
  expect(broken([doctor('MG', alsoKnown), specialist])).toEqual([]);
  expect(rule([specialist, member('IDE')], 'MEDECIN_GENERALISTE')).toMatchObject({ satisfied: false });
});

test('an employed nurse attends without indemnity, an employed doctor counts as the doctor', () => {
  const team = [doctor('MG', { exercice: 'salarie' }), member('IDE')];
  expect(rule(team, 'INDEMNISATION')).toMatchObject({ payes: ['IDE'], sansIndemnite: ['MG'] });
  expect(on(team).isMet).toBe(true);
});

test('who did not say how she practises is neither paid nor unpaid, and is asked to say so', () => {
  const unsaid = { exercice: null, commune: null };
  const team = [doctor('MG'), member('IDE', unsaid)];
  expect(rule(team, 'INDEMNISATION')).toMatchObject({ payes: ['MG'], sansIndemnite: [] });
  expect(rule(team, 'EXERCICE_A_COMPLETER')).toMatchObject({ kind: 'note', satisfied: false, membres: ['IDE'] });
  expect(on(team).isMet).toBe(true);
  const codes = on([doctor('MG', unsaid)]).rules.map(({ code }) => code);
  expect(codes).not.toContain('INDEMNISATION');
  expect(on([doctor('MG')]).rules.map(({ code }) => code)).not.toContain('EXERCICE_A_COMPLETER');
});

test('three nurses of one centre are members, two of them paid per action', () => {
  const nurses = ['N1', 'N2', 'N3'].map((id) => member(id, { exercice: 'centre-mono', centre }));
  const team = [doctor('MG'), ...nurses];
  expect(rule(team, 'CENTRE_MONO')).toMatchObject({
    kind: 'note',
    satisfied: false,
    centre,
    membres: ['N1', 'N2', 'N3'],
    maximum: 2,
  });
  expect(rule(team, 'INDEMNISATION')).toMatchObject({ payes: ['MG', 'N1', 'N2', 'N3'] });
  expect(on(team).isMet).toBe(true);
  expect(rule(team.slice(0, 3), 'CENTRE_MONO')).toMatchObject({ satisfied: true });
});

test('two members of one centre with two professions: the centre is to be verified', () => {
  const team = [
    member('IDE', { exercice: 'centre-mono', centre }),
    member('AS', { exercice: 'centre-mono', centre, profession: 'aide-soignant' }),
  ];
  expect(rule(team, 'CENTRE_PLUSIEURS_PROFESSIONS')).toMatchObject({
    kind: 'note',
    satisfied: false,
    professions: ['infirmier', 'aide-soignant'],
  });
});

test('a member without attestation, or whose attestation comes later, keeps the team from its rules', () => {
  const team = [doctor('MG'), member('A', { attestation: null }), member('B', { attestation: '2026-06-11' })];
  expect(rule(team, 'HORS_MSP_ET_CDS')).toMatchObject({ satisfied: false, sansAttestation: ['A', 'B'] });
  expect(rule(team, 'HORS_MSP_ET_CDS', '2026-06-11')).toMatchObject({ satisfied: false, sansAttestation: ['A'] });
  expect(on(team).isMet).toBe(false);
});

test('the same RPPS twice is named with both members, unless one of them has left', () => {
  const team = [doctor('MG', known), member('IDE', known), member('KINE')];
  expect(rule(team, 'RPPS_UNIQUE')).toMatchObject({
    satisfied: false,
    doublons: [{ rpps: '10001234565', membres: ['MG', 'IDE'] }],
  });
  const back = [
    doctor('before', { ...known, sortie: '2026-03-31' }),
    doctor('after', { ...known, entree: '2026-04-01' }),
  ];
  expect(rule(back, 'RPPS_UNIQUE')).toMatchObject({ satisfied: true, doublons: [] });
});

test('without a plan nothing is said of how many of a centre are paid, and the centre is looked at all the same', () => {
  const staff = ['A', 'B', 'C'].map((id) => member(id, { exercice: 'centre-mono', centre }));
  const codes = compositionOn(staff, { day: '2026-06-10', paidPerCentre: null }).rules.map(({ code }) => code);
  expect(codes).not.toContain('CENTRE_MONO');
  expect(codes).toContain('CENTRE_PLUSIEURS_PROFESSIONS');
});

test('another ESP CLAP is allowed with common patients, and to be confirmed without', () => {
  const shared = { nom: 'Équipe du Loir', patientsCommuns: true };
  const unsaid = { nom: 'Équipe de l’Oudon', patientsCommuns: false };
  expect(rule([member('A', { autresEspClap: [shared] })], 'AUTRES_ESP_CLAP')).toMatchObject({ satisfied: true });
  expect(rule([member('A', { autresEspClap: [shared, unsaid] })], 'AUTRES_ESP_CLAP')).toMatchObject({
    kind: 'condition',
    satisfied: false,
  });
});

test('the day the only doctor has left, the doctor is missing; her last day still counts', () => {
  const team = [doctor('MG', { sortie: '2026-06-10' }), member('IDE'), member('KINE')];
  expect(on(team, '2026-06-10').isMet).toBe(true);
  expect(on(team, '2026-06-11').isMet).toBe(false);
});

test('the order in which members are written changes no verdict', () => {
  const pool = [
    doctor('MG', known),
    doctor('MG2', { exercice: 'salarie' }),
    member('IDE', { exercice: 'centre-mono', centre, ...known }),
    member('N2', { exercice: 'centre-mono', centre, sortie: '2026-05-01' }),
    member('AS', { profession: 'aide-soignant', attestation: null }),
    member('P', { profession: 'pharmacien', autresEspClap: [{ nom: 'Autre', patientsCommuns: false }] }),
  ];
  const teams = fc.shuffledSubarray(pool);
  fc.assert(
    fc.property(teams, (team) => {
      const sorted = team.toSorted((one, other) => (one.id < other.id ? -1 : 1));
      expect(broken(team)).toEqual(broken(sorted));
    }),
  );
});

test('what a team of four reads about itself', () => {
  const team = [
    doctor('Dr A', known),
    member('Mme B', { exercice: 'salarie', autresEspClap: [{ nom: 'Équipe du Loir', patientsCommuns: true }] }),
    member('M. C', { exercice: 'centre-mono', centre, attestation: null }),
    member('M. D', { exercice: 'centre-mono', centre: { ...centre, nom: 'Autre écriture' } }),
  ];
  const lines = on(team).rules.map((one) => `${one.satisfied ? '✓' : '·'} ${compositionSentence(one, (id) => id)}`);
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "✓ L’équipe compte un médecin généraliste : Dr A.
    ✓ L’équipe réunit 4 professionnels de santé.
    · Une attestation manque (M. C) : exercer en MSP ou en centre de santé pluriprofessionnel n’est pas compatible avec une ESP CLAP.
    ✓ Aucun numéro RPPS n’est écrit deux fois dans l’équipe.
    ✓ Faire partie de plusieurs ESP CLAP est possible avec des patients communs, ce qui est indiqué pour Mme B (Équipe du Loir).
    ✓ L’équipe réunit plusieurs professions, comme le demande chaque action.
    · Peuvent être indemnisés : Dr A, M. C, M. D. Participent sans indemnité, comme salariés : Mme B.
    ✓ Centre infirmier d’exemple : M. C, M. D. Au plus 2 professionnels d’un même centre sont indemnisés par action.
    ✓ Les membres de Centre infirmier d’exemple exercent la même profession.
    · Le numéro RPPS reste à compléter pour Mme B, M. C, M. D."
  `);
});
