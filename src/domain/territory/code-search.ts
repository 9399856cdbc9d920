import { bestPlaces, tiers } from './best-places.ts';
import { type CommuneHit, hitByCode, hitOfCommune, hitOfOther } from './commune-hit.ts';
import type { CommuneIndex } from './places.ts';
import { placesBeginning } from './sorted-texts.ts';

/**
 * Communes for a postcode, or the beginning of one, the most populated first; then the commune of that INSEE code, for
 * which one place is kept: « 97411 » is a postcode of Saint-Paul and the code of Saint-Denis. A code of other days only
 * answers where it is no postcode: 75015 was Bry-sur-Marne until 1967. `code` in small letters.
 */
export function codeHits(index: CommuneIndex, code: string, limit: number): CommuneHit[] {
  const byPostcode = code.length < 5 ? hitsOfBeginning(index, code, limit) : hitsOfPostcode(index, code);
  const insee = hitByCode(index, code.toUpperCase());
  const isOfToday = insee?.trouvePar === null || insee?.trouvePar.nature === 'arrondissement';
  if (!insee || (byPostcode.length > 0 && !isOfToday)) return byPostcode.slice(0, limit);
  const others = byPostcode.filter(({ commune }) => commune.code !== insee.commune.code);
  return [...others.slice(0, Math.max(1, limit - 1)), insee].slice(0, limit);
}

/** A postcode of Paris, Lyon or Marseille is that of one arrondissement. */
function hitsOfPostcode(index: CommuneIndex, postcode: string): CommuneHit[] {
  return (index.byPostcode.get(postcode) ?? []).map((number) => {
    const arrondissement = index.others.find(
      ({ commune, codesPostaux }) => commune === number && codesPostaux.includes(postcode),
    );
    return arrondissement ? hitOfOther(index, arrondissement, 'code') : hitOfCommune(index, number, 'code');
  });
}

function hitsOfBeginning(index: CommuneIndex, beginning: string, limit: number): CommuneHit[] {
  const best = bestPlaces(limit);
  const offer = (number: number) => best.offer(number, number, tiers.exact, index.populations[number]!);
  const corsican = /^2[ab]/.test(beginning);
  const list = corsican ? index.codes : index.sortedPostcodes;
  const { from, to } = placesBeginning(list, beginning.toUpperCase());
  for (let at = from; at < to; at++) {
    for (const number of corsican ? [at] : index.byPostcode.get(list[at]!)!) offer(number);
  }
  return best.list().map(({ place }) => hitOfCommune(index, place, 'code'));
}
