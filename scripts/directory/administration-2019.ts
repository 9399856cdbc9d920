import { join } from 'node:path';
import { z } from 'zod';
import type { ImportedFields } from '../../src/domain/directory/import.schema.ts';
import type { StructureType } from '../../src/domain/directory/structure.schema.ts';
import { type CommuneHit, hitByCode } from '../../src/domain/territory/commune-hit.ts';
import { searchCommuneHits } from '../../src/domain/territory/commune-index.ts';
import { type NamedDepartement, ofDepartement } from '../../src/messages/directory/departement-names.ts';
import { ofCommune } from '../../src/messages/directory/place-names.ts';
import { readAddress, repaired, type WrittenAddress } from './administration-address.ts';
import { serviceName } from './administration-service.ts';
import { csvRows } from './csv-rows.ts';
import type { Draft, LeftOut, ReadEdition } from './draft.ts';
import { type Tools, visitedPostcode } from './finess.ts';
import { fixedPhone } from './fixed-phone.ts';
import { placeOfRow } from './place-of-row.ts';
import { siteOf } from './site-of.ts';

const row2019 = z.object({
  id: z.string().regex(/^[a-z_]+-[0-9AB]{5}-\d{2}$/),
  type: z.enum(['clic', 'accompagnement_personnes_agees', 'maison_handicapees', 'cg']),
  nom: z.string().min(1),
  adresse: z.string().min(1),
  code_insee: z.string().length(5),
  telephone: z.string(),
  site: z.string(),
});
type Row = z.infer<typeof row2019>;

const types: Readonly<Record<Row['type'], StructureType | null>> = {
  clic: 'clic',
  accompagnement_personnes_agees: 'repit',
  maison_handicapees: 'mdph',
  cg: null,
};

/** The local directory of August 2019. The Départements are not structures: they are left. */
export function administration2019(folder: string, tools: Tools): ReadEdition {
  const drafts: Draft[] = [];
  const leftOut: LeftOut[] = [];
  for (const row of csvRows(join(folder, 'annuaire-administration-2019.csv'), row2019)) {
    const type = types[row.type];
    if (!type) continue;
    const read = draftOf(row, type, tools);
    drafts.push(read.draft);
    leftOut.push(...read.leftOut);
  }
  return { drafts, leftOut };
}

function draftOf(row: Row, type: StructureType, tools: Tools): { draft: Draft; leftOut: LeftOut[] } {
  const { communes } = tools;
  const address = readAddress(row.adresse);
  const listed = hitByCode(communes, row.code_insee);
  const hit = (address && hitOf(address, row.code_insee, tools)) ?? listed;
  if (!hit) throw new Error(`${row.id} : la commune ${row.code_insee} n’existe pas.`);
  const commune = hit.commune.nom.replaceAll("'", '’');
  const { nom, rest } = nameOf(
    row,
    type,
    address,
    commune,
    communes.departements.get(hit.commune.departement.code),
    tools,
  );
  const voie = [...rest, address?.street, ...(address?.after ?? [])].filter(Boolean).join(', ');
  const phone = row.telephone === '' ? null : fixedPhone(row.telephone);
  const site = row.site === '' ? null : siteOf(row.site);
  const fields: ImportedFields = {
    nom,
    adresse: {
      voie: voie === '' ? null : voie,
      codePostal: visitedPostcode(address?.codePostal ?? '', hit.commune.codesPostaux),
      commune,
      codeInsee: hit.code,
    },
    ...(hit.commune.centre && { position: centreOf(hit.commune.centre) }),
    ...(phone?.kind === 'valid' && { telephone: phone.e164 }),
    ...(site?.kind === 'kept' && { site: site.url }),
    ...(type === 'mdph' && isWholeDepartement(row.nom) && { territoire: departementTerritory(hit) }),
    statut: 'inconnu',
    confiance: 'moyenne',
  };
  const left = (quoi: string, pourquoi: string): LeftOut => ({ key: row.id, nom, quoi, pourquoi });
  return {
    draft: {
      key: row.id,
      type,
      fields,
      written: { nom: row.nom, voie: row.adresse },
      departement: hit.commune.departement.code,
    },
    leftOut: [
      ...(phone?.kind === 'left' ? [left(`téléphone ${row.telephone}`, phone.pourquoi)] : []),
      ...(site?.kind === 'left' ? [left(`site ${row.site}`, site.pourquoi)] : []),
    ],
  };
}

/** The town of the address, which may not be that of the list: a service for one town may sit in the next. */
function hitOf({ codePostal, ville }: WrittenAddress, listed: string, { communes }: Tools): CommuneHit | null {
  const departement = /^9[78]/.test(listed) ? listed.slice(0, 3) : listed.slice(0, 2);
  const found = placeOfRow(communes, { codePostal, ville, departement, position: null });
  return found.kind === 'found' ? found.hit : null;
}

function nameOf(
  row: Row,
  type: StructureType,
  address: WrittenAddress | null,
  commune: string,
  departement: NamedDepartement | undefined,
  tools: Tools,
): { readonly nom: string; readonly rest: readonly string[] } {
  const before = address?.before ?? [];
  const [kind = '', ...places] = repaired(row.nom).split(/\s*-\s+/);
  const town = mendedTowns.get(places.join(' – ')) ?? (places.join(' – ') || commune);
  if (type === 'mdph') {
    const site = places
      .slice(1)
      .join(', ')
      .replace(/^(?:Siège|Antenne)/, (word) => word.toLowerCase());
    const sigle = /\((MD[A-Z]+)\)/.exec(kind)?.[1] ?? 'MDPH';
    const whole = `${sigle} ${departement ? ofDepartement(departement) : town}`;
    return { nom: site === '' ? whole : `${whole}, ${site}`, rest: before };
  }
  if (type === 'repit') return { nom: `Plateforme d’accompagnement et de répit ${ofTown(town, tools)}`, rest: before };
  const service = serviceName(before, commune);
  if (service) return { nom: service.nom, rest: service.rest };
  if (!/^Point d’information local dédié/.test(kind))
    return { nom: repaired(row.nom).replaceAll(' - ', ' – '), rest: before };
  return { nom: `Point d’information pour les personnes âgées ${ofTown(town, tools)}`, rest: before };
}

/** A town that the list misspells beyond recognition. */
const mendedTowns: ReadonlyMap<string, string> = new Map([['Raire – Urbaine', 'Montbéliard']]);

/** « de Lyon » for a town; « – Calaisis » for what no commune is called. */
const ofTown = (town: string, { communes }: Tools): string =>
  searchCommuneHits(communes, town, 1).some(({ niveau }) => niveau === 'exact') ? ofCommune(town) : `– ${town}`;

/** One MDPH a department, by law (art. L. 146-3 of the social code): its seat stands for all of it, an antenna does not. */
const isWholeDepartement = (nom: string): boolean => !/antenne/i.test(nom);

const departementTerritory = ({ commune: { departement } }: CommuneHit): NonNullable<ImportedFields['territoire']> => ({
  mots: departement.nom.replaceAll("'", '’'),
  departements: [departement.code],
  epci: [],
  communes: [],
  departementsEnPartie: [],
});

const centreOf = ([lon, lat]: readonly [number, number]): ImportedFields['position'] => ({
  lon,
  lat,
  precision: 'commune',
});
