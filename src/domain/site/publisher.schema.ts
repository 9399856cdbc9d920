import { z } from 'zod';

/** A value that the publisher has not given yet is null, and is printed as such: never a made-up one. */
const said = z.string().min(2).nullable();
const email = z.email().nullable();
/** E.164, as in the directory. */
const phone = z
  .string()
  .regex(/^\+\d{8,15}$/)
  .nullable();

/**
 * Who publishes and who hosts the site (`data/editeur.json`), and whom to write to. What a notice must say: loi
 * n° 2004-575 du 21 juin 2004 (LCEN).
 */
export const publisherSchema = z.strictObject({
  editeur: z.strictObject({
    nom: said,
    /** « Association loi 1901 »… */
    formeJuridique: said,
    /** The postal address of the seat, on one line. */
    siege: said,
    /** RNA, SIREN… as the publisher writes them. */
    identifiant: said,
    telephone: phone,
    courriel: email,
    /** The legal representative, for a legal person. */
    directionDeLaPublication: said,
  }),
  hebergeur: z.strictObject({ nom: said, adresse: said, telephone: phone }),
  contacts: z.strictObject({
    accessibilite: email,
    donneesPersonnelles: email,
    /** Mistakes in a structure's record or in a page. */
    erreurs: email,
    /** Vulnerability reports: `mailto:` or `https:`, as RFC 9116 wants it in security.txt. */
    securite: z
      .string()
      .regex(/^(?:https:\/\/\S+|mailto:\S+@\S+)$/)
      .nullable(),
  }),
  /** Under which licence the publisher lets others reuse the directory and the facts that this site gathered. */
  donnees: z.strictObject({
    licence: z.strictObject({ nom: z.string().min(2), url: z.url({ protocol: /^https?$/ }) }).nullable(),
  }),
});
export type Publisher = z.infer<typeof publisherSchema>;

/** The fields that are still to be filled in, as they are named in the file: `editeur.nom`… */
export const missingFields = (publisher: Publisher): string[] =>
  Object.entries(publisher).flatMap(([part, fields]) =>
    Object.entries(fields)
      .filter(([, value]) => value === null)
      .map(([field]) => `${part}.${field}`),
  );
