import { expect, test } from 'vitest';
import { featureProperties, readFeatureProperties } from '#domain/directory/feature-properties.ts';

const read = (query: string) => readFeatureProperties(new URLSearchParams(query));

test('all properties come unless some are asked for, then these alone', () => {
  expect(read('type=dac')).toEqual({ ok: true, value: featureProperties });
  expect(read('proprietes=type')).toEqual({ ok: true, value: ['type'] });
  expect(read('proprietes=nom,type,nom')).toEqual({ ok: true, value: ['type', 'nom'] });
});

test.each(['proprietes=', 'proprietes=Type', 'proprietes=type,', 'proprietes=note', 'proprietes=__proto__'])(
  '%s is refused: no point has such a property',
  (query) => {
    expect(read(query)).toEqual({ ok: false, refusal: [{ champ: 'proprietes', code: 'PROPRIETE_INCONNUE' }] });
  },
);

test('asked for twice, it is refused', () => {
  expect(read('proprietes=type&proprietes=nom')).toMatchObject({ refusal: [{ code: 'PARAMETRE_REPETE' }] });
});
