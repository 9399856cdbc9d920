import type { StructureRecord, StructureType } from '#domain/directory/structure.schema.ts';
import { hitByCode } from '#domain/territory/commune-hit.ts';
import type { CommuneIndex } from '#domain/territory/commune-index.ts';
import { communesOfEpci, departementByCode } from '#domain/territory/commune-index.ts';

/**
 * The keys under which the full-text index holds a record, as plain words:
 * - `typemsp`: its kind;
 * - `com10387`, `epci200069250`, `dep10`, `reg44`: where its seat is, or some part of its territory;
 * - `toutcom75056`, `toutepci200069250`, `toutdep10`: what its territory covers whole.
 * A municipal arrondissement counts as its commune too; a delegated or former commune as the commune of today.
 */
export function keysOf(record: StructureRecord, communes: CommuneIndex): string[] {
  const keys = new Set([typeKey(record.type)]);
  const touchDepartement = (code: string) => {
    keys.add(departementKey(code));
    const region = departementByCode(communes, code)?.region;
    if (region) keys.add(regionKey(region));
  };
  const touchCommune = (code: string) => {
    const hit = hitByCode(communes, code);
    if (!hit) return;
    const { commune, trouvePar } = hit;
    keys.add(key('com', commune.code));
    if (trouvePar?.nature === 'arrondissement') keys.add(key('com', code));
    if (commune.epci) keys.add(key('epci', commune.epci.code));
    touchDepartement(commune.departement.code);
  };

  const seat = record.adresse?.codeInsee;
  if (seat) touchCommune(seat);
  if (record.territoire) {
    for (const code of record.territoire.communes) {
      touchCommune(code);
      keys.add(key('toutcom', code));
    }
    for (const code of record.territoire.epci) {
      keys.add(key('epci', code)).add(key('toutepci', code));
      for (const departement of departementsOfEpci(communes, code)) touchDepartement(departement);
    }
    for (const code of record.territoire.departements) {
      keys.add(key('toutdep', code));
      touchDepartement(code);
    }
    record.territoire.departementsEnPartie.forEach(touchDepartement);
  }
  return [...keys];
}

export const typeKey = (type: StructureType): string => key('type', type.replaceAll('-', ''));
export const departementKey = (code: string): string => key('dep', code);
export const regionKey = (code: string): string => key('reg', code);

/**
 * One of these keys is enough to be in, or to cover, the commune of a code (arrondissement, delegated and former
 * communes included). A code that no commune has gives a key that no record has.
 */
export function keysOfCommune(code: string, communes: CommuneIndex): string[] {
  const hit = hitByCode(communes, code);
  if (!hit) return [key('com', code)];
  const { commune, trouvePar } = hit;
  const asked =
    trouvePar?.nature === 'arrondissement'
      ? [key('com', code), key('toutcom', commune.code)]
      : [key('com', commune.code)];
  const epci = commune.epci ? [key('toutepci', commune.epci.code)] : [];
  return [...asked, ...epci, key('toutdep', commune.departement.code)];
}

/** One of these keys is enough to touch an EPCI, or to cover a department it lies in. */
export const keysOfEpci = (code: string, communes: CommuneIndex): string[] => [
  key('epci', code),
  ...departementsOfEpci(communes, code).map((departement) => key('toutdep', departement)),
];

const departementsOfEpci = (communes: CommuneIndex, code: string): string[] => [
  ...new Set(communesOfEpci(communes, code).map(({ departement }) => departement.code)),
];

const key = (nature: string, code: string): string => `${nature}${code.toLowerCase()}`;
