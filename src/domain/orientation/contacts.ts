import { displayPhone } from '#domain/directory/phone.ts';
import type { Structure } from '#domain/directory/structure.schema.ts';
import type { ContactValue } from '#domain/models/fact.schema.ts';
import { type RegionSlug, regionSlugs } from '#domain/shared/region.ts';

/** Someone to call, from the page of a model or from the directory of a region. */
export type ContactLine = {
  readonly nom: string;
  readonly telephone: { readonly e164: string; readonly affiche: string } | null;
  readonly courriel: string | null;
  /** The record of the directory, when it comes from there. */
  readonly fiche: string | null;
  readonly source: string | null;
};

/** The region of the wizard's answer as the rest of the site writes it; null outside the eighteen regions. */
export function regionOfAnswer(answer: unknown): RegionSlug | null {
  const slug = String(answer ?? '').replaceAll('_', '-');
  return regionSlugs.find((region) => region === slug) ?? null;
}

/** The model's own contacts that hold in this region, then the bodies of the region that these do not name yet. */
export function contactsOf(
  model: readonly ContactValue[],
  region: RegionSlug | null,
  structures: readonly Structure[],
): ContactLine[] {
  const own = model
    .filter(({ portee }) => portee === 'nationale' || portee === region)
    .map(({ contact, source }) => ({ contact, source, record: structures.find((one) => isSame(one, contact)) }));
  const named = new Set(own.map(({ record }) => record));
  return [
    ...own.map(({ contact, source, record }) => ({
      nom: contact.organisme,
      telephone: phoneOf(contact.telephone ?? record?.telephone ?? null),
      courriel: contact.courriel ?? record?.courriel ?? null,
      fiche: record?.id ?? null,
      source,
    })),
    ...structures.filter((structure) => !named.has(structure)).map(lineOf),
  ];
}

const lineOf = ({ id, nom, telephone, courriel }: Structure): ContactLine => ({
  nom,
  telephone: phoneOf(telephone),
  courriel,
  fiche: id,
  source: null,
});

const phoneOf = (e164: string | null): ContactLine['telephone'] =>
  e164 === null ? null : { e164, affiche: displayPhone(e164) };

/** The same body, as the page of a model and the directory name it. */
const isSame = (structure: Structure, { organisme, telephone }: ContactValue['contact']): boolean =>
  structure.nom.toLowerCase().startsWith(organisme.toLowerCase()) ||
  (telephone !== null && telephone === structure.telephone);
