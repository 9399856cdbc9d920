/** « à Troyes », « au Mans », « aux Mées », « à La Rochelle », « à L’Haÿ-les-Roses ». */
export function atCommune(nom: string): string {
  if (/^Le /.test(nom)) return `au ${nom.slice(3)}`;
  return /^Les /.test(nom) ? `aux ${nom.slice(4)}` : `à ${nom}`;
}

/** « de Troyes », « d’Angers », « du Mans », « des Sables-d’Olonne », « de La Rochelle », « de L’Haÿ-les-Roses ». */
export function ofCommune(nom: string): string {
  if (/^Le /.test(nom)) return `du ${nom.slice(3)}`;
  if (/^Les /.test(nom)) return `des ${nom.slice(4)}`;
  return /^[AEIOUYÀÂÉÈÊËÎÏÔÖÙÛÜŒÆ]/.test(nom) ? `d’${nom}` : `de ${nom}`;
}
