import { expect, test } from 'vitest';
import { fieldsOf, formSchema } from '#domain/form/form.schema.ts';
import { readTerritory } from '#server/territory/read-territory.ts';
import { complete, inOrder, readForm } from '../../src/doors/read-form.ts';
import {
  confirmForm,
  deletionForm,
  firstAddressForm,
  forgottenForm,
  nameForm,
  newAddressForm,
  passphraseForm,
  provenNameForm,
  resetForm,
  signInForm,
  signUpForm,
} from '../../src/messages/account/account-forms.ts';

const facts = { today: '2026-11-27', communes: readTerritory('.') };

test('the forms of an account are as forms of data/ would be', () => {
  const withPassphrase = [newAddressForm(true), passphraseForm(true), deletionForm(true)];
  for (const form of [
    confirmForm,
    firstAddressForm,
    forgottenForm,
    nameForm,
    provenNameForm('Pro Santé Connect'),
    resetForm,
    signInForm,
    signUpForm,
    ...withPassphrase,
  ])
    expect(formSchema.safeParse(form).error).toBeUndefined();
});

test('an account without a passphrase is not asked for one', () => {
  const keys = [newAddressForm, passphraseForm, deletionForm].map((form) =>
    fieldsOf(form(false)).map(({ cle }) => cle),
  );
  expect(keys).toEqual([['email'], ['phrase'], ['compris']]);
});

test('a passphrase is read as it is typed, blanks and all', () => {
  const typed = new URLSearchParams({ email: ' anne@exemple.fr ', phrase: '  quatre mots sans lien ' });
  expect(complete(readForm(signInForm, typed, facts))).toEqual({
    ok: true,
    value: { email: 'anne@exemple.fr', phrase: '  quatre mots sans lien ' },
  });
});

test('an address is kept in letters that cannot pass for others', () => {
  const typed = new URLSearchParams({ email: 'anne@hôpital.fr' });
  expect(readForm(forgottenForm, typed, facts).values.email).toBe('anne@xn--hpital-ixa.fr');
});

test('what is missing is said at once, in the order of the page', () => {
  const read = complete(readForm(signUpForm, new URLSearchParams(), facts));
  expect(read.ok ? null : Object.entries(read.refusal)).toEqual([
    ['nom', 'Indiquez votre nom, en 100 caractères au plus.'],
    ['email', 'Écrivez votre adresse électronique.'],
    [
      'phrase',
      'Choisissez une phrase de passe de 15 caractères ou plus. Quatre ou cinq mots sans lien entre eux font une bonne phrase.',
    ],
  ]);
  expect(Object.keys(inOrder(signUpForm, { '': 'Plus tard.', phrase: 'Trop courte.', nom: 'Indiquez-le.' }))).toEqual([
    'nom',
    'phrase',
    '',
  ]);
});
