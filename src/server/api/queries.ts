import { z } from 'zod';

const shortest = 'Écrivez au moins 2 caractères : un nom de commune, un code postal ou un code INSEE.';
const wrongLimit = 'Écrivez un nombre entier de 1 à 20.';
const wrongCommune = 'Écrivez un code INSEE de commune : cinq caractères, comme « 10387 » ou « 2A004 ».';

/** What `/api/v1/communes` may be asked. */
export const communesQuery = z.strictObject({
  q: z
    .string({ error: shortest })
    .max(100, 'Ce texte est trop long pour un nom de commune : 100 caractères au plus.')
    .transform((text) => text.replace(/[\p{C}\s]+/gu, ' ').trim())
    .refine((text) => text.length >= 2, shortest)
    .describe('Nom, code postal (ou son début) ou code INSEE. Une faute de frappe est pardonnée.'),
  limite: z
    .string()
    .regex(/^(?:[1-9]|1\d|20)$/, wrongLimit)
    .transform(Number)
    .default(8)
    .describe('Nombre de communes au plus, de 1 à 20 (8 par défaut).'),
});

/** What `/api/v1/dac` may be asked. */
export const dacQuery = z.strictObject({
  commune: z
    .string({ error: wrongCommune })
    .transform((code) => code.toUpperCase())
    .refine((code) => /^(?:\d{2}|2[AB])\d{3}$/.test(code), wrongCommune)
    .describe('Code INSEE de la commune, ou d’un arrondissement de Paris, Lyon ou Marseille.'),
});

/** For addresses that take no parameter. */
export const noQuery = z.strictObject({});
