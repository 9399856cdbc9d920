import { type StructureRecord, type StructureType, structureTypes } from '#domain/directory/structure.schema.ts';
import type { CommuneIndex } from '#domain/territory/commune-index.ts';

/** Of a hundred structures, how many of each type: near what FINESS holds, with every type present. */
const shares: Readonly<Record<StructureType, number>> = {
  dac: 1,
  cpts: 10,
  msp: 36,
  cds: 30,
  esp: 4,
  'esp-clap': 2,
  ess: 2,
  asalee: 5,
  clic: 4,
  repit: 1,
  mdph: 1,
  federation: 1,
  urps: 1,
  ars: 1,
  association: 1,
};
const deck = structureTypes.flatMap((type) => Array.from({ length: shares[type] }, () => type));
const names = 'des Tilleuls,Simone Veil,de la Gare,du Parc,Saint-Martin,de l’Hôtel de ville,des Trois Rivières'.split(
  ',',
);

/** `size` records spread over the communes of metropolitan France; the same at each call. */
export function generatedDirectory(communes: CommuneIndex, size: number): StructureRecord[] {
  const metropolitan = communes.codes.flatMap((code, number) => (code < '96' ? [number] : []));
  return Array.from({ length: size }, (_, rank) => {
    const type = deck[(rank * 37) % deck.length]!;
    // A prime step walks through all of France before it comes back.
    const number = metropolitan[(rank * 7919) % metropolitan.length]!;
    return recordAt(communes, number, type, rank);
  });
}

function recordAt(communes: CommuneIndex, number: number, type: StructureType, rank: number): StructureRecord {
  const code = communes.codes[number]!;
  const epci = communes.epciCodes[number];
  const shift = ((rank * 31) % 100) / 10_000;
  return {
    id: `${type}-${rank}`,
    type,
    nom: `${type.toUpperCase()} ${names[rank % names.length]} ${communes.names[number]}`,
    adresse: {
      voie: `${(rank % 90) + 1} rue de la Mairie`,
      codePostal: communes.postcodes[number]!.slice(0, 5) || null,
      commune: communes.names[number]!,
      codeInsee: code,
    },
    position:
      rank % 4 === 0
        ? null
        : { lon: communes.longitudes[number]! + shift, lat: communes.latitudes[number]! + shift, precision: 'voie' },
    telephone: `+331${String(rank % 100_000_000).padStart(8, '0')}`,
    courriel: null,
    site: null,
    horaires: null,
    finess: null,
    territoire:
      type === 'dac'
        ? { mots: 'un département', departements: [code.slice(0, 2)], epci: [], communes: [], departementsEnPartie: [] }
        : type === 'cpts' && epci
          ? { mots: 'une intercommunalité', departements: [], epci: [epci], communes: [], departementsEnPartie: [] }
          : null,
    statut: 'en-fonctionnement',
    confiance: 'moyenne',
    note: null,
    sources: [{ champ: 'tout', titre: 'Fiche engendrée pour un essai', url: null, date: '2026' }],
    verifieLe: '2026-11-22',
  };
}
