import { passphraseLength } from '#domain/account/passphrase.ts';
import { describeForm } from '#domain/form/described-form.ts';
import { accountRefusalSentence } from './account.ts';

/*
 * The forms of an account are few fields each, whose answers the verbs of accounts read again: their rules stand here,
 * beside their words. How strong a new passphrase has to be, and whether a passphrase is the right one, is theirs to say.
 */

const nameRules = { type: 'texte', obligatoire: true, max: 100, saisie: 'name' } as const;
const nameErrors = {
  VIDE: accountRefusalSentence({ code: 'NOM_INVALIDE' }),
  TROP_LONG: accountRefusalSentence({ code: 'NOM_INVALIDE' }),
};
const nameWords = { libelle: 'Prénom et nom', dansUnePhrase: 'votre nom', erreurs: nameErrors };

const emailRules = { type: 'texte', obligatoire: true, max: 254, format: 'courriel', saisie: 'email' } as const;
const knownEmailRules = { ...emailRules, saisie: 'username' } as const;
const emailWords = {
  libelle: 'Adresse électronique',
  erreurs: {
    VIDE: 'Écrivez votre adresse électronique.',
    FORMAT: accountRefusalSentence({ code: 'EMAIL_INVALIDE' }),
    TROP_LONG: accountRefusalSentence({ code: 'EMAIL_TROP_LONG' }),
  },
};

/** Far above what may be kept: the verbs say how long a passphrase may be. */
const longest = 1_000;
const proofRules = { type: 'secret', obligatoire: true, max: longest, saisie: 'current-password' } as const;
const proofWords = {
  libelle: 'Votre phrase de passe',
  dansUnePhrase: 'la phrase de passe',
  erreurs: { VIDE: 'Écrivez votre phrase de passe.' },
};
const newRules = { type: 'secret', obligatoire: true, max: longest, saisie: 'new-password' } as const;
const { min, max } = passphraseLength;
const newWords = {
  libelle: 'Nouvelle phrase de passe',
  dansUnePhrase: 'la phrase de passe',
  aide: `De ${min} à ${max} caractères, comme vous voulez. Quatre ou cinq mots sans lien entre eux sont faciles à retenir et difficiles à deviner.`,
  erreurs: { VIDE: accountRefusalSentence({ code: 'PHRASE_TROP_COURTE', caracteres: 0, minimum: min }) },
};

export const signInForm = describeForm(
  { email: knownEmailRules, phrase: proofRules },
  { email: emailWords, phrase: { ...proofWords, libelle: 'Phrase de passe' } },
);

export const signUpForm = describeForm(
  { nom: nameRules, email: emailRules, phrase: newRules },
  {
    nom: nameWords,
    email: { ...emailWords, aide: 'Une adresse que vous seul lisez.', exemple: 'prenom.nom@exemple.fr' },
    phrase: { ...newWords, libelle: 'Phrase de passe' },
  },
);

/** The passphrase chosen when the account was asked for. */
export const confirmForm = describeForm(
  { phrase: proofRules },
  { phrase: { ...proofWords, libelle: 'Phrase de passe' } },
);

export const forgottenForm = describeForm(
  { email: knownEmailRules },
  { email: { ...emailWords, libelle: 'Adresse électronique du compte' } },
);

export const resetForm = describeForm({ phrase: newRules }, { phrase: newWords });

export const nameForm = describeForm(
  { nom: nameRules },
  { nom: { ...nameWords, aide: 'Votre nom dans une équipe se change sur la page de l’équipe.' } },
);

/** The name of an account that is opened with an identity, as that identity has it at first. */
export const provenNameForm = (provider: string) =>
  describeForm(
    { nom: nameRules },
    { nom: { ...nameWords, aide: `Comme ${provider} l’écrit : vous pouvez le corriger.` } },
  );

export const firstAddressForm = describeForm(
  { email: emailRules },
  { email: { ...emailWords, exemple: 'prenom.nom@exemple.fr' } },
);

/*
 * An account without a passphrase has a recent second factor in its place: the field of the proof is then neither drawn
 * nor read.
 */

export const newAddressForm = (hasPassphrase: boolean) =>
  describeForm(
    { email: emailRules, phrase: proofRules },
    { email: { ...emailWords, libelle: 'Nouvelle adresse' }, phrase: proofWords },
    [{ cle: 'adresse', champs: hasPassphrase ? ['email', 'phrase'] : ['email'] }],
  );

export const passphraseForm = (hasPassphrase: boolean) =>
  describeForm(
    { actuelle: proofRules, phrase: newRules },
    { actuelle: { ...proofWords, libelle: 'Phrase de passe actuelle' }, phrase: newWords },
    [{ cle: 'phrase-de-passe', champs: hasPassphrase ? ['actuelle', 'phrase'] : ['phrase'] }],
  );

export const deletionForm = (hasPassphrase: boolean) =>
  describeForm(
    { compris: { type: 'case', obligatoire: true }, phrase: proofRules },
    {
      compris: {
        libelle: 'J’ai compris que rien ne pourra le rétablir',
        erreurs: { VIDE: 'Cochez cette case pour supprimer votre compte.' },
      },
      phrase: proofWords,
    },
    [{ cle: 'suppression', champs: hasPassphrase ? ['compris', 'phrase'] : ['compris'] }],
  );
