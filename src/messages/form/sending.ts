import type { FileKind, FileRefusal } from '#domain/form/file-kind.ts';

/** What is said of a form that could not be read, or not be done. */
export const sendingSentences = {
  PAS_UN_FORMULAIRE: 'On attend ici un formulaire.',
  FORMULAIRE_INCONNU: 'Ce formulaire n’existe pas, ou n’existe plus. Rechargez la page.',
  FORMULAIRE_TROP_LONG: 'Ce formulaire est trop long. Revenez en arrière et raccourcissez ce que vous avez écrit.',
  FORMULAIRE_INCOMPLET: 'Ce formulaire est arrivé incomplet. Revenez en arrière et envoyez-le à nouveau.',
  SITE_OCCUPE: 'Le site est très occupé et n’a rien enregistré. Envoyez à nouveau.',
} as const;

const kindNames: Readonly<Record<FileKind, string>> = { pdf: 'PDF', png: 'PNG', jpeg: 'JPEG' };

export function fileSentence(refusal: FileRefusal): string {
  switch (refusal.code) {
    case 'FICHIER_NON_PREVU':
      return 'Ce formulaire ne prend pas de fichier ici : rien n’a été enregistré. Envoyez-le à nouveau sans fichier.';
    case 'TROP_DE_FICHIERS':
      return refusal.maximum === 1 ? 'Choisissez un seul fichier.' : `Choisissez ${refusal.maximum} fichiers au plus.`;
    case 'FICHIER_TROP_LOURD':
      return `« ${refusal.nom} » pèse ${sizeWords(refusal.octets)} : ${sizeWords(refusal.maximum)} au plus.`;
    case 'FICHIER_AUTRE_FORMAT':
      return `« ${refusal.nom} » n’est pas un fichier ${refusal.formats.map((kind) => kindNames[kind]).join(' ou ')}. Choisissez-en un autre, ou enregistrez-le dans ce format.`;
  }
}

/** « 340 Ko », « 2,5 Mo ». */
function sizeWords(bytes: number): string {
  const kilos = Math.ceil(bytes / 1024);
  if (kilos < 1024) return `${kilos}\u00a0Ko`;
  return `${(Math.ceil(kilos / 102.4) / 10).toLocaleString('fr-FR')}\u00a0Mo`;
}
