import { type DacOfPlace, dacOfPlace } from '#domain/directory/dac-of-place.ts';
import { structureOf } from '#domain/directory/structure-of-record.ts';
import { hitByCode } from '#domain/territory/commune-hit.ts';
import type { CommuneIndex } from '#domain/territory/commune-index.ts';
import type { Directory } from './directory.ts';
import type { LocalHelp } from './kept-directory.ts';

type Needs = { readonly communes: CommuneIndex; readonly directory: Pick<Directory, 'help'>; readonly now: () => Date };

const noHelp: LocalHelp = { dac: [], ars: [], clic: [] };

/**
 * The DAC in charge of a commune, and what is left where it is not known. From memory: no query.
 * @param code INSEE code of a commune of today, of a municipal arrondissement, of a delegated or a former commune.
 * @returns null when no commune has that code.
 */
export function findDac({ communes, directory, now }: Needs, code: string): DacOfPlace | null {
  const hit = hitByCode(communes, code);
  if (!hit) return null;
  const { commune, trouvePar } = hit;
  const { dac, ars, clic } = directory.help.get(commune.departement.code) ?? noHelp;
  const at = now();
  return dacOfPlace(
    { commune, arrondissement: trouvePar?.nature === 'arrondissement' ? code : null },
    { dac: dac.map((record) => structureOf(record, at)), ars, clic },
  );
}
