import type { DirectoryImport } from '../../src/domain/directory/import.schema.ts';
import {
  type StructureRecord,
  type StructureType,
  structureTypes,
} from '../../src/domain/directory/structure.schema.ts';
import { type CommuneIndex, communeByCode } from '../../src/domain/territory/commune-index.ts';
import { kinds } from '../../src/messages/directory/kinds.ts';
import { count, table } from './report-table.ts';

type Counted = { type: StructureType; code: string | null; isOurs: boolean; inLists: boolean; phone: boolean };

/** Every record that results: ours and those of the lists under one id, without those that a list took out. */
function counted(imports: readonly DirectoryImport[], ours: readonly StructureRecord[]): Counted[] {
  const all = new Map<string, Counted>();
  for (const { id, type, adresse, telephone } of ours) {
    all.set(id, { type, code: adresse?.codeInsee ?? null, isOurs: true, inLists: false, phone: telephone !== null });
  }
  for (const { fiches, retirees } of [...imports].sort((a, b) => a.rang - b.rang)) {
    for (const { id, type, champs } of fiches) {
      const known = all.get(id) ?? { type, code: null, isOurs: false, inLists: false, phone: false };
      all.set(id, {
        ...known,
        inLists: true,
        code: known.code ?? champs.adresse?.codeInsee ?? null,
        phone: known.phone || champs.telephone !== undefined,
      });
    }
    for (const { id } of retirees) all.delete(id);
  }
  return [...all.values()];
}

export function countsByKind(imports: readonly DirectoryImport[], ours: readonly StructureRecord[]): string {
  const all = counted(imports, ours);
  const row = (name: string, records: readonly Counted[]): (string | number)[] => [
    name,
    count(records.length),
    count(records.filter(({ isOurs, inLists }) => isOurs && !inLists).length),
    count(records.filter(({ isOurs, inLists }) => isOurs && inLists).length),
    count(records.filter(({ isOurs }) => !isOurs).length),
    count(records.filter(({ phone }) => phone).length),
  ];
  const rows = structureTypes
    .map((type) => [type, all.filter((record) => record.type === type)] as const)
    .filter(([, records]) => records.length > 0)
    .map(([type, records]) => row(kinds[type].sigle, records));
  return table(
    [
      'Type',
      'Fiches',
      'De nos fichiers seuls',
      'De nos fichiers et des listes',
      'Des listes seules',
      'Avec un téléphone',
    ],
    [...rows, row('**Toutes**', all)],
  );
}

const columns = ['dac', 'cpts', 'msp', 'cds', 'clic', 'repit', 'mdph'] as const;

export function countsByDepartement(
  imports: readonly DirectoryImport[],
  ours: readonly StructureRecord[],
  communes: CommuneIndex,
): string {
  const byCode = new Map<string, Counted[]>();
  for (const record of counted(imports, ours)) {
    const code = record.code === null ? undefined : communeByCode(communes, record.code)?.departement.code;
    if (code) byCode.set(code, [...(byCode.get(code) ?? []), record]);
  }
  const rows = [...communes.departements.values()].flatMap(({ code, nom }) => {
    const here = byCode.get(code) ?? [];
    const ofType = (type: StructureType) => here.filter((record) => record.type === type).length || '';
    return here.length === 0 ? [] : [[`${nom} (${code})`, ...columns.map(ofType), here.length]];
  });
  return table(['Département', ...columns.map((type) => kinds[type].sigle), 'Toutes'], rows);
}
