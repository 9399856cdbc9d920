import type { Structure } from '#domain/directory/structure.schema.ts';

type Address = NonNullable<Structure['adresse']>;

/** « 10000 Troyes » */
export const townLine = ({ codePostal, commune }: Address): string => [codePostal, commune].filter(Boolean).join(' ');

/** « 1 avenue Pierre Brossolette, 10000 Troyes » */
export const addressLine = (address: Address): string => [address.voie, townLine(address)].filter(Boolean).join(', ');

/** What people call a site: « appuisante37.org ». */
export const siteName = (address: string): string => new URL(address).host.replace(/^www\./, '');
