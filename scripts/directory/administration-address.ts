/** What the address field of the administration's directory holds: « service - building - 3 rue X - BP 4, 88000, Épinal Cedex ». */
export type WrittenAddress = {
  /** What stands before the street: the service's own name, the house where it is. */
  readonly before: readonly string[];
  readonly street: string | null;
  readonly after: readonly string[];
  readonly codePostal: string;
  readonly ville: string;
};

const street =
  /^(?:\d|(?:rue|ruelle|place|avenue|boulevard|route|chemin|allée|impasse|quai|cours|square|passage|esplanade|promenade|rond-point|faubourg|montée|lotissement|lot|cité|quartier|lieu-dit|zone|za|zac|zi|mail|parvis|voie|grande? rue|angle|côte|hent|espace)\b)/i;
const box = /^(?:BP|CS|TSA|Cedex)\b|^\d{1,3}e? ?étage$/i;

/** Reads an address; null when it is not « …, postcode, town ». */
export function readAddress(written: string): WrittenAddress | null {
  const parts = /^(?<body>.*?)\s*,\s*(?<code>\d{4,5})\s*,\s*(?<ville>[^,]+)$/.exec(repaired(written))?.groups;
  if (!parts) return null;
  const segments = parts
    .body!.split(/\s+-\s+/)
    .map((segment) => segment.trim())
    .filter((segment) => segment !== '' && !box.test(segment));
  const at = segments.findIndex((segment) => street.test(segment) && !/^\d+(?:er|e) étage/i.test(segment));
  return {
    before: at < 0 ? segments : segments.slice(0, at),
    street:
      at < 0
        ? null
        : segments[at]!.replace(/^(\d+),\s*/, '$1 ').replace(/(?<=^\d+ (?:[A-Z] )?)\p{Lu}(?=\p{Ll}+ )/u, (letter) =>
            letter.toLowerCase(),
          ),
    after: at < 0 ? [] : segments.slice(at + 1),
    codePostal: parts.code!.padStart(5, '0'),
    ville: parts.ville!.trim(),
  };
}

/**
 * Slips of the copy: apostrophes lost (« lÉglise »), and a 0 put before four digits that begin with a 1, as if each were
 * a postcode (« 8-Mai-01945 », « 01193 avenue »).
 */
export function repaired(text: string): string {
  return text
    .replaceAll(/(?<![\p{L}])([ldLD])(?=\p{Lu})/gu, '$1’')
    .replaceAll("'", '’')
    .replaceAll(/"([^"]+)"/g, '« $1 »')
    .replaceAll(/(?<=\p{L}-)0(1\d{3})(?!\d)/gu, '$1')
    .replaceAll(/(^|- )0(1\d{3})(?= )/g, '$1$2')
    .replaceAll(/(?<=\p{Ll}) -(?=\p{Lu}\p{Ll})/gu, '-')
    .replaceAll(/\s+/g, ' ');
}
