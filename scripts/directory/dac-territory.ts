import type { ImportedFields } from '../../src/domain/directory/import.schema.ts';
import type { Coded } from '../../src/domain/territory/commune.ts';

/** What the name of a DAC says of where it works, where it is not named after its department. */
const named: ReadonlyMap<string, string> = new Map([
  ['590068102', 'Grand Hainaut et Valenciennois'],
  ['590068144', 'sud-est de Lille et Douaisis'],
  ['590068169', 'Flandres'],
]);

/**
 * The territory of a DAC that FINESS only names. A name is no list of communes: its department is said to be covered in
 * part, which never makes « Mon DAC » answer that it covers a commune.
 */
export function territoryOfDac(finess: string, departement: Coded): NonNullable<ImportedFields['territoire']> {
  const where = named.get(finess) ?? departement.nom.replaceAll("'", '’');
  return {
    mots: `${where.charAt(0).toUpperCase()}${where.slice(1)}, d’après le nom du DAC : à confirmer`,
    departements: [],
    epci: [],
    communes: [],
    departementsEnPartie: [departement.code],
  };
}
