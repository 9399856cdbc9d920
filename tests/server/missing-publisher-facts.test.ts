import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { missingPublisherFacts, publisherFile } from '#server/site/missing-publisher-facts.ts';
import { publisherWarning } from '../../src/messages/site/start.ts';

test('what is null in data/editeur.json is named in one line; nothing is said once all is filled in', () => {
  const root = mkdtempSync(join(tmpdir(), 'editeur-'));
  mkdirSync(join(root, 'data'));
  const file = join(root, 'data/editeur.json');
  const filled = {
    editeur: {
      nom: 'Association d’essai',
      formeJuridique: 'Association',
      siege: '1 rue de l’Essai',
      identifiant: 'W000000000',
      telephone: '+33200000000',
      courriel: 'a@example.org',
      directionDeLaPublication: 'La présidence',
    },
    hebergeur: { nom: 'Hébergeur', adresse: '2 rue de l’Essai', telephone: '+33200000001' },
    contacts: {
      accessibilite: 'a@example.org',
      donneesPersonnelles: 'a@example.org',
      erreurs: 'a@example.org',
      securite: 'mailto:a@example.org',
    },
    donnees: { licence: { nom: 'Licence', url: 'https://example.org/' } },
  };
  writeFileSync(file, JSON.stringify(filled));
  expect(publisherWarning(publisherFile, missingPublisherFacts(root))).toBeNull();
  writeFileSync(
    file,
    JSON.stringify({ ...filled, hebergeur: { ...filled.hebergeur, nom: null }, donnees: { licence: null } }),
  );
  expect(publisherWarning(publisherFile, missingPublisherFacts(root))).toBe(
    'Attention : les mentions légales sont incomplètes. À remplir dans data/editeur.json : hebergeur.nom, donnees.licence.',
  );
  rmSync(root, { recursive: true });
});

test('the file of the repository is read as it is', () => {
  const nulls = [...readFileSync('data/editeur.json', 'utf8').matchAll(/: null/g)].length;
  expect(missingPublisherFacts('.')).toHaveLength(nulls);
});
