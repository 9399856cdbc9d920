import { expect, test } from 'vitest';
import { composeRecord } from '#domain/directory/compose-record.ts';
import type { Layer } from '#domain/directory/layer.schema.ts';
import { type StructureRecord, structureRecordSchema } from '#domain/directory/structure.schema.ts';
import { correction, declaration, finess2021, finess2026, ownFile, withdrawal } from './layers.ts';

const id = 'msp-710012345';
const compose = (...layers: Layer[]) => composeRecord(id, layers);
function recordOf(...layers: Layer[]): StructureRecord {
  const composed = compose(...layers);
  if (composed.kind !== 'present') throw new Error(composed.kind);
  return structureRecordSchema.parse(composed.record);
}
const sourcesOf = (...layers: Layer[]) =>
  recordOf(...layers).sources.map(({ champ, titre, date }) => [champ, titre, date]);

test('one layer gives its record as it stands, and an unknown is null', () => {
  expect(recordOf(finess2021({ telephone: '+33385750000' }))).toEqual({
    id,
    type: 'msp',
    nom: 'MSP de Louhans',
    adresse: null,
    position: null,
    telephone: '+33385750000',
    courriel: null,
    site: null,
    horaires: null,
    finess: null,
    territoire: null,
    statut: 'en-fonctionnement',
    confiance: 'moyenne',
    note: null,
    sources: [{ champ: 'tout', titre: 'FINESS', url: null, date: '8 janvier 2021' }],
    verifieLe: '2026-11-27',
  });
});

test('field by field: import, then our file, then the declaration, then the correction, in any order of arrival', () => {
  const layers = [
    correction({ telephone: '+33385000004' }, 'telephone'),
    finess2021({
      telephone: '+33385000001',
      courriel: 'un@exemple.fr',
      site: 'https://un.exemple.fr',
      finess: '710012345',
    }),
    declaration({ telephone: '+33385000003', courriel: 'trois@exemple.fr' }, 'tout'),
    ownFile({ telephone: '+33385000002', courriel: 'deux@exemple.fr', site: 'https://deux.exemple.fr' }),
  ];
  for (const arrival of [layers, layers.toReversed()]) {
    expect(recordOf(...arrival)).toMatchObject({
      nom: 'Maison de santé de Louhans',
      telephone: '+33385000004',
      courriel: 'trois@exemple.fr',
      site: 'https://deux.exemple.fr',
      finess: '710012345',
    });
  }
});

test('among imports the newer edition wins field by field, and what it does not give stays that of the older', () => {
  const record = recordOf(
    finess2021({ telephone: '+33385000001', finess: '710012345' }),
    finess2026({ nom: 'MSP de la Bresse', finess: '710012345' }),
  );
  expect(record).toMatchObject({ nom: 'MSP de la Bresse', telephone: '+33385000001' });
});

test('the last accepted correction wins over the ones before', () => {
  const first = correction({ telephone: '+33385000001' }, 'telephone', 1);
  const second = correction({ telephone: '+33385000002' }, 'telephone', 2);
  expect(recordOf(second, first, ownFile({})).telephone).toBe('+33385000002');
});

test('a correction may say that there is no telephone; a layer that does not speak of it may not', () => {
  const known = finess2021({ telephone: '+33385000001' });
  expect(recordOf(known, correction({ telephone: null }, 'telephone')).telephone).toBeNull();
  expect(recordOf(known, correction({ site: 'https://exemple.fr' }, 'site')).telephone).toBe('+33385000001');
});

test('each field printed keeps its own source: the whole record has one, the others are named after their field', () => {
  expect(sourcesOf(finess2021({ telephone: '+33385000001' }), finess2026({}))).toEqual([
    ['tout', 'FINESS', 'janvier 2026'],
    ['telephone', 'FINESS', '8 janvier 2021'],
  ]);
  expect(
    sourcesOf(
      ownFile({}),
      finess2021({ telephone: '+33385000001' }),
      correction({ telephone: '+33385000009' }, 'telephone'),
    ),
  ).toEqual([
    ['tout', 'Une liste publique', '2022'],
    ['telephone', 'Page de la structure', '4 avril 2027'],
    ['statut', 'FINESS', '8 janvier 2021'],
  ]);
});

test('what proves the whole is the latest list that names the structure: a name of ours rests on its own source', () => {
  expect(sourcesOf(ownFile({ site: 'https://exemple.fr' }), finess2026({}))).toEqual([
    ['tout', 'FINESS', 'janvier 2026'],
    ['nom', 'Une liste publique', '2022'],
    ['site', 'Une liste publique', '2022'],
  ]);
});

test('a page without a date is not held for older than a list of 2021', () => {
  expect(sourcesOf(ownFile({}, 'sans date'), finess2021({ telephone: '+33385000001' }))[0]).toEqual([
    'tout',
    'Une liste publique',
    'sans date',
  ]);
});

test('where no source proves the whole of our record, one whose field was corrected still proves the name', () => {
  const file = ownFile({});
  const partial: Layer = {
    ...file,
    contenu: {
      ...file.contenu,
      quoi: 'fiche',
      type: 'msp',
      champs: { nom: 'Maison de santé de Louhans', telephone: '+33385000001' },
      sources: [{ champ: 'telephone', titre: 'Une page', url: null, date: '2026' }],
      verifieLe: '2026-11-22',
    },
  };
  expect(sourcesOf(partial)).toEqual([['telephone', 'Une page', '2026']]);
  expect(sourcesOf(partial, correction({ telephone: '+33385000002' }, 'telephone'))).toEqual([
    ['nom', 'Une page', '2026'],
    ['telephone', 'Page de la structure', '4 avril 2027'],
  ]);
});

test('the day of reading is the latest among the layers that gave something', () => {
  expect(recordOf(ownFile({}), finess2021({ nom: 'MSP de Louhans' })).verifieLe).toBe('2026-11-27');
  expect(recordOf(ownFile({ statut: 'en-projet' }), finess2021({})).verifieLe).toBe('2026-11-22');
  expect(recordOf(ownFile({}), correction({ site: null }, 'site')).verifieLe).toBe('2027-04-05');
});

test('notes go with the facts that they qualify, once each; the note of an editor stands alone', () => {
  const file = ownFile({ note: 'Existence à confirmer.' });
  const old = finess2021({ telephone: '+33385000001', note: 'Numéro de 2021, à essayer.' });
  expect(recordOf(file, old).note).toBe('Existence à confirmer. Numéro de 2021, à essayer.');
  expect(recordOf(file, finess2026({})).note).toBeNull();
  expect(recordOf(file, old, correction({ note: 'Ouvre en mai.' }, 'note')).note).toBe('Ouvre en mai.');
  expect(recordOf(file, old, correction({ note: null }, 'note')).note).toBeNull();
});

test('a newer edition that no longer holds a row of an older one withdraws it, and says what replaces it', () => {
  expect(compose(finess2021({}), withdrawal('import', 20, 'msp-710099999'))).toEqual({
    kind: 'withdrawn',
    withdrawn: {
      id,
      nom: 'MSP de Louhans',
      retireeLe: '2026-11-27',
      raison: 'La liste de janvier 2026 ne la donne plus.',
      remplaceePar: 'msp-710099999',
    },
  });
});

test('a record that our files hold stays, without what the withdrawn edition said of it', () => {
  const record = recordOf(finess2021({ telephone: '+33385000001' }), withdrawal('import', 20), ownFile({}));
  expect(record).toMatchObject({ nom: 'Maison de santé de Louhans', telephone: null, statut: 'inconnu' });
});

test('a withdrawal by an editor holds against every list to come; a new edition alone brings back what an old one withdrew', () => {
  expect(compose(finess2026({}), ownFile({}), withdrawal('correction', 1)).kind).toBe('withdrawn');
  expect(compose(finess2021({}), withdrawal('import', 15), finess2026({})).kind).toBe('present');
});

test('a correction alone names nothing: it shows no record, and brings back none that was withdrawn', () => {
  const alone = correction({ telephone: '+33385000001' }, 'telephone');
  expect(compose(alone)).toEqual({ kind: 'absent' });
  expect(compose()).toEqual({ kind: 'absent' });
  expect(compose(alone, withdrawal('fichier', 0), finess2021({})).kind).toBe('withdrawn');
});
