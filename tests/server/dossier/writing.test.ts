import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../../src/server/db/client.ts';
import { addLine, removeLine } from '../../../src/server/dossier/change-lines.ts';
import { openProject } from '../../../src/server/dossier/open-project.ts';
import { saveAnswer, type TypedAnswer } from '../../../src/server/dossier/save-answer.ts';
import { deleteTeam } from '../../../src/server/team/delete-team.ts';
import { whyNot } from '../access/permit-as.ts';
import { openProjectWorld, type ProjectWorld } from './project-world.ts';

let world: ProjectWorld;
beforeEach(async () => {
  world = await openProjectWorld();
});
afterEach(() => world.close());

const save = (who: string, path: string, text: string, more: Partial<TypedAnswer> = {}) =>
  saveAnswer(world.needsOf(who), {
    projectId: world.projectId,
    path,
    version: 0,
    texts: [text],
    confirmed: false,
    ...more,
  });
const keptAt = async (path: string) =>
  (await world.rows(`select valeur, version, par from projet_reponse where champ = '${path}'`))[0];

test('a team has one project that lives: opening it again leads there, for ten at once too', async () => {
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, n) => openProject(world.needsOf(n % 2 ? 'anne' : 'bruno'), { teamId: 'gorron' })),
  );
  for (const answer of answers)
    expect(answer).toEqual({ ok: true, value: { projectId: world.projectId, isNew: false } });
  expect(await world.count('projet')).toBe(1);
  expect(await world.rows('select etat, verbe, rang, par from projet_etape')).toEqual([
    { etat: 'brouillon', verbe: 'ouvrir', rang: 1, par: 'anne' },
  ]);
});

test('nobody opens the project of a team that is not hers, and never learns whether it exists', async () => {
  expect(whyNot(await openProject(world.needsOf('zoe'), { teamId: 'gorron' }))).toBe('INTROUVABLE');
  expect(whyNot(await openProject(world.needsOf('zoe'), { teamId: 'aucune' }))).toBe('INTROUVABLE');
  expect(whyNot(await save('zoe', 'adresse', 'Ici'))).toBe('INTROUVABLE');
  expect(whyNot(await save('zoe', 'adresse', 'Ici', { projectId: 'aucun' }))).toBe('INTROUVABLE');
  expect(whyNot(await save('ines', 'adresse', 'Ici'))).toBe('ROLE_INSUFFISANT');
});

test('two members on one field: the second sees both texts, and nothing is replaced', async () => {
  await save('anne', 'lieu', 'La pharmacie');
  const second = await save('bruno', 'lieu', 'La mairie');
  expect(second).toEqual({
    ok: false,
    refusal: {
      code: 'CONFLIT',
      actuelle: { valeur: 'La pharmacie', version: 1, par: 'anne', le: '2026-11-23T12:00:00.000Z' },
      proposee: 'La mairie',
    },
  });
  expect(await keptAt('lieu')).toEqual({ valeur: '"La pharmacie"', version: 1, par: 'anne' });
  expect(await save('bruno', 'lieu', 'La mairie', { version: 1 })).toEqual({ ok: true, value: { version: 2 } });
});

test('two members on two fields do not meet', async () => {
  const saved = await Promise.all([save('anne', 'lieu', 'La pharmacie'), save('bruno', 'dac', 'Celui du 53')]);
  expect(saved.map(({ ok }) => ok)).toEqual([true, true]);
  expect(await keptAt('dac')).toEqual({ valeur: '"Celui du 53"', version: 1, par: 'bruno' });
});

test('the same save sent twice is kept once, even when its answer was lost on the way', async () => {
  await save('anne', 'lieu', 'La pharmacie');
  expect(await save('anne', 'lieu', ' La  pharmacie ')).toEqual({ ok: true, value: { version: 1 } });
  expect(await world.rows("select count(*) as n from journal where verbe = 'ecrire-projet'")).toEqual([{ n: 1 }]);
});

test('thirty autosaves at once, on thirty fields, lose nothing; each has its line in the log', async () => {
  await Promise.all(Array.from({ length: 10 }, (_, n) => addLine(world.needsOf('anne'), line('partenaires', `p${n}`))));
  const places = ['adresse', 'lieu', 'dac', 'convocation', 'outil-partage', 'autres-liens', 'referent-pps'];
  const lines = Array.from({ length: 10 }, (_, n) => `partenaires/p${n}/organisme`);
  const indicators = Array.from({ length: 12 }, (_, n) => `indicateurs/i${n}/mesure`);
  await Promise.all(
    Array.from({ length: 12 }, (_, n) => addLine(world.needsOf('bruno'), line('indicateurs', `i${n}`))),
  );
  const paths = [...places, ...lines, ...indicators, 'nombre-pps'];
  expect(paths).toHaveLength(30);
  const saved = await Promise.all(paths.map((path, n) => save(n % 2 ? 'anne' : 'bruno', path, `${n}`)));
  expect(saved.filter(({ ok }) => ok)).toHaveLength(30);
  for (const [n, path] of paths.entries()) {
    expect(await keptAt(path)).toMatchObject({ valeur: path === 'nombre-pps' ? `${n}` : `"${n}"` });
  }
  expect(await world.rows("select count(*) as n from journal where verbe = 'ecrire-projet'")).toEqual([{ n: 30 }]);
});

test('thirty people on one field: one is kept, and each of the others is shown both texts', async () => {
  const saved = await Promise.all(
    Array.from({ length: 30 }, (_, n) => save(n % 2 ? 'anne' : 'bruno', 'lieu', `Salle ${n}`)),
  );
  expect(saved.map(whyNot).sort()).toEqual([...Array(29).fill('CONFLIT'), 'oui']);
});

const line = (group: string, id: string) => ({ projectId: world.projectId, group, line: id });

test('a line is added once, keeps its answers apart, and takes none once it was removed', async () => {
  expect((await addLine(world.needsOf('anne'), line('thematiques', 't1'))).ok).toBe(true);
  expect((await addLine(world.needsOf('anne'), line('thematiques', 't1'))).ok).toBe(true);
  expect(whyNot(await save('bruno', 'thematiques/t1/intitule', 'Chutes'))).toBe('oui');
  expect(whyNot(await save('bruno', 'thematiques/t2/intitule', 'Plaies'))).toBe('LIGNE_RETIREE');
  expect((await removeLine(world.needsOf('anne'), line('thematiques', 't1'))).ok).toBe(true);
  expect(whyNot(await save('bruno', 'thematiques/t1/intitule', 'Chutes graves', { version: 1 }))).toBe('LIGNE_RETIREE');
  expect(whyNot(await addLine(world.needsOf('bruno'), line('thematiques', 't1')))).toBe('LIGNE_RETIREE');
  expect(await keptAt('thematiques/t1/intitule')).toMatchObject({ valeur: '"Chutes"' });
});

test('of ten themes asked for at once, five are there', async () => {
  const added = await Promise.all(
    Array.from({ length: 10 }, (_, n) => addLine(world.needsOf('anne'), line('thematiques', `t${n}`))),
  );
  expect(added.map(whyNot).sort()).toEqual([...Array(5).fill('TROP_DE_LIGNES'), ...Array(5).fill('oui')]);
  expect(whyNot(await addLine(world.needsOf('anne'), line('adresse', 't1')))).toBe('CHAMP_INCONNU');
  expect(whyNot(await addLine(world.needsOf('anne'), line('partenaires', '../x')))).toBe('CHAMP_INCONNU');
});

test('an answer is kept unfinished, and refused when it is none of its field', async () => {
  expect(whyNot(await save('anne', 'patients-communs', 'Trop court'))).toBe('oui');
  expect(whyNot(await save('anne', 'nombre-pps', '500'))).toBe('oui');
  expect(await save('anne', 'nombre-pps', 'dix', { version: 1 })).toMatchObject({
    refusal: { code: 'REPONSE_ILLISIBLE', refusal: { code: 'PAS_UN_NOMBRE' } },
  });
  expect(whyNot(await save('anne', 'debut', '31/02/2027'))).toBe('REPONSE_ILLISIBLE');
  expect(whyNot(await save('anne', 'inconnu', 'x'))).toBe('CHAMP_INCONNU');
  expect(await save('anne', 'patients-communs', 'é'.repeat(100_000), { version: 1 })).toMatchObject({
    refusal: { code: 'REPONSE_TROP_LONGUE', caracteres: 100_000, maximum: 20_000 },
  });
  expect(await keptAt('patients-communs')).toMatchObject({ valeur: '"Trop court"', version: 1 });
});

test('a text with a NUL, a lone surrogate or invisible marks is kept whole, without them', async () => {
  await save('anne', 'autres-liens', 'Avant\u0000 après\ud800 et\u200b fin');
  expect(await keptAt('autres-liens')).toMatchObject({ valeur: '"Avant après\ufffd et fin"' });
});

test('a commune is kept by its code, and one that does not exist is refused', async () => {
  await addLine(world.needsOf('anne'), line('communes', 'c1'));
  expect(whyNot(await save('anne', 'communes/c1/commune', '53107'))).toBe('oui');
  expect(whyNot(await save('anne', 'communes/c1/commune', '99999', { version: 1 }))).toBe('REPONSE_ILLISIBLE');
});

test('a social security number is never kept, not even confirmed', async () => {
  const nir = 'Patient suivi, 2 69 05 49 588 157 80.';
  expect(whyNot(await save('anne', 'patients-communs', nir, { confirmed: true }))).toBe('DONNEE_PATIENT');
  expect(await world.count('projet_reponse')).toBe(0);
});

test('a likely identity asks, is kept once confirmed, and is not asked about again', async () => {
  const text = 'Nous avons suivi Mme Durand ensemble.';
  expect(await save('anne', 'patients-communs', text)).toMatchObject({
    refusal: { code: 'DONNEE_PATIENT_A_CONFIRMER', trouve: [{ kind: 'personne-nommee', mots: 'Mme Durand' }] },
  });
  expect(await world.count('projet_reponse')).toBe(0);
  expect(whyNot(await save('anne', 'patients-communs', text, { confirmed: true }))).toBe('oui');
  expect(whyNot(await save('anne', 'patients-communs', `${text} Puis d’autres.`, { version: 1 }))).toBe('oui');
  const other = `${text} Et M. Petit.`;
  expect(whyNot(await save('anne', 'patients-communs', other, { version: 2 }))).toBe('DONNEE_PATIENT_A_CONFIRMER');
  expect(whyNot(await save('anne', 'adresse', '12 rue de la Poste, 53120 Gorron'))).toBe('oui');
});

test('the log tells which field was written, never what', async () => {
  await save('anne', 'lieu', 'La pharmacie Lenoir');
  const [row] = await world.rows("select objet_type, objet_id, detail from journal where verbe = 'ecrire-projet'");
  expect(row).toMatchObject({ objet_type: 'projet', objet_id: world.projectId });
  expect(JSON.parse(String(row?.detail))).toEqual({ champ: 'lieu', version: 1, confirme: false });
});

test('whoever just lost her seat writes no more', async () => {
  await world.database.write((tx) => tx.run("update membre set sortie = '2026-11-22' where id = 'm-bruno'"));
  expect(whyNot(await save('bruno', 'lieu', 'La mairie'))).toBe('INTROUVABLE');
  expect(await world.count('projet_reponse')).toBe(0);
});

test('a project that was deposited is written no more', async () => {
  await world.database.write((tx) => tx.run("update projet set etat = 'depose'"));
  expect(await save('anne', 'lieu', 'La mairie')).toEqual({
    ok: false,
    refusal: { code: 'PROJET_ETAT', etat: 'depose' },
  });
  expect(whyNot(await addLine(world.needsOf('anne'), line('thematiques', 't1')))).toBe('PROJET_ETAT');
});

test('what was acknowledged is there when the site starts again, and the next save follows it', async () => {
  await save('anne', 'lieu', 'La pharmacie');
  const again = await openDatabase(world.url);
  const needs = { ...world.needsOf('bruno'), database: again };
  const answer = { projectId: world.projectId, path: 'lieu', version: 1, texts: ['La mairie'], confirmed: false };
  expect(await saveAnswer(needs, answer)).toEqual({ ok: true, value: { version: 2 } });
  await again.close();
});

test('a team that is erased takes its draft with it', async () => {
  await world.database.write((tx) => tx.run("delete from membre where id = 'm-bruno'"));
  await save('anne', 'lieu', 'La pharmacie');
  expect((await deleteTeam(world.needs('anne'), { teamId: 'gorron' })).ok).toBe(true);
  expect(await Promise.all(['projet', 'projet_reponse', 'projet_etape'].map(world.count))).toEqual([0, 0, 0]);
});
