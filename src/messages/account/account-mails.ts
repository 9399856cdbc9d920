import { type AccountMail, linkHours } from '#domain/account/account-mail.ts';
import type { IdentityMail } from '#domain/identity/identity-mail.ts';
import { providerNames } from './identity.ts';

/** The pages that links of mails lead to. */
export const accountPaths = {
  confirmer: '/espace/confirmer',
  reinitialiser: '/espace/nouvelle-phrase',
  oubli: '/espace/phrase-oubliee',
  confirmerEmail: '/espace/changer-adresse',
  connexion: '/espace/connexion',
  identites: '/espace/compte/identites',
  inscription: '/espace/inscription',
} as const;

/**
 * The words of a mail about an account. It never repeats what the person who asked typed, such as a name: nobody can
 * use the site to have text of his own sent to someone else.
 */
export function accountMailWords(
  mail: AccountMail | IdentityMail,
  siteUrl: string,
): { readonly subject: string; readonly text: string } {
  const page = (path: string) => `${siteUrl}${path}`;
  const link = (path: string, token: string) => `${siteUrl}${path}?jeton=${token}`;
  switch (mail.type) {
    case 'confirmer-inscription':
      return write('Confirmez votre adresse', [
        'Quelqu’un, sans doute vous, a demandé à ouvrir un compte sur Coordonnées avec cette adresse.',
        'Pour l’ouvrir, suivez ce lien et redonnez la phrase de passe que vous avez choisie :',
        mail.next
          ? `${link(accountPaths.confirmer, mail.token)}&${new URLSearchParams({ suite: mail.next })}`
          : link(accountPaths.confirmer, mail.token),
        `Le lien sert une fois, pendant ${linkHours.inscription}\u00a0heures. Si vous n’avez rien demandé, ne faites rien : aucun compte ne sera ouvert.`,
      ]);
    case 'deja-inscrit':
      return write('Vous avez déjà un compte', [
        'Quelqu’un, sans doute vous, a demandé à ouvrir un compte sur Coordonnées avec cette adresse. Elle en a déjà un.',
        `Pour vous connecter : ${page(accountPaths.connexion)}`,
        `Si vous avez oublié votre phrase de passe : ${page(accountPaths.oubli)}`,
        'Si vous n’avez rien demandé, ne faites rien : votre compte n’a pas changé.',
      ]);
    case 'reinitialiser':
      return write('Choisissez une nouvelle phrase de passe', [
        'Une nouvelle phrase de passe a été demandée pour votre compte Coordonnées. Pour la choisir :',
        link(accountPaths.reinitialiser, mail.token),
        `Le lien sert une fois, pendant ${linkHours.reinitialisation}\u00a0heure. Si vous n’avez rien demandé, ne faites rien : votre phrase de passe reste la même.`,
      ]);
    case 'adresse-inconnue':
      return write('Aucun compte à cette adresse', [
        'Une nouvelle phrase de passe a été demandée sur Coordonnées avec cette adresse, qui n’a pas de compte.',
        'Si c’était vous, essayez avec une autre de vos adresses, ou ouvrez un compte :',
        page(accountPaths.inscription),
        'Sinon, ne faites rien.',
      ]);
    case 'phrase-changee':
      return write('Votre phrase de passe a été changée', [
        `La phrase de passe de votre compte Coordonnées vient d’être changée, et toutes vos ${mail.oubliee ? '' : 'autres '}sessions sont fermées.`,
        `Si ce n’était pas vous, choisissez-en une autre tout de suite : ${page(accountPaths.oubli)}`,
      ]);
    case 'confirmer-email-ancien':
      return write('Confirmez le changement de votre adresse', [
        `Votre compte Coordonnées doit passer à une autre adresse : ${mail.newEmail}`,
        'Pour l’accepter, suivez ce lien. Un autre message attend à la nouvelle adresse.',
        link(accountPaths.confirmerEmail, mail.token),
        `Le lien sert une fois, pendant ${linkHours.email}\u00a0heures. Si vous n’avez rien demandé, ne le suivez pas, et changez votre phrase de passe : ${page(accountPaths.oubli)}`,
      ]);
    case 'confirmer-email-nouveau':
      return write('Confirmez votre nouvelle adresse', [
        'Un compte Coordonnées doit passer à cette adresse. Pour l’accepter, suivez ce lien :',
        link(accountPaths.confirmerEmail, mail.token),
        `Un autre message attend à l’adresse actuelle du compte. Le lien sert une fois, pendant ${linkHours.email}\u00a0heures. Si vous n’avez rien demandé, ne faites rien.`,
      ]);
    case 'email-deja-pris':
      return write('Cette adresse a déjà un compte', [
        'Quelqu’un, peut-être vous, a voulu faire passer un compte Coordonnées à cette adresse, qui en a déjà un.',
        'Rien ne changera. Pour n’avoir qu’un compte, supprimez d’abord celui de cette adresse.',
        page(accountPaths.connexion),
      ]);
    case 'email-change':
      return write('L’adresse de votre compte a changé', [
        `Votre compte Coordonnées répond maintenant à ${mail.newEmail}. Cette adresse-ci ne sert plus à se connecter.`,
      ]);
    case 'confirmer-premier-email':
      return write('Confirmez votre adresse', [
        'Un compte Coordonnées ouvert avec Pro Santé Connect ou ProConnect veut utiliser cette adresse. Pour l’accepter, suivez ce lien :',
        link(accountPaths.confirmerEmail, mail.token),
        `Le lien sert une fois, pendant ${linkHours.email}\u00a0heures. Si vous n’avez rien demandé, ne faites rien.`,
      ]);
    case 'identite-liee':
      return write('Une nouvelle façon de vous connecter', [
        `Votre compte Coordonnées peut maintenant être ouvert avec ${providerNames[mail.provider]}.`,
        `Si ce n’était pas vous, retirez cet accès tout de suite : ${page(accountPaths.identites)}`,
      ]);
    case 'identite-deliee':
      return write('Une façon de vous connecter est retirée', [
        `Votre compte Coordonnées ne peut plus être ouvert avec ${providerNames[mail.provider]}.`,
        `Si ce n’était pas vous, choisissez tout de suite une nouvelle phrase de passe : ${page(accountPaths.oubli)}`,
      ]);
    case 'compte-supprime':
      return write('Votre compte est supprimé', [
        'Votre compte Coordonnées est supprimé, comme vous l’avez demandé.',
        'Le journal des actions reste, avec un numéro à la place de votre nom et de votre adresse.',
      ]);
  }
}

/** « : » keeps to the word before it. */
const write = (subject: string, paragraphs: readonly string[]) => ({
  subject,
  text: `Bonjour,\n\n${paragraphs.join('\n\n')}\n\nLe site Coordonnées\n`.replace(/ :/g, '\u00a0:'),
});
