import type { ImportedFields } from '../../src/domain/directory/import.schema.ts';
import type { StructureType } from '../../src/domain/directory/structure.schema.ts';
import { hitByCode } from '../../src/domain/territory/commune-hit.ts';
import type { CommuneIndex } from '../../src/domain/territory/commune-index.ts';
import { departementCodeOf } from '../../src/domain/territory/places.ts';
import { territoryOfDac } from './dac-territory.ts';
import type { Draft, LeftOut } from './draft.ts';
import { fixedPhone } from './fixed-phone.ts';
import type { Lexicon } from './lexicon.ts';
import { type FoundPlace, placeOfRow } from './place-of-row.ts';
import { readableName } from './readable-name.ts';
import { readableStreet } from './readable-street.ts';
import { lettersOf } from './words.ts';

/** One establishment as an extraction of FINESS gives it. */
export type FinessRow = {
  readonly finess: string;
  readonly type: StructureType;
  readonly nom: string;
  /** The name whole, where `nom` is one of the two that it holds. */
  readonly nomEntier: string;
  readonly voie: string;
  readonly codePostal: string;
  readonly ville: string;
  /** The INSEE code, where the source gives it. */
  readonly codeInsee: string | null;
  readonly telephone: string | null;
  readonly position: { readonly lon: number; readonly lat: number } | null;
  readonly statut: ImportedFields['statut'];
  readonly confiance: ImportedFields['confiance'];
  readonly note: string | null;
};

export type Tools = { readonly communes: CommuneIndex; readonly lexicon: Lexicon };

export type ReadRow = { readonly draft: Draft; readonly leftOut: readonly LeftOut[] };

const placeDoubts = {
  inconnue: 'aucune commune de ce nom',
  plusieurs: 'plusieurs communes de ce nom',
  loin: 'la position est loin de cette commune',
} as const;

/** An establishment of FINESS in our words. A town that stays doubtful keeps its written name, without a code. */
export function draftOfFiness(row: FinessRow, { communes, lexicon }: Tools): ReadRow {
  const departement = departementOfRow(row);
  const searched = placeOfRow(communes, { ...row, departement });
  const given = row.codeInsee === null ? null : hitByCode(communes, row.codeInsee);
  const place: FoundPlace =
    searched.kind === 'doubtful' && given ? { kind: 'found', hit: given, distance: null } : searched;
  const hit = place.kind === 'found' ? place.hit : null;
  const commune = (hit?.commune.nom ?? row.ville).replaceAll("'", '’');
  const named = {
    commune,
    ville: row.ville,
    departement: hit?.commune.departement.code ?? departement,
    isSeat: isBroad(row.type),
  };
  const voie = readableStreet(row.voie, lexicon);
  const phone = row.telephone === null ? null : fixedPhone(row.telephone);
  const note = [row.note, tradeInName(row)].filter(Boolean).join(' ');
  const fields: ImportedFields = {
    nom: readableName(row.nom, named, lexicon),
    adresse: {
      voie,
      codePostal: visitedPostcode(row.codePostal, hit?.commune.codesPostaux ?? []),
      commune,
      codeInsee: hit?.code ?? null,
    },
    ...(row.position && hit && { position: pointOf(row.position, voie === null) }),
    ...(phone?.kind === 'valid' && { telephone: phone.e164 }),
    finess: row.finess,
    ...(row.type === 'dac' && hit && { territoire: territoryOfDac(row.finess, hit.commune.departement) }),
    statut: row.statut,
    confiance: row.confiance,
    ...(note !== '' && { note }),
  };
  const key = row.finess;
  const left = (quoi: string, pourquoi: string): LeftOut => ({ key, nom: fields.nom, quoi, pourquoi });
  return {
    draft: {
      key,
      type: row.type,
      fields,
      written: { nom: row.nomEntier, ...(row.voie !== '' && { voie: row.voie }) },
      departement: named.departement,
    },
    leftOut: [
      ...(phone?.kind === 'left' ? [left(`téléphone ${row.telephone}`, phone.pourquoi)] : []),
      ...(place.kind === 'doubtful' ? [left(`commune ${row.codePostal} ${row.ville}`, placeDoubts[place.why])] : []),
    ],
  };
}

const isBroad = (type: StructureType): boolean => type === 'cpts' || type === 'dac' || type === 'ess';

/** A Cedex code is for letters: the commune’s own postcode when it has only one, else none. */
export function visitedPostcode(written: string, ofCommune: readonly string[]): string | null {
  if (ofCommune.includes(written)) return written;
  return ofCommune.length === 1 ? ofCommune[0]! : null;
}

function departementOfRow({ finess, codePostal }: FinessRow): string {
  return /^9[78]/.test(finess) ? departementCodeOf(codePostal) : finess.slice(0, 2);
}

/** About a metre. FINESS does not say how precise a point is: with a street we claim no more than the street. */
const pointOf = ({ lon, lat }: { lon: number; lat: number }, hasNoStreet: boolean): ImportedFields['position'] => ({
  lon: rounded(lon),
  lat: rounded(lat),
  precision: hasNoStreet ? 'commune' : 'voie',
});
const rounded = (degrees: number): number => Math.round(degrees * 100_000) / 100_000;

/** What the name of a health centre tells of its trade; nothing where it names several. */
function tradeInName({ type, nom }: FinessRow): string | null {
  if (type !== 'cds') return null;
  const letters = lettersOf(nom);
  if (/MEDIC|POLYV|MUNICIPAL|PLURI|UNIVERSIT/.test(letters)) return null;
  const dental = /DENTA|DENT\b|ORTHODON/.test(letters);
  const nurses = /\bCSI\b|INFIRM|\bINF\b/.test(letters);
  const eyes = /OPHTA|OPTIQUE/.test(letters);
  if ([dental, nurses, eyes].filter(Boolean).length !== 1) return null;
  return `D’après son nom, centre de ${dental ? 'soins dentaires' : nurses ? 'soins infirmiers' : 'soins des yeux'}.`;
}
