import { readFileSync } from 'node:fs';
import type { FormFacts } from '#domain/form/check-value.ts';
import { formSchema } from '#domain/form/form.schema.ts';
import { readTerritory } from '#server/territory/read-territory.ts';

/** A form of every kind of field, as a file holds one. */
export const exampleForm = formSchema.parse(JSON.parse(readFileSync('data/formulaires/exemple.json', 'utf8')));

export const facts: FormFacts = {
  today: '2026-11-27',
  communes: readTerritory('.'),
  people: [
    { id: 'm1', nom: 'Ada Roux' },
    { id: 'm2', nom: 'Béa Morel' },
    { id: 'm3', nom: 'Cléo Petit' },
  ],
};

/** What someone types who fills all of it well. */
export const filled: Readonly<Record<string, string | readonly string[]>> = {
  intitule: '  Suivre les   plaies ',
  besoin: 'Des plaies suivies par trois personnes\r\nsans lien entre elles. ',
  theme: 'autre',
  'autre-theme': 'Douleur',
  frequence: 'mois',
  publics: ['ages', 'proches'],
  rencontres: '10',
  budget: '1 250,50',
  debut: '2027-01-15',
  lieu: 'Gorron',
  participants: ['m1', 'm2'],
  animateur: 'm2',
  'a-distance': 'oui',
  outil: 'Visioconférence de la messagerie',
  code: ' 12 34 ',
  'etapes-lignes': '3',
  'etapes-1-nom': 'Se réunir',
  'etapes-1-jour': '03/02/2027',
  'etapes-1-ou': '53107',
  'etapes-3-nom': 'Faire le point',
  'etapes-3-patients': 'oui',
  'etapes-3-accueil': 'Dans la salle du bas.',
  courriel: 'ada@exemple.fr',
  rappel: 'oui',
  telephone: '02 43 00 00 00',
  page: 'https://www.exemple.fr/equipe',
  accord: 'oui',
};

export function typedWith(changes: Readonly<Record<string, string | readonly string[] | null>> = {}): URLSearchParams {
  const typed = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filled, ...changes }))
    for (const text of value === null ? [] : typeof value === 'string' ? [value] : value) typed.append(name, text);
  return typed;
}
