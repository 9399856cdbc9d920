import type { Layer, LayerFields } from '#domain/directory/layer.schema.ts';

const source = (titre: string, date: string, champ = 'tout') => ({ champ, titre, url: null, date });

/** The list of 2021, as an import gives one structure of it. */
export const finess2021 = (champs: LayerFields): Layer => ({
  nature: 'import',
  rang: 10,
  origine: 'finess-2021-01',
  contenu: {
    quoi: 'fiche',
    type: 'msp',
    champs: { nom: 'MSP de Louhans', statut: 'en-fonctionnement', confiance: 'moyenne', ...champs },
    sources: [source('FINESS', '8 janvier 2021')],
    verifieLe: '2026-11-27',
  },
});

/** A newer edition of the same list. */
export const finess2026 = (champs: LayerFields): Layer => ({
  nature: 'import',
  rang: 20,
  origine: 'finess-2026-01',
  contenu: {
    quoi: 'fiche',
    type: 'msp',
    champs: { nom: 'MSP de Louhans', statut: 'en-fonctionnement', confiance: 'moyenne', ...champs },
    sources: [source('FINESS', 'janvier 2026')],
    verifieLe: '2026-11-27',
  },
});

/** Our own record, from a list read by us. */
export const ownFile = (champs: LayerFields, date = '2022'): Layer => ({
  nature: 'fichier',
  rang: 0,
  origine: 'fichiers',
  contenu: {
    quoi: 'fiche',
    type: 'msp',
    champs: { nom: 'Maison de santé de Louhans', confiance: 'moyenne', ...champs },
    sources: [source('Une liste publique', date)],
    verifieLe: '2026-11-22',
  },
});

/** What the structure says of itself, of one field. */
export const declaration = (champs: LayerFields, champ: string): Layer => ({
  nature: 'declaration',
  rang: 0,
  origine: 'declaration',
  contenu: {
    quoi: 'fiche',
    champs,
    sources: [source('Déclaration de la structure', '3 mars 2027', champ)],
    verifieLe: '2027-03-03',
  },
});

export const correction = (champs: LayerFields, champ: string, rang = 1): Layer => ({
  nature: 'correction',
  rang,
  origine: `correction-${rang}`,
  contenu: {
    quoi: 'fiche',
    champs,
    sources: [source('Page de la structure', '4 avril 2027', champ)],
    verifieLe: '2027-04-05',
  },
});

/** The layer of an import or of our files that takes the record out. */
export const withdrawal = (nature: Layer['nature'], rang: number, remplaceePar: string | null = null): Layer => ({
  nature,
  rang,
  origine: `${nature}-${rang}`,
  contenu: {
    quoi: 'retrait',
    nom: 'MSP de Louhans',
    retireeLe: '2026-11-27',
    raison: 'La liste de janvier 2026 ne la donne plus.',
    remplaceePar,
  },
});
