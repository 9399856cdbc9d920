import { expect, test } from 'vitest';
import { composeRecord } from '#domain/directory/compose-record.ts';
import type { Layer, LayerFields } from '#domain/directory/layer.schema.ts';
import { correction, finess2021, finess2026, ownFile } from './layers.ts';

const louhans = { voie: null, codePostal: '71500', commune: 'Louhans', codeInsee: '71263' };
const rue = { ...louhans, voie: '3 rue du Jura', commune: 'LOUHANS' };
const centre = { lon: 5.224, lat: 46.626, precision: 'commune' } as const;
const door = { lon: 5.2271, lat: 46.6301, precision: 'numero' } as const;

function placeOf(...layers: Layer[]): Pick<LayerFields, 'adresse' | 'position'> & { sources: string[] } {
  const composed = composeRecord('msp-710012345', layers);
  if (composed.kind !== 'present') throw new Error(composed.kind);
  const { adresse, position, sources } = composed.record;
  return { adresse, position, sources: sources.map(({ champ, date }) => `${champ} ${date}`) };
}

test('our record knows the commune, the list the street: the street and its point are taken, with their source', () => {
  expect(
    placeOf(
      ownFile({ adresse: louhans, position: centre, statut: 'en-projet' }),
      finess2021({ adresse: rue, position: door }),
    ),
  ).toEqual({
    adresse: { voie: '3 rue du Jura', codePostal: '71500', commune: 'Louhans', codeInsee: '71263' },
    position: door,
    sources: ['tout 2022', 'adresse 8 janvier 2021', 'position 8 janvier 2021'],
  });
});

test('a street in another commune completes nothing', () => {
  const elsewhere = { ...rue, codeInsee: '71040' };
  expect(
    placeOf(ownFile({ adresse: louhans, position: centre }), finess2021({ adresse: elsewhere, position: door })),
  ).toMatchObject({ adresse: louhans, position: centre });
});

test('a corrected street keeps the point of the list for the commune only', () => {
  const moved = correction({ adresse: { ...louhans, voie: '8 place du Marché' } }, 'adresse');
  expect(placeOf(finess2026({ adresse: rue, position: door }), moved)).toMatchObject({
    adresse: { voie: '8 place du Marché' },
    position: { ...door, precision: 'commune' },
  });
});

test('the same street written otherwise keeps its point', () => {
  const same = correction({ adresse: { ...louhans, voie: '3, Rue du Jura' } }, 'adresse');
  expect(placeOf(finess2026({ adresse: rue, position: door }), same).position).toEqual(door);
});

test('a record that moved to another commune loses the point of the former one', () => {
  const moved = correction(
    { adresse: { voie: null, codePostal: '71000', commune: 'Mâcon', codeInsee: '71270' } },
    'adresse',
  );
  expect(placeOf(finess2026({ adresse: rue, position: door }), moved)).toMatchObject({
    adresse: { commune: 'Mâcon' },
    position: null,
  });
});

test('a point that an editor moves counts, and so does his word that there is none', () => {
  const near = { lon: 5.23, lat: 46.63, precision: 'voie' } as const;
  const list = finess2026({ adresse: rue, position: door });
  expect(placeOf(list, correction({ position: near }, 'position')).position).toEqual(near);
  expect(placeOf(list, correction({ position: null }, 'position'))).toMatchObject({ adresse: rue, position: null });
});

test('an address without an INSEE code keeps its own point, and takes nothing from other layers', () => {
  const unplaced = { ...louhans, codeInsee: null };
  expect(
    placeOf(ownFile({ adresse: unplaced, position: centre }), finess2021({ adresse: rue, position: door })),
  ).toMatchObject({
    adresse: unplaced,
    position: centre,
  });
});
