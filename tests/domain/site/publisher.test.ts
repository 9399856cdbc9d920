import { expect, test } from 'vitest';
import { missingFields, publisherSchema } from '#domain/site/publisher.schema.ts';

const complete = {
  editeur: {
    nom: 'Association d’essai',
    formeJuridique: 'Association loi 1901',
    siege: '1 rue de l’Essai, 44000 Nantes',
    identifiant: 'RNA W000000000',
    telephone: '+33200000000',
    courriel: 'contact@example.org',
    directionDeLaPublication: 'La présidence de l’association',
  },
  hebergeur: { nom: 'Hébergeur d’essai', adresse: '2 rue de l’Essai, 44000 Nantes', telephone: '+33200000001' },
  contacts: {
    accessibilite: 'acces@example.org',
    donneesPersonnelles: 'dpo@example.org',
    erreurs: 'erreurs@example.org',
    securite: 'mailto:securite@example.org',
  },
  donnees: { licence: { nom: 'Licence d’essai', url: 'https://example.org/licence' } },
};

test('a complete publisher has nothing left to fill in', () => {
  expect(missingFields(publisherSchema.parse(complete))).toEqual([]);
});

test('each null is named where it is written in the file', () => {
  const publisher = publisherSchema.parse({
    ...complete,
    editeur: { ...complete.editeur, nom: null },
    contacts: { ...complete.contacts, securite: null },
  });
  expect(missingFields(publisher)).toEqual(['editeur.nom', 'contacts.securite']);
});

test('a field left out, an empty one, or a security contact without mailto: is refused', () => {
  expect(publisherSchema.safeParse({ ...complete, hebergeur: { nom: null, adresse: null } }).success).toBe(false);
  expect(publisherSchema.safeParse({ ...complete, editeur: { ...complete.editeur, nom: '' } }).success).toBe(false);
  const contacts = { ...complete.contacts, securite: 'securite@example.org' };
  expect(publisherSchema.safeParse({ ...complete, contacts }).success).toBe(false);
});
