import { type CommuneHit, hitByCode } from '../../src/domain/territory/commune-hit.ts';
import { type CommuneIndex, searchCommuneHits } from '../../src/domain/territory/commune-index.ts';
import { distanceKm, type Point } from '../../src/domain/territory/distance.ts';
import { wordsOfPlace } from './lexicon.ts';

export type WrittenPlace = {
  readonly codePostal: string;
  readonly ville: string;
  /** The department that the number or code of the source tells, where the postcode alone may mislead (Cedex). */
  readonly departement: string;
  readonly position: Point | null;
};

export type FoundPlace =
  | {
      readonly kind: 'found';
      readonly hit: CommuneHit;
      /** Kilometres from the centre of the commune to the position; null without one of them. */
      readonly distance: number | null;
    }
  | {
      readonly kind: 'doubtful';
      readonly why: 'inconnue' | 'plusieurs' | 'loin';
      readonly candidates: readonly string[];
    };

/** Towns that people or FINESS call by a name that no commune bears: the commune of today, by department and name. */
export const everydayNames: ReadonlyMap<string, string> = new Map([
  ['06 CANNES LA BOCCA', '06029'],
  ['14 LE HOM', '14689'],
  ['44 GRANDCHAMPS DES FONTAINES', '44066'],
  ['56 ILE DE HOEDIC', '56085'],
  ['58 CHATEAU CHINON', '58062'],
  ['64 MAULEON SOULE', '64371'],
  ['67 ILLKIRCH', '67218'],
  ['71 LOUHANS', '71263'],
  ['88 CAPAVENIR VOSGES', '88465'],
  ['91 EVRY', '91228'],
  ['93 ST OUEN', '93070'],
]);

/** Farther from the centre of a commune than this, a point is not believed to be in it, whatever its size. */
const farthest = 20;

/** The commune of a postcode and a name, checked against the position: one, or a doubt, never a guess. */
export function placeOfRow(index: CommuneIndex, written: WrittenPlace): FoundPlace {
  const name = written.ville.replace(/\s+CEDEX.*$/i, '').trim();
  const everyday = everydayNames.get(`${written.departement} ${name}`);
  const known = everyday === undefined ? null : hitByCode(index, everyday);
  if (known) return { kind: 'found', hit: known, distance: distanceTo(known.commune.centre, written.position) };
  const named = hitsNamed(index, name);
  const ofPostcode = new Set(
    searchCommuneHits(index, written.codePostal, 100)
      .filter(({ commune, code }) => commune.codesPostaux.includes(written.codePostal) || code === written.codePostal)
      .map(({ commune }) => commune.code),
  );
  const both = named.filter(({ commune }) => ofPostcode.has(commune.code));
  const nearby = named.filter(({ commune }) => commune.departement.code === written.departement);
  const begun = both.length > 0 || nearby.length > 0 ? [] : hitsBegun(index, name, ofPostcode);
  const found = distinct(both.length > 0 ? both : nearby.length > 0 ? nearby : begun);
  const [first, second] = found;
  if (!first) return { kind: 'doubtful', why: 'inconnue', candidates: [] };
  if (second) {
    const near = found.filter(
      ({ commune }) => (distanceTo(commune.centre, written.position) ?? farthest) < farthest / 2,
    );
    if (near.length !== 1) return doubt('plusieurs', found);
    return { kind: 'found', hit: near[0]!, distance: distanceTo(near[0]!.commune.centre, written.position) };
  }
  const distance = distanceTo(first.commune.centre, written.position);
  if (distance !== null && distance > farthest) return doubt('loin', found);
  return { kind: 'found', hit: arrondissementOf(index, first, written.codePostal), distance };
}

/** Hits whose whole name is the one written, « ST » being « Saint » and « S/ » « sur ». */
function hitsNamed(index: CommuneIndex, name: string): CommuneHit[] {
  const letters = lettersOfPlace(name);
  return searchCommuneHits(index, name, 100).filter(
    ({ commune, trouvePar, niveau }) =>
      niveau !== 'approche' && lettersOfPlace(trouvePar?.nom ?? commune.nom) === letters,
  );
}

/** FINESS cuts long town names (« ST REMY EN BOUZEMONT ST GE »): the communes of the postcode whose name goes on. */
function hitsBegun(index: CommuneIndex, name: string, postcode: ReadonlySet<string>): CommuneHit[] {
  const letters = lettersOfPlace(name);
  if (letters.length < 6) return [];
  return [...postcode].flatMap((code) =>
    searchCommuneHits(index, code, 60).filter(
      ({ commune }) =>
        commune.code === code &&
        (lettersOfPlace(commune.nom).startsWith(letters) || letters.startsWith(lettersOfPlace(commune.nom))),
    ),
  );
}

const lettersOfPlace = (name: string): string =>
  wordsOfPlace(name.replaceAll(/\bS\/?\s?(?=[A-Z])/g, (found) => (found.includes('/') ? 'SUR ' : found)))
    .map((word) => (word === 'ST' ? 'SAINT' : word === 'STE' ? 'SAINTE' : word))
    .join('');

/** A postcode of Paris, Lyon or Marseille is that of one arrondissement. */
function arrondissementOf(index: CommuneIndex, hit: CommuneHit, codePostal: string): CommuneHit {
  if (!['75056', '69123', '13055'].includes(hit.commune.code)) return hit;
  return (
    searchCommuneHits(index, codePostal, 3).find(
      ({ trouvePar, commune }) => trouvePar?.nature === 'arrondissement' && commune.code === hit.commune.code,
    ) ?? hit
  );
}

const distinct = (hits: readonly CommuneHit[]): CommuneHit[] => [
  ...new Map(hits.map((hit) => [hit.commune.code, hit])).values(),
];

const doubt = (why: 'plusieurs' | 'loin', hits: readonly CommuneHit[]): FoundPlace => ({
  kind: 'doubtful',
  why,
  candidates: hits.map(({ commune }) => `${commune.nom} (${commune.code})`),
});

const distanceTo = (centre: readonly [number, number] | null, position: Point | null): number | null =>
  centre && position ? distanceKm({ lon: centre[0], lat: centre[1] }, position) : null;
