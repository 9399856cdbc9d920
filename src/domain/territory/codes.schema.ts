import { z } from 'zod';

/** A commune, a municipal arrondissement, a delegated or former commune, as the « code officiel géographique » writes it. */
export const inseeCodePattern = /^(?:\d{2}|2[AB])\d{3}$/;

export const inseeCodeSchema = z.string().regex(inseeCodePattern);
/** Three figures overseas. */
export const departementCodeSchema = z.string().regex(/^(?:\d{2}|2[AB]|97\d|98\d)$/);
/** An EPCI is named by its SIREN. */
export const epciCodeSchema = z.string().regex(/^\d{9}$/);
