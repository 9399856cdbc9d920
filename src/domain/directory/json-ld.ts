import { pageOf } from './page-of.ts';
import type { Structure } from './structure.schema.ts';

/**
 * What a page of the directory puts in its `<script type="application/ld+json">`: no `<` survives, so nothing in a
 * record closes that element early.
 * @param site the address of the portal
 */
export const jsonLd = (structure: Structure, site: string): string =>
  JSON.stringify(jsonLdOf(structure, pageOf(structure, site)))
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');

/** A schema.org node. */
type JsonLd = { readonly [property: string]: unknown };

/**
 * A structure in the words of schema.org: a place of care is a `MedicalClinic`, a body of the health system a
 * `MedicalOrganization`, a public service of the department a `GovernmentOrganization`; a DAC and a respite platform,
 * which give no care, are an `Organization` with the area it serves.
 */
function jsonLdOf(structure: Structure, address: string): JsonLd {
  const { adresse, position, telephone, courriel, site, finess, horaires, territoire } = structure;
  return {
    '@context': 'https://schema.org',
    '@type': typeOf(structure),
    '@id': address,
    name: structure.nom,
    ...(site && { url: site }),
    ...(telephone && { telephone }),
    ...(courriel && { email: courriel }),
    ...((telephone || courriel) && {
      contactPoint: {
        '@type': 'ContactPoint',
        availableLanguage: 'fr',
        ...(telephone && { telephone }),
        ...(courriel && { email: courriel }),
        ...(horaires && { description: horaires }),
      },
    }),
    ...(adresse && {
      address: {
        '@type': 'PostalAddress',
        addressCountry: 'FR',
        addressLocality: adresse.commune,
        ...(adresse.voie && { streetAddress: adresse.voie }),
        ...(adresse.codePostal && { postalCode: adresse.codePostal }),
      },
    }),
    ...(position &&
      position.precision !== 'commune' && {
        location: {
          '@type': 'Place',
          geo: { '@type': 'GeoCoordinates', latitude: position.lat, longitude: position.lon },
        },
      }),
    ...(finess && { identifier: { '@type': 'PropertyValue', propertyID: 'FINESS', value: finess } }),
    ...(territoire && { areaServed: areaServed(territoire) }),
  };
}

function typeOf({ type }: Structure): string {
  if (type === 'msp' || type === 'cds') return 'MedicalClinic';
  if (type === 'mdph') return 'GovernmentOrganization';
  return type === 'dac' || type === 'repit' ? 'Organization' : 'MedicalOrganization';
}

/** INSEE codes of departments and communes, SIREN of EPCI. A department covered in part is left to the words. */
function areaServed({ mots, departements, epci, communes }: NonNullable<Structure['territoire']>): JsonLd {
  const identifier = [
    ...[...departements, ...communes].map((value) => ({ '@type': 'PropertyValue', propertyID: 'INSEE', value })),
    ...epci.map((value) => ({ '@type': 'PropertyValue', propertyID: 'SIREN', value })),
  ];
  return { '@type': 'AdministrativeArea', name: mots, ...(identifier.length > 0 && { identifier }) };
}
