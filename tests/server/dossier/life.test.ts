import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../../src/server/db/client.ts';
import { approveVersion } from '../../../src/server/dossier/approve-version.ts';
import { type FrozenVersion, freezeVersion } from '../../../src/server/dossier/freeze-version.ts';
import type { ReviewFacts } from '../../../src/server/dossier/move-facts.ts';
import { activateProject, type Move, moveProject } from '../../../src/server/dossier/move-project.ts';
import { openProject } from '../../../src/server/dossier/open-project.ts';
import { saveAnswer } from '../../../src/server/dossier/save-answer.ts';
import { whyNot } from '../access/permit-as.ts';
import { openProjectWorld, type ProjectWorld } from './project-world.ts';

let world: ProjectWorld;
beforeEach(async () => {
  world = await openProjectWorld();
  await world.answers();
});
afterEach(() => world.close());

const freeze = (who = 'anne') => freezeVersion(world.needsOf(who), { projectId: world.projectId });
const frozen = async (): Promise<FrozenVersion> => {
  const version = await freeze();
  if (!version.ok) throw new Error(version.refusal.code);
  return version.value;
};
const approve = (who: string, { numero, empreinte }: Pick<FrozenVersion, 'numero' | 'empreinte'>) =>
  approveVersion(world.needsOf(who), { projectId: world.projectId, numero, empreinte });
const write = (path: string, text: string, version = 1) =>
  saveAnswer(world.needsOf('anne'), { projectId: world.projectId, path, version, texts: [text], confirmed: false });
const projectNow = async () => (await world.rows('select * from projet'))[0]!;
const move = async (
  who: string,
  name: Move['move'],
  decision: Move['decision'] = {},
  { review, revision }: { review?: Partial<ReviewFacts>; revision?: number } = {},
) =>
  moveProject(world.needsOf(who, review), {
    projectId: world.projectId,
    move: name,
    revision: revision ?? Number((await projectNow()).revision),
    decision,
  });
/** A version that everyone approved, deposited. */
async function deposited() {
  const version = await frozen();
  for (const who of ['anne', 'bruno']) await approve(who, version);
  await move('anne', 'deposer');
  return version;
}

test('a version holds answers and members, under a fingerprint that anyone can compute', async () => {
  const { numero, empreinte, isNew } = await frozen();
  expect({ numero, isNew }).toEqual({ numero: 1, isNew: true });
  const [row] = await world.rows('select contenu, empreinte from projet_version');
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(String(row?.contenu)));
  expect(Buffer.from(digest).toString('hex')).toBe(empreinte);
  expect(JSON.parse(String(row?.contenu))).toMatchObject({
    formulaire: 'projet-de-sante-1',
    equipe: { nom: 'Pays de Gorron', region: 'pays-de-la-loire', departements: ['53'] },
    membres: [{ id: 'm-anne' }, { id: 'm-bruno' }],
    reponses: { lieu: 'La salle de la pharmacie', 'nombre-pps': 10 },
  });
});

test('an unfinished project is not frozen, and says what is missing; only a référent freezes', async () => {
  await write('lieu', '');
  expect(await freeze()).toEqual({ ok: false, refusal: { code: 'PROJET_INCOMPLET', manquants: ['lieu'] } });
  expect(whyNot(await freeze('bruno'))).toBe('ROLE_INSUFFISANT');
});

test('ten clicks at once make one version', async () => {
  const made = await Promise.all(Array.from({ length: 10 }, () => freeze()));
  expect(made.map((one) => one.ok && one.value.numero)).toEqual(Array(10).fill(1));
  expect(await world.count('projet_version')).toBe(1);
});

test('the approval of a fingerprint that is not the version’s is refused, and so is one after a change', async () => {
  const first = await frozen();
  expect(await approve('bruno', { ...first, empreinte: 'f'.repeat(64) })).toEqual({
    ok: false,
    refusal: { code: 'VERSION_REMPLACEE', numero: 1 },
  });
  await write('lieu', 'La mairie');
  expect(await approve('bruno', first)).toEqual({ ok: false, refusal: { code: 'PROJET_CHANGE', numero: 1 } });
  const second = await frozen();
  expect(second.numero).toBe(2);
  expect(await approve('bruno', first)).toEqual({ ok: false, refusal: { code: 'VERSION_REMPLACEE', numero: 2 } });
  expect(whyNot(await approve('bruno', second))).toBe('oui');
  expect(await world.count('projet_approbation')).toBe(1);
});

test('who approves twice approves once; who is not of the team does not', async () => {
  const version = await frozen();
  await Promise.all([approve('bruno', version), approve('bruno', version)]);
  expect(await world.rows('select numero, membre_id, compte_id, empreinte from projet_approbation')).toEqual([
    { numero: 1, membre_id: 'm-bruno', compte_id: 'bruno', empreinte: version.empreinte },
  ]);
  expect(whyNot(await approve('ines', version))).toBe('ROLE_INSUFFISANT');
  expect(whyNot(await approve('zoe', version))).toBe('INTROUVABLE');
});

test('a project is deposited when each member approved it as it is', async () => {
  const version = await frozen();
  await approve('anne', version);
  expect(await move('anne', 'deposer')).toEqual({
    ok: false,
    refusal: { code: 'PROJET_NON_APPROUVE', membres: ['m-bruno'] },
  });
  await approve('bruno', version);
  expect(await move('anne', 'deposer')).toEqual({ ok: true, value: { etat: 'depose', revision: 2 } });
  expect(await world.rows('select numero, deposee_le from projet_version')).toEqual([
    { numero: 1, deposee_le: '2026-11-23T12:00:00.000Z' },
  ]);
});

test('a change after the approvals voids them: the deposit waits for everyone again', async () => {
  const version = await frozen();
  for (const who of ['anne', 'bruno']) await approve(who, version);
  await write('lieu', 'La mairie');
  const all = { code: 'PROJET_NON_APPROUVE', membres: ['m-anne', 'm-bruno'] };
  expect(await move('anne', 'deposer')).toEqual({ ok: false, refusal: all });
  await frozen();
  expect(await move('anne', 'deposer')).toEqual({ ok: false, refusal: all });
  await write('lieu', 'La salle de la pharmacie', 2);
  expect((await frozen()).numero).toBe(3);
});

test('a member who arrives after the version changes it: she approves the next one', async () => {
  const version = await frozen();
  await world.member('gorron', 'm-zoe', {
    compteId: 'zoe',
    profession: 'pharmacien',
    rpps: '10009999999',
    messagerie: 'zoe@exemple.mssante.fr',
  });
  expect(await approve('zoe', version)).toEqual({ ok: false, refusal: { code: 'PROJET_CHANGE', numero: 1 } });
  expect(whyNot(await approve('zoe', await frozen()))).toBe('oui');
});

test('ten clicks on the deposit make one, and all are told that it is done', async () => {
  const version = await frozen();
  for (const who of ['anne', 'bruno']) await approve(who, version);
  const answers = await Promise.all(Array.from({ length: 10 }, () => move('anne', 'deposer', {}, { revision: 1 })));
  for (const answer of answers) expect(answer).toEqual({ ok: true, value: { etat: 'depose', revision: 2 } });
  expect(await world.count('projet_version')).toBe(1);
  expect(await world.rows("select count(*) as n from journal where verbe = 'projet-deposer'")).toEqual([{ n: 1 }]);
  expect(await world.rows('select rang, etat, verbe from projet_etape order by rang')).toEqual([
    { rang: 1, etat: 'brouillon', verbe: 'ouvrir' },
    { rang: 2, etat: 'depose', verbe: 'deposer' },
  ]);
});

test('nobody moves a project from a state that does not allow it, nor without what the move asks for', async () => {
  expect(await move('ines', 'prendre-en-charge')).toEqual({
    ok: false,
    refusal: { code: 'PROJET_ETAT', etat: 'brouillon' },
  });
  await deposited();
  expect(whyNot(await move('anne', 'deposer'))).toBe('PROJET_ETAT');
  expect(whyNot(await move('anne', 'abandonner'))).toBe('PROJET_ETAT');
  await move('ines', 'prendre-en-charge');
  expect(whyNot(await move('ines', 'demander-corrections'))).toBe('CORRECTION_REQUISE');
  expect(await move('ines', 'transmettre', {}, { review: { aVerifier: ['membres'] } })).toMatchObject({
    refusal: { code: 'LISTE_NON_VERIFIEE', points: ['membres'] },
  });
  expect(await projectNow()).toMatchObject({ etat: 'en-instruction', instructeur_id: 'ines' });
});

test('two who decide at once do not contradict each other: the second is told where the project is', async () => {
  await deposited();
  await move('ines', 'prendre-en-charge');
  await world.account('iris');
  await world.grant('iris', 'association-instructeur');
  const [one, two] = await Promise.all([
    move('ines', 'transmettre', {}, { revision: 3 }),
    move('iris', 'demander-corrections', {}, { revision: 3, review: { correctionsOuvertes: 1 } }),
  ]);
  const told = [one, two].map((answer) => (answer.ok ? 'fait' : answer.refusal));
  expect(told).toContain('fait');
  expect(told).toContainEqual({ code: 'REVISION_DEPASSEE', etat: (await projectNow()).etat });
});

test('the whole life, from the deposit to the end of the convention, with its stages and its lines in the log', async () => {
  await deposited();
  await move('ines', 'prendre-en-charge');
  await move('ines', 'demander-corrections', {}, { review: { correctionsOuvertes: 1 } });
  await write('lieu', 'La mairie');
  const second = await frozen();
  for (const who of ['anne', 'bruno']) await approve(who, second);
  await move('anne', 'deposer');
  await move('ines', 'prendre-en-charge');
  expect(whyNot(await move('rita', 'reconnaitre'))).toBe('INTROUVABLE');
  await move('ines', 'transmettre');
  const decision = { reference: 'ARS-2026-12', decideLe: '2026-11-20' };
  expect(whyNot(await move('rita', 'refuser', decision))).toBe('MOTIF_REQUIS');
  await move('rita', 'reconnaitre', decision);
  const dates = { signeeLe: '2026-11-22', effetLe: '2026-12-01' };
  expect(whyNot(await move('gil', 'signer-convention', { ...dates, signeeLe: '2026-11-19' }))).toBe(
    'SIGNATURE_AVANT_RECONNAISSANCE',
  );
  await move('gil', 'signer-convention', dates);
  const onDay = (day: string) => world.needsOf('personne', {}, new Date(`${day}T12:00:00Z`));
  expect(whyNot(await activateProject(onDay('2026-11-30'), world))).toBe('EFFET_A_VENIR');
  expect(whyNot(await activateProject(onDay('2026-12-01'), world))).toBe('oui');
  await move('ines', 'suspendre', { motif: 'Plus de médecin' });
  await move('ines', 'reprendre');
  await move('anne', 'resilier', { finLe: '2027-06-30' });

  expect(await world.rows('select rang, verbe, par from projet_etape order by rang')).toEqual(
    [
      ['ouvrir', 'anne'],
      ['deposer', 'anne'],
      ['prendre-en-charge', 'ines'],
      ['demander-corrections', 'ines'],
      ['deposer', 'anne'],
      ['prendre-en-charge', 'ines'],
      ['transmettre', 'ines'],
      ['reconnaitre', 'rita'],
      ['signer-convention', 'gil'],
      ['activer', 'systeme'],
      ['suspendre', 'ines'],
      ['reprendre', 'ines'],
      ['resilier', 'anne'],
    ].map(([verbe, par], index) => ({ rang: index + 1, verbe, par })),
  );
  expect(await projectNow()).toMatchObject({
    etat: 'resilie',
    version: 2,
    reference: 'ARS-2026-12',
    decide_le: '2026-11-20',
    signee_le: '2026-11-22',
    effet_le: '2026-12-01',
    fin_le: '2027-06-30',
  });
  expect(await world.rows("select count(*) as n from journal where verbe like 'projet-%'")).toEqual([{ n: 12 }]);
  expect(await world.rows("select count(*) as n from journal where verbe = 'transmettre-equipe'")).toEqual([{ n: 1 }]);
});

test('a team opens another project once the first is over', async () => {
  await move('anne', 'abandonner');
  const opened = await openProject(world.needsOf('bruno'), { teamId: 'gorron' });
  expect(opened).toMatchObject({ ok: true, value: { isNew: true } });
  expect(opened.ok && opened.value.projectId).not.toBe(world.projectId);
});

test('who works for the association and is of the team neither reviews, decides, signs nor ends for the association', async () => {
  await deposited();
  await world.grant('bruno', 'association-instructeur');
  await world.grant('bruno', 'association-gestionnaire');
  expect(whyNot(await move('bruno', 'prendre-en-charge'))).toBe('PROPRE_EQUIPE');
  expect(whyNot(await move('bruno', 'signer-convention'))).toBe('PROPRE_EQUIPE');
  expect(whyNot(await move('bruno', 'resilier', { finLe: '2027-06-30' }))).toBe('PROPRE_EQUIPE');
  expect(await projectNow()).toMatchObject({ etat: 'depose' });
});

test('whoever just lost her seat or her role neither freezes, approves nor decides', async () => {
  const version = await deposited();
  await world.database.write((tx) => tx.run("update membre set sortie = '2026-11-22' where id = 'm-bruno'"));
  await world.database.write((tx) => tx.run("update membre set role = 'membre' where id = 'm-anne'"));
  await world.database.write((tx) => tx.run("delete from habilitation where compte_id = 'ines'"));
  expect(whyNot(await approve('bruno', version))).toBe('INTROUVABLE');
  expect(whyNot(await freeze())).toBe('ROLE_INSUFFISANT');
  expect(whyNot(await move('ines', 'prendre-en-charge'))).toBe('INTROUVABLE');
  expect(await projectNow()).toMatchObject({ etat: 'depose', revision: 2 });
});

test('a deposit that was acknowledged is there when the site starts again, and its second click makes no other', async () => {
  await deposited();
  const again = await openDatabase(world.url);
  const needs = { ...world.needsOf('anne'), database: again };
  const deposit = { projectId: world.projectId, move: 'deposer', revision: 1, decision: {} } as const;
  expect(await moveProject(needs, deposit)).toEqual({ ok: true, value: { etat: 'depose', revision: 2 } });
  await again.close();
  expect(await world.count('projet_version')).toBe(1);
  expect(await world.count('projet_etape')).toBe(2);
});
