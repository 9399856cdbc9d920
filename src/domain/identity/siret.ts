import { passesLuhn } from '#domain/people/luhn.ts';

/** 14 digits whose key is right. The sites of La Poste follow another rule and employ nobody here. */
export const isSiret = (text: string): boolean => /^\d{14}$/.test(text) && passesLuhn(text);
