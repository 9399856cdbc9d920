import type { Citation } from '#domain/directory/citations.ts';

/** The fields of a record that may have a source of their own. */
const fields: Readonly<Record<string, string>> = {
  nom: 'le nom',
  adresse: 'l’adresse',
  position: 'le point sur la carte',
  telephone: 'le téléphone',
  courriel: 'le courriel',
  site: 'le site',
  horaires: 'les horaires',
  finess: 'le numéro FINESS',
  territoire: 'le territoire',
  statut: 'la situation',
  note: 'la remarque',
};

/** What follows a source: « , pour l’adresse et le téléphone »; nothing when it proves the whole record. */
export function citedFor({ champs }: Citation): string {
  const names = champs.map((champ) => fields[champ] ?? champ);
  if (names.length === 0) return '';
  return `, pour ${names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} et ${names.at(-1)}`}`;
}
