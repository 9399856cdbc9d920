import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LayerContent, LayerFields } from '#domain/directory/layer.schema.ts';
import type { StructureRecord } from '#domain/directory/structure.schema.ts';
import { accept, refuse } from '#domain/shared/result.ts';
import type { Denied } from '#server/access/permit.ts';
import { readLog } from '#server/audit/read-log.ts';
import { openDatabase } from '#server/db/client.ts';
import { type Directory, openDirectory } from '#server/directory/directory.ts';
import { findDac } from '#server/directory/find-dac.ts';
import { searchStructures } from '#server/directory/search-structures.ts';
import { structureById } from '#server/directory/structure-store.ts';
import { acceptCorrection, declareStructure, type LayerNeeds, takeBackLayer } from '#server/directory/write-layer.ts';
import {
  communes,
  criteria,
  type DirectoryRoot,
  directoryRoot,
  openingDay,
  openTestDatabase,
  type TestDatabase,
} from '../open-directory.ts';

const now = () => openingDay;

let database: TestDatabase;
let files: DirectoryRoot;
let directory: Directory;
let ids: number;
beforeEach(async () => {
  database = await openTestDatabase();
  files = directoryRoot();
  directory = await openDirectory({ database, communes }, files.root);
  ids = 0;
});
afterEach(async () => {
  files.drop();
  await database.drop();
});

const needs = (): LayerNeeds => ({
  database,
  communes,
  directory,
  now: openingDay,
  newId: () => {
    ids += 1;
    return String(ids);
  },
  actor: 'editeur',
  permit: async () => accept(undefined),
});
const fields = (champs: LayerFields): LayerContent => ({
  quoi: 'fiche',
  champs,
  sources: Object.keys(champs).map((champ) => ({ champ, titre: 'Page du DAC', url: null, date: 'novembre 2026' })),
  verifieLe: '2026-11-22',
});
const withdrawal = (remplaceePar: string | null): LayerContent => ({
  quoi: 'retrait',
  nom: 'Appui Santé Aube',
  retireeLe: '2026-11-22',
  raison: 'Réuni avec un autre, selon un exemple écrit pour ce test.',
  remplaceePar,
});
const correct = (champs: LayerFields) => acceptCorrection(needs(), 'dac-aube', fields(champs));

/** The telephone of the DAC of Troyes by each way that a reader has: « Mon DAC », its record, the list. */
async function numbersSeen(): Promise<(string | null | undefined)[]> {
  const record = await structureById({ database, now }, 'dac-aube');
  const list = await searchStructures({ database, communes, now }, criteria('commune=10387&type=dac'));
  return [
    findDac({ communes, directory, now }, '10387')?.dac[0]?.telephone,
    record.kind === 'found' ? record.structure.telephone : null,
    list.structures[0]?.telephone,
  ];
}

test('an accepted correction is seen everywhere as soon as it is answered, with its source and its line in the log', async () => {
  const { revision } = directory;
  const accepted = await correct({ telephone: '+33325000000' });
  expect(accepted).toEqual({ ok: true, value: { origine: 'correction-1' } });
  expect(await numbersSeen()).toEqual(['+33325000000', '+33325000000', '+33325000000']);
  expect(directory.revision).not.toBe(revision);
  expect(await structureById({ database, now }, 'dac-aube')).toMatchObject({
    structure: {
      sources: [{ champ: 'tout' }, { champ: 'telephone', titre: 'Page du DAC', date: 'novembre 2026' }],
    },
  });
  const [line] = await readLog({ database }, { object: { type: 'structure', id: 'dac-aube' }, limit: 5 });
  expect(line).toMatchObject({ acteur: 'editeur', verbe: 'corriger-fiche', quand: openingDay.toISOString() });
  expect(JSON.parse(line!.detail)).toEqual({ couche: 'correction-1', champs: 'telephone' });
});

test('a correction survives a restart and a new version of the files', async () => {
  await correct({ telephone: '+33325000000' });
  const dac: StructureRecord[] = JSON.parse(readFileSync('data/directory/dac.json', 'utf8'));
  files.write(
    'directory/dac.json',
    dac.map((one) => (one.id === 'dac-aube' ? { ...one, telephone: '+33325111111', horaires: 'De 9 h à 17 h' } : one)),
  );
  directory = await openDirectory({ database, communes }, files.root);
  expect(await numbersSeen()).toEqual(['+33325000000', '+33325000000', '+33325000000']);
  expect(await structureById({ database, now }, 'dac-aube')).toMatchObject({
    structure: { horaires: 'De 9 h à 17 h' },
  });
});

test('taken back, a correction shows again what it had covered, and another one that came before it', async () => {
  await correct({ telephone: '+33325000000' });
  await correct({ telephone: '+33325222222' });
  expect(await numbersSeen()).toEqual(Array(3).fill('+33325222222'));
  expect(await takeBackLayer(needs(), 'dac-aube', 'correction-2')).toEqual({ ok: true, value: undefined });
  expect(await numbersSeen()).toEqual(Array(3).fill('+33325000000'));
  await takeBackLayer(needs(), 'dac-aube', 'correction-1');
  expect(await numbersSeen()).toEqual(Array(3).fill('+33325408083'));
  expect(await takeBackLayer(needs(), 'dac-aube', 'correction-1')).toEqual({
    ok: false,
    refusal: { code: 'COUCHE_INCONNUE' },
  });
});

test('files are not taken back by hand', async () => {
  expect(await takeBackLayer(needs(), 'dac-aube', 'fichiers')).toMatchObject({ refusal: { code: 'COUCHE_INCONNUE' } });
  expect(await numbersSeen()).toEqual(Array(3).fill('+33325408083'));
});

test('a structure speaks for itself, once: above the files, below a correction', async () => {
  await declareStructure(needs(), 'dac-aube', fields({ telephone: '+33325333333', horaires: 'Le matin' }));
  await declareStructure(needs(), 'dac-aube', fields({ telephone: '+33325444444' }));
  expect(await numbersSeen()).toEqual(Array(3).fill('+33325444444'));
  expect(await structureById({ database, now }, 'dac-aube')).toMatchObject({ structure: { horaires: null } });
  await correct({ telephone: '+33325000000' });
  await declareStructure(needs(), 'dac-aube', fields({ telephone: '+33325555555' }));
  expect(await numbersSeen()).toEqual(Array(3).fill('+33325000000'));
});

test('who lost the right to edit between the page and the write changes nothing', async () => {
  const denied: Denied = { code: 'DROIT_PERDU', acces: { code: 'INTROUVABLE' } };
  const asked: unknown[] = [];
  const lost: LayerNeeds = {
    ...needs(),
    permit: async (_tx, verb, object) => {
      asked.push([verb, object]);
      return refuse(denied);
    },
  };
  expect(await acceptCorrection(lost, 'dac-aube', fields({ telephone: '+33325000000' }))).toEqual(refuse(denied));
  expect(await takeBackLayer(lost, 'dac-aube', 'fichiers')).toEqual(refuse(denied));
  expect(await numbersSeen()).toEqual(Array(3).fill('+33325408083'));
  expect(asked).toEqual(Array(2).fill(['modifier', { kind: 'fiche', region: null }]));
});

test('a correction of what nothing names is refused, and leaves nothing behind', async () => {
  const { revision } = directory;
  const refused = await acceptCorrection(needs(), 'dac-nulle-part', fields({ telephone: '+33325000000' }));
  expect(refused).toEqual({ ok: false, refusal: { code: 'FICHE_INCONNUE' } });
  await directory.refresh();
  expect(directory.revision).toBe(revision);
  expect(await readLog({ database }, { limit: 5 })).toEqual([]);
  const { rows } = await database.client.execute("select 1 from couche where structure_id = 'dac-nulle-part'");
  expect(rows).toEqual([]);
});

test('an editor makes a record of a structure that no file knows, and it is found at once', async () => {
  const content: LayerContent = {
    quoi: 'fiche',
    type: 'dac',
    champs: {
      nom: 'DAC des Trois Rivières',
      statut: 'en-fonctionnement',
      territoire: { mots: 'Aube', departements: ['10'], epci: [], communes: [], departementsEnPartie: [] },
    },
    sources: [{ champ: 'tout', titre: 'Site du DAC', url: null, date: 'novembre 2026' }],
    verifieLe: '2026-11-22',
  };
  await acceptCorrection(needs(), 'dac-trois-rivieres', content);
  expect(findDac({ communes, directory, now }, '10387')?.dac.map(({ id }) => id)).toEqual([
    'dac-aube',
    'dac-trois-rivieres',
  ]);
  const found = await searchStructures({ database, communes, now }, criteria('q=trois+rivieres'));
  expect(found.structures[0]).toMatchObject({ id: 'dac-trois-rivieres', fraicheur: 'a-jour' });
});

test('a withdrawn record leaves « Mon DAC » and the list, its address says what replaces it, and it can come back', async () => {
  await acceptCorrection(needs(), 'dac-aube', withdrawal('dac-marne'));
  expect(findDac({ communes, directory, now }, '10387')?.dac).toEqual([]);
  expect((await searchStructures({ database, communes, now }, criteria('commune=10387&type=dac'))).total).toBe(0);
  expect(await structureById({ database, now }, 'dac-aube')).toMatchObject({
    kind: 'withdrawn',
    remplaceePar: 'dac-marne',
  });
  directory = await openDirectory({ database, communes }, files.root);
  expect((await structureById({ database, now }, 'dac-aube')).kind).toBe('withdrawn');
  await takeBackLayer(needs(), 'dac-aube', 'correction-1');
  expect(await numbersSeen()).toEqual(Array(3).fill('+33325408083'));
});

test('a field that is not as it should be never reaches the database', async () => {
  await expect(correct({ telephone: '03 25 40 80 83' })).rejects.toThrow();
  await expect(correct({ courriel: 'pas une adresse' })).rejects.toThrow();
  expect(await numbersSeen()).toEqual(Array(3).fill('+33325408083'));
});

test('eight corrections of one record at once are all kept, each above the one before', async () => {
  await Promise.all(Array.from({ length: 8 }, (_, at) => correct({ telephone: `+3332500000${at}` })));
  const { rows } = await database.client.execute("select rang from couche where nature = 'correction' order by rang");
  expect(rows.map(({ rang }) => rang)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(await numbersSeen()).toEqual(Array(3).fill('+33325000007'));
});

test('a change that fails before its end changes neither layer, nor record, nor log', async () => {
  const failing: LayerNeeds = {
    ...needs(),
    database: {
      write: (work) =>
        database.write(async (tx) => {
          await work(tx);
          throw new Error('plus de place sur le disque');
        }),
    },
  };
  await expect(acceptCorrection(failing, 'dac-aube', fields({ telephone: '+33325000000' }))).rejects.toThrow(
    'plus de place',
  );
  await directory.refresh();
  expect(await numbersSeen()).toEqual(Array(3).fill('+33325408083'));
  expect(await readLog({ database }, { limit: 5 })).toEqual([]);
});

test('another program on the same database sees the change within the time of its watch, and tells once of looks that fail', async () => {
  const other = await openDatabase(`file:${database.file}`);
  const theirs = await openDirectory({ database: other, communes }, files.root);
  const told: unknown[] = [];
  const stop = theirs.watch(10, (error) => told.push(error));
  const seen = () => findDac({ communes, directory: theirs, now }, '10387')?.dac[0]?.telephone;
  expect(seen()).toBe('+33325408083');
  await correct({ telephone: '+33325000000' });
  await expect.poll(seen).toBe('+33325000000');
  expect(told).toEqual([]);
  await other.close();
  await expect.poll(() => told.length).toBe(1);
  stop();
});
