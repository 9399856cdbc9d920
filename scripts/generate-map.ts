import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { decodeBorderNetwork } from '../src/domain/territory/border-network.ts';
import { communesFileSchema } from '../src/domain/territory/territory-tables.schema.ts';
import { areaBorders } from './map/area-borders.ts';
import { backdrop } from './map/backdrop.ts';
import { cellEdges } from './map/cell-edges.ts';
import { labels } from './map/labels.ts';
import { boxesMeet, boxOf, landsOf, readCountries } from './map/lands.ts';
import { sitesOf } from './map/sites.ts';
import { networkBytes } from './map/write-network.ts';
import { frenchLands, zones } from './map/zones.ts';
import { centresOf } from './territory/centres.ts';
import { packages } from './territory/packages.ts';
import { currentCommunes } from './territory/tables.ts';

/**
 * Writes the map's own backdrop to public/carte and the approximate borders between communes to data/territory, from
 * commune centres and Natural Earth: same packages, same bytes. Run after generate-territory.
 */
const root = new URL('../', import.meta.url);
const { communes } = communesFileSchema.parse(
  JSON.parse(readFileSync(new URL('data/territory/communes.json', root), 'utf8')),
);
const { made } = centresOf(currentCommunes(packages.communes), packages.centres);
const rough = new Set(made.filter(({ isRough }) => isRough).map(({ commune }) => commune.code));
const centred = communes.flatMap(([code, nom, , population, , lon, lat], commune) =>
  lon === null || lat === null ? [] : [{ code, nom, population: population ?? 0, commune, point: [lon, lat] as const }],
);

const countries = readCountries();
const lands = landsOf(countries).filter(({ country }) => frenchLands.has(country));
const edges = zones.flatMap(({ codes, land }) => {
  const sites = centred
    .filter(({ code }) => codes?.test(code) && !rough.has(code))
    .flatMap(({ commune, point, population }) => sitesOf(commune, point, population));
  const own = lands.filter(({ rings }) => boxesMeet(boxOf(rings[0]!), land));
  return sites.length > 0 ? cellEdges(sites, own) : [];
});
const network = networkBytes(edges, communes.length);

const departementOf = new Map(
  packages.communes.map(({ code, departement, region }) => [code, { departement, region }]),
);
const chefsLieux = new Set(packages.arrondissements.map(({ chefLieu }) => chefLieu));
const largest = [...centred].sort((a, b) => b.population - a.population || (a.code < b.code ? -1 : 1)).slice(0, 500);
const towns = new Set([...largest, ...centred.filter(({ code }) => chefsLieux.has(code))]);

mkdirSync(new URL('public/carte/', root), { recursive: true });
const files = {
  'data/territory/contours.bin': network,
  'public/carte/terres.geojson': JSON.stringify(backdrop(countries)),
  'public/carte/departements.geojson': JSON.stringify(
    areaBorders(decodeBorderNetwork(network, communes.length), (commune) => departementOf.get(communes[commune]![0])!),
  ),
  'public/carte/communes.geojson': JSON.stringify(labels([...towns])),
};
for (const [name, content] of Object.entries(files)) {
  writeFileSync(new URL(name, root), content);
  const bytes = Buffer.from(content);
  process.stdout.write(`${name} : ${bytes.length} octets, ${brotliCompressSync(bytes).length} en brotli\n`);
}
