import type { AccountRefusal } from '#domain/account/account-refusal.ts';
import type { IdentityRefusal } from '#domain/identity/identity-refusal.ts';
import type { Practice } from '#domain/identity/proven-identity.ts';
import { type IdentityProvider, isIdentityProvider } from '#domain/identity/provider.ts';
import { professionOfCode } from '#domain/people/profession-code.ts';
import { professionNames } from '../shared/professions.ts';
import { accountRefusalSentence } from './account.ts';

export const providerNames: Readonly<Record<IdentityProvider, string>> = {
  'pro-sante-connect': 'Pro Santé Connect',
  proconnect: 'ProConnect',
};

/** Who each provider is for, beside its button. */
export const providerAudience: Readonly<Record<IdentityProvider, string>> = {
  'pro-sante-connect': 'Professionnels de santé, avec la carte CPS ou l’application e-CPS.',
  proconnect: 'Agents d’une agence régionale de santé.',
};

type OwnCode = Exclude<IdentityRefusal['code'], AccountRefusal['code']>;

const otherWay = 'Vous pouvez réessayer, ou vous connecter autrement.';

const sentences: Readonly<Record<OwnCode, (provider: string) => string>> = {
  SIRET_ABSENT: (provider) =>
    `${provider} n’a pas transmis le numéro SIRET de votre employeur, ou ce numéro est incomplet. Sans lui, le site ne peut pas savoir pour quelle administration vous travaillez. Demandez à votre service informatique de le renseigner.`,
  SIRET_NON_AUTORISE: (provider) =>
    `Le numéro SIRET de votre employeur, transmis par ${provider}, ne figure pas parmi les agences qui utilisent ce site. Demandez à l’association de l’ajouter.`,
  DEPART_INCONNU: () =>
    'Cette connexion ne peut pas aboutir : elle a duré plus de dix minutes, elle a déjà servi, ou elle a commencé dans un autre navigateur. Recommencez depuis cette page.',
  ACCES_REFUSE: (provider) => `${provider} ne vous a pas connecté, ou vous avez renoncé. ${otherWay}`,
  FOURNISSEUR_EN_ERREUR: (provider) => `${provider} n’a pas pu terminer la connexion. ${otherWay}`,
  FOURNISSEUR_INJOIGNABLE: (provider) =>
    `${provider} ne répond pas en ce moment. Connectez-vous autrement, ou réessayez plus tard.`,
  REPONSE_REFUSEE: (provider) =>
    `La réponse de ${provider} n’a pas passé nos vérifications : personne n’a été connecté. ${otherWay}`,
  NIVEAU_INSUFFISANT: (provider) =>
    `${provider} n’a pas confirmé que vous vous êtes identifié avec votre carte ou son application. Recommencez avec l’une des deux, ou connectez-vous autrement.`,
  AUTRE_SESSION: () =>
    'Votre session a changé pendant ce temps : rien n’a été modifié. Connectez-vous, puis recommencez.',
  IDENTITE_D_UN_AUTRE: (provider) =>
    `Cette identité ${provider} est déjà liée à un autre compte. Connectez-vous avec elle pour ouvrir ce compte, ou retirez-la de ce compte d’abord.`,
  FOURNISSEUR_DEJA_LIE: (provider) =>
    `Votre compte a déjà une identité ${provider}. Retirez-la avant d’en lier une autre.`,
  IDENTITE_ABSENTE: (provider) => `Votre compte n’a pas d’identité ${provider} : il n’y a rien à retirer.`,
  DERNIER_ACCES: (provider) =>
    `${provider} est votre seule façon d’entrer. Avant de le retirer, choisissez une phrase de passe, ajoutez une clé d’accès ou liez une autre identité.`,
  ATTENTE_EXPIREE: () =>
    'Cette identité a attendu plus de dix minutes, ou elle a déjà servi. Recommencez depuis la page de connexion.',
};

/** The sentence of a refusal; what the provider itself wrote is never repeated. */
export function identityRefusalSentence(refusal: IdentityRefusal, provider: IdentityProvider): string {
  return refusal.code in sentences
    ? sentences[refusal.code as OwnCode](providerNames[provider])
    : accountRefusalSentence(refusal as AccountRefusal);
}

/** What went wrong on the way back, by the codes in the address of the page; anything else in it says nothing. */
export function returnErrors(address: URLSearchParams): Readonly<Record<string, string>> {
  const code = address.get('echec') ?? '';
  const provider = address.get('fournisseur') ?? '';
  if (!Object.hasOwn(sentences, code) || !isIdentityProvider(provider)) return {};
  return { '': sentences[code as OwnCode](providerNames[provider]) };
}

/**
 * What a practice says, for the person to read: the profession where its code is one that we know, else the code.
 * The code of doctors does not say whether they are general practitioners: it stays a code.
 */
export function practiceWords({ profession, lieux }: Practice): string {
  const known = profession === undefined ? null : professionOfCode(profession);
  const what =
    known === null
      ? profession === undefined
        ? 'Profession non précisée'
        : `Code de profession ${profession}`
      : professionNames[known].un;
  const where = lieux.flatMap(({ raisonSociale }) => raisonSociale ?? []);
  return where.length === 0 ? what : `${what}, ${where.join(' ; ')}`;
}

/** Why someone did not come back from a provider, for the log of the server. */
export const failureLine = (provider: IdentityProvider, code: string, cause: string): string =>
  `identité ${provider} ${code} ${cause}`;
