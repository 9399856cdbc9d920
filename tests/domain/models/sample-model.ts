import type { CriterionKey } from '#domain/models/criteria.ts';
import type { CriterionValue } from '#domain/models/fact.schema.ts';
import type { Model } from '#domain/models/model.ts';
import type { ModelSlug } from '#domain/models/slugs.ts';

/** A value as an author writes it, before the defaults. */
export const rawValue = {
  valeur: 'Un généraliste.',
  court: '1 généraliste',
  portee: 'nationale',
  source: 'S4',
  date: '2026-11-22',
};

export const value = (court: string, more: Partial<CriterionValue> = {}): CriterionValue => ({
  valeur: `${court}.`,
  court,
  portee: 'nationale',
  source: 'S4',
  aussi: [],
  date: '2026-11-22',
  certitude: 'source',
  ...more,
});

/** Eighteen criteria, all silent. */
export const silentCriteria = () => ({
  definition: [],
  pourQui: [],
  minimum: [],
  echelle: [],
  lieu: [],
  actions: [],
  prerequis: [],
  validation: [],
  remuneration: [],
  structureJuridique: [],
  contrat: [],
  delai: [],
  systemeInformation: [],
  exclusivite: [],
  apports: [],
  accompagnement: [],
  contacts: [],
  reperes: [],
});

/** The front matter of a model of which no source says anything, as an author writes it. */
export const rawModel = (criteres: Record<string, unknown> = {}) => ({
  sigle: 'MSP',
  nom: 'Maison de santé pluriprofessionnelle',
  type: 'msp',
  accroche: 'Des libéraux de plusieurs métiers.',
  publics: ['professionnels'],
  resume: ['Une MSP réunit des soignants.', 'Ils sont libéraux.', 'Ils ont un projet.', 'Ils partagent un lieu.'],
  verifieLe: '2026-11-22',
  criteres: { ...silentCriteria(), ...criteres },
  liens: [{ modele: 'cds', phrase: 'Le centre de santé est son cousin salarié.' }],
});

export const model = (slug: ModelSlug, criteres: Partial<Record<CriterionKey, CriterionValue[]>>): Model => ({
  slug,
  sigle: slug.toUpperCase(),
  nom: `Modèle ${slug}`,
  type: slug,
  accroche: 'Une phrase pour ce modèle.',
  publics: ['professionnels'],
  resume: [],
  verifieLe: '2026-11-22',
  criteres: { ...silentCriteria(), ...criteres, contacts: [] },
  formes: [],
  avis: [],
  contradictions: [],
  volets: [],
  faq: [],
  liens: [],
});
