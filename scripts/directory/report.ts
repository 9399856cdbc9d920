import type { StructureRecord } from '../../src/domain/directory/structure.schema.ts';
import { frenchTypography } from '../../src/domain/shared/typography.ts';
import { type CommuneIndex, communeByCode } from '../../src/domain/territory/commune-index.ts';
import type { Assembled } from './assemble.ts';
import { type Entity, nameOf } from './entities.ts';
import type { Joining } from './join.ts';
import { everydayNames } from './place-of-row.ts';
import { countsByDepartement, countsByKind } from './report-counts.ts';
import { type Cell, count, table } from './report-table.ts';

/** `docs/annuaire-2026.md`: what the lists gave, what was joined, doubtful, taken out, left out. */
export function reportText(assembled: Assembled, ours: readonly StructureRecord[], communes: CommuneIndex): string {
  const { imports, withOurs, betweenLists, leftOut, goneOurs } = assembled;
  const known = new Map(ours.map((record) => [record.id, record]));
  const names = new Map(imports.flatMap(({ fiches }) => fiches.map(({ id, champs }) => [id, champs.nom] as const)));
  const gone = imports.flatMap(({ retirees }) => retirees);
  const text = `# L’annuaire de 2026 : ce que les listes officielles ont donné

Écrit par \`scripts/generate-directory.ts\` : ne pas le modifier à la main. Les sources et leurs licences sont dans
\`data/imports/SOURCES.md\`, les raisons dans \`docs/decisions/0016-official-lists-as-editions.md\`.

## Les listes

${table(
  ['Édition', 'Source', 'Date', 'Lignes', 'Avec un téléphone', 'Rang'],
  imports.map(({ origine, source, fiches, rang }) => [
    `\`${origine}\``,
    source.titre,
    source.date,
    count(fiches.length),
    count(fiches.filter(({ champs }) => champs.telephone).length),
    rang,
  ]),
)}

Le rang le plus haut est le plus récent : il l’emporte champ par champ. Nos fiches (\`data/directory\`) l’emportent sur
toutes. Un établissement garde la même adresse d’une édition à l’autre, parce qu’elle vient de son numéro.

## Ce que contient l’annuaire

${countsByKind(imports, ours)}

## Jointes à nos fiches : ${withOurs.joins.length}

${reasons(withOurs)}

<details><summary>Une par une</summary>

${table(
  ['Notre fiche', 'Son nom', 'Dans les listes', 'Numéro', 'Reconnue par'],
  sorted(withOurs.joins.map(({ id, entity, why }) => [id, known.get(id)!.nom, nameOf(entity), entity.key, why])),
)}

</details>

## Douteuses : ${withOurs.doubts.length}

Peut-être la même structure, sans que rien le prouve : les deux fiches restent, à part. Une personne qui sait peut les
joindre dans \`scripts/directory/known-joins.ts\`.

${table(
  ['Notre fiche', 'Son nom', 'Où', 'Dans les listes', 'Pourquoi le doute'],
  sorted(
    withOurs.doubts.map(({ candidate, entities, why }) => [
      candidate.id,
      [candidate.nom, candidate.voies[0]].filter(Boolean).join(', '),
      candidate.commune || candidate.departements.join(', '),
      entities.map(described).join(' ; '),
      why,
    ]),
  ),
)}

## Entre les listes : les points d’information de 2019 et les CLIC de FINESS

${betweenLists.joins.length} des points d’information de l’annuaire de l’administration sont des CLIC que FINESS ou nos
fiches connaissent : ils partagent leur fiche.

${reasons(betweenLists)}

Restent à part, dans le doute :

${table(
  ['CLIC', 'Où', 'Point d’information de 2019', 'Pourquoi le doute'],
  sorted(
    betweenLists.doubts.map(({ candidate, entities, why }) => [
      `${candidate.nom} (${candidate.id})`,
      [candidate.voies[0], candidate.commune].filter(Boolean).join(', '),
      entities.map(described).join(' ; '),
      why,
    ]),
  ),
)}

## Retirées : ${gone.length}

La liste d’Occitanie du début de 2026 est entière : ce que FINESS y connaissait en 2021 et qu’elle ne compte plus est
retiré, et son adresse le dit. La liste partielle de mars 2026 ne retire rien.

${table(
  ['Fiche', 'Nom', 'Remplacée par'],
  gone.map(({ id, nom, remplaceePar }) => [
    id,
    nom,
    remplaceePar ? `${names.get(remplaceePar) ?? known.get(remplaceePar)?.nom} (${remplaceePar})` : '',
  ]),
)}

${goneOurs.length === 0 ? '' : 'Nos fiches que cette liste ne compte plus, gardées avec une note :\n'}
${goneOurs.map(({ id, entity }) => `- \`${id}\`, ${known.get(id)?.nom} : ${nameOf(entity)} (${entity.key}) en 2021.`).join('\n')}

## Laissé de côté

${table(
  ['Quoi', 'Pourquoi'],
  [
    ['82 Départements de l’annuaire de l’administration', 'ce ne sont pas des structures'],
    [
      'adresses électroniques, numéros mobiles',
      'nos copies des listes ne les portent pas : ils peuvent être à une personne',
    ],
    [
      'codes Cedex',
      'ils servent au courrier : le code postal de la commune est mis à la place quand elle n’en a qu’un',
    ],
    ['boîtes postales et courses spéciales', 'on ne s’y rend pas'],
    ['téléphones de la liste d’Occitanie', 'ce sont ceux de 2021, que l’édition de 2021 donne avec sa date'],
    ['territoire des CLIC', 'aucune liste ne le donne'],
  ],
)}

Ligne à ligne :

${table(
  ['Dans la source', 'Nom', 'Laissé', 'Pourquoi'],
  sorted(leftOut.map(({ key, nom, quoi, pourquoi }) => [key, nom, quoi, pourquoi])),
)}

## Communes reconnues à la main

Une commune se trouve par le code postal et le nom, et la position, quand il y en a une, est à moins de 20 km de son
centre. Aucune n’est restée douteuse. Ces noms d’usage n’appartiennent à aucune commune d’aujourd’hui :

${table(
  ['Dans la source', 'Commune d’aujourd’hui'],
  [...everydayNames].map(([written, code]) => [written, `${communeByCode(communes, code)?.nom} (${code})`]),
)}

## Par département

Toutes les fiches qui ont une adresse, les nôtres et celles des listes, sans les retirées.

${countsByDepartement(imports, ours, communes)}
`;
  return frenchTypography(text).replaceAll(/\n{3,}/g, '\n\n');
}

const reasons = ({ joins }: Joining): string => {
  const counts = new Map<string, number>();
  for (const { why } of joins) {
    const reason = why.replace(/^à la main.*/, 'à la main, avec une raison écrite');
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return table(
    ['Reconnues par', 'Fiches'],
    [...counts].sort((a, b) => b[1] - a[1]),
  );
};

function described(entity: Entity): string {
  const { nom, adresse } = entity.rows[0]!.draft.fields;
  return `${[nom, adresse?.voie].filter(Boolean).join(', ')} (${entity.key})`;
}

const sorted = (rows: readonly (readonly Cell[])[]): (readonly Cell[])[] =>
  [...rows].sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
