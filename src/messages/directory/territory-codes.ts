import type { StructureRecord } from '#domain/directory/structure.schema.ts';
import { type NamedDepartement, ofDepartement, withArticle } from './departement-names.ts';

type Territory = NonNullable<StructureRecord['territoire']>;

type Names = {
  readonly departements: ReadonlyMap<string, NamedDepartement>;
  readonly epci: ReadonlyMap<string, { readonly nom: string }>;
};

/**
 * What the codes of a territory say, as a phrase to put beside the source's own words (`mots`): « les
 * Alpes-de-Haute-Provence en entier ; 112 communes ». Empty when the territory has no code.
 */
export function territoryInWords(territory: Territory, names: Names): string {
  const { communes, epci, departements, departementsEnPartie } = territory;
  const name = (code: string): NamedDepartement =>
    names.departements.get(code) ?? { code, nom: `département ${code}`, article: 'le' };
  const whole = departements.map((code) => withArticle(name(code)));
  const parts = departementsEnPartie.map((code) => `une partie ${ofDepartement(name(code))}`);
  const listed = communes.length === 1 ? 'une commune' : `${communes.length}\u00a0communes`;
  return [
    ...(whole.length > 0 ? [`${enumeration(whole)} en entier`] : []),
    ...epci.map((code) => names.epci.get(code)?.nom ?? `l’intercommunalité ${code}`),
    ...(communes.length > 0 ? [parts.length > 0 ? `${listed} que la source nomme` : listed] : []),
    ...(parts.length > 0 ? [`${enumeration(parts)}, sans liste de communes dans nos sources`] : []),
  ].join('\u202f; ');
}

const enumeration = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} et ${items.at(-1)}`;
