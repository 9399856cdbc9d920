import type { FormRefusal } from '#domain/form/check-form.ts';
import type { Field } from '#domain/form/field.schema.ts';
import type { FieldRefusal } from '#domain/form/field-refusal.ts';
import type { KeyedFormat, TextFormat } from '#domain/form/text-format.ts';
import { frenchDay } from '../shared/days.ts';

/**
 * What to do about an answer that does not suit its field: the sentence of the field itself where it has one. In a group,
 * « Étape 2 : indiquez le nom de l’étape. »
 */
export function refusalSentence({ champ, ligne, refusal }: FormRefusal): string {
  const sentence = champ.erreurs?.[refusal.code] ?? sharedSentence(champ, refusal);
  if (!ligne) return sentence;
  return `${ligne.groupe.ligne} ${ligne.numero} : ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}

function sharedSentence(field: Field, refusal: FieldRefusal): string {
  const it = field.dansUnePhrase ?? `« ${field.libelle} »`;
  switch (refusal.code) {
    case 'VIDE':
      return emptySentence(field, it);
    case 'TROP_COURT':
      return `Écrivez ${it} en ${characters(refusal.minimum)} au moins.`;
    case 'TROP_LONG':
      return field.type === 'texte-long'
        ? `Écrivez ${it} en ${characters(refusal.maximum)} au plus : il y en a ${figure(refusal.caracteres)}.`
        : `Écrivez ${it} en ${characters(refusal.maximum)} au plus.`;
    case 'PLUSIEURS_LIGNES':
      return `Écrivez ${it} sur une seule ligne.`;
    case 'CARACTERE_INVISIBLE':
      return `Écrivez ${it} sans caractère invisible.`;
    case 'FORMAT':
      return formatSentences[refusal.format](it);
    case 'CLE':
      return keySentences[refusal.format];
    case 'HORS_LISTE':
      return `Choisissez ${it} dans la liste.`;
    case 'TROP_PEU':
      return field.type === 'groupe'
        ? `Remplissez ${refusal.minimum} lignes au moins pour ${it}.`
        : `Choisissez ${refusal.minimum} réponses au moins pour ${it}.`;
    case 'TROP':
      return field.type === 'groupe'
        ? `Gardez ${refusal.maximum} lignes au plus pour ${it}.`
        : `Choisissez ${refusal.maximum === 1 ? 'une seule réponse' : `${refusal.maximum} réponses au plus`} pour ${it}.`;
    case 'PAS_UN_NOMBRE':
      return `Écrivez ${it} en chiffres.`;
    case 'TROP_DE_DECIMALES':
      return refusal.decimales === 0
        ? `Écrivez ${it} en nombre entier, sans virgule.`
        : `Écrivez ${it} avec ${refusal.decimales} chiffre${refusal.decimales > 1 ? 's' : ''} au plus après la virgule.`;
    case 'NOMBRE_TROP_PETIT':
      return `Écrivez pour ${it} un nombre de ${figure(refusal.minimum)} au moins.`;
    case 'NOMBRE_TROP_GRAND':
      return `Écrivez pour ${it} un nombre de ${figure(refusal.maximum)} au plus.`;
    case 'PAS_UNE_DATE':
      return `Écrivez pour ${it} une date qui existe, jour, mois et année.`;
    case 'DATE_TROP_TOT':
      return `Écrivez pour ${it} une date à partir du ${frenchDay(refusal.premierJour)}.`;
    case 'DATE_TROP_TARD':
      return `Écrivez pour ${it} une date jusqu’au ${frenchDay(refusal.dernierJour)}.`;
    case 'COMMUNE_INCONNUE':
      return 'Nous ne trouvons pas cette commune. Vérifiez l’orthographe, ou essayez le code postal.';
    case 'COMMUNE_A_CHOISIR':
      return 'Plusieurs communes répondent à ce texte. Choisissez la bonne.';
    case 'PERSONNE_INCONNUE':
      return `Choisissez ${it} parmi les personnes de la liste.`;
  }
}

function emptySentence({ type, dansUnePhrase, libelle }: Field, it: string): string {
  switch (type) {
    case 'texte':
    case 'texte-long':
    case 'secret':
    case 'nombre':
    case 'date':
      return dansUnePhrase ? `Indiquez ${it}.` : `Remplissez ${it}.`;
    case 'commune':
      return `Écrivez ${dansUnePhrase ?? 'la commune'}, ou son code postal.`;
    case 'choix':
    case 'plusieurs':
    case 'personnes':
      return dansUnePhrase ? `Choisissez ${it}.` : `Choisissez une réponse pour ${it}.`;
    case 'oui-non':
      return `Répondez par oui ou par non à « ${libelle} ».`;
    case 'case':
      return `Cochez la case « ${libelle} ».`;
    case 'groupe':
      return `Remplissez une ligne au moins pour ${it}.`;
  }
}

const formatSentences: Readonly<Record<TextFormat, (it: string) => string>> = {
  nom: (it) => `Écrivez ${it} avec des lettres ou des chiffres.`,
  courriel: () => 'Écrivez une adresse électronique entière. Exemple : prenom.nom@exemple.fr.',
  'adresse-web': () => 'Écrivez l’adresse entière de la page, par exemple https://www.exemple.fr/contact.',
  telephone: () => 'Écrivez un numéro de téléphone à dix chiffres, ou avec son indicatif (+33…).',
  rpps: () => 'Un numéro RPPS a onze chiffres.',
  finess: () => 'Un numéro FINESS a neuf chiffres (en Corse, 2A ou 2B puis sept chiffres).',
  siret: () => 'Un numéro SIRET a quatorze chiffres.',
  rna: () => 'Un numéro RNA s’écrit W puis neuf chiffres.',
};

const wrongKey = (number: string): string =>
  `Un chiffre de ce numéro ${number} n’est pas le bon : sa clé ne correspond pas.`;
const keySentences: Readonly<Record<KeyedFormat, string>> = {
  rpps: wrongKey('RPPS'),
  finess: wrongKey('FINESS'),
  siret: wrongKey('SIRET'),
};

const figure = (count: number): string => count.toLocaleString('fr-FR').replaceAll('\u202f', '\u00a0');
const characters = (count: number): string => `${figure(count)} caractère${count > 1 ? 's' : ''}`;
