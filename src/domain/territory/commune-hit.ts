import type { Commune } from './commune.ts';
import { type CommuneIndex, communeAt, type OtherPlace } from './places.ts';

/** A commune of today, and how it was found. */
export type CommuneHit = {
  /** Of the arrondissement when one was found, else of the commune: what a link or a territory list holds. */
  readonly code: string;
  readonly commune: Commune;
  /** The other place whose name or code led here, « Paris 15e Arrondissement »; null for the commune itself. */
  readonly trouvePar: { readonly nature: OtherPlace['nature']; readonly nom: string; readonly code: string } | null;
  /** How surely: a code, the exact name, its beginning, other words of it, or the name with a mistake mended. */
  readonly niveau: 'code' | 'exact' | 'debut' | 'mot' | 'approche';
};

export function hitOfCommune(index: CommuneIndex, number: number, niveau: CommuneHit['niveau']): CommuneHit {
  const commune = communeAt(index, number);
  return { code: commune.code, commune, trouvePar: null, niveau };
}

export function hitOfOther(index: CommuneIndex, place: OtherPlace, niveau: CommuneHit['niveau']): CommuneHit {
  const commune = communeAt(index, place.commune);
  const { nature, nom, code } = place;
  return { code: nature === 'arrondissement' ? code : commune.code, commune, trouvePar: { nature, nom, code }, niveau };
}

/** The commune of today for an INSEE code of any kind, and what the code itself stands for. */
export function hitByCode(index: CommuneIndex, code: string): CommuneHit | null {
  const number = index.numberOf.get(code);
  if (number !== undefined) return hitOfCommune(index, number, 'code');
  const place = index.otherByCode.get(code);
  return place ? hitOfOther(index, place, 'code') : null;
}
