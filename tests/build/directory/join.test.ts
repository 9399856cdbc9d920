import { expect, test } from 'vitest';
import type { Candidate } from '../../../scripts/directory/candidates.ts';
import type { Entity } from '../../../scripts/directory/entities.ts';
import { joinTo } from '../../../scripts/directory/join.ts';
import type { StructureType } from '../../../src/domain/directory/structure.schema.ts';

type Facts = { type?: StructureType; voie?: string | null; telephone?: string; finess?: string | null; code?: string };

const commune = { nom: 'Vervins', code: '02789' };

const ours = (
  id: string,
  nom: string,
  { type = 'msp', voie = null, telephone, finess = null, code }: Facts = {},
): Candidate => ({
  id,
  type,
  nom,
  commune: commune.nom,
  codeInsee: code ?? commune.code,
  departements: ['02'],
  voies: [voie],
  telephones: telephone ? [telephone] : [],
  finess,
});

const listed = (key: string, nom: string, { type = 'msp', voie = null, telephone, code }: Facts = {}): Entity => ({
  key,
  type,
  rows: [
    {
      origine: 'essai',
      draft: {
        key,
        type,
        departement: '02',
        written: { nom },
        fields: {
          nom,
          adresse: { voie, codePostal: null, commune: commune.nom, codeInsee: code ?? commune.code },
          ...(telephone && { telephone }),
          statut: 'inconnu',
          confiance: 'moyenne',
        },
      },
    },
  ],
});

const joined = (candidates: Candidate[], entities: Entity[]) => {
  const { joins, doubts } = joinTo(candidates, entities);
  return {
    joins: joins.map(({ id, entity, why }) => [id, entity.key, why]),
    doubts: doubts.map(({ candidate, why }) => [candidate.id, why]),
  };
};

test('the number decides before any name', () => {
  const result = joined(
    [ours('a', 'Centre des Tilleuls', { finess: '020000001' })],
    [listed('020000001', 'CDS Carnot'), listed('020000002', 'Centre des Tilleuls')],
  );
  expect(result).toEqual({ joins: [['a', '020000001', 'numéro FINESS']], doubts: [] });
});

test('« MSP de Vervins » is « Maison de santé pluridisciplinaire de Vervins », when each is alone in the town', () => {
  expect(joined([ours('a', 'MSP de Vervins')], [listed('1', 'Maison de santé pluridisciplinaire de Vervins')])).toEqual(
    {
      joins: [['a', '1', 'même nom']],
      doubts: [],
    },
  );
});

test('of two houses of a town, the same name wins over the same street', () => {
  const result = joined(
    [ours('a', 'MSP Les Glycines', { voie: '3 rue Carnot' }), ours('b', 'MSP des Tilleuls', { voie: '5 rue Carnot' })],
    [listed('1', 'MSP des Glycines', { voie: '9 rue Foch' }), listed('2', 'MSP Tilleuls', { voie: '3 rue Carnot' })],
  );
  expect(result.joins).toEqual([
    ['a', '1', 'même nom'],
    ['b', '2', 'même nom'],
  ]);
});

test('another name in the same town is another house; two alone of their town are a doubt', () => {
  expect(joined([ours('a', 'MSP Les Glycines')], [listed('1', 'MSP Simone Veil')])).toEqual({ joins: [], doubts: [] });
  expect(joined([ours('a', 'MSP de Vervins')], [listed('1', 'MSP Simone Veil')])).toEqual({
    joins: [],
    doubts: [['a', 'seules dans la commune']],
  });
});

test('two that answer alike are a doubt, and another town or kind never answers', () => {
  const twice = [
    listed('1', 'CDS Bauchat Nation', { type: 'cds' }),
    listed('2', 'CDS Bauchat Nation', { type: 'cds' }),
  ];
  expect(joined([ours('a', 'Centre de santé Bauchat-Nation', { type: 'cds' })], twice)).toEqual({
    joins: [],
    doubts: [['a', 'plusieurs lui ressemblent']],
  });
  expect(joined([ours('a', 'MSP de Vervins')], [listed('1', 'MSP de Vervins', { code: '02408' })]).joins).toEqual([]);
  expect(joined([ours('a', 'MSP de Vervins')], [listed('1', 'CDS de Vervins', { type: 'cds' })]).joins).toEqual([]);
});

test('a centre of dentists is not a centre of nurses at the same door', () => {
  const dentists = ours('a', 'Centre de santé dentaire de Vervins', { type: 'cds', voie: '3 rue Carnot' });
  const nurses = listed('1', 'Centre de soins infirmiers de Vervins', { type: 'cds', voie: '3 rue Carnot' });
  expect(joined([dentists], [nurses])).toEqual({ joins: [], doubts: [] });
});

test('a telephone of the department joins two information points whatever they are called', () => {
  const point = listed('1', 'Point d’information pour les personnes âgées de Vervins', {
    type: 'clic',
    telephone: '+33323237835',
    code: '02408',
  });
  expect(joined([ours('a', 'CLIC de Thiérache', { type: 'clic', telephone: '+33323237835' })], [point]).joins).toEqual([
    ['a', '1', 'téléphone'],
  ]);
});

test('CPTS are compared across their department: one word in common is not enough', () => {
  const verdon = ours('a', 'CPTS du Verdon', { type: 'cpts' });
  const hauts = ours('b', 'CPTS Hauts Pays du Verdon et Monts d’Azur', { type: 'cpts' });
  const list = [listed('1', 'CPTS du Verdon', { type: 'cpts', code: '02408' })];
  expect(joined([hauts, verdon], list).joins).toEqual([['a', '1', 'même nom']]);
  expect(joined([hauts], list)).toEqual({ joins: [], doubts: [['b', 'noms voisins']] });
});
