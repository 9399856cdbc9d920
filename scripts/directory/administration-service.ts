const inFull = /centres? loca(?:l|ux) d’information et de coordination/i;
const clic = /\bclic\b/i;

/** Words that make a segment the name of a service, and not of the house where it sits. */
const isService =
  /coordination|gérontolog|seniors?|séniors?|autonomie|information|infos?\b|personnes âgées|vieillir|âges?\b|relais/i;

const isAntenna = /^antenne (?:clic )?d/i;

/** A house, a town hall, a hospital: where the service is, not what it is called. */
const isHouse =
  /^(?:mairie|hôtel|centre hospitalier|hôpital|ehpad|résidence|immeuble|bâtiment|ccas|cias|centre (?!local)|pavillon|communauté|château|foyer|espace(?! (?:autonomie|seniors?|séniors?|personnes|info))|maison (?:du |de la convivialité|de santé|des services)|antenne du |conseil|département|groupe|unité)/i;

/**
 * The name of an information point, from what its address puts before the street: « Centre local d’information et de
 * coordination - Val-de-Sambre » is « CLIC Val-de-Sambre ». Null when only a house is named.
 */
export function serviceName(
  before: readonly string[],
  commune: string,
): { readonly nom: string; readonly rest: readonly string[] } | null {
  const whole = before.findIndex((segment) => inFull.test(segment));
  const at = whole >= 0 ? whole : before.findIndex((segment) => clic.test(segment));
  const first = at >= 0 ? at : before.findIndex((segment) => isService.test(segment) && !isHouse.test(segment));
  const segment = before[first];
  if (segment === undefined) return null;
  const own = at >= 0 ? shortened(segment) : segment;
  const follow = before.slice(first + 1);
  const others = before.slice(0, first);
  const said = follow.findIndex((next) => isHouse.test(next) || isService.test(next) || isAntenna.test(next));
  const names = own === 'CLIC' ? follow.slice(0, said < 0 ? follow.length : said) : [];
  const antenna = follow.slice(names.length).find((next) => isAntenna.test(next) && !/département/i.test(next));
  const rest = [...others, ...follow.slice(names.length)].filter((next) => next !== antenna);
  const name = [[own, names.join(' – ')].filter(Boolean).join(' '), antenna && lower(antenna)]
    .filter(Boolean)
    .join(', ');
  if (name === 'CLIC') return { nom: `CLIC – ${commune}`, rest };
  const isAlone = !/\s\S*[\p{Lu}\d]/u.test(name);
  return { nom: isAlone ? `${capital(name)} – ${commune}` : capital(name), rest };
}

function shortened(segment: string): string {
  const name = segment.replace(
    /^.*?(?:centres? loca(?:l|ux|les) d’information et de coordination)(?: gérontologique| en gérontologie)?\s*/i,
    'CLIC ',
  );
  return name
    .replaceAll(/\bclic\b/gi, 'CLIC')
    .replace(/^CLIC CLIC/, 'CLIC')
    .replace(/^CLIC -\s*/, 'CLIC ')
    .trim();
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
